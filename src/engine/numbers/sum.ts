/**
 * Sum with a running correction (Neumaier 1974): the error no longer grows with the number of terms.
 */
export function preciseSum(values: Iterable<number>): number {
  let sum = 0;
  let correction = 0;
  for (const value of values) {
    const next = sum + value;
    correction += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  const corrected = sum + correction;
  // An overflow makes the correction NaN; the plain sum then says what happened.
  return Number.isNaN(corrected) ? sum : corrected;
}

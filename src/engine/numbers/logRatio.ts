/**
 * ln(after / before). Where the two are close through log1p, so that a small change keeps its digits; where their ratio
 * leaves the range of doubles as a difference of logarithms.
 *
 * @param before > 0
 * @param after ≥ 0; −Infinity at 0
 */
export function logRatio(before: number, after: number): number {
  if (after >= before / 2 && after <= 2 * before) return Math.log1p((after - before) / before);
  const ratio = after / before;
  return ratio > 0 && ratio < Infinity ? Math.log(ratio) : Math.log(after) - Math.log(before);
}

import { preciseSum } from "../numbers/sum";

/** A line's volume variance at planned value, and its two parts. */
interface MixVariance {
  volume: number;
  quantity: number;
  mix: number;
}

/**
 * Volume variance of each line, split into quantity (more units of the planned mix) and mix (another mix of the actual
 * units), all at planned value. Horngren, Datar and Rajan, Cost Accounting, "sales-mix and sales-quantity variances".
 *
 * @param planned units by line; their sum is not 0
 * @param actual units by line
 * @param value planned value of a unit by line
 */
export function mixVariances(
  planned: readonly number[],
  actual: readonly number[],
  value: readonly number[],
): MixVariance[] {
  const growth = preciseSum([...actual, ...planned.map((units) => -units)]) / preciseSum(planned);
  return planned.map((units, line) => {
    const more = actual[line]! - units;
    const moreAtPlannedMix = units * growth;
    return {
      volume: more * value[line]!,
      quantity: moreAtPlannedMix * value[line]!,
      mix: (more - moreAtPlannedMix) * value[line]!,
    };
  });
}

import { preciseSum } from "../numbers/sum";

/** An estimate with its standard error and the degrees of freedom of its t distribution. */
interface Estimate {
  effect: number;
  standardError: number;
  /** NaN where nothing varies. */
  degreesOfFreedom: number;
}

/** Observations of one group, at least 2. */
type Sample = readonly number[];

/**
 * Change in the treated group less change in the control group, from four independent samples with unequal variances;
 * degrees of freedom by Satterthwaite (1946).
 */
export function differenceInDifferences(
  treated: { before: Sample; after: Sample },
  control: { before: Sample; after: Sample },
): Estimate {
  return contrast([
    { sign: 1, sample: treated.after },
    { sign: -1, sample: treated.before },
    { sign: -1, sample: control.after },
    { sign: 1, sample: control.before },
  ]);
}

/**
 * The same where the entries of before and after are the same units: the units' changes are compared (Welch 1947).
 */
export function pairedDifferenceInDifferences(
  treated: { before: Sample; after: Sample },
  control: { before: Sample; after: Sample },
): Estimate {
  return contrast([
    { sign: 1, sample: changes(treated.before, treated.after) },
    { sign: -1, sample: changes(control.before, control.after) },
  ]);
}

/** Changes that differ by no more than rounding are the same change: 0.3 − 0.1 and 0.4 − 0.2. */
function changes(before: Sample, after: Sample): number[] {
  const differences = after.map((value, unit) => value - before[unit]!);
  const size = [...before, ...after].reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
  const same = differences.every((difference) => Math.abs(difference - differences[0]!) <= 4 * Number.EPSILON * size);
  return same ? differences.map(() => differences[0]!) : differences;
}

/** Σ ± mean, variance Σ s²/n, degrees of freedom (Σ s²/n)² / Σ (s²/n)²/(n − 1). */
function contrast(terms: readonly { sign: number; sample: Sample }[]): Estimate {
  const means = terms.map(({ sample }) => preciseSum(sample) / sample.length);
  const variances = terms.map(({ sample }, i) => squares(sample, means[i]!) / (sample.length - 1) / sample.length);
  const variance = preciseSum(variances);
  const satterthwaite = preciseSum(variances.map((part, i) => (part / variance) ** 2 / (terms[i]!.sample.length - 1)));
  return {
    effect: preciseSum(terms.map(({ sign }, i) => sign * means[i]!)),
    standardError: Math.sqrt(variance),
    degreesOfFreedom: 1 / satterthwaite,
  };
}

/** Sum of squared deviations; a sample of equal numbers has none, whatever rounding made of its mean. */
function squares(sample: Sample, mean: number): number {
  if (sample.every((value) => value === sample[0])) return 0;
  return preciseSum(sample.map((value) => (value - mean) ** 2));
}

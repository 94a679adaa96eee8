/** How a yearly efficiency works: on unit cost, or on output for the same money. */
export const compoundingBases = ["cost", "productivity"] as const;

type CompoundingBasis = (typeof compoundingBases)[number];

/**
 * Share of the base saved by one yearly rate kept up for a number of years.
 *
 * cost: 1 − (1 − r)^years; productivity: 1 − (1 + r)^−years. Through log1p and expm1, so that small rates keep their digits.
 *
 * @param rate yearly rate, a fraction in (−1, 1)
 * @param years ≥ 0, fractions allowed
 */
export function compoundSaving(rate: number, years: number, basis: CompoundingBasis = "cost"): number {
  const logRemaining = basis === "cost" ? Math.log1p(-rate) : -Math.log1p(rate);
  return unsigned(-Math.expm1(years * logRemaining));
}

/**
 * Share of the base saved by a list of yearly rates, one a year: 1 − Π(1 − r) or 1 − Π 1/(1 + r).
 *
 * @param rates yearly rates, fractions in (−1, 1)
 */
export function compoundSavingOf(rates: readonly number[], basis: CompoundingBasis = "cost"): number {
  let logRemaining = 0;
  for (const rate of rates) logRemaining += basis === "cost" ? Math.log1p(-rate) : -Math.log1p(rate);
  return unsigned(-Math.expm1(logRemaining));
}

/** A saving of nothing is 0, not −0. */
function unsigned(value: number): number {
  return value === 0 ? 0 : value;
}

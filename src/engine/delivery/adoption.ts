/** Bass's average coefficients over many innovations (Sultan, Farley and Lehmann 1990). */
export const usualInnovation = 0.03;
export const usualImitation = 0.38;

/** Shares of sites that have taken an innovation up by the end of years 1…n. See `adoptionShare`. */
export function adoptionCurve(
  years: number,
  ceiling = 1,
  innovation = usualInnovation,
  imitation = usualImitation,
): number[] {
  return Array.from({ length: years }, (_, index) => adoptionShare(index + 1, ceiling, innovation, imitation));
}

/**
 * Bass's adoption curve (Management Science 1969): ceiling · (1 − x) / (1 + (q/p)·x) with x = e^−(p+q)t.
 *
 * @param time years since launch, ≥ 0
 * @param ceiling share of sites that ever will, 0–1
 * @param innovation p ≥ 0: who starts unprompted, a year; with 0 nobody ever starts
 * @param imitation q ≥ 0: who follows those that have
 * @returns share, 0–ceiling
 */
export function adoptionShare(
  time: number,
  ceiling = 1,
  innovation = usualInnovation,
  imitation = usualImitation,
): number {
  if (innovation === 0) return 0;
  const exponent = -(innovation + imitation) * time;
  return (ceiling * innovation * -Math.expm1(exponent)) / (innovation + imitation * Math.exp(exponent));
}

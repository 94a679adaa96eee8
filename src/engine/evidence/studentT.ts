import tCdf from "@stdlib/stats-base-dists-t-cdf";
import tQuantile from "@stdlib/stats-base-dists-t-quantile";

/** Two-sided p-value of an estimate by Student's t: how likely so large an effect is where there is none. */
export function twoSidedP(effect: number, standardError: number, degreesOfFreedom: number): number {
  return 2 * tCdf(-Math.abs(effect / standardError), degreesOfFreedom);
}

/** Half the width of the 95% confidence interval. */
export function halfWidth95(standardError: number, degreesOfFreedom: number): number {
  return tQuantile(0.975, degreesOfFreedom) * standardError;
}

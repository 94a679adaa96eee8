import { lastInSavings, standaloneSavings } from "./alone";
import { logMeanShares } from "./logMean";
import type { Method } from "./methods";
import { productShapley } from "./productGame";
import { proRataShares } from "./proRata";
import { sequentialShares } from "./sequential";

/**
 * Amount that each lever contributes to the combined saving base·(1 − Π(1 − eᵢ)), by one of the methods.
 * All sum to the combined saving but "standalone" and "last".
 *
 * @param base amount the levers work on
 * @param effects share of the base that each lever would save alone, ≤ 1; negative adds cost
 * @returns one amount per lever, in the order of effects
 * @throws EffectsCancelOut by "prorata" where effects of both signs sum to zero
 */
export function attribute(base: number, effects: readonly number[], method: Method = "shapley"): number[] {
  return attributions[method](base, effects);
}

const attributions: Record<Method, (base: number, effects: readonly number[]) => number[]> = {
  shapley: productShapley,
  lmdi: logMeanShares,
  sequential: sequentialShares,
  prorata: proRataShares,
  standalone: standaloneSavings,
  last: lastInSavings,
};

import { leftByOthers } from "./alone";

/** The least and the most that each lever could be credited with in any order of the levers. */
interface OrderRange {
  least: number[];
  most: number[];
}

/**
 * base·eᵢ·min and max over S of Π over j in S of (1 − eⱼ): after all other savings a lever finds the least to work on, after all other costs the
 * most. Neither sums to the combined saving: no one order gives every lever its least.
 *
 * @param base amount the levers work on
 * @param effects share of the base that each lever would save alone, ≤ 1; negative adds cost
 */
export function orderRange(base: number, effects: readonly number[]): OrderRange {
  const afterSavings = leftByOthers(effects.map((effect) => Math.max(0, effect)));
  const afterCosts = leftByOthers(effects.map((effect) => Math.min(0, effect)));
  const ends = effects.map((effect, lever) => {
    if (effect === 0 || base === 0) return [0, 0] as const;
    const alone = base * effect;
    return [alone * afterSavings[lever]!, alone * afterCosts[lever]!] as const;
  });
  return { least: ends.map(([a, b]) => Math.min(a, b)), most: ends.map(([a, b]) => Math.max(a, b)) };
}

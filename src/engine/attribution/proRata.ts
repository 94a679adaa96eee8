import { preciseSum } from "../numbers/sum";
import { combinedSaving } from "./combined";

/** Thrown where stand-alone savings cancel out, so that no share of their sum exists. */
export class EffectsCancelOut extends Error {
  override name = "EffectsCancelOut";

  constructor() {
    super("The stand-alone savings cancel out, so they cannot be shared pro rata.");
  }
}

/**
 * Combined saving split in proportion to stand-alone savings: combined·eᵢ/Σe. Zeros where no lever has an effect.
 *
 * @param effects share of the base that each lever would save alone, ≤ 1
 * @throws EffectsCancelOut where effects of both signs sum to zero
 */
export function proRataShares(base: number, effects: readonly number[]): number[] {
  const size = preciseSum(effects.map(Math.abs));
  if (size === 0 || base === 0) return effects.map(() => 0);
  const sum = preciseSum(effects);
  // 10% + 20% − 30% is not quite zero in binary; its rounding must not be divided by.
  if (Math.abs(sum) <= 4 * Number.EPSILON * size) throw new EffectsCancelOut();
  const perEffect = combinedSaving(base, effects) / sum;
  return effects.map((effect) => (effect === 0 ? 0 : effect * perEffect));
}

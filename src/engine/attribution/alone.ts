import { scaledProduct } from "../numbers/scaledProduct";

/** What each lever would save if it were the only one: base·eᵢ. Does not sum to the combined saving. */
export function standaloneSavings(base: number, effects: readonly number[]): number[] {
  return effects.map((effect) => (effect === 0 ? 0 : base * effect));
}

/**
 * What would be lost without each lever, all others in place: base·eᵢ·Π over j ≠ i of (1 − eⱼ).
 * Does not sum to the combined saving.
 */
export function lastInSavings(base: number, effects: readonly number[]): number[] {
  const othersLeave = leftByOthers(effects);
  return effects.map((effect, lever) => (effect === 0 ? 0 : base * effect * othersLeave[lever]!));
}

/** Π over j ≠ i of (1 − eⱼ). */
export function leftByOthers(effects: readonly number[]): number[] {
  const whole = effects.filter((effect) => effect === 1).length;
  const left = scaledProduct(effects.map((effect) => (effect === 1 ? 1 : 1 - effect)));
  return effects.map((effect) => {
    if (whole > (effect === 1 ? 1 : 0)) return 0;
    return effect === 1 ? left : left / (1 - effect);
  });
}

import { logRemaining } from "./combined";

/**
 * Additive LMDI attribution of the combined saving: L(C, C·Π(1 − e))·(−ln(1 − eᵢ)), L(a, b) = (a − b)/ln(a/b) the
 * logarithmic mean (Ang, Energy Policy 2005). Levers that save everything share the whole base equally, the limit.
 *
 * @param effects share of the base that each lever would save alone, ≤ 1
 */
export function logMeanShares(base: number, effects: readonly number[]): number[] {
  const whole = effects.filter((effect) => effect === 1).length;
  if (whole > 0) return effects.map((effect) => (effect === 1 ? base / whole : 0));
  const log = logRemaining(effects);
  const mean = log === 0 ? base : (base * Math.expm1(log)) / log;
  return effects.map((effect) => (effect === 0 ? 0 : -Math.log1p(-effect) * mean));
}

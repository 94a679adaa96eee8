import { preciseSum } from "../numbers/sum";

/**
 * Combined saving of levers that each work on what the others leave: base·(1 − Π(1 − eᵢ)).
 * Through log1p and expm1, so that small effects keep their digits.
 *
 * @param effects share of the base that each lever would save alone, ≤ 1
 */
export function combinedSaving(base: number, effects: readonly number[]): number {
  const saved = -Math.expm1(logRemaining(effects));
  return saved === 0 ? 0 : base * saved;
}

/** What adding up stand-alone savings counts twice: Σ base·eᵢ − combined saving. */
export function overlap(base: number, effects: readonly number[]): number {
  return base * preciseSum(effects) - combinedSaving(base, effects);
}

/** ln Π(1 − eᵢ); −Infinity where a lever saves everything. */
export function logRemaining(effects: readonly number[]): number {
  if (effects.includes(1)) return -Infinity;
  return preciseSum(effects.map((effect) => Math.log1p(-effect)));
}

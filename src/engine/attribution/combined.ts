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

/**
 * What adding up stand-alone savings counts twice: Σ base·eᵢ − combined saving.
 *
 * The same is Σ base·eᵢ·(share saved by the levers before i): of small effects this keeps the digits that the difference
 * loses. Large costs make its terms larger than what they sum to; then the difference is the better one.
 */
export function overlap(base: number, effects: readonly number[]): number {
  let saved = 0;
  const twice = effects.map((effect) => {
    const counted = effect * saved;
    saved += effect * (1 - saved);
    return counted;
  });
  const sizeOf = (terms: readonly number[]): number => preciseSum(terms.map(Math.abs));
  if (sizeOf(twice) <= sizeOf(effects)) return base * preciseSum(twice);
  return base * preciseSum(effects) - combinedSaving(base, effects);
}

/** ln Π(1 − eᵢ); −Infinity where a lever saves everything. */
export function logRemaining(effects: readonly number[]): number {
  if (effects.includes(1)) return -Infinity;
  return preciseSum(effects.map((effect) => Math.log1p(-effect)));
}

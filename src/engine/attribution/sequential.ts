/**
 * Attribution in listed order: each lever works on what those before it leave.
 *
 * @param effects share of the base that each lever would save alone, ≤ 1, in order
 */
export function sequentialShares(base: number, effects: readonly number[]): number[] {
  let remaining = base;
  return effects.map((effect) => {
    const saving = remaining * effect;
    remaining *= 1 - effect;
    return saving === 0 ? 0 : saving;
  });
}

/**
 * A cash amount in the prices of a base year: cash × base index / index.
 *
 * @param index price index of the amount's own year, above 0
 * @param baseIndex price index of the base year, above 0
 */
export function inRealTerms(cash: number, index: number, baseIndex: number): number {
  return cash * (baseIndex / index);
}

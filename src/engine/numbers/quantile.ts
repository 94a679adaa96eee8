/**
 * Quantile of sorted values, type 7 of Hyndman and Fan (1996): straight line between the order statistics at (n − 1)·p,
 * as Excel's PERCENTILE.INC and R do by default.
 *
 * @param sorted ascending, at least one
 * @param p 0–1
 */
export function quantileOfSorted(sorted: ArrayLike<number>, p: number): number {
  const at = (sorted.length - 1) * p;
  const below = Math.floor(at);
  const low = sorted[below]!;
  const high = sorted[Math.min(below + 1, sorted.length - 1)]!;
  return low === high ? low : low + (at - below) * (high - low);
}

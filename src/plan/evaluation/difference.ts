/** a − b; what only rounding leaves of two equal numbers is 0, so that a gap just closed does not show as −0.0. */
export function difference(a: number, b: number): number {
  const rest = a - b;
  return Math.abs(rest) <= 1e-12 * Math.max(Math.abs(a), Math.abs(b)) ? 0 : rest;
}

/** The same for what may be missing. */
export function differenceOrNull(a: number | null | undefined, b: number | null | undefined): number | null {
  return a === null || a === undefined || b === null || b === undefined ? null : difference(a, b);
}

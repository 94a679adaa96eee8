import { lastPlace } from "./lastPlace";

/** Whether two amounts are one but for rounding to a last place that both show. */
export function agree(a: number, b: number, parts = 1): boolean {
  const size = Math.max(Math.abs(a), Math.abs(b));
  const place = Math.max(lastPlace(a), lastPlace(b));
  return Math.abs(a - b) <= Math.max(1e-9 * size, Math.min((place * (parts + 1)) / 2, size / 50));
}

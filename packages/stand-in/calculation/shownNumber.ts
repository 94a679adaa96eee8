import { numfmt } from "@univerjs/core";

/** A value as a format shows it: 0.0961 in "0.0%" is "9.6%", "x" in `@" km"` "x km". An unreadable format shows it plain. */
export function shownNumber(value: number | string, numberFormat: string): string {
  try {
    return numfmt.format(numberFormat, value);
  } catch {
    return String(value);
  }
}

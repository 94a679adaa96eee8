import { hexColor } from "../calculation/univerStyle";
import { invalidArgument } from "../workbook/excelError";

export function asText(value: unknown): string {
  if (typeof value !== "string") throw invalidArgument();
  return value;
}

export function asNumber(value: unknown): number {
  if (typeof value !== "number" || !Number.isFinite(value)) throw invalidArgument();
  return value;
}

export function asFlag(value: unknown): boolean {
  if (typeof value !== "boolean") throw invalidArgument();
  return value;
}

/** A width or height in points. */
export function asSize(value: unknown): number {
  const size = asNumber(value);
  if (size < 0) throw invalidArgument();
  return size;
}

/** A colour as "#RRGGBB". @throws InvalidArgument for what is neither a colour's code nor a name that is known here. */
export function asColor(value: unknown): string {
  const color = hexColor(asText(value));
  if (!/^#[0-9A-F]{6}$/.test(color)) throw invalidArgument();
  return color;
}

/** One of the names of an enumeration of Office.js, without regard to case. @throws InvalidArgument */
export function oneOf<const N extends string>(value: unknown, names: readonly N[]): N {
  const found = names.find((name) => name.toLowerCase() === String(value).toLowerCase());
  if (found === undefined) throw invalidArgument();
  return found;
}

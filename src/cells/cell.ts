/** What a cell holds: a blank is "" or null, an Excel error is `{ error: "#N/A" }`, never plain text. */
export type Cell = number | string | boolean | null | CellError;

interface CellError {
  error: string;
}

/** An empty cell, a formula's empty text, or spaces. */
export function isBlank(value: Cell): boolean {
  return value === null || value === undefined || (typeof value === "string" && value.trim() === "");
}

export function isCellError(value: Cell): value is CellError {
  return typeof value === "object" && value !== null && typeof value.error === "string";
}

/** A text with single spaces between its words and none around them. Most texts are so, and cost a look alone. */
export function oneLine(text: string): string {
  return uneven.test(text) ? text.replace(/\s+/g, " ").trim() : text;
}

const uneven = /[^\S ]| {2}|^ | $/;

/** The cell's text on one line; numbers as digits, blanks and errors as "". */
export function textOf(value: Cell): string {
  if (typeof value === "string") return oneLine(value);
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  return "";
}

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
  return isUneven(text) ? text.replace(/\s+/g, " ").trim() : text;
}

/** Whether a space stands first, last, or beside another, or any other character may be one: letter by letter, as cells are asked thousands of times. */
function isUneven(text: string): boolean {
  let before = space;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === space ? before === space : code < space || (code >= noBreakSpace && otherSpace.test(text)))
      return true;
    before = code;
  }
  return before === space && text !== "";
}

const [space, noBreakSpace] = [32, 160];
const otherSpace = /[^\S ]/;

/** The cell's text on one line; numbers as digits, blanks and errors as "". */
export function textOf(value: Cell): string {
  if (typeof value === "string") return oneLine(value);
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  return "";
}

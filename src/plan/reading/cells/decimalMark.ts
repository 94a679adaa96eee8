import { lastRow, type SheetGrid } from "../sheetGrid";

/** What stands before the decimals of a number that somebody wrote as text. */
export type DecimalMark = "." | ",";

/** The mark in the texts of a sheet: a comma where some can be read in no other way ("320,5", "2.665,50") and none has a decimal point. */
export function decimalMarkOf(grid: SheetGrid): DecimalMark {
  const known = marks.get(grid);
  if (known) return known;
  let [commas, points] = [false, false];
  for (let row = grid.row; row <= lastRow(grid) && !points; row++)
    for (const value of grid.values[row - grid.row] ?? []) {
      if (typeof value !== "string" || value.length > longestNumber) continue;
      const digits = digitsOf(value);
      if (!/[.,]/.test(digits)) continue;
      commas ||= commaForDecimals.test(digits);
      points ||= pointForDecimals.test(digits);
    }
  const mark = commas && !points ? "," : ".";
  marks.set(grid, mark);
  return mark;
}

/**
 * Whether a text could as well have its mark before thousands as before decimals: "1.250"; "1,250" where the sheet's other texts have a decimal comma. A
 * text that says its multiple ("£4.036m") has decimals.
 */
export function isMarkOpen(text: string, mark: DecimalMark): boolean {
  if (/\d\s*[a-z]/i.test(text)) return false;
  const digits = digitsOf(text);
  return mark === "," ? /^[1-9]\d{0,2},\d{3}$/.test(digits) : /^[1-9]\d{0,2}\.\d{3}$/.test(digits);
}

/** Without currency, spaces, signs and brackets. */
function digitsOf(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\s'()+−–—-]/g, "")
    .replace(/^[^\d.,]{0,4}|[^\d.,]{0,4}$/g, "");
}

const longestNumber = 30;
const commaForDecimals = /^(0,\d+|\d+,\d{1,2}|\d{1,3}(\.\d{3})+,\d+|\d{1,3}(\.\d{3}){2,})$/;
const pointForDecimals = /^(0?\.\d+|\d+\.\d{1,2}|\d{1,3}(,\d{3})+\.\d+|\d{1,3}(,\d{3}){2,})$/;
const marks = new WeakMap<SheetGrid, DecimalMark>();

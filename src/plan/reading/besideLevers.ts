import { cellAddress, readArea } from "../../cells/address";
import { sameName } from "../../cells/names";
import { shown } from "./cells/shownCell";
import { cellAt, formatAt, type SheetGrid } from "./sheetGrid";

/** What stands in a lever's row in a column of its register. */
export interface BesideLever {
  /** A number, dates too, with its format in the sheet; anything else as the sheet shows it; "" where it holds nothing. */
  value: string | number;
  format: string;
  /** As a person reads it: dates as dates. */
  text: string;
  cell: string;
}

/** The cell of a lever ("Register!B7:P7") in the one of these columns that its sheet has; null where it has none. `headings`: "Register!D6". */
export function besideLever(
  leverAddress: string,
  headings: readonly string[],
  grids: readonly SheetGrid[],
): BesideLever | null {
  const row = readArea(leverAddress, "");
  const at = headings
    .map((heading) => readArea(heading, ""))
    .find((one) => one && row && sameName(one.sheet, row.sheet));
  const grid = at && grids.find(({ sheet }) => sameName(sheet, at.sheet));
  if (!row || !at || !grid) return null;
  const [value, format] = [cellAt(grid, row.row, at.column), formatAt(grid, row.row, at.column)];
  const text = shown(value, format, grid.date1904);
  const cell = cellAddress(grid.sheet, row.row, at.column);
  return typeof value === "number" ? { value, format, text, cell } : { value: text, format: "@", text, cell };
}

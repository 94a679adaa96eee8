import { isBlank, textOf } from "../../../cells/cell";
import { isNumberText } from "../cells/amountText";
import { clipped } from "../cells/clipped";
import { isDateCell } from "../cells/times/period";
import { dateOfSerial } from "../cells/times/serialDate";
import { isUnitText } from "../cells/units";
import { cellAt, formatAt, mergedAt, type SheetGrid } from "../sheetGrid";

/** A column under a header: its heading and what stands over it. */
export interface HeaderColumn {
  column: number;
  /** Row of the cell that holds the heading. */
  row: number;
  /** "" where a column with data has no heading. */
  heading: string;
  /** Headings over it, the outermost first. */
  bands: string[];
  /** With the bands in front: "Growth 2015/16". */
  full: string;
  /** The heading's number where it is a date. */
  serial: number | null;
}

/** The columns under headings in the rows `top` to `bottom`; the last row is the heading, those above are bands over several columns. */
export function headerColumns(grid: SheetGrid, top: number, bottom: number, columns: number[]): HeaderColumn[] {
  const bandsByRow = Array.from({ length: bottom - top }, (_, index) => bandsOf(grid, top + index, columns));
  return columns.map((column, at): HeaderColumn => {
    let row = bottom;
    while (row > top && isBlank(cellAt(grid, row, column)) && isOwnCell(grid, row - 1, column)) row--;
    if (isBlank(cellAt(grid, row, column))) row = bottom;
    const heading = headingText(grid, row, column);
    const value = cellAt(grid, row, column);
    const bands = bandsByRow.slice(0, row - top).flatMap((texts) => texts[at] || []);
    return {
      column,
      row,
      heading,
      bands,
      full: [...bands, heading].filter((text) => text !== "").join(" "),
      serial: isDateCell(value, formatAt(grid, row, column)) ? value : null,
    };
  });
}

/** A cell above belongs to its column alone where no merged or neighbouring cell below it says otherwise. */
function isOwnCell(grid: SheetGrid, row: number, column: number): boolean {
  const merged = mergedAt(grid, row, column);
  return merged ? merged.columnCount === 1 : !isBlank(cellAt(grid, row, column));
}

/** The text over each column in a row of bands: a merged cell over what it covers, any other as far as the next. */
function bandsOf(grid: SheetGrid, row: number, columns: number[]): string[] {
  const unit = loneUnit(grid, row, columns[0] ?? 0, columns[columns.length - 1] ?? 0);
  let text = "";
  let lastSeen = -1;
  return columns.map((column) => {
    if (column === unit) return "";
    const merged = mergedAt(grid, row, column);
    if (merged && merged.rowCount === 1) {
      text = clipped(textOf(cellAt(grid, merged.row, merged.column)));
      lastSeen = merged.column + merged.columnCount - 1;
      return text;
    }
    const own = headingText(grid, row, column);
    if (own !== "") {
      text = own;
      // In a row with merged bands a cell that is not merged stands for itself.
      lastSeen = grid.merged.some((area) => area.row === row && area.columnCount > 1) ? column : Infinity;
      return text;
    }
    return column <= lastSeen ? text : "";
  });
}

/**
 * Whether the row above a header holds headings over it: texts, years or dates alone, and not merely a title at the left. One text over the first
 * column is a title, unless it is merged over some of the columns and not all.
 */
export function isBandRow(grid: SheetGrid, row: number, left: number, right: number): boolean {
  const filled: number[] = [];
  const unit = loneUnit(grid, row, left, right);
  for (let column = left; column <= right; column++) {
    const value = cellAt(grid, row, column);
    if (isBlank(value) || column === unit) continue;
    // "£6.8m" is an amount of the row above.
    if (isNumberText(value) && !isYear(Number(value))) return false;
    if (typeof value !== "string" && !isDateCell(value, formatAt(grid, row, column)) && !isYear(value)) return false;
    filled.push(column);
  }
  const [first] = filled;
  if (first === undefined) return false;
  if (filled.length > 1) return true;
  const merged = mergedAt(grid, row, first);
  if (merged) return merged.columnCount > 1 && merged.columnCount < right - left + 1 && merged.column >= left;
  return first > left + 1 && textOf(cellAt(grid, row, first)).length <= 60;
}

/** The one cell of a row that holds a unit and nothing else: it stands for the table, not over its own column. */
function loneUnit(grid: SheetGrid, row: number, left: number, right: number): number | null {
  let unit: number | null = null;
  for (let column = left; column <= right; column++) {
    const text = textOf(cellAt(grid, row, column));
    if (text === "" || !isUnitText(text)) continue;
    if (unit !== null || mergedAt(grid, row, column)) return null;
    unit = column;
  }
  return unit;
}

function isYear(value: unknown): boolean {
  return typeof value === "number" && Number.isInteger(value) && value >= 1950 && value < 2100;
}

/** A date in a heading reads as a date. */
function headingText(grid: SheetGrid, row: number, column: number): string {
  const value = cellAt(grid, row, column);
  if (!isDateCell(value, formatAt(grid, row, column))) return clipped(textOf(value));
  const date = dateOfSerial(value, grid.date1904);
  return `${String(date.getUTCDate()).padStart(2, "0")}/${String(date.getUTCMonth() + 1).padStart(2, "0")}/${date.getUTCFullYear()}`;
}

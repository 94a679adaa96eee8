import { areasMeet, holdsCell, type SheetArea } from "../../cells/area";
import { isBlank, textOf } from "../../cells/cell";
import { headingLikeness } from "./headings";
import { cellAt, formatAt, lastColumn, lastRow, type SheetGrid, type TableArea } from "./sheetGrid";
import { titleLines } from "./titles";
import { isDateFormat } from "./years";

/** A header row (or two, where headings are merged) that could begin a table. Rows and columns are zero-based on the sheet. */
export interface HeaderRow {
  grid: SheetGrid;
  /** The Excel table it heads, if it is one. */
  table: TableArea | null;
  top: number;
  rowCount: 1 | 2;
  columns: HeaderColumn[];
  /** Texts right above, nearest last. */
  titles: string[];
  /** The area that the user gave, which bounds the rows. */
  within: SheetArea | null;
}

export interface HeaderColumn {
  column: number;
  /** Row of the cell that holds the heading. */
  row: number;
  /** "" where a column with data has no heading. */
  heading: string;
  /** With the merged heading over it in front: "Growth 2015/16". */
  full: string;
  /** Whether an empty column stands between this one and the one before. */
  afterSpace: boolean;
}

/** Every row of a sheet that could be a header: that of each Excel table, and each plain row of texts and years. */
export function headerRows(grid: SheetGrid, within: SheetArea | null = null): HeaderRow[] {
  const found: HeaderRow[] = [];
  for (const table of grid.tables) {
    if (isOwnOutput(table.name) || (within && !areasMeet(table, within))) continue;
    found.push(excelTableHeader(grid, table, within));
  }
  const top = within ? Math.max(grid.row, within.row) : grid.row;
  const bottom = within ? Math.min(lastRow(grid), within.row + within.rowCount - 1) : lastRow(grid);
  const left = within ? within.column : grid.column;
  const right = within ? within.column + within.columnCount - 1 : lastColumn(grid);
  for (let row = top; row <= bottom; row++) {
    if (!mayHead(grid, row, left, right, within !== null)) continue;
    found.push(...plainHeaders(grid, row, 1, left, right, within));
    if (row < bottom && mayHeadBelow(grid, row + 1, left, right) && isMerged(grid, row, left, right))
      found.push(...plainHeaders(grid, row, 2, left, right, within));
  }
  return found;
}

/** The tables that this add-in writes are results, never input. */
function isOwnOutput(tableName: string): boolean {
  return /^Savings(Summary|Breakdown|Groups|Types|Bridge|Notes|Risk|Comparison)_/i.test(tableName);
}

export function firstColumnOf(header: HeaderRow): number {
  return header.columns[0]?.column ?? 0;
}

export function lastColumnOf(header: HeaderRow): number {
  return header.columns[header.columns.length - 1]?.column ?? 0;
}

/** Rows of the sheet, over the header's columns. */
export function rowsOf(header: HeaderRow, top: number, bottom: number): SheetArea {
  const column = firstColumnOf(header);
  const columnCount = lastColumnOf(header) - column + 1;
  return { sheet: header.grid.sheet, row: top, column, rowCount: bottom - top + 1, columnCount };
}

function excelTableHeader(grid: SheetGrid, table: TableArea, within: SheetArea | null): HeaderRow {
  const columns = Array.from({ length: table.columnCount }, (_, index): HeaderColumn => {
    const heading = textOf(cellAt(grid, table.row, table.column + index));
    return { column: table.column + index, row: table.row, heading, full: heading, afterSpace: false };
  });
  const titles = titleLines(grid, table.row, table.column, table.column + table.columnCount - 1);
  return { grid, table, top: table.row, rowCount: 1, columns, titles, within };
}

/**
 * Whether a row, Excel tables left out, may be a header: one of its texts is like a heading; two are known where other numbers stand in the row, as
 * in a data row or beside notes at the right. Inside an area that the user gave, any text will do.
 */
function mayHead(grid: SheetGrid, row: number, left: number, right: number, isGiven: boolean): boolean {
  let texts = 0;
  let like = 0;
  let known = 0;
  let numbers = 0;
  for (let column = left; column <= right; column++) {
    const value = cellAt(grid, row, column);
    if (isBlank(value) || inTable(grid, row, column)) continue;
    if (!isHeadingCell(grid, row, column)) numbers++;
    if (typeof value !== "string") continue;
    texts++;
    const likeness = headingLikeness(textOf(value));
    if (likeness !== "none") like++;
    if (likeness === "known") known++;
  }
  if (isGiven) return texts > 0;
  return numbers > 0 ? known >= 2 : like > 0;
}

/** Whether the row under a first header row may be a second one: it holds headings alone. */
function mayHeadBelow(grid: SheetGrid, row: number, left: number, right: number): boolean {
  let filled = 0;
  for (let column = left; column <= right; column++) {
    if (isBlank(cellAt(grid, row, column)) || inTable(grid, row, column)) continue;
    if (!isHeadingCell(grid, row, column)) return false;
    filled++;
  }
  return filled > 0;
}

/** Headings over two rows leave blanks in one of them: where a heading is merged across columns, or down. */
function isMerged(grid: SheetGrid, row: number, left: number, right: number): boolean {
  for (let column = left; column <= right; column++) {
    if (isBlank(cellAt(grid, row, column)) !== isBlank(cellAt(grid, row + 1, column))) return true;
  }
  return false;
}

/** A text, or a number that can be a year. */
function isHeadingCell(grid: SheetGrid, row: number, column: number): boolean {
  const value = cellAt(grid, row, column);
  return typeof value === "string" || (typeof value === "number" && isYearNumber(value, formatAt(grid, row, column)));
}

function isYearNumber(value: number, numberFormat: string): boolean {
  return (
    isDateFormat(numberFormat) ||
    (Number.isInteger(value) && ((value >= 1900 && value < 2200) || (value >= 0 && value <= 60)))
  );
}

/** The header cells of a row as tables side by side: each run of columns alone, and runs one empty column apart together. */
function plainHeaders(
  grid: SheetGrid,
  top: number,
  rowCount: 1 | 2,
  left: number,
  right: number,
  within: SheetArea | null,
): HeaderRow[] {
  const runs: HeaderColumn[][] = [];
  let spaces = 2;
  for (let column = left; column <= right; column++) {
    const header = headerColumn(grid, top, rowCount, column);
    const foot = top + rowCount - 1;
    const outside =
      inTable(grid, foot, column) || (!isBlank(cellAt(grid, foot, column)) && !isHeadingCell(grid, foot, column));
    if (!outside && (header.heading !== "" || (spaces === 0 && hasDataBelow(grid, top + rowCount, column)))) {
      if (spaces === 0) runs[runs.length - 1]?.push(header);
      else runs.push([{ ...header, afterSpace: spaces === 1 && runs.length > 0 }]);
      spaces = 0;
    } else spaces += outside ? 2 : 1;
  }
  const trimmed = runs.map(withoutTrailingBlank).filter((run) => run.length > 0);
  const joined: HeaderColumn[][] = [];
  for (const run of trimmed) {
    const before = joined[joined.length - 1];
    if (before && run[0]?.afterSpace) before.push(...run);
    else joined.push([...run]);
  }
  const alone = trimmed.filter(
    (run) => !joined.some((group) => group.length === run.length && group[0]?.column === run[0]?.column),
  );
  return [...joined, ...alone]
    .filter((columns) => columns.length >= 2)
    .map((columns) => {
      let titles: string[] | null = null;
      return {
        grid,
        table: null,
        top,
        rowCount,
        columns: rowCount === 2 ? withMergedHeadings(grid, top, columns) : columns,
        get titles() {
          return (titles ??= titleLines(
            grid,
            top,
            columns[0]?.column ?? left,
            columns[columns.length - 1]?.column ?? right,
          ));
        },
        within,
      };
    });
}

function headerColumn(grid: SheetGrid, top: number, rowCount: 1 | 2, column: number): HeaderColumn {
  const upper = textOf(cellAt(grid, top, column));
  if (rowCount === 1)
    return {
      column,
      row: top,
      heading: headingText(grid, top, column),
      full: headingText(grid, top, column),
      afterSpace: false,
    };
  const lower = headingText(grid, top + 1, column);
  return lower !== ""
    ? { column, row: top + 1, heading: lower, full: lower, afterSpace: false }
    : { column, row: top, heading: upper, full: upper, afterSpace: false };
}

/** A date used as a heading reads as its fiscal year through its text. */
function headingText(grid: SheetGrid, row: number, column: number): string {
  const value = cellAt(grid, row, column);
  if (typeof value === "number" && isDateFormat(formatAt(grid, row, column))) {
    const date = new Date(Date.UTC(1899, 11, 30) + Math.round(value * 86_400_000));
    return String(date.getUTCFullYear());
  }
  return textOf(value);
}

/** A heading merged over several columns stands in the first of them; a title at the left edge is none. */
function withMergedHeadings(grid: SheetGrid, top: number, columns: HeaderColumn[]): HeaderColumn[] {
  let over = "";
  return columns.map((column, index) => {
    const upper = textOf(cellAt(grid, top, column.column));
    if (upper !== "" || column.afterSpace) over = index === 0 ? "" : upper;
    return column.row === top || over === "" ? column : { ...column, full: `${over} ${column.heading}` };
  });
}

function withoutTrailingBlank(run: HeaderColumn[]): HeaderColumn[] {
  let end = run.length;
  while (end > 0 && run[end - 1]?.heading === "") end--;
  return run.slice(0, end);
}

function hasDataBelow(grid: SheetGrid, row: number, column: number): boolean {
  for (let below = row; below < row + 4; below++) if (!isBlank(cellAt(grid, below, column))) return true;
  return false;
}

function inTable(grid: SheetGrid, row: number, column: number): boolean {
  return grid.tables.some((table) => holdsCell(table, row, column));
}

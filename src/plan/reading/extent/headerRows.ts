import { areasMeet, holdsCell, type Area, type SheetArea } from "../../../cells/area";
import { isBlank, textOf } from "../../../cells/cell";
import { isNumberText } from "../cells/amountText";
import { findPeriod, isDateCell } from "../cells/times/period";
import { isUnitText } from "../cells/units";
import { anyYears, findYear } from "../cells/times/years";
import { cellAt, formatAt, lastColumn, lastRow, type SheetGrid, type TableArea } from "../sheetGrid";
import { headerColumns, isBandRow, type HeaderColumn } from "./headerColumns";
import { beginsAnew, headedAlike } from "./headersBeside";
import { titleLines } from "./titles";

/** Where a table may begin: its row of headings with the bands over it. Rows and columns are zero-based on the sheet. */
export interface HeaderRow {
  grid: SheetGrid;
  /** The Excel table it heads, if it is one. */
  table: TableArea | null;
  /** First row of the headings, bands included. */
  top: number;
  rowCount: number;
  columns: HeaderColumn[];
  /** Texts right above, nearest last. */
  titles: string[];
  /** The rows and columns that are known to belong to it: an area that the user gave, an AutoFilter's range. */
  within: SheetArea | null;
  /** That area is an AutoFilter's: rows that were added later stand below it. */
  isFiltered: boolean;
  /** Columns whose cells below are of another kind than the heading: what tells a header from a row of texts. */
  contrast: number[];
}

export function firstColumnOf(header: HeaderRow): number {
  return header.columns[0]?.column ?? 0;
}

export function lastColumnOf(header: HeaderRow): number {
  return header.columns[header.columns.length - 1]?.column ?? 0;
}

export function firstDataRow({ top, rowCount }: HeaderRow): number {
  return top + rowCount;
}

/** Rows of the sheet, over the header's columns. */
export function rowsOf(header: HeaderRow, top: number, bottom: number): SheetArea {
  const column = firstColumnOf(header);
  const columnCount = lastColumnOf(header) - column + 1;
  return { sheet: header.grid.sheet, row: top, column, rowCount: bottom - top + 1, columnCount };
}

/** Whether two header rows share a heading's cell. */
export function headersMeet(a: HeaderRow, b: HeaderRow): boolean {
  if (a.grid !== b.grid) return false;
  const rows = a.top < b.top + b.rowCount && b.top < a.top + a.rowCount;
  return rows && firstColumnOf(a) <= lastColumnOf(b) && firstColumnOf(b) <= lastColumnOf(a);
}

/**
 * Every row of a sheet that could be a header: that of each Excel table, and each plain row of texts, years and dates over cells of another kind.
 * Inside an area that the user gave, its first row of texts will do as well.
 *
 * @param most rows that are looked at, from the first
 */
export function headerRows(grid: SheetGrid, within: SheetArea | null = null, most = Infinity): HeaderRow[] {
  const found: HeaderRow[] = [];
  for (const table of grid.tables)
    if (!isOwnOutput(table.name) && (!within || areasMeet(table, within)))
      found.push(excelTableHeader(grid, table, within));
  const top = within ? Math.max(grid.row, within.row) : grid.row;
  const end = within ? Math.min(lastRow(grid), within.row + within.rowCount - 1) : lastRow(grid);
  const bottom = Math.min(end, top + most - 1);
  const left = within ? within.column : grid.column;
  const right = within ? within.column + within.columnCount - 1 : lastColumn(grid);
  for (let row = top; row <= bottom; row++) {
    if (grid.values[row - grid.row]?.every(isBlank)) continue;
    for (const columns of runsOf(grid, row, left, right, within !== null)) {
      const contrast = contrastOf(grid, row, columns);
      if ((contrast.length === 0 && !within) || isUnitsOnly(grid, row, columns)) continue;
      found.push(plainHeader(grid, row, top, columns, contrast, within));
    }
  }
  return found.filter((header) => !found.some((deeper) => isBandOf(header, deeper)));
}

/**
 * Whether a header is but the bands of another, whose own row right below holds nothing but years, months or quarters, or texts of which some stand under
 * blanks: Plan and Forecast under each year.
 */
function isBandOf(header: HeaderRow, deeper: HeaderRow): boolean {
  const [row, below] = [header.top + header.rowCount - 1, deeper.top + deeper.rowCount - 1];
  if (header.table || deeper.table || below !== row + 1 || deeper.top > row) return false;
  if (firstColumnOf(deeper) > firstColumnOf(header) || lastColumnOf(deeper) < lastColumnOf(header)) return false;
  if (isSplitBelow(header, deeper)) return true;
  const filled = deeper.columns.filter(({ column }) => !isBlank(cellAt(deeper.grid, below, column)));
  const blanks = deeper.columns.filter(({ column }) => isBlank(cellAt(deeper.grid, below, column)));
  if (filled.length < 2 || blanks.length === 0) return false;
  if (filled.every(({ column }) => isPeriodCell(deeper.grid, below, column))) return true;
  const isUnderBlank = ({ column }: HeaderColumn): boolean => isBlank(cellAt(deeper.grid, row, column));
  return (
    blanks.some((column) => column.column === firstColumnOf(header)) &&
    filled.every(({ column }) => typeof cellAt(deeper.grid, below, column) === "string") &&
    filled.filter(isUnderBlank).length >= filled.length / 3 &&
    filled.some((column) => isUnderBlank(column) && deeper.contrast.includes(column.column))
  );
}

/**
 * Two rows of headings that fit into one another: what is blank in the upper one has a text below, some of them over numbers; and what is blank below
 * stands under a heading of its own. A row of data would have an owner under "Owner".
 */
function isSplitBelow(header: HeaderRow, deeper: HeaderRow): boolean {
  const row = header.top + header.rowCount - 1;
  const { grid, columns, contrast } = deeper;
  const isEmpty = (at: number, column: number): boolean => isBlank(cellAt(grid, at, column));
  const goesOn = columns.filter(({ column }) => isEmpty(row, column));
  const ends = columns.filter(({ column }) => isEmpty(row + 1, column));
  return (
    ends.length > 0 &&
    goesOn.some(({ column }) => contrast.includes(column)) &&
    columns.every(({ column }) => isEmpty(row + 1, column) || typeof cellAt(grid, row + 1, column) === "string") &&
    goesOn.every(({ column }) => column > firstColumnOf(deeper) && !isEmpty(row + 1, column)) &&
    ends.every(({ column }) => !isEmpty(row, column) && !isEmpty(row, column + 1)) &&
    columns.every(({ column }) => isEmpty(row, column) || isEmpty(row + 1, column) || isEmpty(row, column + 1))
  );
}

function isPeriodCell(grid: SheetGrid, row: number, column: number): boolean {
  const value = cellAt(grid, row, column);
  if (typeof value !== "string") return isHeadingCell(grid, row, column);
  return findPeriod(textOf(value), anyYears)?.rest === "";
}

/** Rows of a sheet with the very headings of a table elsewhere: they begin another like it, whatever stands below. */
export function headersLike(grid: SheetGrid, known: HeaderRow): HeaderRow[] {
  const headings = known.columns.map(({ heading }) => heading.toLowerCase());
  const first = headings.findIndex((heading) => heading !== "");
  const own = headings[first];
  const found: HeaderRow[] = [];
  if (own === undefined) return found;
  // The last column is found by looking at every row: once, not for each cell.
  const right = lastColumn(grid);
  for (let row = grid.row; row <= lastRow(grid); row++) {
    for (let column = grid.column; column <= right; column++) {
      const value = cellAt(grid, row, column);
      if (typeof value === "string" && value.length < own.length) continue;
      if (textOf(value).toLowerCase() !== own) continue;
      const left = column - first;
      if (
        left < 0 ||
        !headings.every((heading, index) => textOf(cellAt(grid, row, left + index)).toLowerCase() === heading)
      )
        continue;
      const columns = known.columns.map((_, index) => left + index);
      found.push(plainHeader(grid, row, grid.row, columns, columns, null));
    }
  }
  return found;
}

/** The tables that this add-in writes are results, never input. */
function isOwnOutput(tableName: string): boolean {
  return ownTable.test(tableName);
}

const ownTable =
  /^Savings(Summary|Breakdown|Groups|Types|Bridge|Position|Inputs|Splits|Workings|ByCategory|AsRead|Notes|Risk|Comparison|Assurance|AssuranceLog)_/i;

function excelTableHeader(grid: SheetGrid, table: TableArea, within: SheetArea | null): HeaderRow {
  const columns = Array.from({ length: table.columnCount }, (_, index) => table.column + index);
  return {
    grid,
    table,
    top: table.row,
    rowCount: 1,
    columns: headerColumns(grid, table.row, table.row, columns),
    titles: titleLines(grid, table.row, table.column, table.column + table.columnCount - 1),
    within,
    isFiltered: false,
    contrast: columns,
  };
}

function plainHeader(
  grid: SheetGrid,
  row: number,
  highest: number,
  columns: number[],
  contrast: number[],
  within: SheetArea | null,
): HeaderRow {
  const [left = 0] = columns;
  const right = columns[columns.length - 1] ?? left;
  let top = row;
  while (top > highest && row - top < mostBands && isBandRow(grid, top - 1, left, right)) top--;
  let titles: string[] | null = null;
  const filter = within ? null : filterAt(grid, row, left, right);
  return {
    grid,
    table: null,
    top,
    rowCount: row - top + 1,
    columns: headerColumns(grid, top, row, columns),
    get titles() {
      return (titles ??= titleLines(grid, top, left, right));
    },
    within: within ?? filter,
    isFiltered: filter !== null,
    contrast,
  };
}

const mostBands = 3;

/** The AutoFilter whose first row this is: it says how far the table goes at least. */
function filterAt(grid: SheetGrid, row: number, left: number, right: number): SheetArea | null {
  const { filter } = grid;
  const isIts =
    filter !== null && filter.row === row && filter.column >= left && filter.column + filter.columnCount - 1 <= right;
  return isIts ? { ...(filter as Area), sheet: grid.sheet } : null;
}

/**
 * The heading cells of a row as tables side by side: each run of columns alone, and runs one empty column apart in every way together; in an area that
 * the user gave, all of them too.
 */
function runsOf(grid: SheetGrid, row: number, left: number, right: number, isGiven: boolean): number[][] {
  const runs: { columns: number[]; isNear: boolean }[] = [];
  let spaces = 2;
  let headings = 0;
  for (let column = left; column <= right; column++) {
    const value = cellAt(grid, row, column);
    const blank = isBlank(value);
    const isHeading = !blank && isHeadingCell(grid, row, column) && !inTable(grid, row, column);
    if (isHeading) headings++;
    const isNameless = blank && hasDataBelow(grid, row + 1, column);
    if (isHeading || isNameless) {
      const last = runs[runs.length - 1];
      if (spaces === 0 && last) last.columns.push(column);
      else runs.push({ columns: [column], isNear: spaces === 1 && runs.length > 0 });
      spaces = 0;
    } else spaces += blank ? 1 : 2;
  }
  if (headings < 2) return [];
  for (const [at, run] of runs.entries()) {
    const begins = run.columns.findIndex(
      (column, index) =>
        index > 1 &&
        headedAlike(grid, row, column, run.columns[0] ?? 0) &&
        beginsAnew(grid, row, run.columns.slice(index), run.columns),
    );
    if (begins > 0)
      runs.splice(
        at,
        1,
        { ...run, columns: run.columns.slice(0, begins) },
        { columns: run.columns.slice(begins), isNear: true },
      );
  }
  const hasHeading = (columns: number[]): boolean => columns.some((column) => !isBlank(cellAt(grid, row, column)));
  return runs
    .flatMap((_, from) => {
      const groups: number[][] = [];
      if (isGiven && from === 0) groups.push(runs.flatMap(({ columns }) => columns));
      const goesOn = (to: number): boolean => {
        const { columns = [], isNear = false } = runs[to] ?? {};
        return isNear && !runs.slice(from, to).some((earlier) => beginsAnew(grid, row, columns, earlier.columns));
      };
      for (let to = from; to < runs.length && to - from < mostJoined && (to === from || goesOn(to)); to++)
        groups.push(
          withoutNamelessEnd(
            grid,
            row,
            runs.slice(from, to + 1).flatMap(({ columns }) => columns),
          ),
        );
      return from === 0 && isGiven ? groups : groups.reverse();
    })
    .filter((columns) => columns.length >= 2 && hasHeading(columns));
}

/** Notes at the right have no heading; what names the rows may have none either, at the left. */
function withoutNamelessEnd(grid: SheetGrid, row: number, columns: readonly number[]): number[] {
  let end = columns.length;
  const isNameless = (column: number): boolean =>
    isBlank(cellAt(grid, row, column)) && !isHeadedAbove(grid, row, column, columns);
  while (end > 0 && isNameless(columns[end - 1] ?? 0)) end--;
  return columns.slice(0, end);
}

/** Numbers under a band that has no headings below it: "2026/27" beside the quarters of 2025/26. */
function isHeadedAbove(grid: SheetGrid, row: number, column: number, columns: readonly number[]): boolean {
  const above = (one: number): boolean => row > 0 && !isBlank(cellAt(grid, row - 1, one));
  if (!above(column) || !columns.some((one) => one < column && above(one))) return false;
  const below = [1, 2].map((step) => cellAt(grid, row + step, column));
  return below.some((value) => typeof value === "number" || isNumberText(value));
}

/** So many runs, each an empty column from the next, may be one table. */
const mostJoined = 6;

/** Columns with a text, a year or a date over numbers, dates or percents: a row of data has the same kind above as below. */
function contrastOf(grid: SheetGrid, row: number, columns: number[]): number[] {
  return columns.filter((column) => {
    if (isBlank(cellAt(grid, row, column))) return false;
    const head = cellAt(grid, row, column);
    const isLabel = typeof head === "number" || isNumberText(head);
    for (let below = row + 1, seen = 0; below <= Math.min(row + deepest, lastRow(grid)) && seen < 4; below++) {
      const value = cellAt(grid, below, column);
      if (isBlank(value)) continue;
      seen++;
      const isYear = isLabel && isHeadingCell(grid, below, column);
      if (typeof value === "number" && !(isYear && follows(grid, below, column) >= follows(grid, row, column)))
        return true;
      if (!isLabel && isNumberText(value) && !/^\s*(19|20)\d\d\s*$/.test(String(value))) return true;
    }
    return false;
  });
}

/** Whether a number is the next after that of the cell before it, or the last before that of the cell behind: 2015, 2016, but not 2015, 2017. */
function follows(grid: SheetGrid, row: number, column: number): 0 | 1 {
  const value = cellAt(grid, row, column);
  return [-1, 1].some((step) => cellAt(grid, row, column + step) === Number(value) + step) ? 1 : 0;
}

/** A row that holds units alone stands between the headings and the data. */
function isUnitsOnly(grid: SheetGrid, row: number, columns: readonly number[]): boolean {
  return columns.every((column) => isBlank(cellAt(grid, row, column)) || isUnitText(textOf(cellAt(grid, row, column))));
}

const deepest = 12;

/** A text, or a number that can be a year. */
function isHeadingCell(grid: SheetGrid, row: number, column: number): boolean {
  const value = cellAt(grid, row, column);
  if (typeof value === "string") return true;
  if (typeof value !== "number") return false;
  if (isDateCell(value, formatAt(grid, row, column))) return true;
  return Number.isInteger(value) && value >= 1950 && value < 2100 && hasYearBeside(grid, row, column, value);
}

/** An amount of 2000 is no year: the heading beside it is the next or the one before, or the one two columns on. */
function hasYearBeside(grid: SheetGrid, row: number, column: number, year: number): boolean {
  return [-3, -2, -1, 1, 2, 3].some((step) => {
    const beside = cellAt(grid, row, column + step);
    const number =
      typeof beside === "number"
        ? beside
        : typeof beside === "string"
          ? Number(/\b(19|20)\d\d\b/.exec(beside)?.[0])
          : NaN;
    return Math.abs(number - year) >= 1 && Math.abs(number - year) <= 3;
  });
}

/** A column without a heading belongs to the table where its cells begin before a row that is blank here and beside. */
function hasDataBelow(grid: SheetGrid, row: number, column: number): boolean {
  for (let below = row, blanks = 0; below < row + 6 && blanks < 2; below++) {
    if (!isBlank(cellAt(grid, below, column))) return true;
    if (isBlank(cellAt(grid, below, column - 1)) && isBlank(cellAt(grid, below, column + 1))) blanks++;
  }
  return false;
}

function inTable(grid: SheetGrid, row: number, column: number): boolean {
  return grid.tables.some((table) => holdsCell(table, row, column));
}

/** Whether the headings of two rows are the same, so that one repeats the other or both begin parts of one register. */
export function sameHeadings(a: HeaderRow, b: HeaderRow): boolean {
  return headingsOf(a).join("\n") === headingsOf(b).join("\n");
}

/** Whether they are the same but for the years in them: "Saving 2024/25" on one sheet, "Saving 2025/26" on another. */
export function sameButForYears(a: HeaderRow, b: HeaderRow): boolean {
  const key = (header: HeaderRow): string =>
    headingsOf(header)
      .map((heading) => findYear(heading, anyYears)?.rest ?? heading)
      .join("\n");
  return key(a) === key(b);
}

function headingsOf({ columns }: HeaderRow): string[] {
  return columns.map(({ heading }) => heading.toLowerCase()).filter(Boolean);
}

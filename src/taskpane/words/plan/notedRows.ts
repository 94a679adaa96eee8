import { cellAddress, readArea } from "../../../cells/address";
import { areasMeet } from "../../../cells/area";
import { textOf } from "../../../cells/cell";
import type { Corrections, PlanReading, TableReading } from "../../../plan/reading/planReading";
import { cellAt, lastColumn, type SheetGrid } from "../../../plan/reading/sheetGrid";

/** A row of a table that does not count, or that the user has spoken of. */
export interface NotedRow {
  cell: string;
  /** The row's first cell in its table, by which corrections name it. */
  key: string;
  /** What stands first in the row. */
  name: string;
  /** "is a note". */
  why: string;
  /** What the user said of it; null where the reading alone decided. */
  said: "counts" | "left out" | null;
}

/** The rows that were left out, totals and headings of sections among them, in the sheet's order; first those that the user spoke of. */
export function notedRows(
  table: TableReading,
  { rows = {} }: Corrections,
  { grids, ...reading }: PlanReading & { grids: readonly SheetGrid[] },
): NotedRow[] {
  const tables = [...reading.registers, reading.spending, reading.funding].filter((one) => one !== null);
  const noted = (cell: string, why: string): NotedRow[] => {
    const at = readArea(cell, table.sheet);
    const grid = grids.find(({ sheet }) => sheet === at?.sheet);
    const key = rowKey(table, cell);
    if (!at || key === null) return [];
    const name = grid ? rowName(grid, at.row, readArea(table.address, table.sheet)?.column ?? at.column) : "";
    return [{ cell, key, name, why, said: rows[key] ?? null }];
  };
  const read = [
    ...table.leftOut.flatMap(({ cell, why }) => noted(cell, why)),
    ...table.totals.flatMap((cell) => noted(cell, "is a total")),
    ...table.sections.flatMap((cell) => noted(cell, "is a heading")),
  ];
  const spokenOf = Object.entries(rows).filter(([cell]) => isNearest(table, cell, tables));
  const own = spokenOf.flatMap(([cell, said]) =>
    noted(cell, said === "counts" ? "counts, as you said" : "left out, as you said"),
  );
  const told = new Set(own.map(({ key }) => key));
  const seen = new Set<string>();
  const others = read.filter(({ key }) => !told.has(key) && !seen.has(key) && seen.add(key));
  return [...own, ...others.sort((a, b) => rowOf(a) - rowOf(b))];
}

function rowName(grid: SheetGrid, row: number, from: number): string {
  for (let column = from; column <= lastColumn(grid); column++) {
    const text = textOf(cellAt(grid, row, column));
    if (text !== "") return text;
  }
  return "";
}

/** The first cell of a cell's row in its table; null where the cell is on another sheet. */
function rowKey(table: TableReading, cell: string): string | null {
  const [at, place] = [readArea(cell, table.sheet), readArea(table.address, table.sheet)];
  return at && place && at.sheet === place.sheet ? cellAddress(place.sheet, at.row, place.column) : null;
}

/** Whether no other table is nearer to a row: one that was left out may stand below its table. */
function isNearest(table: TableReading, cell: string, tables: readonly TableReading[]): boolean {
  const far = distance(table, cell);
  return far !== null && tables.every((other) => (distance(other, cell) ?? far) >= far);
}

/** Rows and columns between a cell and a table; null where they stand on different sheets. */
function distance({ address, sheet }: TableReading, cell: string): number | null {
  const [at, place] = [readArea(cell, sheet), readArea(address, sheet)];
  if (!at || !place || at.sheet !== place.sheet) return null;
  const beyond = (from: number, start: number, count: number): number =>
    Math.max(start - from, from - (start + count - 1), 0);
  return beyond(at.row, place.row, place.rowCount) + beyond(at.column, place.column, place.columnCount);
}

/** The keys of the data rows that a selection touches. */
export function selectedRows(tables: readonly TableReading[], selected: string): string[] {
  const at = readArea(selected, "");
  const table = tables.find(({ sheet, address }) => {
    const place = readArea(address, sheet);
    return place && at?.sheet === place.sheet && areasMeet({ ...at, column: place.column, columnCount: 1 }, place);
  });
  const place = table && readArea(table.address, table.sheet);
  if (!at || !place) return [];
  const headings = Math.max(...table.columns.map(({ address }) => readArea(address, table.sheet)?.row ?? place.row));
  const first = Math.max(at.row, headings + 1);
  const last = Math.min(at.row + at.rowCount, place.row + place.rowCount) - 1;
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) =>
    cellAddress(place.sheet, first + index, place.column),
  );
}

function rowOf({ cell }: NotedRow): number {
  return readArea(cell, "")?.row ?? 0;
}

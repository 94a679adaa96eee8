import type { Area } from "../../cells/area";
import type { Cell } from "../../cells/cell";

/** The used cells of one worksheet as they were read, with what is needed to understand and to address them. */
export interface SheetGrid {
  sheet: string;
  /** Zero-based row and column of `values[0][0]` on the sheet. */
  row: number;
  column: number;
  values: Cell[][];
  /** Excel number formats, same shape as `values`. */
  numberFormats: string[][];
  /** Excel tables that lie on this sheet, zero-based on the sheet, header and totals row included. */
  tables: TableArea[];
  /** Zero-based sheet rows and columns that are hidden. */
  hiddenRows: number[];
  hiddenColumns: number[];
}

export interface TableArea extends Area {
  name: string;
  hasTotalsRow: boolean;
}

/** What stands in a cell, by zero-based sheet row and column; blank outside the used range. */
export function cellAt(grid: SheetGrid, row: number, column: number): Cell {
  return grid.values[row - grid.row]?.[column - grid.column] ?? null;
}

export function formatAt(grid: SheetGrid, row: number, column: number): string {
  return grid.numberFormats[row - grid.row]?.[column - grid.column] ?? "General";
}

export function lastRow(grid: SheetGrid): number {
  return grid.row + grid.values.length - 1;
}

export function lastColumn(grid: SheetGrid): number {
  return grid.column + Math.max(0, ...grid.values.map((row) => row.length)) - 1;
}

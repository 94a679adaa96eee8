import { holdsCell, type Area } from "../../cells/area";
import type { Cell } from "../../cells/cell";

/** The used cells of one worksheet as they were read, with what is needed to understand and to address them. */
export interface SheetGrid {
  sheet: string;
  /** Of the worksheet: it stays when the sheet is renamed. */
  id?: string;
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
  /** The sheet is hidden, or very hidden. */
  isHidden: boolean;
  /** Merged cells, zero-based on the sheet; the value stands in the first of them. Empty where Excel cannot say (before ExcelApi 1.13). */
  merged: Area[];
  /** Formulas with their "=", by `formulaKey`. Of a large sheet only those that may be totals: see readFormulas. */
  formulas: ReadonlyMap<string, string>;
  /** What the sheet's own AutoFilter covers, headings included; those of Excel tables are not among it. */
  filter: Area | null;
  /** The workbook counts dates from 1904: its serials are 1,462 less than elsewhere for the same day. */
  date1904: boolean;
}

export interface TableArea extends Area {
  name: string;
  hasTotalsRow: boolean;
}

/** The key of `formulas` for a cell, by zero-based sheet row and column. */
export function formulaKey(row: number, column: number): string {
  return `${row},${column}`;
}

/** What stands in a cell, by zero-based sheet row and column; blank outside the used range. */
export function cellAt(grid: SheetGrid, row: number, column: number): Cell {
  return grid.values[row - grid.row]?.[column - grid.column] ?? null;
}

export function formulaAt(grid: SheetGrid, row: number, column: number): string | undefined {
  return grid.formulas.get(`${row},${column}`);
}

/** The merged cells that a cell belongs to. */
export function mergedAt(grid: SheetGrid, row: number, column: number): Area | undefined {
  if (grid.merged.length === 0) return undefined;
  const isInside = row >= grid.row && row <= lastRow(grid);
  const near = isInside ? mergedByRow(grid).get(row) : grid.merged;
  return near?.find((area) => holdsCell(area, row, column));
}

/** The merged cells of each row that was read: a register may merge every name over its rows, and each cell asks. */
function mergedByRow(grid: SheetGrid): Map<number, Area[]> {
  const known = mergedRows.get(grid);
  if (known) return known;
  const byRow = new Map<number, Area[]>();
  for (const area of grid.merged) {
    const bottom = Math.min(area.row + area.rowCount - 1, lastRow(grid));
    for (let row = Math.max(area.row, grid.row); row <= bottom; row++) {
      const others = byRow.get(row);
      if (others) others.push(area);
      else byRow.set(row, [area]);
    }
  }
  mergedRows.set(grid, byRow);
  return byRow;
}

const mergedRows = new WeakMap<SheetGrid, Map<number, Area[]>>();

export function formatAt(grid: SheetGrid, row: number, column: number): string {
  return grid.numberFormats[row - grid.row]?.[column - grid.column] ?? "General";
}

export function lastRow(grid: SheetGrid): number {
  return grid.row + grid.values.length - 1;
}

export function lastColumn(grid: SheetGrid): number {
  return grid.column + grid.values.reduce((width, row) => Math.max(width, row.length), 0) - 1;
}

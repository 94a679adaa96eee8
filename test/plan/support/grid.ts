import type { Cell } from "../../../src/cells/cell";
import type { SheetGrid, TableArea } from "../../../src/plan/reading/sheetGrid";

/** A value with its number format: 2% in a cell formatted so. */
export interface FormattedCell {
  value: Cell;
  format: string;
}

export type CellText = Cell | FormattedCell;

export const percent = (value: number): FormattedCell => ({ value, format: "0.0%" });

/** A sheet from rows that begin at `at` ("B6"); null is a blank. */
export function grid(
  sheet: string,
  rows: CellText[][],
  options: {
    at?: [row: number, column: number];
    tables?: TableArea[];
    hiddenRows?: number[];
    hiddenColumns?: number[];
  } = {},
): SheetGrid {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const cells = rows.map((row) => Array.from({ length: width }, (_, column) => asFormatted(row[column] ?? null)));
  const [row, column] = options.at ?? [0, 0];
  return {
    sheet,
    row,
    column,
    values: cells.map((line) => line.map(({ value }) => value)),
    numberFormats: cells.map((line) => line.map(({ format }) => format)),
    tables: options.tables ?? [],
    hiddenRows: options.hiddenRows ?? [],
    hiddenColumns: options.hiddenColumns ?? [],
  };
}

function asFormatted(cell: CellText): FormattedCell {
  if (cell !== null && typeof cell === "object" && "format" in cell) return cell;
  return { value: cell, format: "General" };
}

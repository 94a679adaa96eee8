import type { Cell } from "../../../src/cells/cell";
import type { SheetGrid } from "../../../src/plan/reading/sheetGrid";

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
  options: Partial<Omit<SheetGrid, "sheet" | "row" | "column" | "values" | "numberFormats">> & {
    at?: [row: number, column: number];
  } = {},
): SheetGrid {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const cells = rows.map((row) => Array.from({ length: width }, (_, column) => asFormatted(row[column] ?? null)));
  const { at = [0, 0], ...others } = options;
  const [row, column] = at;
  return {
    sheet,
    row,
    column,
    values: cells.map((line) => line.map(({ value }) => value)),
    numberFormats: cells.map((line) => line.map(({ format }) => format)),
    ...plainSheet,
    ...others,
  };
}

/** What a grid says of a sheet beside its cells, where there is nothing to say. */
export const plainSheet = {
  tables: [],
  hiddenRows: [],
  hiddenColumns: [],
  isHidden: false,
  merged: [],
  formulas: new Map(),
  filter: null,
  date1904: false,
} satisfies Partial<SheetGrid>;

function asFormatted(cell: CellText): FormattedCell {
  if (cell !== null && typeof cell === "object" && "format" in cell) return cell;
  return { value: cell, format: "General" };
}

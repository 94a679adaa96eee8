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

/** What a cell holds: a blank is "" or null, an Excel error is `{ error: "#N/A" }`, never plain text. */
export type Cell = number | string | boolean | null | CellError;

export interface CellError {
  error: string;
}

export interface TableArea {
  name: string;
  row: number;
  column: number;
  rowCount: number;
  columnCount: number;
  hasTotalsRow: boolean;
}

/** Part of one sheet, zero-based. */
export interface SheetArea {
  sheet: string;
  row: number;
  column: number;
  rowCount: number;
  columnCount: number;
}

import type { CellInput } from "../excel/cellInput";

/** What the build takes out of the sample's file for `insertSample`. Rows and columns are zero-based, and all begin at A1. */
export interface SampleWorkbook {
  sheets: SampleSheet[];
  /** Its stored scenarios, each an XML document. */
  scenarios: string[];
}

export interface SampleSheet {
  name: string;
  showGridlines: boolean;
  /** As input; null where a formula spills into the cell, or where there is nothing. */
  cells: CellInput[][];
  /** Null for General. */
  numberFormats: (string | null)[][];
  looks: SampleLook[];
  /** Width in points. */
  columns: { column: number; count: number; width: number }[];
  tables: SampleTable[];
  frozen: { rows: number; columns: number };
}

/** Cells of one row that look the same. A colour that is null is the sheet's own. */
export interface SampleLook {
  row: number;
  column: number;
  count: number;
  bold: boolean;
  italic: boolean;
  fontSize: number;
  fontColor: string | null;
  fillColor: string | null;
}

interface SampleTable {
  name: string;
  row: number;
  column: number;
  rowCount: number;
  columnCount: number;
  hasHeaderRow: boolean;
  showFilterButton: boolean;
  style: string | null;
}

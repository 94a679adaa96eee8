import type { SheetContent, WorkbookContent } from "../../xlsx/content";
import { DEFAULT_STYLE } from "../../xlsx/styles/readStyles";

/** A workbook with one empty sheet, "Sheet1". */
export function blankWorkbook(): WorkbookContent {
  const sheets = [blankSheet("Sheet1")];
  return { sheets, names: [], styles: [DEFAULT_STYLE], customXml: [], settings: {}, activeSheet: 0, notShown: [] };
}

export function blankSheet(name: string): SheetContent {
  return {
    partId: null,
    name,
    visibility: "visible",
    isProtected: false,
    cells: new Map(),
    columns: [],
    rows: new Map(),
    merges: [],
    frozen: { rows: 0, columns: 0 },
    showGridlines: true,
    tabColor: null,
    tables: [],
    charts: [],
  };
}

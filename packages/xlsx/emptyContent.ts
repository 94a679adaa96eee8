import type { SheetContent, WorkbookContent } from "./content";

/** An empty workbook with one sheet, as Excel opens it. */
export function emptyWorkbook(): WorkbookContent {
  return {
    sheets: [emptySheet("Sheet1")],
    names: [],
    styles: [],
    customXml: [],
    settings: {},
    activeSheet: 0,
    notShown: [],
  };
}

/** A sheet of that name with nothing on it. */
export function emptySheet(name: string): SheetContent {
  return {
    partId: null,
    name,
    visibility: "visible",
    protection: null,
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

import type { SheetContent, WorkbookContent } from "../../xlsx/content";

/** A workbook with one empty sheet, "Sheet1". */
export function blankWorkbook(): WorkbookContent {
  const sheets = [blankSheet("Sheet1")];
  return { sheets, names: [], styles: [PLAIN], customXml: [], settings: {}, activeSheet: 0, notShown: [] };
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

const PLAIN: WorkbookContent["styles"][number] = {
  numberFormat: "General",
  fontName: "Calibri",
  fontSize: 11,
  bold: false,
  italic: false,
  underline: false,
  fontColor: null,
  fillColor: null,
  horizontal: "general",
  vertical: "bottom",
  wrap: false,
  indent: 0,
  borders: { top: null, bottom: null, left: null, right: null },
};

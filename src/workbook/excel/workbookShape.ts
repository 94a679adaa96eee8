import { ownSheetsAmong, type OwnSheet } from "../own/ownSheets";

/** What is asked of a workbook before its cells: sheets, tables, names, scenario parts and settings, all in one sync. */
export interface WorkbookShape {
  sheets: { name: string; id: string; visibility: string }[];
  tables: { name: string; sheet: string; hasTotalsRow: boolean }[];
  names: { name: string; formula: string; comment: string }[];
  ownSheets: OwnSheet[];
  /** The workbook's structure is locked: no sheet can be added. */
  structureProtected: boolean;
}

/** The objects to load; `shapeOf` reads them after the sync. */
export function askForShape(context: Excel.RequestContext): ShapeQuery {
  const { worksheets, tables, names, protection } = context.workbook;
  worksheets.load("items/name,items/id,items/visibility");
  tables.load("items/name,items/showTotals,items/worksheet/name");
  names.load("items/name,items/formula,items/comment");
  protection.load("protected");
  return { worksheets, tables, names, protection };
}

export function shapeOf({ worksheets, tables, names, protection }: ShapeQuery): WorkbookShape {
  const named = names.items.map(({ name, formula, comment }) => ({ name, formula: String(formula), comment }));
  return {
    sheets: worksheets.items.map(({ name, id, visibility }) => ({ name, id, visibility })),
    tables: tables.items.map((table) => ({
      name: table.name,
      sheet: table.worksheet.name,
      hasTotalsRow: table.showTotals,
    })),
    names: named,
    ownSheets: ownSheetsAmong(
      named,
      worksheets.items.map((sheet) => sheet.name),
    ),
    structureProtected: protection.protected,
  };
}

export interface ShapeQuery {
  worksheets: Excel.WorksheetCollection;
  tables: Excel.TableCollection;
  names: Excel.NamedItemCollection;
  protection: Excel.WorkbookProtection;
}

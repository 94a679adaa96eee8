import type { Area } from "../../cells/area";
import type { SheetGrid, TableArea } from "../../plan/reading/sheetGrid";
import { sharedListAmong } from "../own/ownSheets";
import type { WorkbookShape } from "../excel/workbookShape";
import { gridBefore, type ReadBefore } from "./sheetsKept";

/** What was asked of the sheets in one sync; `readGrids` reads it after that. */
export interface SheetsQuery {
  sheets: SheetQuery[];
  /** The year of the first day that dates are counted from, as Excel's own YEAR says; no member says it. */
  firstYear: Excel.FunctionResult<number>;
}

export interface SheetQuery {
  name: string;
  id: string;
  isHidden: boolean;
  used: Excel.Range;
  /** The first rows and columns of `used`, with their cells. Null where they were not asked for. */
  first: Excel.Range | null;
  /** As it was read before, with the cells that hold formulas: where there are none, and it is used as far as it was, it is not read again. */
  before: { grid: SheetGrid; formulas: Excel.RangeAreas } | null;
  /** Null where Excel is too old to say. */
  merged: Excel.RangeAreas | null;
  filter: Excel.Range;
  tables: { name: string; hasTotalsRow: boolean; range: Excel.Range }[];
}

/**
 * How far each sheet is used and what it says of itself; and at once (`withCells`) its first cells, which in most workbooks are all,
 * so that no more has to be asked. Sheets that a run wrote, and the list of a share copy, are left out.
 */
export function askForSheets(
  context: Excel.RequestContext,
  shape: WorkbookShape,
  withCells: boolean,
  readBefore?: ReadBefore,
): SheetsQuery {
  const own = new Set([...shape.ownSheets.map((sheet) => sheet.sheet), sharedListAmong(shape.names)]);
  const sheets = shape.sheets.filter((sheet) => !own.has(sheet.name));
  const grids = new Map(sheets.map((sheet) => [sheet.id, gridBefore(sheet, readBefore)]));
  const readAnew = sheets.filter(({ id }) => !grids.get(id)).length;
  const firstRows = Math.max(fewestFirstRows, Math.floor(firstRowsOfAll / Math.max(1, readAnew)));
  const firstYear = context.workbook.functions.year(1);
  firstYear.load("value");
  return {
    firstYear,
    sheets: sheets.map(({ name, id, visibility }): SheetQuery => {
      const worksheet = context.workbook.worksheets.getItem(id);
      // The used range of an empty sheet is its first cell.
      const used = worksheet.getUsedRange(true);
      used.load("rowIndex,columnIndex,rowCount,columnCount,rowHidden,columnHidden");
      const grid = grids.get(id) ?? null;
      const filter = worksheet.autoFilter.getRangeOrNullObject();
      filter.load("rowIndex,columnIndex,rowCount,columnCount");
      return {
        ...{ name, id, isHidden: visibility !== "Visible", used, filter },
        first: withCells && !grid ? firstCells(worksheet, used, firstRows) : null,
        before: grid && { grid, formulas: formulasOf(worksheet) },
        merged: mergedIn(used),
        tables: shape.tables
          .filter((table) => table.sheet === name)
          .map((table) => {
            const range = worksheet.tables.getItem(table.name).getRange();
            range.load("rowIndex,columnIndex,rowCount,columnCount");
            return { name: table.name, hasTotalsRow: table.hasTotalsRow, range };
          }),
      };
    }),
  };
}

/** 6,000 rows of 15 columns are what one answer holds with ease. */
const firstRowsOfAll = 6000;
const fewestFirstRows = 100;
const firstColumns = 100;

/** Loaded with as little as tells whether there are any. */
function formulasOf(worksheet: Excel.Worksheet): Excel.RangeAreas {
  const formulas = worksheet.getRange().getSpecialCellsOrNullObject(Excel.SpecialCellType.formulas);
  formulas.load("areaCount");
  return formulas;
}

function firstCells(worksheet: Excel.Worksheet, used: Excel.Range, rows: number): Excel.Range {
  const first = used.getIntersectionOrNullObject(worksheet.getRangeByIndexes(0, 0, rows, firstColumns));
  first.load("rowIndex,columnIndex,rowCount,columnCount,values,valueTypes,numberFormat,formulas");
  return first;
}

/** The merged cells to load, which `mergedOf` reads; null where Excel is too old to say. */
export function mergedIn(used: Excel.Range): Excel.RangeAreas | null {
  if (!Office.context.requirements.isSetSupported("ExcelApi", "1.13")) return null;
  const merged = used.getMergedAreasOrNullObject();
  merged.load("areas/items/rowIndex,areas/items/columnIndex,areas/items/rowCount,areas/items/columnCount");
  return merged;
}

export function mergedOf(merged: Excel.RangeAreas | null): Area[] {
  return merged && !merged.isNullObject ? merged.areas.items.map(areaOf) : [];
}

export function areaOf({ rowIndex, columnIndex, rowCount, columnCount }: Excel.Range): Area {
  return { row: rowIndex, column: columnIndex, rowCount, columnCount };
}

export function tablesOf({ tables }: SheetQuery): TableArea[] {
  return tables.map(({ name, hasTotalsRow, range }) => ({ name, ...areaOf(range), hasTotalsRow }));
}

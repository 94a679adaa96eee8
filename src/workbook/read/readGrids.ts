import { cellAddress } from "../../cells/address";
import type { Cell } from "../../cells/cell";
import type { Finding } from "../../plan/finding";
import type { SheetGrid, TableArea } from "../../plan/reading/sheetGrid";
import type { WorkbookShape } from "../excel/workbookShape";

/** The largest part of one sheet that is read: its first rows and columns. */
export interface ReadingLimit {
  rows: number;
  columns: number;
}

export const usualLimit: ReadingLimit = { rows: 5000, columns: 120 };
/** Where the usual part is more than Excel on the web can answer at once. */
export const smallLimit: ReadingLimit = { rows: 600, columns: 60 };

/** The sheets' used cells to load, without the sheets that a run wrote; `gridsOf` reads them after the sync. */
export function askForGrids(context: Excel.RequestContext, shape: WorkbookShape, limit: ReadingLimit): GridQuery[] {
  const own = new Set(shape.ownSheets.map((sheet) => sheet.sheet));
  return shape.sheets
    .filter((sheet) => !own.has(sheet.name))
    .map((sheet) => {
      const worksheet = context.workbook.worksheets.getItem(sheet.id);
      // The used range of an empty sheet is its first cell.
      const used = worksheet.getUsedRange(true);
      used.load("rowIndex,columnIndex,rowCount,columnCount");
      const part = used.getIntersectionOrNullObject(worksheet.getRangeByIndexes(0, 0, limit.rows, limit.columns));
      part.load("rowIndex,columnIndex,values,valueTypes,numberFormat");
      const tables = shape.tables
        .filter((table) => table.sheet === sheet.name)
        .map((table) => {
          const range = worksheet.tables.getItem(table.name).getRange();
          range.load("rowIndex,columnIndex,rowCount,columnCount");
          return { name: table.name, hasTotalsRow: table.hasTotalsRow, range };
        });
      return {
        sheet: sheet.name,
        used,
        part,
        tables,
        rows: part.getRowProperties({ rowHidden: true }),
        columns: part.getColumnProperties({ columnHidden: true }),
      };
    });
}

/** The sheets as the plan reads them, and a warning for each sheet of which only the first part was read. */
export function gridsOf(queries: readonly GridQuery[]): { grids: SheetGrid[]; findings: Finding[] } {
  const grids: SheetGrid[] = [];
  const findings: Finding[] = [];
  for (const query of queries) {
    if (query.part.isNullObject) continue;
    const { rowIndex, columnIndex, values, valueTypes, numberFormat } = query.part;
    if (values.every((line) => line.every((value) => value === ""))) continue;
    grids.push({
      sheet: query.sheet,
      row: rowIndex,
      column: columnIndex,
      values: values.map((line, row) => line.map((value, column) => cellOf(value, valueTypes[row]?.[column]))),
      numberFormats: numberFormat.map((line) => line.map(String)),
      tables: query.tables.map(areaOf),
      hiddenRows: indicesOf(query.rows.value, (row) => row.rowHidden === true, rowIndex),
      hiddenColumns: indicesOf(query.columns.value, (column) => column.columnHidden === true, columnIndex),
      isHidden: false,
      merged: [],
      formulas: new Map(),
      filter: null,
      date1904: false,
    });
    const readRows = rowIndex + values.length;
    const readColumns = columnIndex + (values[0]?.length ?? 0);
    const { used } = query;
    if (used.rowIndex + used.rowCount > readRows || used.columnIndex + used.columnCount > readColumns) {
      findings.push({
        level: "warning",
        cell: cellAddress(query.sheet, 0, 0),
        message:
          `Only the first ${readRows} rows and ${readColumns} columns of the sheet ${query.sheet} were read; ` +
          "tables further down or to the right need to stand within them.",
      });
    }
  }
  return { grids, findings };
}

export interface GridQuery {
  sheet: string;
  used: Excel.Range;
  part: Excel.Range;
  tables: { name: string; hasTotalsRow: boolean; range: Excel.Range }[];
  rows: OfficeExtension.ClientResult<Excel.RowProperties[]>;
  columns: OfficeExtension.ClientResult<Excel.ColumnProperties[]>;
}

function cellOf(value: unknown, type: unknown): Cell {
  if (type === "Error") return { error: String(value) };
  if (typeof value === "number" || typeof value === "string" || typeof value === "boolean") return value;
  return null;
}

function areaOf({ name, hasTotalsRow, range }: GridQuery["tables"][number]): TableArea {
  const { rowIndex, columnIndex, rowCount, columnCount } = range;
  return { name, row: rowIndex, column: columnIndex, rowCount, columnCount, hasTotalsRow };
}

function indicesOf<T>(items: readonly T[] | null | undefined, isHidden: (item: T) => boolean, first: number): number[] {
  return (items ?? []).flatMap((item, index) => (isHidden(item) ? [first + index] : []));
}

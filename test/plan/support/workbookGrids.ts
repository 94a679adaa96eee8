import { formulaKey, type SheetGrid } from "../../../src/plan/reading/sheetGrid";
import type { SheetContent, WorkbookContent } from "@workbooks/xlsx/content";

/** The grids of a workbook file, as the workbook layer would hand them over: the used range of each sheet from its first filled cell. */
export function gridsOf(workbook: WorkbookContent): SheetGrid[] {
  return workbook.sheets.map((sheet) => gridOf(sheet, workbook));
}

function gridOf(sheet: SheetContent, workbook: WorkbookContent): SheetGrid {
  const filled = [...sheet.cells].flatMap(([row, cells]) =>
    [...cells].filter(([, { value }]) => value !== null && value !== "").map(([column]) => ({ row, column })),
  );
  const rows = filled.map(({ row }) => row);
  const columns = filled.map(({ column }) => column);
  const [top, left] = [Math.min(...rows), Math.min(...columns)];
  const height = filled.length === 0 ? 0 : Math.max(...rows) - top + 1;
  const width = filled.length === 0 ? 0 : Math.max(...columns) - left + 1;
  const cell = (row: number, column: number) => sheet.cells.get(top + row)?.get(left + column);
  const shape = <T>(of: (row: number, column: number) => T): T[][] =>
    Array.from({ length: height }, (_, row) => Array.from({ length: width }, (_, column) => of(row, column)));
  return {
    sheet: sheet.name,
    row: height === 0 ? 0 : top,
    column: width === 0 ? 0 : left,
    values: shape((row, column) => cell(row, column)?.value ?? null),
    numberFormats: shape((row, column) => workbook.styles[cell(row, column)?.style ?? 0]?.numberFormat ?? "General"),
    tables: sheet.tables.map(({ name, row, column, rowCount, columnCount, hasTotalsRow }) => ({
      name,
      row,
      column,
      rowCount,
      columnCount,
      hasTotalsRow,
    })),
    hiddenRows: [...sheet.rows].filter(([, { hidden }]) => hidden).map(([row]) => row),
    hiddenColumns: sheet.columns
      .filter(({ hidden }) => hidden)
      .flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, index) => from + index)),
    isHidden: sheet.visibility !== "visible",
    merged: sheet.merges,
    formulas: new Map(
      [...sheet.cells].flatMap(([row, cells]) =>
        [...cells].flatMap(([column, { formula }]): [string, string][] =>
          formula === undefined ? [] : [[formulaKey(row, column), `=${formula}`]],
        ),
      ),
    ),
    filter: sheet.filter ?? null,
    date1904: workbook.date1904 ?? false,
  };
}

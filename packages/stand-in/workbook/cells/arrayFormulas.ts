import type { AreaContent, CellContent } from "@workbooks/xlsx/content";
import { intersection } from "../address";
import { invalidOperation } from "../excelError";
import type { Sheet } from "../sheet";

/** The formulas of a file by sheet and "row,column", with what it says of their arrays. */
export type FileFormulas = Map<string, Map<string, { formula: string; array: CellContent["array"] }>>;

/**
 * The areas of a sheet's formulas that were entered with Ctrl+Shift+Enter, as the file says. Unlike an array that spills,
 * such an area is one thing.
 */
export function arrayFormulaAreas(workbook: { fileFormulas: FileFormulas }, sheet: Sheet): AreaContent[] {
  return [...(workbook.fileFormulas.get(sheet.id) ?? [])].flatMap(([key, { formula, array }]) => {
    if (!array || array.dynamic || array.rowCount * array.columnCount === 1) return [];
    const [row = 0, column = 0] = key.split(",").map(Number);
    const { rowCount, columnCount } = array;
    return sheet.formula(row, column) === `=${formula}` ? [{ row, column, rowCount, columnCount }] : [];
  });
}

/** @throws InvalidOperation where only part of an array formula's cells would change */
export function assertArraysWhole(workbook: { fileFormulas: FileFormulas }, sheet: Sheet, areas: AreaContent[]): void {
  for (const array of arrayFormulaAreas(workbook, sheet)) {
    const touched = areas.flatMap((area) => intersection(array, area) ?? []);
    const isWhole = touched.some(
      ({ rowCount, columnCount }) => rowCount === array.rowCount && columnCount === array.columnCount,
    );
    if (touched.length > 0 && !isWhole) throw invalidOperation("You can't change part of an array.");
  }
}

import type { AreaContent } from "@workbooks/xlsx/content";
import { intersection } from "../../../../workbook/address";
import { mergedRangeConflict } from "../../../../workbook/excelError";
import type { CellEdit, Sheet } from "../../../../workbook/sheet";
import { assertWritable } from "../rangeValues";

/**
 * Merges the cells of an area, or (`across`) of each of its rows. The first value by rows is kept, in the first cell, and
 * the others go, as in Excel; merged cells that the area touches become part of it.
 * @throws AccessDenied on a protected sheet, MergedRangeConflict inside a table
 */
export function mergeCells(sheet: Sheet, area: AreaContent, across: boolean): void {
  assertWritable(sheet);
  if (sheet.tables.some((table) => intersection(table.area, area))) throw mergedRangeConflict();
  const parts = across
    ? Array.from({ length: area.rowCount }, (_, i) => ({ ...area, row: area.row + i, rowCount: 1 }))
    : [area];
  const wanted = parts.filter((part) => part.rowCount * part.columnCount > 1);
  sheet.changeMerges(
    sheet.merges.filter((merge) => wanted.some((part) => intersection(merge, part))),
    wanted,
  );
  sheet.write(wanted.flatMap((part) => keepFirst(sheet, part)));
}

function keepFirst(sheet: Sheet, area: AreaContent): CellEdit[] {
  const filled: CellEdit[] = [];
  sheet.eachCell(area, (row, column, cell) => {
    const formula = sheet.formula(row, column);
    const value = sheet.value(row, column);
    if (formula === null && value === null && !cell.f) return;
    filled.push({ row, column, ...(formula === null ? { value } : { formula }) });
  });
  const [first] = filled.sort((one, other) => one.row - other.row || one.column - other.column);
  const emptied = filled.map(({ row, column }) => ({ row, column, value: null }));
  return first ? [...emptied, { ...first, row: area.row, column: area.column }] : [];
}

import { intersection } from "../../../workbook/address";
import { assertArraysWhole } from "../../../workbook/cells/arrayFormulas";
import { liftCells, placeCells } from "../../../workbook/cells/cellMoves";
import { apiNotFound, invalidArgument } from "../../../workbook/excelError";
import { offsetFormula } from "../../../workbook/formulas/pastedFormula";
import { asNumber } from "../../arguments";
import { defineClass, objectOf } from "../../registry";
import type { Context, WireObject } from "../../table";
import type { RangeTarget } from "../../targets";
import { assertWritable, isUnbounded, readText } from "./rangeValues";

defineClass("RemoveDuplicatesResult", {
  byReference: true,
  properties: {
    removed: { get: ({ removed }) => removed },
    uniqueRemaining: { get: ({ uniqueRemaining }) => uniqueRemaining },
  },
});

/**
 * Takes out the rows whose shown values in the given columns have come before, capitals or not; the others move up inside
 * the range. Two formulas are alike only as formulas, whatever they result in.
 */
export function removeDuplicates(
  target: RangeTarget,
  [columns, includesHeader]: unknown[],
  { workbook }: Context,
): WireObject {
  const { sheet, area } = target;
  assertWritable(sheet);
  if (isUnbounded(target)) throw invalidArgument();
  if (sheet.tables.some((table) => intersection(table.area, area)))
    throw apiNotFound("Range.removeDuplicates in a table");
  if (sheet.merges.some((merge) => intersection(merge, area)))
    throw apiNotFound("Range.removeDuplicates of merged cells");
  const compared = Array.isArray(columns) ? columns.map(asNumber) : [];
  if (
    compared.length === 0 ||
    compared.some((column) => !Number.isInteger(column) || column < 0 || column >= area.columnCount)
  )
    throw invalidArgument();
  assertArraysWhole(workbook, sheet, [area]);
  const first = area.row + (includesHeader === true ? 1 : 0);
  const seen = new Set<string>();
  const kept: number[] = [];
  for (let row = first; row < area.row + area.rowCount; row++) {
    const key = JSON.stringify(
      compared.map(
        (column) =>
          sheet.formula(row, area.column + column) ?? readText(sheet, row, area.column + column).toLowerCase(),
      ),
    );
    if (!seen.has(key)) kept.push(row);
    seen.add(key);
  }
  const removed = area.row + area.rowCount - first - kept.length;
  if (removed > 0) {
    const to = new Map(kept.map((row, i) => [row, first + i]));
    const body = { ...area, row: first, rowCount: area.row + area.rowCount - first };
    const placed = liftCells(sheet, workbook.calculation, body).flatMap((cell) => {
      const row = to.get(cell.row);
      return row === undefined
        ? []
        : [{ ...cell, row, formula: cell.formula && offsetFormula(cell.formula, row - cell.row, 0) }];
    });
    placeCells(sheet, workbook.calculation, [body], placed);
  }
  return objectOf("RemoveDuplicatesResult", { removed, uniqueRemaining: kept.length });
}

import { lastColumnCount, lastRowCount } from "../../../../workbook/address";
import { copyCells, sourceOf, type CopyKind } from "../../../../workbook/cells/cellCopy";
import { oneOf } from "../../../arguments";
import type { Context, Method } from "../../../table";
import type { RangeTarget } from "../../../targets";
import { areasArgument } from "../rangeArguments";
import { assertWritable } from "../rangeValues";
import { fillRange } from "./rangeFill";

/** Cells copied from elsewhere, or on from the range itself. */
export const copyMethods: Record<string, Method<RangeTarget>> = {
  copyFrom: { call: copyFrom, reads: true },
  autoFill: { call: fillRange, reads: true },
};

function copyFrom(target: RangeTarget, args: unknown[], { workbook }: Context): void {
  const [from, copyType, skipBlanks, transpose] = args;
  assertWritable(target.sheet);
  const kinds: CopyKind[] = ["All", "Formulas", "Values", "Formats", "Link"];
  const kind = oneOf(copyType ?? "All", kinds);
  const { sheet, areas } = areasArgument(from, workbook, target.sheet);
  const source = sourceOf(sheet, areas, target.sheet);
  const { area } = target;
  // Whole columns are pasted as far as there is anything, and take their widths along.
  const isColumns = areas.every((each) => each.rowCount === lastRowCount);
  const isRows = areas.every((each) => each.columnCount === lastColumnCount);
  const bounded = {
    ...area,
    rowCount: area.rowCount === lastRowCount ? source.rows.length : area.rowCount,
    columnCount: area.columnCount === lastColumnCount ? source.columns.length : area.columnCount,
  };
  const options = { skipBlanks: skipBlanks === true, transpose: transpose === true };
  if (isColumns && !isRows && kind === "All" && !options.transpose)
    source.columns.forEach((column, i) => target.sheet.setColumnWidth(area.column + i, 1, sheet.columnWidth(column)));
  copyCells(workbook, source, target.sheet, bounded, kind, options);
}

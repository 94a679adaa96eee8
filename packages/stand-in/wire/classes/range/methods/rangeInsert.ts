import { lastColumnCount, lastRowCount } from "../../../../workbook/address";
import { moveCells } from "../../../../workbook/cells/cellCut";
import { shiftCells } from "../../../../workbook/cells/cellShift";
import { invalidArgument, nonBlankCellOffSheet } from "../../../../workbook/excelError";
import { oneOf } from "../../../arguments";
import type { Context, Method } from "../../../table";
import type { RangeTarget } from "../../../targets";
import { rangeArgument } from "../rangeArguments";
import { rangeOf } from "../rangeObjects";
import { assertWritable } from "../rangeValues";

/** Cells that are put in, taken out or cut and pasted. */
export const insertMethods: Record<string, Method<RangeTarget>> = {
  insert: {
    call: async (target, [shift], context) => {
      const towards = oneOf(shift, ["Down", "Right"]);
      // The range itself moves on with its cells; the answer is the room that it leaves.
      const { area } = target;
      await shiftRange(target, context, towards === "Down" ? "down" : "right");
      return rangeOf(target.sheet, area);
    },
  },
  delete: {
    call: async (target, [shift], context) => {
      const towards = oneOf(shift, ["Up", "Left"]);
      await shiftRange(target, context, towards === "Up" ? "up" : "left");
    },
  },
  moveTo: {
    call: (source, [destination], { workbook }) => {
      const to = rangeArgument(destination, workbook, source.sheet);
      assertWritable(source.sheet);
      assertWritable(to.sheet);
      moveCells(workbook, source.sheet, source.area, to.sheet, to.area.row, to.area.column);
    },
  },
};

async function shiftRange(
  { sheet, area }: RangeTarget,
  { workbook }: Context,
  shift: "down" | "right" | "up" | "left",
) {
  assertWritable(sheet);
  const isRows = area.columnCount === lastColumnCount;
  const isColumns = area.rowCount === lastRowCount;
  if (isRows && isColumns) throw invalidArgument();
  if (!isRows && !isColumns) return shiftCells(workbook, sheet, area, shift);
  // Whole rows and columns can only go one way, whatever is asked for.
  const isInsert = shift === "down" || shift === "right";
  const last = isRows
    ? { ...area, row: lastRowCount - area.rowCount }
    : { ...area, column: lastColumnCount - area.columnCount };
  if (isInsert && sheet.usedArea(false, last)) throw nonBlankCellOffSheet();
  const command = isInsert ? (isRows ? "insert-row" : "insert-col") : isRows ? "remove-row" : "remove-col";
  const [rows, columns] = [sheet.univerSheet.getRowCount(), sheet.univerSheet.getColumnCount()];
  await workbook.calculation.command(`sheet.command.${command}`, {
    subUnitId: sheet.id,
    range: {
      startRow: area.row,
      endRow: (isRows ? area.row + area.rowCount : rows) - 1,
      startColumn: area.column,
      endColumn: (isRows ? columns : area.column + area.columnCount) - 1,
    },
    direction: isRows ? 0 : 3,
  });
}

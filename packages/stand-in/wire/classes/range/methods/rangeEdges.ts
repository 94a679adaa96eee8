import type { AreaContent } from "@workbooks/xlsx/content";
import { bounding, contains, intersection, lastColumnCount, lastRowCount } from "../../../../workbook/address";
import { invalidArgument } from "../../../../workbook/excelError";
import type { Sheet } from "../../../../workbook/sheet";
import { asNumber, oneOf } from "../../../arguments";
import type { Context, Method, WireObject } from "../../../table";
import type { RangeTarget } from "../../../targets";
import { rangeArgument } from "../rangeArguments";
import { rangeAreasOf, rangeOf } from "../rangeObjects";

type Direction = "Left" | "Right" | "Up" | "Down";

/** Ranges beside a range, and how far Ctrl and an arrow key would go from it. */
export const edgeMethods: Record<string, Method<RangeTarget>> = {
  getRowsAbove: { call: (target, [count]) => beside(target, "row", -1, count) },
  getRowsBelow: { call: (target, [count]) => beside(target, "row", 1, count) },
  getColumnsBefore: { call: (target, [count]) => beside(target, "column", -1, count) },
  getColumnsAfter: { call: (target, [count]) => beside(target, "column", 1, count) },
  getRangeEdge: {
    reads: true,
    call: (target, [direction, activeCell], context) => {
      const from = activeCellOf(target, activeCell, context);
      return rangeOf(target.sheet, edgeFrom(target.sheet, from, asDirection(direction)));
    },
  },
  getExtendedRange: {
    reads: true,
    call: (target, [direction, activeCell], context) => {
      const towards = asDirection(direction);
      const from = activeCellOf(target, activeCell, context);
      // As with Shift held down, it is the far side of the selection that moves on, along the active cell's row or column.
      const { row, column, rowCount, columnCount } = target.area;
      if (towards === "Down") from.row = row + rowCount - 1;
      if (towards === "Up") from.row = row;
      if (towards === "Right") from.column = column + columnCount - 1;
      if (towards === "Left") from.column = column;
      return rangeOf(target.sheet, bounding(target.area, edgeFrom(target.sheet, from, towards)));
    },
  },
  getMergedAreas: {
    orNull: true,
    call: ({ sheet, area }) =>
      rangeAreasOf(
        sheet,
        sheet.merges.filter((merge) => intersection(merge, area)),
      ),
  },
};

/** So many rows or columns next to the range; a negative count takes those of the range itself at that side. */
function beside({ sheet, area }: RangeTarget, axis: "row" | "column", side: 1 | -1, count: unknown): WireObject {
  const wanted = count === undefined || count === null ? 1 : asNumber(count);
  if (!Number.isInteger(wanted) || wanted === 0) throw invalidArgument();
  const [start, size] = axis === "row" ? (["row", "rowCount"] as const) : (["column", "columnCount"] as const);
  const length = Math.abs(wanted);
  const outer = side > 0 ? area[start] + area[size] : area[start];
  const first = side > 0 === wanted > 0 ? outer : outer - length;
  return rangeOf(sheet, { ...area, [start]: first, [size]: length });
}

function asDirection(value: unknown): Direction {
  return oneOf(value, ["Left", "Right", "Up", "Down"]);
}

/** The range's first cell unless another of its cells is given. @throws InvalidArgument for one outside */
function activeCellOf({ sheet, area }: RangeTarget, cell: unknown, { workbook }: Context): AreaContent {
  if (cell === undefined || cell === null) return { ...area, rowCount: 1, columnCount: 1 };
  const active = rangeArgument(cell, workbook, sheet);
  if (active.sheet !== sheet || !contains(area, active.area.row, active.area.column)) throw invalidArgument();
  return { ...active.area, rowCount: 1, columnCount: 1 };
}

/** The cell where Ctrl and an arrow key stop: the end of a block of filled cells, the next filled cell, or the edge of the sheet. */
function edgeFrom(sheet: Sheet, from: AreaContent, direction: Direction): AreaContent {
  const isRows = direction === "Up" || direction === "Down";
  const step = direction === "Up" || direction === "Left" ? -1 : 1;
  const end = step < 0 ? -1 : isRows ? lastRowCount : lastColumnCount;
  const isHidden = (i: number) => (isRows ? sheet.isRowHidden(i) : sheet.isColumnHidden(i));
  const isFilled = (i: number) =>
    isRows
      ? sheet.value(i, from.column) !== null || sheet.formula(i, from.column) !== null
      : sheet.value(from.row, i) !== null || sheet.formula(from.row, i) !== null;
  const next = (i: number) => {
    let at = i + step;
    while (at !== end && isHidden(at)) at += step;
    return at;
  };
  const start = isRows ? from.row : from.column;
  const cell = (i: number) => (isRows ? { ...from, row: i } : { ...from, column: i });
  let at = next(start);
  if (at === end) return cell(start);
  if (isFilled(start) && isFilled(at)) {
    for (let beyond = next(at); beyond !== end && isFilled(beyond); beyond = next(at)) at = beyond;
    return cell(at);
  }
  const used = sheet.usedArea(true);
  const lastFilled = used ? (isRows ? used.row + used.rowCount : used.column + used.columnCount) - 1 : -1;
  for (let last = start; at !== end; last = at, at = next(at)) {
    if (isFilled(at)) return cell(at);
    // Beyond everything that is filled there is only the edge, or the last line before it that is not hidden.
    if (step > 0 && at > lastFilled) {
      for (at = end - 1; isHidden(at) && at > last; at--);
      return cell(at);
    }
  }
  for (at = 0; isHidden(at); at++);
  return cell(at);
}

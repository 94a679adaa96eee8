import type { AreaContent } from "@workbooks/xlsx/content";
import { intersection, lastColumnCount, lastRowCount } from "../address";
import { assertArraysWhole, type FileFormulas } from "./arrayFormulas";
import type { Calculation } from "../../calculation/calculation";
import { followedArea, liftCells, placeCells } from "./cellMoves";
import { insertDeleteConflict, nonBlankCellOffSheet } from "../excelError";
import { movedFormula, type ReferenceChange } from "../formulas/references";
import type { Sheet } from "../sheet";
import { bodyArea, type Table } from "../tables/table";
import type { Happening } from "../workbookEvent";

/** What the shifting of cells takes along in the workbook. */
export interface WorkbookOfCells {
  readonly calculation: Calculation;
  readonly fileFormulas: FileFormulas;
  readonly tables: { delete(table: Table, keepCells: boolean): void; headingsMoved(table: Table): void };
  referencesChanged(change: ReferenceChange): void;
  asOneChange(change: Happening, move: () => void): void;
  emit(event: Happening): void;
}

type Shift = "down" | "right" | "up" | "left";

/**
 * Puts empty cells into a sheet (`down`, `right`) or takes cells out of it (`up`, `left`): the cells beyond move, and with
 * them formats, merges and tables, and the references of formulas, names and charts. `own` is a table that makes the room
 * for itself and sees to its own area.
 * @throws InsertDeleteConflict where part of a table or of merged cells would move, NonBlankCellOffSheet
 */
export function shiftCells(
  workbook: WorkbookOfCells,
  sheet: Sheet,
  area: AreaContent,
  shift: Shift,
  own?: Table,
): void {
  const isInsert = shift === "down" || shift === "right";
  const change: ReferenceChange = isInsert
    ? { kind: "inserted", sheet: sheet.name, area, shift: shift === "down" ? "down" : "right" }
    : { kind: "deleted", sheet: sheet.name, area, shift: shift === "up" ? "up" : "left" };
  const axis = axes[shift === "down" || shift === "up" ? "row" : "column"];
  const beyond = { ...area, [axis.start]: area[axis.start], [axis.count]: axis.end - area[axis.start] };
  const moving = isInsert ? beyond : trimmed(beyond, axis, area[axis.count]);
  if (isInsert) assertRoom(sheet, area, axis);
  const tables = sheet.tables.filter((table) => table !== own && intersection(table.area, beyond));
  for (const table of tables) assertWhole(table, area, axis, isInsert);
  assertArraysWhole(workbook, sheet, [beyond]);
  const merges = sheet.merges.filter((merge) => intersection(merge, beyond));
  if (merges.some((merge) => !isAcross(merge, area, axis))) throw insertDeleteConflict();

  const by = isInsert ? area[axis.count] : -area[axis.count];
  const lifted = liftCells(sheet, workbook.calculation, moving).map((cell) => ({
    ...cell,
    [axis.start]: cell[axis.start] + by,
    formula: cell.formula && movedFormula(cell.formula, change, sheet.name),
  }));
  const what = own ? (axis.start === "row" ? "Row" : "Column") : "Cell";
  const told = isInsert ? (`${what}Inserted` as const) : (`${what}Deleted` as const);
  workbook.asOneChange({ kind: "cells", sheet: sheet.id, area, change: told }, () => {
    sheet.changeMerges(
      merges,
      merges.flatMap((merge) => followedArea(merge, change, sheet.name) ?? []),
    );
    // Tables are where their headings will be before those arrive, or their columns would lose their names.
    for (const table of tables) {
      const now = followedArea(table.area, change, sheet.name);
      if (now) table.area = now;
      else workbook.tables.delete(table, true);
    }
    workbook.referencesChanged(change);
    placeCells(sheet, workbook.calculation, [beyond], lifted);
    for (const table of tables) if (sheet.tables.includes(table)) workbook.tables.headingsMoved(table);
  });
}

const axes = {
  row: { start: "row", count: "rowCount", end: lastRowCount, across: "column", acrossCount: "columnCount" },
  column: { start: "column", count: "columnCount", end: lastColumnCount, across: "row", acrossCount: "rowCount" },
} as const;
type Axis = (typeof axes)[keyof typeof axes];

function trimmed(area: AreaContent, { start, count }: Axis, by: number): AreaContent {
  return { ...area, [start]: area[start] + by, [count]: area[count] - by };
}

/** Whether an area lies wholly in the rows or columns that move. */
function isAcross(part: AreaContent, area: AreaContent, { across, acrossCount }: Axis): boolean {
  return part[across] >= area[across] && part[across] + part[acrossCount] <= area[across] + area[acrossCount];
}

/** What is filled or formatted at the end of the sheet cannot go further. */
function assertRoom(sheet: Sheet, area: AreaContent, { start, count, end }: Axis): void {
  const last = { ...area, [start]: end - area[count], [count]: area[count] };
  if (sheet.usedArea(false, last)) throw nonBlankCellOffSheet();
}

/** A table moves as a whole; it grows and shrinks by rows of its body or by columns, of its whole width or height. */
function assertWhole(table: Table, area: AreaContent, axis: Axis, isInsert: boolean): void {
  if (!isAcross(table.area, area, axis)) throw insertDeleteConflict();
  const { start, count, across, acrossCount } = axis;
  if (isInsert ? table.area[start] >= area[start] : table.area[start] >= area[start] + area[count]) return;
  const common = intersection(table.area, area);
  if (!isInsert && common?.rowCount === table.area.rowCount && common.columnCount === table.area.columnCount) return;
  const isOwnWidth = table.area[across] === area[across] && table.area[acrossCount] === area[acrossCount];
  const inside = start === "row" ? bodyArea(table) : table.area;
  const [from, end] = [inside[start], inside[start] + inside[count]];
  const isInside = area[start] >= from && (isInsert ? area[start] < end : area[start] + area[count] <= end);
  const isAllOfIt = !isInsert && area[count] === inside[count];
  if (!isOwnWidth || !isInside || isAllOfIt) throw insertDeleteConflict();
}

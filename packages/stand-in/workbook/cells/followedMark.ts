import type { AreaContent, MarkContent } from "@workbooks/xlsx/content";
import { offsetFormula } from "../formulas/pastedFormula";
import { movedFormula, type ReferenceChange } from "../formulas/references";
import { formatArea } from "../address";
import { followedArea } from "./cellMoves";

/** A mark where its cells are after the change; its formulas count from the first of them. */
export function followedMark(mark: MarkContent, change: ReferenceChange, sheetName: string): MarkContent {
  const areas = mark.areas.flatMap((area) => followedArea(area, change, sheetName) ?? []);
  const [first] = mark.areas;
  const by = first ? firstLeft(first, change, sheetName) : { rows: 0, columns: 0 };
  const formulas = mark.formulas.map((formula) =>
    movedFormula(by.rows + by.columns > 0 ? offsetFormula(formula, by.rows, by.columns) : formula, change, sheetName),
  );
  return { ...mark, areas, formulas };
}

/** How far below and right of an area's first cell the first one stands that is left. */
function firstLeft(area: AreaContent, change: ReferenceChange, sheetName: string): { rows: number; columns: number } {
  const none = { rows: 0, columns: 0 };
  if (change.kind !== "deleted") return none;
  const led = followedArea(area, change, sheetName);
  const stays = led !== null && formatArea(led) === formatArea(area);
  if (stays || followedArea({ ...area, rowCount: 1, columnCount: 1 }, change, sheetName)) return none;
  const { area: out, shift } = change;
  return shift === "up"
    ? { rows: Math.min(area.rowCount - 1, out.row + out.rowCount - area.row), columns: 0 }
    : { rows: 0, columns: Math.min(area.columnCount - 1, out.column + out.columnCount - area.column) };
}

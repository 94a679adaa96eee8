import type { AreaContent, MarkContent } from "@workbooks/xlsx/content";
import { formatArea, intersection } from "../address";
import { offsetFormula } from "../formulas/pastedFormula";
import { movedFormula, type ReferenceChange } from "../formulas/references";
import { followedArea } from "./cellMoves";

interface Place {
  row: number;
  column: number;
}

/** A mark where its cells are after the change; its formulas count from the first of them. */
export function followedMark(mark: MarkContent, change: ReferenceChange, sheetName: string): MarkContent {
  const areas = mark.areas.flatMap((area) => followedArea(area, change, sheetName) ?? []);
  const left = mark.areas.flatMap((area) => firstLeft(area, change, sheetName) ?? [])[0];
  const counted = left ? countedFrom(mark, left) : mark.formulas;
  return { ...mark, areas, formulas: counted.map((formula) => movedFormula(formula, change, sheetName)) };
}

/** A mark that all stands on cells which are copied stands on the copies too. */
export function copiedMark(mark: MarkContent, from: AreaContent, to: Place): MarkContent {
  const [only, ...others] = mark.areas;
  const common = only && intersection(only, from);
  if (!common || others.length > 0 || formatArea(common) !== formatArea(only)) return mark;
  const copy = { ...only, row: only.row + to.row - from.row, column: only.column + to.column - from.column };
  if (intersection(copy, only)) return mark;
  // What is at one cell alone stays there; formulas count from the upper one.
  const isUpper = copy.row < only.row || (copy.row === only.row && copy.column < only.column);
  return mark.formulas.length > 0 && isUpper
    ? { ...mark, areas: [copy, only], formulas: countedFrom(mark, copy) }
    : { ...mark, areas: [only, copy] };
}

function countedFrom({ areas: [first], formulas }: MarkContent, { row, column }: Place): string[] {
  if (!first || (row === first.row && column === first.column)) return formulas;
  return formulas.map((formula) => offsetFormula(formula, row - first.row, column - first.column));
}

/** The first cell of an area that is left after the change, where it is before it; null where none is. */
function firstLeft(area: AreaContent, change: ReferenceChange, sheetName: string): Place | null {
  const led = followedArea(area, change, sheetName);
  if (!led) return null;
  const stays = formatArea(led) === formatArea(area);
  const isThere = stays || followedArea({ ...area, rowCount: 1, columnCount: 1 }, change, sheetName) !== null;
  if (change.kind !== "deleted" || isThere) return area;
  const { area: out, shift } = change;
  return shift === "up"
    ? { row: out.row + out.rowCount, column: area.column }
    : { row: area.row, column: out.column + out.columnCount };
}

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

/**
 * A mark after cells were cut and pasted on their sheet: one that all stands on them goes along, what stood under them is gone. One
 * that stands on more cells stays, and so do its formulas: they are of other cells, too.
 */
export function movedMark(
  mark: MarkContent,
  change: Extract<ReferenceChange, { kind: "moved" }>,
  sheetName: string,
): MarkContent {
  if (change.sheet !== change.toSheet) return mark;
  const pasted = { ...change.area, row: change.toRow, column: change.toColumn };
  const goesAlong = change.sheet === sheetName && mark.areas.every((area) => isWithin(area, change.area));
  const { areas: stood, formulas } = mark;
  const follow = (formula: string) => movedFormula(formula, change, sheetName);
  if (goesAlong) {
    const areas = stood.flatMap((area) => followedArea(area, change, sheetName) ?? []);
    return { ...mark, areas, formulas: formulas.map(follow) };
  }
  if (change.sheet === sheetName && stood.some((area) => isWithin(area, change.area))) return mark;
  const areas = stood.filter((area) => change.sheet !== sheetName || !isWithin(area, pasted));
  const counted = areas[0] ? countedFrom(mark, areas[0]) : formulas;
  const isOfOneCell = areas.length === 1 && areas[0]?.rowCount === 1 && areas[0].columnCount === 1;
  return { ...mark, areas, formulas: isOfOneCell ? counted.map(follow) : counted };
}

function isWithin(area: AreaContent, whole: AreaContent): boolean {
  const common = intersection(area, whole);
  return common !== null && formatArea(common) === formatArea(area);
}

/** A mark that all stands on cells which are copied stands on the copies too. */
export function copiedMark(mark: MarkContent, from: AreaContent, to: Place): MarkContent {
  const [only, ...others] = mark.areas;
  if (!only || others.length > 0 || !isWithin(only, from)) return mark;
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

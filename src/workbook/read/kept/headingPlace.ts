import type { SheetGrid } from "../../../plan/reading/sheetGrid";
import { clearBest, columnsIn, inCommon, keyAt, lineAt, rowsIn, rowsWith, textsBelow } from "./sheetTexts";

/** What a heading was when something was said of it: enough to find it where it stands now. */
export interface HeadingPlace {
  row: number;
  column: number;
  text: string;
  /** All texts of its row. */
  line: string[];
  /** Which it is of the headings of that text in its row, and of how many. */
  nth: number;
  of: number;
  /** Texts right under it, and right under its row. */
  below: string[];
  under: string[];
}

/** So many texts under a heading tell it from another of the same name. */
const mostBelow = 12;

export function headingPlace(grid: SheetGrid, row: number, column: number): HeadingPlace {
  const text = keyAt(grid, row, column);
  const alike = columnsIn(grid).filter((one) => keyAt(grid, row, one) === text);
  return {
    ...{ row, column, text, line: lineAt(grid, row).filter((one) => one !== "") },
    ...{ nth: alike.indexOf(column), of: alike.length },
    below: textsBelow(grid, row, column, mostBelow),
    under: neighbours(grid, row),
  };
}

/** Where the heading stands on a sheet now; null where it is not there, or cannot be told from others. */
export function findHeading(grid: SheetGrid, place: HeadingPlace): { row: number; column: number } | null {
  const row = findLine(grid, place);
  if (row === null) return null;
  const alike = columnsIn(grid).filter((column) => keyAt(grid, row, column) === place.text);
  const [only] = alike;
  if (only !== undefined && alike.length === 1 && place.of === 1) return { row, column: only };
  const likeness = (column: number): number =>
    inCommon(place.below, textsBelow(grid, row, column, Number.POSITIVE_INFINITY));
  const best = clearBest(alike, likeness);
  // Fewer or more of that name than before: it takes most of what stood under it to know one.
  const needed = alike.length === place.of ? 0 : place.below.length / 2;
  if (best !== null) return likeness(best) >= needed ? { row, column: best } : null;
  const nth = alike[place.nth];
  const isKnown = place.below.length === 0 || (nth !== undefined && likeness(nth) > 0);
  return nth !== undefined && isKnown && alike.length === place.of ? { row, column: nth } : null;
}

/** The row of headings: the one that has most of its texts, the heading's own among them; of several alike the one over the same rows. */
function findLine(grid: SheetGrid, place: HeadingPlace): number | null {
  const own = place.text;
  const rows = (own === "" ? rowsIn(grid) : rowsWith(grid, [own])).map((row) => {
    return { row, common: inCommon(place.line, lineAt(grid, row)) };
  });
  const most = rows.reduce((best, { common }) => Math.max(best, common), 0);
  if (most === 0 || most < 0.4 * place.line.length) return null;
  const best = rows.filter(({ common }) => common === most).map(({ row }) => row);
  const [only] = best;
  if (only === undefined || best.length === 1) return only ?? null;
  return clearBest(best, (row) => inCommon(place.under, neighbours(grid, row))) ?? nearest(best, place.row);
}

/** The texts of the rows right above and below. */
function neighbours(grid: SheetGrid, row: number): string[] {
  return [row - 1, row + 1, row + 2].flatMap((other) => lineAt(grid, other)).filter((text) => text !== "");
}

function nearest(rows: readonly number[], to: number): number | null {
  return [...rows].sort((a, b) => Math.abs(a - to) - Math.abs(b - to))[0] ?? null;
}

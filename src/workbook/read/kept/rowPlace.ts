import type { SheetGrid } from "../../../plan/reading/sheetGrid";
import { clearBest, inCommon, lineAt, rowsWith } from "./sheetTexts";

/** What a row was when something was said of it: what it is called, and what stands in it and beside it. */
export interface RowPlace {
  row: number;
  /** What names it, reference and name, each with the number of rows of its sheet that had it. */
  keys: { text: string; count: number }[];
  /** How many rows had all of them. */
  of: number;
  /** The texts of the row; in older records without the keys. */
  line: string[];
  /** The first text of the row above and of the row below, none where there is no text; in older records all of them. */
  above: string[];
  below: string[];
}

/** @param keys what names the row; its first text where nothing does */
export function rowPlace(grid: SheetGrid, row: number, keys: readonly string[]): RowPlace {
  const line = lineAt(grid, row).filter((text) => text !== "");
  const named = keys.filter((key) => line.includes(key));
  const own = named.length > 0 ? named : line.slice(0, 1);
  return {
    row,
    keys: own.map((text) => ({ text, count: rowsWith(grid, [text]).length })),
    of: rowsWith(grid, own).length,
    line,
    above: lineAbove(grid, row).slice(0, 1),
    below: lineBelow(grid, row).slice(0, 1),
  };
}

/** The row on a sheet now, however its rows were sorted; null where it is not there or cannot be told from others. */
export function findRow(grid: SheetGrid, place: RowPlace): number | null {
  const keys = place.keys.map(({ text }) => text);
  if (keys.length === 0) return null;
  const found = rowsWith(grid, keys);
  const [only] = found;
  if (only !== undefined && found.length === 1 && place.of === 1) return only;
  const others = withoutKeys(place.line, keys);
  if (found.length > 0) return toldApart(grid, { ...place, line: others }, keys, found);
  // The reference or the name was changed: what is left of them names one row alone, as before, with the same in its other cells.
  const left = place.keys.flatMap(({ text, count }) => {
    const rows = count === 1 && /\p{L}/u.test(text) ? rowsWith(grid, [text]) : [];
    const isSameRow = (row: number): boolean =>
      2 * inCommon(others, withoutKeys(lineAt(grid, row), keys)) > others.length;
    return rows.length === 1 ? rows.filter(isSameRow) : [];
  });
  const [first] = left;
  return first !== undefined && left.every((row) => row === first) ? first : null;
}

/** Of rows of one name the one with most of what stood in it; of rows that are alike in that, the one between the same rows. */
function toldApart(grid: SheetGrid, place: RowPlace, keys: readonly string[], found: readonly number[]): number | null {
  const own = (row: number): number => inCommon(place.line, withoutKeys(lineAt(grid, row), keys));
  const beside = (row: number): number =>
    Number(isSame(place.above, lineAbove(grid, row))) + Number(isSame(place.below, lineBelow(grid, row)));
  const best = clearBest(found, (row) => 1 + own(row) + 1.5 * beside(row));
  if (best !== null) return own(best) >= place.line.length / 2 || beside(best) > 0 ? best : null;
  // Rows that nothing tells apart count alike.
  const areAlike = new Set(found.map((row) => JSON.stringify(lineAt(grid, row)))).size === 1;
  const isWhole = own(found[0] ?? 0) === place.line.length;
  return areAlike && isWhole && found.length === place.of ? (found[0] ?? null) : null;
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  const [name] = one;
  return name === undefined ? other.length === 0 : other.includes(name);
}

function lineAbove(grid: SheetGrid, row: number): string[] {
  return lineAt(grid, row - 1).filter((text) => text !== "");
}

function lineBelow(grid: SheetGrid, row: number): string[] {
  return lineAt(grid, row + 1).filter((text) => text !== "");
}

function withoutKeys(line: readonly string[], keys: readonly string[]): string[] {
  return line.filter((text) => text !== "" && !keys.includes(text));
}

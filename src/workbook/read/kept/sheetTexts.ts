import { textOf } from "../../../cells/cell";
import { nameKey, sameName } from "../../../cells/names";
import { lastColumn, lastRow, type SheetGrid } from "../../../plan/reading/sheetGrid";

/** The texts of a sheet's row, as names are compared, from its first used column; "" where a cell is blank. */
export function lineAt(grid: SheetGrid, row: number): readonly string[] {
  return textsOf(grid).lines[row - grid.row] ?? [];
}

export function keyAt(grid: SheetGrid, row: number, column: number): string {
  return lineAt(grid, row)[column - grid.column] ?? "";
}

/** The rows that hold all of these texts, each in a cell of its own. */
export function rowsWith(grid: SheetGrid, texts: readonly string[]): number[] {
  const { rowsOf } = textsOf(grid);
  const [first, ...others] = texts.map((text) => rowsOf.get(text) ?? []).sort((a, b) => a.length - b.length);
  const sets = others.map((rows) => new Set(rows));
  return (first ?? []).filter((row) => sets.every((rows) => rows.has(row)));
}

/** A sheet's texts are made once for all that is looked for on it. */
interface SheetTexts {
  lines: string[][];
  /** The rows that hold a text, from the top. */
  rowsOf: ReadonlyMap<string, number[]>;
  width: number;
}

const known = new WeakMap<SheetGrid, SheetTexts>();

function textsOf(grid: SheetGrid): SheetTexts {
  const before = known.get(grid);
  if (before) return before;
  const lines = grid.values.map((line) => line.map((cell) => nameKey(textOf(cell))));
  const rowsOf = new Map<string, number[]>();
  lines.forEach((line, index) => {
    for (const text of new Set(line)) {
      if (text === "") continue;
      const rows = rowsOf.get(text);
      if (rows) rows.push(grid.row + index);
      else rowsOf.set(text, [grid.row + index]);
    }
  });
  const texts = { lines, rowsOf, width: lastColumn(grid) - grid.column + 1 };
  known.set(grid, texts);
  return texts;
}

export function rowsIn(grid: SheetGrid): number[] {
  return grid.values.map((_, index) => grid.row + index);
}

export function columnsIn(grid: SheetGrid): number[] {
  return Array.from({ length: textsOf(grid).width }, (_, index) => grid.column + index);
}

/** The first texts under a cell that are not blank. */
export function textsBelow(grid: SheetGrid, row: number, column: number, most: number): string[] {
  const found: string[] = [];
  for (let below = row + 1; below <= lastRow(grid) && found.length < most; below++) {
    const text = keyAt(grid, below, column);
    if (text !== "") found.push(text);
  }
  return found;
}

/** How many of the texts stand among the others, each as often as it does there; blanks count for nothing. */
export function inCommon(texts: readonly string[], others: readonly string[]): number {
  const left = new Map<string, number>();
  for (const text of others) if (text !== "") left.set(text, (left.get(text) ?? 0) + 1);
  return texts.filter((text) => {
    const count = left.get(text) ?? 0;
    if (count > 0) left.set(text, count - 1);
    return count > 0;
  }).length;
}

/** The sheet that was meant: the one of that name, else the one that bore it and was renamed. */
export function sheetsFor(grids: readonly SheetGrid[], meant: { name: string; id?: string }): SheetGrid[] {
  const named = grids.filter(({ sheet }) => sameName(sheet, meant.name));
  return [...named, ...grids.filter((grid) => meant.id !== undefined && grid.id === meant.id && !named.includes(grid))];
}

/** The one that a score says most for; null where none scores above 0, or two score alike. */
export function clearBest<T>(items: readonly T[], scoreOf: (item: T) => number): T | null {
  const scored = items.map((item) => ({ item, score: scoreOf(item) })).sort((a, b) => b.score - a.score);
  const [first, second] = scored;
  return first && first.score > 0 && first.score > (second?.score ?? 0) ? first.item : null;
}

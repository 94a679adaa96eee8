import { textOf } from "../../../cells/cell";
import { nameKey, sameName } from "../../../cells/names";
import { cellAt, lastColumn, lastRow, type SheetGrid } from "../../../plan/reading/sheetGrid";

/** The texts of a sheet's row, as names are compared, from its first used column; "" where a cell is blank. */
export function lineAt(grid: SheetGrid, row: number): string[] {
  return (grid.values[row - grid.row] ?? []).map((cell) => nameKey(textOf(cell)));
}

export function keyAt(grid: SheetGrid, row: number, column: number): string {
  return nameKey(textOf(cellAt(grid, row, column)));
}

export function rowsIn(grid: SheetGrid): number[] {
  return grid.values.map((_, index) => grid.row + index).filter((row) => row <= lastRow(grid));
}

export function columnsIn(grid: SheetGrid): number[] {
  const first = grid.column;
  return Array.from({ length: Math.max(0, lastColumn(grid) - first + 1) }, (_, index) => first + index);
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

import { isBlank, textOf } from "../../../cells/cell";
import { isNumberText } from "../cells/amountText";
import { cellAt, lastRow, type SheetGrid } from "../sheetGrid";

/** Whether the headings from here on are those of the columns before again, names first: a second table stands beside the first. */
export function beginsAnew(
  grid: SheetGrid,
  row: number,
  columns: readonly number[],
  before: readonly number[],
): boolean {
  const [first = 0, second] = columns;
  const [earlier = 0, next] = before;
  return (
    second !== undefined &&
    next !== undefined &&
    headedAlike(grid, row, first, earlier) &&
    headedAlike(grid, row, second, next) &&
    textOf(cellAt(grid, row, first)) !== "" &&
    [first, earlier].every((column) => holdsNames(grid, row, column))
  );
}

/** Whether two cells of a row bear one heading. */
export function headedAlike(grid: SheetGrid, row: number, column: number, other: number): boolean {
  const [a, b] = [cellAt(grid, row, column), cellAt(grid, row, other)];
  return a === b || textOf(a).toLowerCase() === textOf(b).toLowerCase();
}

/** Whether what stands under a heading begins with a text that is no number. */
function holdsNames(grid: SheetGrid, row: number, column: number): boolean {
  for (let below = row + 1; below <= Math.min(row + deepest, lastRow(grid)); below++) {
    const value = cellAt(grid, below, column);
    if (!isBlank(value)) return typeof value === "string" && !isNumberText(value);
  }
  return false;
}

const deepest = 12;

import { cellAt, formatAt, type SheetGrid } from "../../sheetGrid";

/**
 * Whether a plain number is likelier a day as Excel counts it than an amount: a whole number of the years 2000 to 2049, in a cell without a format, many times
 * as large as every other amount of its column.
 */
export function isSerialLike(grid: SheetGrid, row: number, column: number, rows: readonly number[]): boolean {
  if (!isPlainSerial(grid, row, column)) return false;
  const { largest, count } = othersOf(grid, column, rows);
  return count >= 2 && Math.abs(cellAt(grid, row, column) as number) >= manyTimes * largest;
}

const manyTimes = 20;
const [firstDay, lastDay] = [36_526, 54_788];

function isPlainSerial(grid: SheetGrid, row: number, column: number): boolean {
  const value = cellAt(grid, row, column);
  // One of fifty days is such a round number, and most large amounts are.
  const isDay =
    typeof value === "number" && Number.isInteger(value) && value % 50 !== 0 && value >= firstDay && value <= lastDay;
  return isDay && /^(general|0)?$/i.test(formatAt(grid, row, column));
}

interface Others {
  largest: number;
  count: number;
}

/** The amounts of a column that are no such days, looked through once. */
function othersOf(grid: SheetGrid, column: number, rows: readonly number[]): Others {
  const known = others.get(rows) ?? new Map<number, Others>();
  others.set(rows, known);
  const before = known.get(column);
  if (before) return before;
  let [largest, count] = [0, 0];
  for (const row of rows) {
    const value = cellAt(grid, row, column);
    if (typeof value !== "number" || value === 0 || isPlainSerial(grid, row, column)) continue;
    largest = Math.max(largest, Math.abs(value));
    count++;
  }
  known.set(column, { largest, count });
  return { largest, count };
}

const others = new WeakMap<readonly number[], Map<number, Others>>();

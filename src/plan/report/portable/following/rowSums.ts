import { readArea } from "../../../../cells/address";
import type { Area } from "../../../../cells/area";
import { cellAt, type SheetGrid } from "../../../reading/sheetGrid";
import { withCells } from "./userTables";

/**
 * The grids with plain sums of the user's brought up to date, as Excel would, where what they sum is not as it was before: the reader holds a register's
 * own totals against its rows, and a cell that is changed must not seem to break one.
 */
export function withSums(grids: readonly SheetGrid[], before: readonly SheetGrid[]): SheetGrid[] {
  return grids.map((grid, at) => {
    const was = before[at];
    if (!was || was === grid) return grid;
    let now = grid;
    // A sum of sums stands after them or before.
    for (let times = 0; times < 2; times++) {
      const changes = sumsOf(grid).flatMap(({ row, column, areas }) => {
        const sum = sumIn(now, areas);
        // One that was changed itself is a sum all the same.
        const value = sum === sumIn(was, areas) ? cellAt(was, row, column) : sum;
        return value === cellAt(now, row, column) ? [] : [{ grid: now, row, column, value }];
      });
      if (changes.length === 0) break;
      [now = grid] = withCells([now], changes);
    }
    return now;
  });
}

interface Sum {
  row: number;
  column: number;
  areas: Area[];
}

/** The cells with nothing but a sum of cells of their sheet. */
function sumsOf({ formulas, sheet }: SheetGrid): Sum[] {
  const known = sums.get(formulas);
  if (known) return known;
  const found = [...formulas].flatMap(([key, formula]): Sum[] => {
    const summed = /^=SUM\(([A-Z\d$:,]+)\)$/i.exec(formula)?.[1];
    const areas = summed?.split(",").map((address) => readArea(address, sheet)) ?? [null];
    const [row = 0, column = 0] = key.split(",").map(Number);
    return areas.every((area) => area !== null) ? [{ row, column, areas }] : [];
  });
  sums.set(formulas, found);
  return found;
}

const sums = new WeakMap<SheetGrid["formulas"], Sum[]>();

function sumIn(grid: SheetGrid, areas: readonly Area[]): number {
  let sum = 0;
  for (const { row, column, rowCount, columnCount } of areas)
    for (let r = row; r < row + rowCount; r++)
      for (let c = column; c < column + columnCount; c++) {
        const value = cellAt(grid, r, c);
        if (typeof value === "number") sum += value;
      }
  return sum;
}

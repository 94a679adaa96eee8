import type { SheetArea } from "../../../../cells/area";
import { cellAddress } from "../../../../cells/address";
import type { Plan } from "../../../plan";
import { runsOf } from "../../../reading/extent/memoRows";
import type { PlanReading } from "../../../reading/planReading";
import { cellAt, formulaAt, type SheetGrid } from "../../../reading/sheetGrid";
import { f, joined } from "../formulas/formula";
import { haveSameShape } from "../following/planNumbers";
import { isAmountColumn, isNumberCell, withCells, type UserTable } from "../following/userTables";
import type { ShapeCheck } from "./asRead";

/**
 * Rows that only their sums show to be totals: typed, and not called so. Once their parts change and they do not, a run would take them as rows of
 * their own, so that each has to come to the sum of its parts still.
 */
export function typedTotalChecks(
  tables: readonly UserTable[],
  plan: Plan,
  grids: readonly SheetGrid[],
  read: (grids: SheetGrid[]) => PlanReading,
): ShapeCheck[] {
  return tables.flatMap((table) => {
    const own = new Set(table.rows);
    const columns = table.columns.filter(isAmountColumn).map(({ column }) => column);
    const apart = Array.from({ length: table.to - table.from + 1 }, (_, at) => table.from + at).filter(
      (row) => !own.has(row) && !isRowOfOther(table, row, tables),
    );
    return apart.flatMap((row, at) => {
      const sums = columns.flatMap((column) => sumOf(table, row, column, apart[at - 1], apart[at + 1]) ?? []);
      return sums.length > 0 && !isKnownAnyway(table, sums, plan, grids, read) ? sums.map(checkOf) : [];
    });
  });
}

/** A typed total and the rows that it sums, as the workbook stands. */
interface TypedTotal {
  grid: SheetGrid;
  row: number;
  column: number;
  parts: number[];
  /** By how much the two differ: rounding. */
  off: number;
}

function sumOf(
  { grid, rows }: UserTable,
  row: number,
  column: number,
  before: number | undefined,
  after: number | undefined,
): TypedTotal | null {
  const total = cellAt(grid, row, column);
  if (typeof total !== "number" || !isNumberCell(grid, row, column)) return null;
  if (formulaAt(grid, row, column) !== undefined) return null;
  const blocks = [
    rows.filter((one) => one > (before ?? -1) && one < row),
    rows.filter((one) => one < row),
    rows.filter((one) => one > row && one < (after ?? Infinity)),
    rows,
  ];
  for (const parts of blocks) {
    const amounts = parts.map((one) => cellAt(grid, one, column)).filter((value) => typeof value === "number");
    const off = Math.abs(total - amounts.reduce((sum, amount) => sum + amount, 0));
    const size = amounts.reduce((sum, amount) => sum + Math.abs(amount), 0);
    if (amounts.length > 1 && size > 0 && off <= roundedBy * size) return { grid, row, column, parts, off };
  }
  return null;
}

/** Totals of rounded figures differ by their last digits, of few and small ones by much. */
const roundedBy = 0.02;

/** Whether a run leaves the row out by its name or look too, whatever its sums. */
function isKnownAnyway(
  { grid }: UserTable,
  sums: readonly TypedTotal[],
  plan: Plan,
  grids: readonly SheetGrid[],
  read: (grids: SheetGrid[]) => PlanReading,
): boolean {
  const changes = sums.flatMap(({ column, parts }) =>
    parts.slice(0, 1).flatMap((row) => {
      const value = cellAt(grid, row, column);
      return typeof value === "number" ? [{ grid, row, column, value: value * 0.87 }] : [];
    }),
  );
  const changed = read(withCells(grids, changes)).plan;
  return changed !== null && haveSameShape(plan, changed);
}

function checkOf({ grid, row, column, parts, off }: TypedTotal): ShapeCheck {
  const total = areaOf(grid, row, column);
  const sum = joined(
    runsOf(parts).map((run) => f`SUM(${{ ...areaOf(grid, run[0] ?? row, column), rowCount: run.length }})`),
    "+",
  );
  const room = off + 1e-9 * Math.max(1, Math.abs(Number(cellAt(grid, row, column))));
  return {
    name: `Total in ${cellAddress(grid.sheet, row, column)}: the sum of its rows`,
    is: f`ABS(${sum}-${total})<=${room}`,
  };
}

/** Spending and funding may stand in one table, one below the other. */
function isRowOfOther(
  { kind, grid, headerRow, columns }: UserTable,
  row: number,
  tables: readonly UserTable[],
): boolean {
  const own = new Set(columns.map(({ column }) => column));
  return tables.some(
    (other) =>
      other.kind !== kind &&
      other.kind !== "levers" &&
      other.grid === grid &&
      other.headerRow === headerRow &&
      other.rows.includes(row) &&
      other.columns.some(({ column }) => own.has(column)),
  );
}

function areaOf({ sheet }: SheetGrid, row: number, column: number): SheetArea {
  return { sheet, row, column, rowCount: 1, columnCount: 1 };
}

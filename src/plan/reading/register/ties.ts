import { agree } from "../cells/agree";
import type { CellReader } from "../cells/readCells";
import type { MappedColumn } from "../tableColumn";
import { readAmount } from "./lever/cellReading";
import type { RegisterContext, RegisterTable } from "./registerContext";
import { yearOfParts } from "./registerYears";

/** How a column goes with a series: the sum of its figures, the last of them, both, neither, or not to be said. */
export type Tie = "sum" | "last" | "both" | "none" | "empty";

/** Whether a column is the sum of a series, or its last figure, in every row where both are given. */
export function tieOf(
  table: RegisterTable,
  context: RegisterContext,
  series: MappedColumn[],
  column: MappedColumn | undefined,
): Tie {
  if (!column) return "empty";
  const rows = figuresOf(table, context, series, column).filter(
    ({ total, figures }) => total !== null && figures.some((one) => one !== 0),
  );
  if (rows.length === 0) return "empty";
  const most = (is: (row: (typeof rows)[number]) => boolean): boolean => rows.filter(is).length >= 0.5 * rows.length;
  const isSum = most(({ total, figures }) => agree(total ?? 0, sumOf(figures), figures.length));
  const isLast = most(({ total, figures }) => agree(total ?? 0, figures[figures.length - 1] ?? 0));
  return isSum && isLast ? "both" : isSum ? "sum" : isLast ? "last" : "none";
}

/** Whether the parts of each year come to that year's own column, or end in it, wherever both are given. */
export function tieOfYears(
  table: RegisterTable,
  context: RegisterContext,
  series: MappedColumn[],
  ofYears: readonly MappedColumn[],
): Tie {
  const ties = ofYears.flatMap((column): Tie[] => {
    const parts = series.filter((one) => yearOfParts(one, table, context) === yearOfParts(column, table, context));
    const tie = parts.length > 0 ? tieOf(table, context, parts, column) : "empty";
    return tie === "empty" ? [] : [tie];
  });
  const [first = "empty"] = ties;
  return ties.every((tie) => tie === first) ? first : "none";
}

/** Reads the figures quietly, the parts of one period together: what is wrong with them is said when the rows are read. */
export function figuresOf(
  table: RegisterTable,
  context: RegisterContext,
  series: MappedColumn[],
  column?: MappedColumn,
): { row: number; figures: number[]; total: number | null }[] {
  const quiet: CellReader = { grid: table.header.grid, findings: [] };
  const same = new Map<string, MappedColumn[]>();
  for (const one of series) {
    const key = JSON.stringify([one.year, one.part]);
    same.set(key, [...(same.get(key) ?? []), one]);
  }
  return table.rows.rows.map((row) => ({
    row,
    figures: [...same.values()].map((parts) =>
      sumOf(parts.map((one) => readAmount(quiet, table, context, row, one) ?? 0)),
    ),
    total: readAmount(quiet, table, context, row, column) ?? null,
  }));
}

export function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

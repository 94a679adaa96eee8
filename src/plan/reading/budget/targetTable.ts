import { cellAddress } from "../../../cells/address";
import { amountAt } from "../extent/totals/rowSums";
import type { OpenTable } from "../openTable";
import type { PlanUnits } from "../units/planUnits";
import { yearIndex, type Timeline } from "../years/timeline";

/** Savings required by year, and the cell that says so. */
export interface TargetRead {
  cell: string;
  byYear: (number | null)[];
}

/** Whether a table that stands as Funding says what savings are needed: its heading, title or sheet speaks of a target. */
export function isTargetTable({ header, key }: OpenTable): boolean {
  const words = /\b(savings?|efficiency|cip|qipp)\s+(target|requirement|ask)s?\b|^\s*(targets?|savings required)\b/i;
  return (
    words.test(key?.full ?? "") ||
    header.columns.some(({ full }) => words.test(full)) ||
    header.titles.some((title) => words.test(title)) ||
    words.test(header.grid.sheet)
  );
}

/** The rows of a target's table added up, in the plan's unit. */
export function readTarget(table: OpenTable, timeline: Timeline, units: PlanUnits): TargetRead {
  const { header, columns, rows } = table;
  const byYear: (number | null)[] = timeline.labels.map(() => null);
  for (const column of columns) {
    const index = column.meaning === "year" && column.year ? yearIndex(column.year, timeline) : null;
    if (index === null || index < 1 || index > byYear.length) continue;
    for (const row of rows.rows) {
      const amount = amountAt({ grid: header.grid }, row, column.column);
      if (amount !== null) byYear[index - 1] = (byYear[index - 1] ?? 0) + amount * units.scaleOf(table, column, row);
    }
  }
  return { cell: cellAddress(header.grid.sheet, rows.rows[0] ?? header.top, columns[0]?.column ?? 0), byYear };
}

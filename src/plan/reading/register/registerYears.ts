import { momentAt } from "../cells/times/startCell";
import { findYear, type Year, type YearConvention } from "../cells/times/years";
import { columnOf, type MappedColumn } from "../tableColumn";
import type { OpenTable } from "../openTable";
import { yearIndex, type Timeline } from "../years/timeline";

/** The years that the columns of a register name, and, in long format, its rows; the full-year effect's year names none. */
export function registerYears(table: OpenTable, convention: YearConvention): Year[] {
  const named = table.columns.flatMap((column): Year[] => {
    if (["year", "share", "inYear"].includes(column.meaning) && column.year) return [column.year];
    return ["month", "quarter"].includes(column.meaning)
      ? [column.year ?? titleYear(table, convention) ?? []].flat()
      : [];
  });
  const period = columnOf(table.columns, "period");
  return period ? [...named, ...yearsIn(table, period, convention)] : named;
}

/** The years in which its levers start. */
export function startYears(table: OpenTable, convention: YearConvention): Year[] {
  const start = columnOf(table.columns, "start");
  return start ? yearsIn(table, start, convention) : [...(table.startOf?.values() ?? [])];
}

function yearsIn({ header, rows }: OpenTable, { column }: MappedColumn, convention: YearConvention): Year[] {
  const { grid } = header;
  return rows.rows.flatMap((row) => momentAt(grid, row, column, convention)?.year ?? []);
}

/** A year that a title names: "Cost Improvement Programme 2025/26". */
function titleYear({ header }: OpenTable, convention: YearConvention): Year | null {
  for (const title of [...header.titles].reverse()) {
    const year = findYear(title, convention)?.year;
    if (year?.kind === "fiscal") return year;
  }
  return null;
}

/** The year of the plan in which a column of a series lies; months without a year are those of the title's year, else of year 1. */
export function yearOfParts(
  column: MappedColumn,
  table: OpenTable,
  context: { timeline: Timeline; convention: YearConvention },
): number {
  const year = column.year ?? (column.meaning === "year" ? null : titleYear(table, context.convention));
  return (year && yearIndex(year, context.timeline)) ?? 1;
}

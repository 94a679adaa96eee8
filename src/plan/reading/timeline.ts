import { cellAddress } from "../../cells/address";
import type { Finding } from "../finding";
import type { HeaderRow } from "./headerRows";
import type { ReadOptions } from "./planReading";
import { columnOf, type MappedColumn } from "./tableColumns";
import { findYear, fiscalLabel, readYear, type Year, type YearConvention } from "./years";

/** The years of the plan: year 0 is the base year, years 1…n are evaluated. */
export interface Timeline {
  baseYear: string;
  labels: string[];
  /** Calendar year in which year 1 starts; null where the plan knows only Year 1, Year 2, … */
  firstStart: number | null;
}

/** A table with what its years depend on. */
export interface YearSource {
  header: HeaderRow;
  columns: MappedColumn[];
}

/**
 * The years of the plan: the year columns of Spending, else those of Funding, else as many as the user gives (5) after the base year, where a
 * heading or the user names it.
 */
export function timelineOf(
  spending: YearSource,
  funding: YearSource | null,
  options: ReadOptions,
  convention: YearConvention,
  findings: Finding[],
): Timeline {
  const base = baseYearStart(spending, funding, options, convention);
  if (base !== null) for (const source of [spending, funding]) if (source) takeBaseColumn(source, base);
  for (const source of [spending, funding]) {
    if (!source) continue;
    const columns = source.columns.filter(({ meaning }) => meaning === "year");
    if (columns.length === 0) continue;
    const timeline = fromColumns(source, columns, base, convention, findings);
    if (timeline.firstStart !== null && funding) takeBaseColumn(funding, timeline.firstStart - 1);
    return timeline;
  }
  const count = Math.max(1, Math.floor(options.horizon ?? 5));
  return numbered(count, base === null ? null : base + 1, convention);
}

/** 1 for the first year of the plan, 0 for the base year, below that before; null where a fiscal year cannot be placed in a plan of numbered years. */
export function yearIndex(year: Year, timeline: Timeline): number | null {
  if (year.kind === "ordinal") return year.number;
  return timeline.firstStart === null ? null : year.start - timeline.firstStart + 1;
}

/** "2014/15 + 6 years". */
export function timelineText(timeline: Timeline): string {
  return `${timeline.baseYear} + ${timeline.labels.length} ${timeline.labels.length === 1 ? "year" : "years"}`;
}

function numbered(count: number, firstStart: number | null, convention: YearConvention): Timeline {
  const labels = Array.from({ length: count }, (_, index) =>
    firstStart === null ? `Year ${index + 1}` : fiscalLabel(firstStart + index, convention),
  );
  return { baseYear: firstStart === null ? "Year 0" : fiscalLabel(firstStart - 1, convention), labels, firstStart };
}

function fromColumns(
  { header, columns: all }: YearSource,
  columns: MappedColumn[],
  base: number | null,
  convention: YearConvention,
  findings: Finding[],
): Timeline {
  const fiscal = columns.flatMap(({ year }) => (year?.kind === "fiscal" ? [year.start] : []));
  const ordinal = columns.flatMap(({ year }) => (year?.kind === "ordinal" ? [year.number] : []));
  const [firstColumn] = columns;
  const at = firstColumn ? cellAddress(header.grid.sheet, firstColumn.row, firstColumn.column) : "";
  if (fiscal.length > 0 && ordinal.length > 0) {
    findings.push({
      level: "error",
      cell: at,
      message: "numbered years and fiscal years stand side by side; one kind of label is needed",
    });
  }
  const numbers = fiscal.length > 0 ? fiscal : ordinal;
  const first = Math.min(...numbers);
  const last = Math.max(...numbers);
  for (let year = first; year <= last; year++) {
    if (numbers.includes(year)) continue;
    const label = fiscal.length > 0 ? fiscalLabel(year, convention) : `Year ${year}`;
    findings.push({
      level: "error",
      cell: at,
      message: `the year columns leave out ${label}; a column for every year from the first to the last is needed`,
    });
    break;
  }
  const count = Math.min(last - first + 1, 200);
  if (fiscal.length === 0) {
    if (first !== 1)
      findings.push({
        level: "error",
        cell: at,
        message: `the year columns begin with Year ${first}; the first year of a plan is Year 1`,
      });
    return numbered(count, base === null ? null : base + 1, convention);
  }
  const baseColumn = columnOf(all, "base");
  if (base !== null && base + 1 !== first && baseColumn?.year?.kind === "fiscal") {
    const message = `the base year is ${fiscalLabel(base, convention)} and the first year column is ${fiscalLabel(first, convention)}; the years are to follow the base year without a gap`;
    findings.push({ level: "error", cell: cellAddress(header.grid.sheet, baseColumn.row, baseColumn.column), message });
  }
  return numbered(count, first, convention);
}

/** A column of amounts of the base year, in a table without a base, is the base. */
function takeBaseColumn({ columns }: YearSource, base: number): void {
  if (columnOf(columns, "base")) return;
  const column = columns.find(
    ({ meaning, year, yearKind }) =>
      meaning === "year" && yearKind === "amount" && year?.kind === "fiscal" && year.start === base,
  );
  if (column) Object.assign(column, { meaning: "base", why: "holds the amounts of the base year" });
}

/** The base year as a heading of the base, the user, or a title that speaks of the base names it. */
function baseYearStart(
  spending: YearSource,
  funding: YearSource | null,
  options: ReadOptions,
  convention: YearConvention,
): number | null {
  for (const source of [spending, funding]) {
    const year = source && columnOf(source.columns, "base")?.year;
    if (year?.kind === "fiscal") return year.start;
  }
  if (options.baseYear) {
    const given = readYear(options.baseYear, "General", convention);
    if (given?.kind === "fiscal") return given.start;
  }
  for (const source of [spending, funding]) {
    for (const title of source?.header.titles ?? []) {
      const match = /\bbase(?:line)?(?:\s+year)?\b\W{0,3}(.*)$/i.exec(title);
      const year = match ? findYear(match[1] ?? "", convention)?.year : null;
      if (year?.kind === "fiscal") return year.start;
    }
  }
  return null;
}

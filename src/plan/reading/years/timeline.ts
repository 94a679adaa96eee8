import { cellAddress } from "../../../cells/address";
import type { Finding } from "../../finding";
import { columnOf, type MappedColumn } from "../tableColumn";
import type { OpenTable } from "../openTable";
import type { ReadOptions } from "../planReading";
import { findYear, fiscalLabel, readYear, type Year, type YearConvention } from "../cells/times/years";

/** The years of the plan: year 0 is the base year, years 1…n are evaluated. */
export interface Timeline {
  baseYear: string;
  labels: string[];
  /** Calendar year in which year 1 starts; null where the plan knows only Year 1, Year 2, … */
  firstStart: number | null;
  /** What says so; "default" where the user is to be asked. */
  from: "columns" | "starts" | "given" | "default";
}

/**
 * The years of the plan: the year columns of Spending, else those of Funding, else those of the register; without any, as many as the user gives (5)
 * after the base year of a Spending table, or the first to the last Start of a register alone.
 *
 * @param registerYears years that the register's columns name
 * @param startYears years in which its levers start
 */
export function timelineOf(
  spending: OpenTable | null,
  funding: OpenTable | null,
  registerYears: readonly Year[],
  startYears: readonly Year[],
  options: ReadOptions,
  convention: YearConvention,
  findings: Finding[],
): Timeline {
  const base = baseYearStart(spending, funding, options, convention);
  for (const source of [spending, funding]) {
    const columns = source?.columns.filter(({ meaning }) => meaning === "year") ?? [];
    if (source && columns.length > 0) return fromColumns(source, columns, base, convention, findings);
  }
  const named = spanOf(registerYears, base);
  if (named) return { ...numbered(named.count, named.firstStart, convention), from: "columns" };
  if (options.horizon !== undefined) {
    const started = spanOf(startYears, base);
    const given = Math.max(1, Math.floor(options.horizon));
    const made = numbered(given, base === null ? (started?.firstStart ?? null) : base + 1, convention);
    if (!spending && given > (started?.count ?? 1)) {
      const last = made.labels[(started?.count ?? 1) - 1] ?? "";
      const message = `the register's last Start is ${last}; the years after it to ${made.labels.at(-1)} are shown as asked for, in which what recurs goes on`;
      findings.push({ level: "warning", cell: "", message });
    }
    return { ...made, from: "given" };
  }
  const started = spanOf(startYears, null);
  if (spending) {
    const first = base === null ? (started?.firstStart ?? null) : base + 1;
    const count = base === null && started?.firstStart ? Math.max(5, started.count) : 5;
    return { ...numbered(count, first, convention), from: "default" };
  }
  return { ...numbered(started?.count ?? 1, started?.firstStart ?? null, convention), from: "starts" };
}

/** 1 for the first year of the plan, 0 for the base year, below that before; null where a fiscal year cannot be placed in a plan of numbered years. */
export function yearIndex(year: Year, timeline: Pick<Timeline, "firstStart">): number | null {
  if (year.kind === "ordinal") return year.number;
  return timeline.firstStart === null ? null : year.start - timeline.firstStart + 1;
}

/** "2014/15 + 6 years". */
export function timelineText(timeline: Timeline): string {
  return `${timeline.baseYear} + ${timeline.labels.length} ${timeline.labels.length === 1 ? "year" : "years"}`;
}

/** First to last of these years; fiscal ones before numbered ones. Years up to the base year are history. */
function spanOf(years: readonly Year[], base: number | null): { firstStart: number | null; count: number } | null {
  const fiscal = years
    .flatMap((year) => (year.kind === "fiscal" ? [year.start] : []))
    .filter((start) => base === null || start > base);
  if (fiscal.length > 0) {
    const first = base === null ? Math.min(...fiscal) : base + 1;
    return { firstStart: first, count: Math.min(Math.max(...fiscal) - first + 1, mostYears) };
  }
  const numbers = years.flatMap((year) => (year.kind === "ordinal" && year.number >= 1 ? [year.number] : []));
  return numbers.length === 0
    ? null
    : { firstStart: base === null ? null : base + 1, count: Math.min(Math.max(...numbers), mostYears) };
}

const mostYears = 200;

function numbered(count: number, firstStart: number | null, convention: YearConvention): Omit<Timeline, "from"> {
  const labels = Array.from({ length: count }, (_, index) =>
    firstStart === null ? `Year ${index + 1}` : fiscalLabel(firstStart + index, convention),
  );
  return { baseYear: firstStart === null ? "Year 0" : fiscalLabel(firstStart - 1, convention), labels, firstStart };
}

function fromColumns(
  { header, columns: all }: OpenTable,
  columns: MappedColumn[],
  base: number | null,
  convention: YearConvention,
  findings: Finding[],
): Timeline {
  const fiscal = columns.flatMap(({ year }) => (year?.kind === "fiscal" ? [year.start] : []));
  const ordinal = columns.flatMap(({ year }) => (year?.kind === "ordinal" ? [year.number] : []));
  const [firstColumn] = columns;
  const at = firstColumn ? cellAddress(header.grid.sheet, firstColumn.row, firstColumn.column) : "";
  const error = (message: string, cell = at): void => void findings.push({ level: "error", cell, message });
  if (fiscal.length > 0 && ordinal.length > 0)
    error("numbered years and fiscal years stand side by side; one kind of label is needed");
  const numbers = fiscal.length > 0 ? fiscal : ordinal;
  const first = Math.min(...numbers);
  const last = Math.max(...numbers);
  for (let year = first; year <= last; year++) {
    if (numbers.includes(year)) continue;
    const label = fiscal.length > 0 ? fiscalLabel(year, convention) : `Year ${year}`;
    error(`the year columns leave out ${label}; a column for every year from the first to the last is needed`);
    break;
  }
  const count = Math.min(last - first + 1, mostYears);
  if (fiscal.length === 0) {
    if (first !== 1) error(`the year columns begin with Year ${first}; the first year of a plan is Year 1`);
    return { ...numbered(count, base === null ? null : base + 1, convention), from: "columns" };
  }
  const baseColumn = columnOf(all, "base");
  if (base !== null && base + 1 !== first && baseColumn?.year?.kind === "fiscal") {
    const message = `the base year is ${fiscalLabel(base, convention)} and the first year column is ${fiscalLabel(first, convention)}; the years are to follow the base year without a gap`;
    error(message, cellAddress(header.grid.sheet, baseColumn.row, baseColumn.column));
  }
  return { ...numbered(count, first, convention), from: "columns" };
}

/** The base year as a heading of the base, the user, or a title that speaks of the base names it. */
export function baseYearStart(
  spending: OpenTable | null,
  funding: OpenTable | null,
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

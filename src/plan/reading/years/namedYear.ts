import { nameWords } from "../extent/titles";
import { momentAt } from "../cells/times/startCell";
import { findYear, type Year, type YearConvention } from "../cells/times/years";
import { effectMeanings } from "../meaning/effectMeanings";
import { columnOf } from "../tableColumn";
import type { OpenTable } from "../openTable";

/**
 * The one year that registers without columns or starts by year are about: as the headings of their savings name it ("Saving 2025/26"), else a title, else
 * the sheet's name, else the dates of the months in which their levers start. Null where none is named, or more than one.
 */
export function namedYear(registers: readonly OpenTable[], convention: YearConvention): Year | null {
  const sources = [headingYears, titleYears, sheetYears, monthYears];
  for (const yearsOf of sources) {
    const years = registers.flatMap((table) => yearsOf(table, convention));
    const [first] = years;
    if (first !== undefined) return years.every((year) => year === first) ? { kind: "fiscal", start: first } : null;
  }
  return null;
}

/** The year that one register is of: as its sheet's name names it, else its title, else the first of its savings' headings; null where none is. */
export function yearOfTable(table: OpenTable, convention: YearConvention): number | null {
  for (const years of [sheetYears(table, convention), titleYears(table, convention)])
    if (new Set(years).size === 1) return years[0] ?? null;
  const headed = headingYears(table, convention);
  return headed.length > 0 ? Math.min(...headed) : null;
}

/** Of the savings; next year's full-year effect and last year's amounts say nothing of the plan's first year. */
function headingYears({ columns }: OpenTable, convention: YearConvention): number[] {
  return columns
    .filter(({ meaning }) => effectMeanings.has(meaning) && meaning !== "fullYearEffect")
    .flatMap(({ full }) => yearsIn(full, convention));
}

function titleYears({ header }: OpenTable, convention: YearConvention): number[] {
  return header.titles.flatMap((title) => yearsIn(title, convention));
}

function sheetYears({ header }: OpenTable, convention: YearConvention): number[] {
  const { sheet } = header.grid;
  const years = yearsIn(sheet.replace(/(\d{2})[ _.](\d{2})(?!\d)/, "$1-$2"), convention);
  return years.length > 0 ? years : yearsIn(nameWords(sheet), convention);
}

function monthYears({ header, columns, rows }: OpenTable, convention: YearConvention): number[] {
  const month = columnOf(columns, "startMonth");
  if (!month) return [];
  const { grid } = header;
  return rows.rows.flatMap((row) => {
    const moment = momentAt(grid, row, month.column, convention);
    return moment?.month && moment.year.kind === "fiscal" ? [moment.year.start] : [];
  });
}

/** All fiscal years in a text; of a price basis ("2014/15 prices") none. */
function yearsIn(text: string, convention: YearConvention): number[] {
  const years: number[] = [];
  let rest = text.replace(/\S+\s+prices\b|\bprices of\s+\S+/gi, " ");
  for (let found = findYear(rest, convention); found; found = findYear(rest, convention)) {
    if (found.year.kind === "fiscal") years.push(found.year.start);
    if (found.rest.length >= rest.length) break;
    rest = found.rest;
  }
  return years;
}

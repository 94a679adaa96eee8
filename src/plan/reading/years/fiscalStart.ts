import { cellAddress } from "../../../cells/address";
import { monthNumber, type YearConvention } from "../cells/times/years";
import { firstColumnOf } from "../extent/headerRows";
import type { OpenTable } from "../openTable";
import { ask, type Asking } from "../questions";
import { yearQuestions } from "./answeredYears";

/**
 * Twelve months in a row that begin with another month than the fiscal year, or a title that says when it begins, leave open whether it does: one question, at
 * the first of them.
 */
export function askFiscalStart(
  tables: readonly OpenTable[],
  { fiscalYearStart }: YearConvention,
  asking: Asking,
): void {
  if (asking.options.fiscalYearStart !== undefined) return;
  const found = tables.flatMap((table) => beginningOf(table, fiscalYearStart) ?? [])[0];
  if (!found || found.month === fiscalYearStart) return;
  const names = [fiscalYearStart, found.month].map((month) => monthNames[month - 1] ?? "");
  ask<string>(asking, {
    id: yearQuestions.fiscalStart,
    cell: found.cell,
    message: `${found.why}, and fiscal years were taken to start in ${names[0]}`,
    choices: Object.fromEntries(
      [fiscalYearStart, found.month].map((month, index) => [`month ${month}`, `years start in ${names[index]}`]),
    ),
    usual: `month ${fiscalYearStart}`,
  });
}

interface Beginning {
  month: number;
  cell: string;
  why: string;
}

function beginningOf(table: OpenTable, fiscalYearStart: number): Beginning | null {
  return beginningOfMonths(table, fiscalYearStart) ?? beginningInTitle(table);
}

/** Of whole years of months, each said with its year, the first. */
function beginningOfMonths({ header, columns }: OpenTable, fiscalYearStart: number): Beginning | null {
  const months = columns.flatMap((column) => {
    const { meaning, year, part } = column;
    return meaning === "month" && year?.kind === "fiscal" && part !== null
      ? [{ column, at: 12 * year.start + part - 1 }]
      : [];
  });
  const [first] = [...months].sort((a, b) => a.at - b.at);
  const distinct = new Set(months.map(({ at }) => at));
  const inRow = first !== undefined && [...distinct].every((at) => at - first.at < distinct.size);
  if (!first || !inRow || distinct.size % 12 !== 0) return null;
  const month = ((first.at + fiscalYearStart - 1) % 12) + 1;
  const { row, column, heading } = first.column;
  return { month, cell: cellAddress(header.grid.sheet, row, column), why: `the twelve months begin with '${heading}'` };
}

/** "Financial year 1 July 2025 to 30 June 2026", "FY starts in October", "Year ending 30 June 2026". */
function beginningInTitle({ header, kind }: OpenTable): Beginning | null {
  for (const title of kind === "levers" ? header.titles : []) {
    const [, from = ""] = starts.exec(title) ?? [];
    const [, until = ""] = ends.exec(title) ?? [];
    const month =
      (calendar.test(title) ? 1 : null) ??
      monthNumber(from) ??
      (until === "" ? null : ((monthNumber(until) ?? 0) % 12) + 1);
    if (month === null || (from === "" && monthNumber(until) === null && !calendar.test(title))) continue;
    return {
      month,
      cell: cellAddress(header.grid.sheet, header.top, firstColumnOf(header)),
      why: `the title says '${title}'`,
    };
  }
  return null;
}

const calendar =
  /\b(?:years?|fy)\s*(?:=|is|are)\s*(?:the\s+)?calendar\s+years?\b|\bcalendar[ -]year (?:basis|reporting)\b/i;
const starts =
  /\b(?:years?|fy)\s+(?:(?:start(?:s|ing)?|begin(?:s|ning)?|from)\s+(?:(?:in|on|from)\s+)?(?:1(?:st)?\s+)?|1(?:st)?\s+)([a-z]{3,9})\b/i;
const ends = /\byears?\s+(?:ending|ended|to|end)\s+(?:\d{1,2}(?:st|nd|rd|th)?\s+)?([a-z]{3,9})\b/i;

const monthNames = [
  "January", "February", "March", "April", "May", "June",
  "July", "August", "September", "October", "November", "December",
]; // prettier-ignore

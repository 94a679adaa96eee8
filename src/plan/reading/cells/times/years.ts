import type { Cell } from "../../../../cells/cell";
import { nameKey } from "../../../../cells/names";
import { clipped } from "../clipped";
import { remembered } from "../remembered";
import { dateOfSerial } from "./serialDate";

/** How labels of years are understood; one for the whole plan, so that a label has one meaning. */
export interface YearConvention {
  /** Month in which the fiscal year starts, 1–12. */
  fiscalYearStart: number;
  /** Whether a bare 2016 is the fiscal year that starts or the one that ends in 2016. */
  bareYear: "start" | "end";
  /** Cells with dates as texts in which the month comes first. */
  monthFirst?: ReadonlySet<string>;
}

/** Where it only matters whether a text names a year or a period, whichever it is. */
export const anyYears: YearConvention = { fiscalYearStart: 4, bareYear: "start" };

/** A year of the calendar (by the year in which the fiscal year starts) or of the plan (1 = the first). */
export type Year = { kind: "fiscal"; start: number } | { kind: "ordinal"; number: number };

/** A year found in a text, the label as written, and the words around it. */
interface YearInText {
  year: Year;
  label: string;
  rest: string;
}

/** The label under which results show a fiscal year: "2015/16", or "2015" where fiscal years are calendar years. */
export function fiscalLabel(start: number, convention: YearConvention): string {
  if (convention.fiscalYearStart === 1) return String(start);
  return `${start}/${String((start + 1) % 100).padStart(2, "0")}`;
}

/**
 * Reads a cell that should hold a year and nothing else: 2015/16, 2015-16, FY16 (= 2015/16), 2016, Year 1, 3, or a date.
 * Null where it is none of these.
 */
export function readYear(value: Cell, numberFormat: string, convention: YearConvention): Year | null {
  if (typeof value === "number") {
    if (isDateFormat(numberFormat)) return fiscalYearOfDate(dateOfSerial(value), convention);
    if (!Number.isInteger(value)) return null;
    if (value >= 1900 && value < 2200) return bare(value, convention);
    return value > -200 && value <= lastOrdinal ? { kind: "ordinal", number: value } : null;
  }
  if (typeof value !== "string") return null;
  const trimmed = value.trim();
  if (/^\d{1,3}$/.test(trimmed)) return { kind: "ordinal", number: Number(trimmed) };
  const found = findYear(trimmed, convention);
  return found && found.rest === "" ? found.year : null;
}

/** No plan counts its years beyond; a larger number is no year. */
export const lastOrdinal = 100;

/** Looks for a year among other words, as in a heading: "Growth 2015/16 (%)", "FY16 plan", "Base (2014/15)". */
export function findYear(heading: string, convention: YearConvention): YearInText | null {
  const text = clipped(heading);
  for (const { pattern, read } of patterns) {
    const match = pattern.exec(text);
    const year = match && read(match, convention);
    if (!match || !year) continue;
    const rest = `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`;
    return {
      year,
      label: match[0].trim(),
      rest: rest
        .replace(/[()[\]:,;–—-]+(?=\s|$)|(?<=\s|^)[()[\]:,;–—-]+/g, " ")
        .replace(/\s+/g, " ")
        .trim(),
    };
  }
  return null;
}

/** Month 1–12 from a number, a name ("October", "Oct") or a date; null where it is none. */
export function readMonth(value: Cell, numberFormat: string): number | null {
  if (typeof value === "number") {
    if (isDateFormat(numberFormat)) return dateOfSerial(value).getUTCMonth() + 1;
    return Number.isInteger(value) && value >= 1 && value <= 12 ? value : null;
  }
  if (typeof value !== "string") return null;
  const name = nameKey(value).replace(/\.$/, "");
  if (/^(0?[1-9]|1[0-2])$/.test(name)) return Number(name);
  return monthNumber(name);
}

/** 10 for "October" and "Oct"; null where it is no month's name. */
export function monthNumber(name: string): number | null {
  const word = nameKey(name);
  const at =
    word.length < 3
      ? -1
      : months.findIndex((month) => month.startsWith(word) || (word === "sept" && month === "september"));
  return at < 0 ? null : at + 1;
}

/** The fiscal year in which a date lies: 31 March 2025 is 2024/25. */
export function fiscalYearOfDate(date: Date, convention: YearConvention): Year {
  const isLate = date.getUTCMonth() + 1 >= convention.fiscalYearStart;
  return { kind: "fiscal", start: isLate ? date.getUTCFullYear() : date.getUTCFullYear() - 1 };
}

/** Months from that month to the end of the fiscal year, as a share of it: October is 6/12 where the year starts in April. */
export function shareOfFirstYear(month: number, fiscalYearStart: number): number {
  const elapsed = (month - fiscalYearStart + 12) % 12;
  return (12 - elapsed) / 12;
}

/** Whether Excel shows a number of this format as a date. */
export const isDateFormat = remembered(showsDate);

function showsDate(numberFormat: string): boolean {
  const bareFormat = numberFormat.replace(/"[^"]*"|\\.|\[[^\]]*\]|_./g, "").toLowerCase();
  if (/general|[#0?%]/.test(bareFormat.replace(/\.0+/g, ""))) return false;
  return /y|d|mmm/.test(bareFormat);
}

const months = [
  "january", "february", "march", "april", "may", "june",
  "july", "august", "september", "october", "november", "december",
]; // prettier-ignore

const patterns: { pattern: RegExp; read: (match: RegExpExecArray, convention: YearConvention) => Year | null }[] = [
  {
    // 2015/16, 2015-16, 2015/2016, 15/16, FY15/16
    pattern: /(?<![\d/.-])(?:f\.?y\.?\s*)?(\d{4}|\d{2})\s*[/–—-]\s*(\d{4}|\d{2})(?![\d/.-])/i,
    read: (match) => {
      const start = fullYear(match[1] ?? "");
      return Number(match[2]) % 100 === (start + 1) % 100 ? { kind: "fiscal", start } : null;
    },
  },
  {
    // FY16 and FY2016 are named by the year in which they end
    pattern: /\bf\.?y\.?\s*['’]?(\d{4}|\d{2})(?![\d/])/i,
    read: (match, { fiscalYearStart }) => ({
      kind: "fiscal",
      start: fullYear(match[1] ?? "") - (fiscalYearStart === 1 ? 0 : 1),
    }),
  },
  {
    // FY1, FY2: one digit counts the plan's years
    pattern: /\bf\.?y\.?\s*(\d)(?![\d/])/i,
    read: (match) => ({ kind: "ordinal", number: Number(match[1]) }),
  },
  {
    // A contract counts its own years
    pattern: /\b(?:(?:contract|plan|programme|project)\s+)?(?:year|yr|y)\s*\.?\s*(\d{1,2})(?!\d)/i,
    read: (match) => ({ kind: "ordinal", number: Number(match[1]) }),
  },
  {
    pattern: /(?<![\d/.,£$€-])((?:19|20|21)\d{2})(?![\d/.,])/,
    read: (match, convention) => bare(Number(match[1]), convention),
  },
];

function bare(year: number, convention: YearConvention): Year {
  return { kind: "fiscal", start: convention.bareYear === "end" && convention.fiscalYearStart !== 1 ? year - 1 : year };
}

/** Two digits are of this century up to 79. */
function fullYear(digits: string): number {
  const value = Number(digits);
  if (digits.length === 4) return value;
  return value < 80 ? 2000 + value : 1900 + value;
}

/** By what years of columns are put in order. */
export function orderOf({ year }: { year: Year | null }): number {
  return year?.kind === "fiscal" ? year.start : (year?.number ?? 0);
}

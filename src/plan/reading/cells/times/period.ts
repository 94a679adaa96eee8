import { clipped } from "../clipped";
import { dateOfSerial } from "./serialDate";
import { findYear, fiscalYearOfDate, isDateFormat, monthNumber, type Year, type YearConvention } from "./years";

/** What stretch of time a heading names. */
export type Period =
  | { kind: "year"; year: Year }
  /** Month 1–12 of the calendar; the calendar year where it is said. */
  | { kind: "month"; month: number; year: number | null }
  /** Month 1–12 of the fiscal year: M1 is April. */
  | { kind: "period"; number: number }
  | { kind: "quarter"; quarter: number };

interface PeriodInText {
  period: Period;
  /** The words around it. */
  rest: string;
}

/** Looks for a month, a quarter or a year among the words of a heading: "Apr-25 plan", "Q2", "M1", "PYE 25/26". */
export function findPeriod(heading: string, convention: YearConvention): PeriodInText | null {
  const text = withoutMonths(clipped(heading));
  const date = dateInText(text);
  if (date) return { period: { kind: "year", year: fiscalYearOfDate(date, convention) }, rest: "" };
  const ending = yearEnding.exec(text);
  const end = ending && (dateInText(ending[1] ?? "") ?? dateInText(`1 ${ending[1] ?? ""}`));
  if (ending && end)
    return {
      period: { kind: "year", year: fiscalYearOfDate(end, convention) },
      rest: restOf(text, ending),
    };
  const month = monthIn(text);
  if (month) return month;
  const year = findYear(text, convention);
  return year && { period: { kind: "year", year: year.year }, rest: year.rest };
}

/** "Year 1 (Jul-26 to Jun-27)" is a year of the plan's own count, whatever months it spans. */
function withoutMonths(text: string): string {
  if (!/\b(year|yr)\s*\d/i.test(text)) return text;
  return text.replace(monthsOfYear, (found, first: string, from: string, last: string, to: string) => {
    const months = 12 * (Number(to) - Number(from)) + (monthNumber(last) ?? 0) - (monthNumber(first) ?? 0) + 1;
    return months === 12 ? "" : found;
  });
}

/** A heading that holds dates: those a month apart are months, those further apart are the years in which they lie. */
export function periodOfDates(serials: readonly number[], serial: number, convention: YearConvention): Period {
  const gaps = serials.filter((other) => other !== serial).map((other) => Math.abs(other - serial));
  const date = dateOfSerial(serial);
  if (gaps.length > 0 && Math.min(...gaps) <= 31)
    return { kind: "month", month: date.getUTCMonth() + 1, year: date.getUTCFullYear() };
  return { kind: "year", year: fiscalYearOfDate(date, convention) };
}

export function isDateCell(value: unknown, numberFormat: string): value is number {
  return typeof value === "number" && isDateFormat(numberFormat);
}

/** A date that a heading spells out: 31/03/2025, 31 March 2025, 2025-03-31. Day before month, as written in Britain. */
export function dateInText(text: string): Date | null {
  const numeric = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*$/.exec(text);
  if (numeric) return validDate(Number(numeric[3]), Number(numeric[2]), Number(numeric[1]));
  const iso = /^\s*(\d{4})-(\d{2})-(\d{2})\s*$/.exec(text);
  if (iso) return validDate(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const worded = /^\s*(\d{1,2})(?:st|nd|rd|th)?[\s-]+([a-z]{3,9})\.?[\s-]+(\d{4}|\d{2})\s*$/i.exec(text);
  const month = worded ? monthNumber(worded[2] ?? "") : null;
  const year = Number(worded?.[3]);
  return worded && month !== null ? validDate(year < 100 ? 2000 + year : year, month, Number(worded[1])) : null;
}

/** "Year ending 31 March 2026", "Y/E 31/03/2026", "Year to March 2026". */
const yearEnding =
  /\b(?:(?:financial|fiscal)\s+)?(?:years?\s+(?:ending|ended|end|to)|(?:12|twelve) months to|y\/?e)\b\s*:?\s*(\d[^()]*|[a-z]{3,9}\s+\d{4})\s*$/i;

function validDate(year: number, month: number, day: number): Date | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= 1900 && year < 2200 ? date : null;
}

const monthWords = "jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec";
const longMonths = "january|february|march|april|june|july|august|september|october|november|december";
const namedMonth = new RegExp(
  `(?<![\\p{L}\\d])(${longMonths}|${monthWords})(?![\\p{L}])\\.?(?:[\\s'’/-]*(\\d{4}|\\d{2}))?(?![\\d/])`,
  "iu",
);
const monthsOfYear =
  /\(?\s*([a-z]{3,9})\.?[\s'’-]*(?:20)?(\d{2})\s*(?:to|until|[–—-])\s*([a-z]{3,9})\.?[\s'’-]*(?:20)?(\d{2})\s*\)?/i;
const numberedMonth = /^\s*(?:m|mth|month|p|period)\s*-?\s*0?(\d{1,2})(?!\d)/i;
const half = /(?<![\p{L}\d])(?:h|half)\s*-?\s*([12])(?!\d)/iu;
const quarter = /(?<![\p{L}\d])(?:q|qtr|quarter)\s*-?\s*([1-4])(?!\d)(?:\s*['’-]\s*(\d{2})(?![\d/]))?/iu;

function monthIn(text: string): PeriodInText | null {
  const quarterly = quarter.exec(text);
  if (quarterly) {
    const [, number, digits] = quarterly;
    const rest = restOf(text, quarterly);
    // "Q1'25" is a quarter of a bare year.
    return {
      period: { kind: "quarter", quarter: Number(number) },
      rest: digits === undefined ? rest : `20${digits} ${rest}`.trim(),
    };
  }
  // Half a year ends with its second or fourth quarter.
  const halved = half.exec(text);
  if (halved)
    return {
      period: { kind: "quarter", quarter: 2 * Number(halved[1]) },
      rest: restOf(text, halved),
    };
  const numbered = numberedMonth.exec(text);
  const number = Number(numbered?.[1]);
  if (numbered && number >= 1 && number <= 12)
    return { period: { kind: "period", number }, rest: restOf(text, numbered) };
  const named = namedMonth.exec(text);
  const month = named && monthNumber(named[1] ?? "");
  // "May" and "March" are words too: of a longer heading they are taken only with a year.
  if (!named || !month) return null;
  if (named[2] === undefined && text.trim().split(/\s+/).length > 2 && !besideMonth.test(restOf(text, named)))
    return null;
  const digits = named[2];
  const year = digits === undefined ? null : digits.length === 4 ? Number(digits) : 2000 + Number(digits);
  return { period: { kind: "month", month, year }, rest: restOf(text, named) };
}

/** Words that stand with a month in a heading, and in no name. */
const besideMonth = /^(annuali[sz]ed )?run[ -]?rate$/i;

function restOf(text: string, match: RegExpExecArray): string {
  return `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`
    .replace(/(?<=\s|^)[()[\]:,;–—-]+|[()[\]:,;–—-]+(?=\s|$)/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

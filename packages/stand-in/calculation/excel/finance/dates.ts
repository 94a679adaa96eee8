import type { ValueContent } from "@workbooks/xlsx/content";
import { monthsLater } from "../../functions/datesAndTexts";
import { notANumber, type OwnFunction } from "../ownFunction";

/** Dates, and what is reckoned by the parts of years between them. */
export const dates: OwnFunction[] = [
  {
    name: "EDATE",
    takes: "aa",
    calculate: (start: number, months: number) => (start < 0 ? notANumber : monthsLater(start, Math.trunc(months))),
  },
  { name: "EOMONTH", takes: "aa", calculate: endOfMonth },
  {
    name: "TIME",
    takes: "nnn",
    calculate: (hours: number, minutes: number, seconds: number) => {
      const total = Math.trunc(hours) * 3600 + Math.trunc(minutes) * 60 + Math.trunc(seconds);
      if (total < 0 || [hours, minutes, seconds].some((part) => part > 32_767)) return notANumber;
      return (total % 86_400) / 86_400;
    },
  },
  {
    name: "DAYS360",
    takes: "nn?b",
    calculate: (start: number, end: number, isEuropean = 0) =>
      start < 0 || end < 0 ? notANumber : days360(dayOf(start), dayOf(end), isEuropean !== 0),
  },
  {
    name: "YEARFRAC",
    takes: "aa?a",
    calculate: (start: number, end: number, basis = 0) => yearFraction(start, end, basis),
  },
  {
    name: "ACCRINTM",
    takes: "aaaa?a",
    calculate: (issue: number, maturity: number, rate: number, par: number, basis = 0) => {
      if (rate <= 0 || par <= 0 || Math.trunc(issue) >= Math.trunc(maturity)) return notANumber;
      const fraction = yearFraction(issue, maturity, basis);
      return typeof fraction === "number" ? par * rate * fraction : fraction;
    },
  },
  ...bills(),
];

/** Treasury bills run for a year at most. */
function bills(): OwnFunction[] {
  const withDays = (name: string, calculate: (days: number, rate: number) => ValueContent): OwnFunction => ({
    name,
    takes: "aaa",
    calculate: (settlement: number, maturity: number, rate: number) => {
      const [from, to] = [Math.trunc(settlement), Math.trunc(maturity)];
      const aYear = monthsLater(from, 12);
      if (from < 0 || rate <= 0 || to <= from || typeof aYear !== "number" || to > aYear) return notANumber;
      return calculate(to - from, rate);
    },
  });
  return [
    withDays("TBILLPRICE", (days, discount) => {
      const price = 100 * (1 - (discount * days) / 360);
      return price < 0 ? notANumber : price;
    }),
    withDays("TBILLYIELD", (days, price) => ((100 - price) / price) * (360 / days)),
    withDays("TBILLEQ", (days, discount) => {
      if (days <= 182) {
        const rest = 360 - discount * days;
        return rest === 0 ? { error: "#DIV/0!" } : rest < 0 ? notANumber : (365 * discount) / rest;
      }
      const share = days / (days > 365 ? 366 : 365);
      const price = 1 - (discount * days) / 360;
      const root = share * share - (2 * share - 1) * (1 - 1 / price);
      return root < 0 || price <= 0 ? notANumber : (2 * (Math.sqrt(root) - share)) / (2 * share - 1);
    }),
  ];
}

function endOfMonth(start: number, months: number): ValueContent {
  if (start < 0) return notANumber;
  const { year, month } = partsOf(Math.trunc(start));
  const later = Date.UTC(year, month + Math.trunc(months) + 1, 0) / 86_400_000 + 25_569;
  const serial = later < 61 ? later - 1 : later;
  return serial < 0 || serial > 2_958_465 ? notANumber : serial;
}

interface DateParts {
  year: number;
  /** January is 0. */
  month: number;
  day: number;
}

function partsOf(serial: number): DateParts {
  // Excel's 29 February 1900, and the day before its first.
  if (serial === 60) return { year: 1900, month: 1, day: 29 };
  if (serial === 0) return { year: 1900, month: 0, day: 0 };
  const date = new Date((serial - (serial < 60 ? 25_568 : 25_569)) * 86_400_000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth(), day: date.getUTCDate() };
}

function isLastOfFebruary({ year, month, day }: DateParts): boolean {
  return month === 1 && day === new Date(Date.UTC(year, 2, 0)).getUTCDate();
}

/** The day of a time that is rounded to seconds, as 23:59:59.9 is the next day. */
function dayOf(time: number): number {
  return Math.floor(Math.round(time * 86_400) / 86_400);
}

function days360(start: number, end: number, isEuropean: boolean, endsFebruary = false): number {
  const [from, to] = [partsOf(start), partsOf(end)];
  let [first, last] = [from.day, to.day];
  if (isEuropean) [first, last] = [Math.min(first, 30), Math.min(last, 30)];
  else {
    if (endsFebruary && isLastOfFebruary(from) && isLastOfFebruary(to)) last = 30;
    if (isLastOfFebruary(from)) first = 30;
    if (last === 31 && first >= 30) last = 30;
    if (first === 31) first = 30;
    if (!endsFebruary && to.day === 31 && first < 30)
      return (to.year - from.year) * 360 + (to.month + 1 - from.month) * 30 + 1 - first;
  }
  return (to.year - from.year) * 360 + (to.month - from.month) * 30 + last - first;
}

function yearFraction(one: number, other: number, basis: number): ValueContent {
  const kind = Math.trunc(basis);
  if (one < 0 || other < 0 || kind < 0 || kind > 4) return notANumber;
  const [start, end] = [Math.trunc(Math.min(one, other)), Math.trunc(Math.max(one, other))];
  if (kind === 0 || kind === 4) return days360(start, end, kind === 4, true) / 360;
  if (kind === 2) return (end - start) / 360;
  return (end - start) / (kind === 3 ? 365 : actualYear(partsOf(start), partsOf(end)));
}

/** The length of a year between two dates: within a year, with its 29 February or not; else the average of all. */
function actualYear(from: DateParts, to: DateParts): number {
  const isWithinAYear =
    to.year === from.year ||
    (to.year === from.year + 1 && (to.month < from.month || (to.month === from.month && to.day <= from.day)));
  if (!isWithinAYear) {
    const years = to.year - from.year + 1;
    return (Date.UTC(to.year + 1, 0, 1) - Date.UTC(from.year, 0, 1)) / 86_400_000 / years;
  }
  if (to.year === from.year) return isLeap(from.year) ? 366 : 365;
  const isOver =
    (isLeap(from.year) && from.month < 2) || (isLeap(to.year) && (to.month > 1 || (to.month === 1 && to.day === 29)));
  return isOver ? 366 : 365;
}

function isLeap(year: number): boolean {
  return new Date(Date.UTC(year, 2, 0)).getUTCDate() === 29;
}

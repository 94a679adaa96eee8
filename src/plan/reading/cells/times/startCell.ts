import { cellAddress } from "../../../../cells/address";
import { isBlank, textOf, type Cell } from "../../../../cells/cell";
import { cellAt, formatAt, type SheetGrid } from "../../sheetGrid";
import { dateInText, findPeriod, isDateCell } from "./period";
import { dateOfSerial } from "./serialDate";
import { fiscalYearOfDate, readYear, type Year, type YearConvention } from "./years";

/** When something starts or ends, as a cell says it. */
export interface Moment {
  year: Year;
  /** 1–12 of the calendar, where the cell says it. */
  month: number | null;
  /** 04/10/2025 as text: the fourth of October or April the tenth. */
  isAmbiguous: boolean;
}

/** The moment in a cell of a sheet; a date as text has its month first where the user said so. */
export function momentAt(grid: SheetGrid, row: number, column: number, convention: YearConvention): Moment | null {
  const { monthFirst } = convention;
  const isMonthFirst = monthFirst !== undefined && monthFirst.has(cellAddress(grid.sheet, row, column));
  const value = cellAt(grid, row, column);
  const text = isMonthFirst ? String(value).replace(/^(\s*)(\d{1,2})([/.-])(\d{1,2})/, "$1$4$3$2") : value;
  return momentOf(text, formatAt(grid, row, column), grid.date1904, convention);
}

/** Reads a year, a month with its year, or a date, as a number or as text; null where the cell is none of these. */
export function momentOf(
  value: Cell,
  numberFormat: string,
  date1904: boolean,
  convention: YearConvention,
): Moment | null {
  if (isBlank(value)) return null;
  if (isDateCell(value, numberFormat)) {
    const date = dateOfSerial(value, date1904);
    return { year: fiscalYearOfDate(date, convention), month: date.getUTCMonth() + 1, isAmbiguous: false };
  }
  if (typeof value === "string") {
    const text = textOf(value);
    const date = dateInText(text);
    if (date) {
      const [, first = "", second = ""] = /^(\d{1,2})[/.-](\d{1,2})[/.-]/.exec(text) ?? [];
      const isAmbiguous =
        first !== "" && Number(first) <= 12 && Number(second) <= 12 && Number(first) !== Number(second);
      return { year: fiscalYearOfDate(date, convention), month: date.getUTCMonth() + 1, isAmbiguous };
    }
    const found = findPeriod(text, convention);
    if (found?.period.kind === "month" && found.period.year !== null && found.rest === "") {
      const inMonth = new Date(Date.UTC(found.period.year, found.period.month - 1, 1));
      return { year: fiscalYearOfDate(inMonth, convention), month: found.period.month, isAmbiguous: false };
    }
    const quarterly = /^q([1-4])\s*(.*)$/i.exec(text) ?? /^(.*?)\s*q([1-4])$/i.exec(text);
    if (quarterly) {
      const [, a = "", b = ""] = quarterly;
      const [quarter, rest] = /^[1-4]$/.test(a) ? [Number(a), b] : [Number(b), a];
      const year = readYear(rest, "General", convention);
      if (year)
        return { year, month: ((convention.fiscalYearStart - 1 + (quarter - 1) * 3) % 12) + 1, isAmbiguous: false };
    }
  }
  const year = readYear(value, numberFormat, convention);
  return year && { year, month: null, isAmbiguous: false };
}

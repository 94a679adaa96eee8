import { cellAddress } from "../../cells/address";
import { isBlank } from "../../cells/cell";
import type { Finding } from "../finding";
import type { HeaderRow } from "./headerRows";
import { percentScales, warnOfLargeFractions } from "./percentScale";
import { readNumber, refuseRate, type CellReader } from "./readCells";
import { cellAt, formatAt } from "./sheetGrid";
import { isPercentFormat } from "./shownCell";
import { columnOf, type MappedColumn } from "./tableColumns";
import { yearIndex, type Timeline } from "./timeline";

/** A row of Spending or Funding: what it is in year 0 and in each year after. */
export interface AmountRow {
  row: number;
  base: number | null;
  byYear: number[];
}

/** How the years of a table are given. */
export type YearForm = "growth" | "amount" | "oneRate" | "none";

/**
 * Decides for each year column whether it holds growth or amounts: growth if headed so, percent-formatted, or all below 1 in size; else amounts.
 * A first year of amounts before years of growth is the base. Sets `yearKind` and says which form the table has; a mixture is an error.
 */
export function settleYears(header: HeaderRow, columns: MappedColumn[], rows: number[], findings: Finding[]): YearForm {
  const years = columns.filter(({ meaning }) => meaning === "year").sort((a, b) => orderOf(a) - orderOf(b));
  const growth = columnOf(columns, "growth");
  if (years.length === 0) return growth ? "oneRate" : "none";
  const undecided = years.filter(({ yearKind }) => yearKind === null);
  for (const column of undecided) if (percentFormatted(header, column, rows)) column.yearKind = "growth";
  const open = undecided.filter(({ yearKind }) => yearKind === null);
  const small = (column: MappedColumn): boolean =>
    numbersOf(header, column, rows).every((value) => Math.abs(value) < 1);
  const allSmall = open.every(small);
  for (const column of open)
    column.yearKind =
      allSmall || (years.some((one) => one.yearKind === "growth") && small(column)) ? "growth" : "amount";
  const [first, ...later] = years;
  if (
    !columnOf(columns, "base") &&
    first?.yearKind === "amount" &&
    later.length > 0 &&
    later.every(({ yearKind }) => yearKind === "growth")
  ) {
    Object.assign(first, { meaning: "base", sureness: "unsure", why: "holds amounts before years of growth" });
    years.shift();
  }
  const odd = years.find(({ yearKind }) => yearKind !== years[0]?.yearKind);
  if (odd) addMixture(findings, header, odd, years);
  else if (growth) {
    const message = `'${growth.heading}' gives one growth rate and the year columns give ${years[0]?.yearKind === "growth" ? "growth" : "amounts"} too; leave one of the two out`;
    findings.push({ level: "error", cell: cellAddress(header.grid.sheet, growth.row, growth.column), message });
  }
  return years[0]?.yearKind === "growth" ? "growth" : "amount";
}

/**
 * Reads the base and the years of each row.
 *
 * @param unitScale each column's amounts are multiplied by this to reach the plan's unit
 * @param defaultBase taken where the table has no base column
 * @returns null for a row with an error
 */
export function readAmountRows(
  reader: CellReader,
  columns: MappedColumn[],
  rows: number[],
  form: YearForm,
  timeline: Timeline,
  unitScale: (column: MappedColumn) => number,
  what: { amount: string; mayBeNegative: boolean; defaultBase: number | null },
): (AmountRow | null)[] {
  const base = columnOf(columns, "base");
  const growth = columnOf(columns, "growth");
  const byIndex = new Map<number, MappedColumn>();
  for (const column of columns) {
    if (column.meaning !== "year" || !column.year) continue;
    const index = yearIndex(column.year, timeline);
    if (index === null || index < 1 || index > timeline.labels.length) continue;
    const double = byIndex.get(index);
    if (double) {
      const cell = cellAddress(reader.grid.sheet, column.row, column.column);
      reader.findings.push({
        level: "error",
        cell,
        message: `'${column.heading}' is the same year as '${double.heading}'; one column for each year is needed`,
      });
    } else byIndex.set(index, column);
  }
  const rates = [growth, ...byIndex.values()].flatMap((column) =>
    column && column.yearKind !== "amount" ? [column] : [],
  );
  const scales = percentScales(reader, rates, rows);
  warnOfLargeFractions(reader, scales, rows);
  const amountRule = (column: MappedColumn) => ({
    needed: `an amount such as ${what.amount}`,
    scale: unitScale(column),
    isAmount: true,
    refuse: (value: number) =>
      value < 0 && !what.mayBeNegative ? `${value} is negative; spend of 0 or more is needed` : null,
  });
  const rateRule = (column: MappedColumn) => ({
    needed: "a rate such as 2%",
    scale: scales.get(column) ?? 1,
    refuse: refuseRate,
  });
  const missing = (row: number, column: MappedColumn, message: string): undefined => {
    reader.findings.push({ level: "error", cell: cellAddress(reader.grid.sheet, row, column.column), message });
    return undefined;
  };
  return rows.map((row) => {
    let spend = base ? readNumber(reader, row, base, amountRule(base)) : what.defaultBase;
    if (spend === undefined) return null;
    let sound = true;
    if (spend === null && form !== "amount" && base) {
      missing(row, base, `the base is missing; an amount such as ${what.amount} is needed`);
      sound = false;
    }
    const byYear: number[] = [];
    let running = spend ?? 0;
    for (let index = 1; index <= timeline.labels.length; index++) {
      const column = form === "oneRate" ? growth : byIndex.get(index);
      if (!column) {
        // A table that gives its base and nothing else stays flat; a missing year is reported once for the table.
        byYear.push(running);
        continue;
      }
      const value = readNumber(reader, row, column, form === "amount" ? amountRule(column) : rateRule(column));
      if (value === undefined) sound = false;
      else if (value === null) {
        const label =
          form === "oneRate"
            ? "the growth"
            : `${form === "growth" ? "the growth" : "the amount"} for ${timeline.labels[index - 1]}`;
        missing(
          row,
          column,
          `${label} is missing; ${form === "amount" ? `an amount such as ${what.amount}` : "a rate such as 2% (or 0%)"} is needed`,
        );
        sound = false;
        if (form === "oneRate") break;
      } else running = form === "amount" ? value : running * (1 + value);
      if (form === "oneRate" && value === undefined) break;
      byYear.push(running);
    }
    spend ??= null;
    return sound ? { row, base: spend, byYear } : null;
  });
}

function addMixture(findings: Finding[], header: HeaderRow, odd: MappedColumn, years: MappedColumn[]): void {
  const is = odd.yearKind === "growth" ? "growth" : "amounts";
  const first = years[0]?.heading ?? "";
  const other = is === "growth" ? "amounts" : "growth";
  const message = `'${odd.heading}' holds ${is} and '${first}' ${other}; all year columns are to hold the same`;
  findings.push({ level: "error", cell: cellAddress(header.grid.sheet, odd.row, odd.column), message });
}

function orderOf({ year }: MappedColumn): number {
  return year?.kind === "fiscal" ? year.start : (year?.number ?? 0);
}

function numbersOf(header: HeaderRow, { column }: MappedColumn, rows: number[]): number[] {
  return rows
    .map((row) => cellAt(header.grid, row, column))
    .filter((value): value is number => typeof value === "number");
}

function percentFormatted(header: HeaderRow, { column }: MappedColumn, rows: number[]): boolean {
  const filled = rows.filter(
    (row) => !isBlank(cellAt(header.grid, row, column)) && typeof cellAt(header.grid, row, column) === "number",
  );
  return filled.length > 0 && filled.every((row) => isPercentFormat(formatAt(header.grid, row, column)));
}

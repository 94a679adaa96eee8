import { cellAddress } from "../../../cells/address";
import { percentScales } from "../cells/percentScale";
import { readNumber, refuseRate, type CellReader } from "../cells/readCells";
import { columnOf, type MappedColumn } from "../tableColumn";
import type { Asking } from "../questions";
import { yearIndex, type Timeline } from "../years/timeline";
import type { YearForm } from "./settleYears";

/** A row of Spending or Funding: what it is in year 0 and in each year after. */
interface AmountRow {
  base: number | null;
  byYear: number[];
  /** The yearly growth, where it is given in two parts. */
  growth?: { inflation: number; demand: number };
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
  asking: Asking,
  columns: MappedColumn[],
  rows: number[],
  form: YearForm,
  timeline: Timeline,
  unitScale: (column: MappedColumn, row: number) => number,
  what: { amount: string; mayBeNegative: boolean; defaultBase: number | null; sign: 1 | -1 },
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
        message: `'${column.full}' is the same year as '${double.full}'; one column for each year is needed`,
      });
    } else byIndex.set(index, column);
  }
  const inflation = growth ? undefined : columnOf(columns, "inflation");
  const demand = growth ? undefined : columnOf(columns, "demand");
  const rates = [growth, inflation, demand, ...byIndex.values()].flatMap((column) =>
    column && column.yearKind !== "amount" ? [column] : [],
  );
  const scales = percentScales(reader, asking, rates, rows);
  const amountRule = (column: MappedColumn, row: number) => ({
    needed: `an amount such as ${what.amount}`,
    scale: unitScale(column, row),
    isAmount: true,
    refuse: (value: number) =>
      value * what.sign < 0 && !what.mayBeNegative
        ? what.sign === 1
          ? `${value} is negative; spend of 0 or more is needed`
          : `${value} is positive among negative costs; spend of one sign is needed`
        : null,
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
    const spend = base ? readNumber(reader, row, base, amountRule(base, row)) : what.defaultBase;
    if (spend === undefined) return null;
    let sound = true;
    if (spend === null && form !== "amount" && base) {
      missing(row, base, `the base is missing; an amount such as ${what.amount} is needed`);
      sound = false;
    }
    const byYear: number[] = [];
    let running = spend ?? 0;
    let apart: AmountRow["growth"];
    for (let index = 1; index <= timeline.labels.length; index++) {
      if (form === "oneRate" && !growth) {
        // Growth is (1 + inflation)(1 + demand) − 1.
        const parts = [inflation, demand].map((part) => (part ? readNumber(reader, row, part, rateRule(part)) : null));
        if (parts.includes(undefined)) {
          sound = false;
          break;
        }
        running *= parts.reduce<number>((product, part) => product * (1 + (part ?? 0)), 1);
        if (inflation && demand) apart = { inflation: parts[0] ?? 0, demand: parts[1] ?? 0 };
        byYear.push(running);
        continue;
      }
      const column = form === "oneRate" ? growth : byIndex.get(index);
      if (!column) {
        // A table that gives its base and nothing else stays flat; a missing year is reported once for the table.
        byYear.push(running);
        continue;
      }
      const value = readNumber(reader, row, column, form === "amount" ? amountRule(column, row) : rateRule(column));
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
    const turned = (amount: number): number => amount * what.sign || 0;
    if (!sound) return null;
    return { base: spend === null ? null : turned(spend), byYear: byYear.map(turned), ...(apart && { growth: apart }) };
  });
}

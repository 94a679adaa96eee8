import { cellAddress } from "../../../../cells/address";
import { agree } from "../../cells/agree";
import type { CellReader } from "../../cells/readCells";
import { ask } from "../../questions";
import type { MappedColumn } from "../../tableColumn";
import type { RegisterContext, RegisterTable } from "../registerContext";
import { yearOfParts } from "../registerYears";
import type { SavingForm } from "../savingForm";
import { sumOf } from "../ties";
import { isFilled, readAmount } from "./cellReading";

/** The sums of months or quarters beside columns of their years: those are to say the same, and hold the amounts of years without parts. */
export function withOwnYears(
  reader: CellReader,
  table: RegisterTable,
  context: RegisterContext,
  form: SavingForm,
  row: number,
  sums: ReadonlyMap<number, number>,
  figures: readonly (number | null)[],
): ReadonlyMap<number, number> | null {
  const all = new Map(sums);
  for (const column of form.ofYears) {
    if (!isFilled(table, row, column)) continue;
    const amount = readAmount(reader, table, context, row, column);
    if (amount === undefined) return null;
    const year = yearOfParts(column, table, context);
    const sum = sums.get(year);
    all.set(
      year,
      sum === undefined ? (amount ?? 0) : agreed(table, context, form, row, column, sum, amount ?? 0, figures.length),
    );
  }
  return all;
}

/** Months, quarters or new savings by year, which are to add up to the column that sums them. */
export function checkedSums(
  table: RegisterTable,
  context: RegisterContext,
  form: SavingForm,
  row: number,
  sums: ReadonlyMap<number, number>,
  figures: readonly (number | null)[],
): ReadonlyMap<number, number> {
  if (!form.sum || !isFilled(table, row, form.sum)) return sums;
  const { grid } = table.header;
  const total = readAmount({ grid, findings: [] }, table, context, row, form.sum);
  const sum = sumOf([...sums.values()]);
  if (total === null || total === undefined) return sums;
  const taken = agreed(table, context, form, row, form.sum, sum, total, figures.length);
  return taken === sum ? sums : comingTo(sums, sum, total);
}

/** The sum of parts, or what a column says that it is, where the two differ. */
function agreed(
  { header }: RegisterTable,
  context: RegisterContext,
  form: SavingForm,
  row: number,
  column: MappedColumn,
  sum: number,
  total: number,
  parts: number,
): number {
  if (agree(sum, total, parts)) return sum;
  const what = form.periods?.kind ?? "years";
  const name = column.year ? column.full : column.heading;
  const choice = ask(context, {
    id: "partsOrSum",
    cell: cellAddress(header.grid.sheet, row, column.column),
    level: "error",
    message: `the ${what} come to ${rounded(sum)} and '${name}' says ${rounded(total)}; one figure is needed`,
    choices: { parts: `the ${what}`, sum: `'${name}'` },
    usual: "parts",
  });
  return choice === "sum" ? total : sum;
}

/** The years with another sum: each in proportion, or all alike where there is none. */
function comingTo(sums: ReadonlyMap<number, number>, sum: number, total: number): Map<number, number> {
  const share = (amount: number): number => (sum === 0 ? 1 / sums.size : amount / sum);
  return new Map([...sums].map(([year, amount]) => [year, total * share(amount)]));
}

export function rounded(amount: number): number {
  return Number(amount.toPrecision(8));
}

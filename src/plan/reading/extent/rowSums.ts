import { columnLetters } from "../../../cells/address";
import { isBlank } from "../../../cells/cell";
import { numberInText } from "../cells/amountText";
import { lastPlace } from "../cells/lastPlace";
import { isDateFormat } from "../cells/years";
import { cellAt, formatAt, formulaAt, type SheetGrid } from "../sheetGrid";
import type { MappedColumn } from "../meaning/tableColumn";

export interface SumSource {
  grid: SheetGrid;
  amounts: readonly MappedColumn[];
}

/** The number in a cell, a text that is one included; null where there is none. */
export function amountAt({ grid }: Pick<SumSource, "grid">, row: number, column: number): number | null {
  const value = cellAt(grid, row, column);
  if (typeof value === "number") return isDateFormat(formatAt(grid, row, column)) ? null : value;
  return typeof value === "string" && !isBlank(value) ? (numberInText(value)?.value ?? null) : null;
}

/** Whether the formulas of a row sum cells of their own columns in the table's rows `first` to `last`: SUM, SUBTOTAL, AGGREGATE, or cells joined by plus signs. */
export function isSumOfNeighbours(
  { grid }: SumSource,
  row: number,
  numbers: readonly MappedColumn[],
  first: number,
  last: number,
): boolean {
  const formulas = numbers.flatMap(({ column }) => formulaAt(grid, row, column) ?? []);
  if (formulas.length < numbers.length || formulas.length === 0) return false;
  return numbers.every(({ column }) => sumsItsColumn(formulaAt(grid, row, column) ?? "", row, column, first, last));
}

/**
 * The rows of the first list whose sums the row's amounts all are, within rounding; null where there is none. Two rows that are not 0 at least, one where
 * the row is named a total.
 */
export function sumsAbove(
  source: SumSource,
  row: number,
  numbers: readonly MappedColumn[],
  lists: readonly number[][],
  isNamed: boolean,
): number[] | null {
  for (const list of lists) {
    const nonZero = list.filter((other) => numbers.some(({ column }) => amountAt(source, other, column)));
    if (nonZero.length < (isNamed ? 1 : 2)) continue;
    const comparable = numbers.filter(({ column }) => amountAt(source, row, column) !== 0);
    if (comparable.length === 0) continue;
    if (comparable.every(({ column }) => isSum(source, list, row, column, isNamed || comparable.length >= 3)))
      return list;
  }
  return null;
}

/** Whether the amounts of a column in these rows add up to the row's, within rounding where that may be. */
export function isSum(
  source: SumSource,
  list: readonly number[],
  row: number,
  column: number,
  mayBeRounded: boolean,
): boolean {
  const total = amountAt(source, row, column) ?? 0;
  const parts = list.map((other) => amountAt(source, other, column) ?? 0);
  const sum = parts.reduce((all, part) => all + part, 0);
  const exact = 1e-9 * Math.max(Math.abs(total), ...parts.map(Math.abs));
  return Math.abs(sum - total) <= (mayBeRounded ? Math.max(exact, roundingOf(total, parts)) : exact);
}

/** By how much a total may miss the sum of its parts where they were rounded for print: half of its own last place; of whole numbers, half of one for each part. */
function roundingOf(total: number, parts: readonly number[]): number {
  const own = Math.min(lastPlace(total, 1000) / 2, Math.abs(total) / 100);
  return parts.every((part) => Number.isInteger(part)) ? Math.max(own, parts.length / 2) : own;
}

/** SUM(C5:C9), C5+C6+C7, SUBTOTAL(9,C5:C9): sums of cells above or below in the same column. */
function sumsItsColumn(formula: string, row: number, column: number, first: number, last: number): boolean {
  const plain = formula.replaceAll("$", "").replace(/\s/g, "");
  const isSumCall = /^=?\+?(SUM\(|SUBTOTAL\((9|109),|AGGREGATE\((9|14),)/i.test(plain);
  const references = [...plain.matchAll(/(?<![A-Z!'\d])([A-Z]{1,3})(\d{1,7})(?::([A-Z]{1,3})(\d{1,7}))?/gi)];
  if (references.length === 0 || plain.includes("!")) return false;
  const isPlus = /^=?\+?[A-Z]{1,3}\d+(\+[A-Z]{1,3}\d+)+$/i.test(plain);
  if (!isSumCall && !isPlus) return false;
  const letters = columnLetters(column);
  return references.every(
    ([, from, fromRow, to = from, toRow = fromRow]) =>
      from?.toUpperCase() === letters &&
      to?.toUpperCase() === letters &&
      Number(fromRow) !== row + 1 &&
      Number(fromRow) > first &&
      Number(toRow) <= last + 1,
  );
}

import { columnLetters } from "../../../../cells/address";
import { isBlank } from "../../../../cells/cell";
import { amountInText } from "../../cells/amountText";
import { decimalMarkOf } from "../../cells/decimalMark";
import { lastPlace } from "../../cells/lastPlace";
import { findUnit } from "../../cells/units";
import { isDateFormat } from "../../cells/times/years";
import { cellAt, formatAt, formulaAt, lastRow, type SheetGrid } from "../../sheetGrid";
import type { MappedColumn } from "../../tableColumn";
import type { HeaderRow } from "../headerRows";

export interface SumSource {
  grid: SheetGrid;
  amounts: readonly MappedColumn[];
  /** What 1 under a heading is in its currency, so that £1.2m and £350k can be added; where left out, texts count as their digits. */
  scaleUnder?: (column: number) => number;
}

/** The number in a cell, a text that is one included; null where there is none. */
export function amountAt(
  { grid, scaleUnder }: Pick<SumSource, "grid" | "scaleUnder">,
  row: number,
  column: number,
): number | null {
  const value = cellAt(grid, row, column);
  if (typeof value === "number") return isDateFormat(formatAt(grid, row, column)) ? null : value;
  const read = typeof value === "string" && !isBlank(value) ? amountInText(value, decimalMarkOf(grid)) : null;
  return read && read.value * (read.unit && scaleUnder ? read.unit.scale / scaleUnder(column) : 1);
}

/** What the amounts of a column come to in these rows. */
export function totalIn(source: Parameters<typeof amountAt>[0], rows: readonly number[], column: number): number {
  return rows.reduce((total, row) => total + (amountAt(source, row, column) ?? 0), 0);
}

/** How amounts of a table are read: those of texts with units in what their heading says, else its title, so that they can be added. */
export function amountsUnder(
  { grid, titles }: Pick<HeaderRow, "grid" | "titles">,
  columns: readonly MappedColumn[],
): Required<Pick<SumSource, "grid" | "scaleUnder">> {
  const titled = titles.flatMap((title) => findUnit(title)?.scale ?? []);
  return {
    grid,
    scaleUnder: (at) => {
      const own = findUnit(columns.find(({ column }) => column === at)?.full ?? "")?.scale;
      return own ?? titled[titled.length - 1] ?? 1;
    },
  };
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

/** The rows of the sheet that a row's formula sums; one below the last that is used stands for all below. */
export function rowsSummed({ grid }: Pick<SumSource, "grid">, row: number, column: number): number[] {
  const below = lastRow(grid) + 1;
  return referencesIn(formulaAt(grid, row, column) ?? "").flatMap(([, , fromRow, , toRow = fromRow]) => {
    const [from, to] = [fromRow, toRow].map((text) => Math.min(Number(text) - 1, below));
    return from === undefined || to === undefined
      ? []
      : Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
  });
}

/** The rows read so far and what each column of amounts adds up to, kept as they come, so that a long table is read in time that grows with its rows. */
export class RunningSums {
  readonly rows: number[] = [];
  private readonly columns = new Map<number, ColumnSum>();

  constructor(private readonly source: SumSource) {}

  static of(source: SumSource, rows: readonly number[]): RunningSums {
    const sums = new RunningSums(source);
    for (const row of rows) sums.add(row);
    return sums;
  }

  add(row: number): void {
    this.rows.push(row);
    for (const { column } of this.source.amounts) this.columnSum(column).add(row, amountAt(this.source, row, column));
  }

  /** Whether the row's amounts are all sums of these rows, within rounding: of two that are not 0 at least, of one where the row is named a total. */
  areSumOf(row: number, numbers: readonly MappedColumn[], isNamed: boolean): boolean {
    const nonZero = new Set(numbers.flatMap(({ column }) => this.columnSum(column).firstNonZero));
    if (nonZero.size < (isNamed ? 1 : 2)) return false;
    const totals = numbers.map(({ column }) => ({ column, total: amountAt(this.source, row, column) }));
    const comparable = totals.filter(({ total }) => total !== 0);
    const mayBeRounded = isNamed || comparable.length >= 3;
    return (
      comparable.length > 0 &&
      comparable.every(({ column, total }) => this.columnSum(column).isTotal(total ?? 0, mayBeRounded))
    );
  }

  /** The last of these rows, two at least, whose sums the row's amounts are to the last digit; null where there are none. */
  lastRowsSummedBy(row: number, numbers: readonly MappedColumn[]): number[] | null {
    const last = new RunningSums(this.source);
    for (let at = this.rows.length - 1; at >= 0; at--) {
      last.add(this.rows[at] ?? 0);
      if (last.rows.length > 1 && last.areSumOf(row, numbers, false)) return [...last.rows].reverse();
    }
    return null;
  }

  private columnSum(column: number): ColumnSum {
    const known = this.columns.get(column) ?? new ColumnSum();
    this.columns.set(column, known);
    return known;
  }
}

/** Whether the amounts of a column in these rows add up to the row's, within rounding where that may be. */
export function isSum(
  source: SumSource,
  list: readonly number[],
  row: number,
  column: number,
  mayBeRounded: boolean,
): boolean {
  const sum = new ColumnSum();
  for (const other of list) sum.add(other, amountAt(source, other, column));
  return sum.isTotal(amountAt(source, row, column) ?? 0, mayBeRounded);
}

/** What the amounts of one column add up to. */
export class ColumnSum {
  /** Two at most: more are never asked for. */
  readonly firstNonZero: number[] = [];
  private sum = 0;
  private largest = 0;
  private count = 0;
  private areWhole = true;

  add(row: number, amount: number | null): void {
    const part = amount ?? 0;
    this.sum += part;
    this.largest = Math.max(this.largest, Math.abs(part));
    this.count += 1;
    this.areWhole &&= Number.isInteger(part);
    if (amount && this.firstNonZero.length < 2) this.firstNonZero.push(row);
  }

  isTotal(total: number, mayBeRounded: boolean): boolean {
    const exact = 1e-9 * Math.max(Math.abs(total), this.largest);
    return Math.abs(this.sum - total) <= (mayBeRounded ? Math.max(exact, this.roundingOf(total)) : exact);
  }

  /** By how much a total may miss the sum of its parts where they were rounded for print: half of its own last place; of whole numbers, half of one for each part. */
  private roundingOf(total: number): number {
    const own = Math.min(lastPlace(total, 1000) / 2, Math.abs(total) / 100);
    return this.areWhole ? Math.max(own, this.count / 2) : own;
  }
}

/** SUM(C5:C9), C5+C6+C7, SUBTOTAL(9,C5:C9): sums of cells above or below in the same column. */
function sumsItsColumn(formula: string, row: number, column: number, first: number, last: number): boolean {
  const plain = plainFormula(formula);
  const isSumCall = /^=?\+?(SUM\(|SUBTOTAL\((9|109),|AGGREGATE\((9|14),)/i.test(plain);
  const references = referencesIn(formula);
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

function plainFormula(formula: string): string {
  return formula.replaceAll("$", "").replace(/\s/g, "");
}

/** Cells and ranges of the formula's own sheet: each with its column and row, and those of a range's end. */
function referencesIn(formula: string): RegExpMatchArray[] {
  return [...plainFormula(formula).matchAll(/(?<![A-Z!'\d])([A-Z]{1,3})(\d{1,7})(?::([A-Z]{1,3})(\d{1,7}))?/gi)];
}

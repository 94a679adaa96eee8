import type { AreaContent, ValueContent } from "@workbooks/xlsx/content";
import { contains } from "../../../../workbook/address";
import { copyCells } from "../../../../workbook/cells/cellCopy";
import { apiNotFound, invalidArgument } from "../../../../workbook/excelError";
import { isDateFormat } from "../../../../workbook/cells/numberFormatCategory";
import type { CellEdit, Sheet } from "../../../../workbook/sheet";
import { oneOf } from "../../../arguments";
import type { Context } from "../../../table";
import type { RangeTarget } from "../../../targets";
import { rangeArgument } from "../rangeArguments";
import { assertWritable, isUnbounded } from "../rangeValues";

const fillTypes = [
  "FillDefault",
  "FillCopy",
  "FillSeries",
  "FillFormats",
  "FillValues",
  "FillDays",
  "FillWeekdays",
  "FillMonths",
  "FillYears",
  "LinearTrend",
  "GrowthTrend",
  "FlashFill",
] as const;

/**
 * `autoFill`: goes on from the range to the rest of the destination, which lies before or after it in one direction.
 * Copies, and continues numbers, formulas and "Item 1"; dates, names of days and months, and mixed lines are refused.
 */
export function fillRange(source: RangeTarget, [destination, type]: unknown[], { workbook }: Context): void {
  const { sheet, area } = source;
  assertWritable(sheet);
  const kind = oneOf(type ?? "FillDefault", fillTypes);
  if (destination === undefined || destination === null) throw apiNotFound("Range.autoFill without a destination");
  const to = rangeArgument(destination, workbook, sheet);
  const whole = to.area;
  const isInside =
    contains(whole, area.row, area.column) &&
    contains(whole, area.row + area.rowCount - 1, area.column + area.columnCount - 1);
  const isAlongRows = whole.columnCount === area.columnCount;
  const isAlongColumns = whole.rowCount === area.rowCount;
  if (to.sheet !== sheet || !isInside || (!isAlongRows && !isAlongColumns) || isUnbounded(to)) throw invalidArgument();
  if (isAlongRows && isAlongColumns) return;
  const copyOnly = kind === "FillCopy" || kind === "FillFormats" || kind === "FillValues";
  if (!copyOnly && kind !== "FillDefault" && kind !== "FillSeries") throw apiNotFound(`Range.autoFill("${kind}")`);

  const count = isAlongRows ? area.rowCount : area.columnCount;
  const first = isAlongRows ? area.row : area.column;
  const [from, end] = isAlongRows
    ? [whole.row, whole.row + whole.rowCount]
    : [whole.column, whole.column + whole.columnCount];
  const lines = Array.from({ length: isAlongRows ? area.columnCount : area.rowCount }, (_, i) =>
    lineOf(
      sheet,
      isAlongRows ? { ...area, column: area.column + i, columnCount: 1 } : { ...area, row: area.row + i, rowCount: 1 },
    ),
  );
  const series = copyOnly ? [] : lines.map((line) => seriesOf(line, kind));
  // What comes before the range is filled from its end on, so that the pattern meets it.
  const step = (index: number) => ((((index - first) % count) + count) % count) + first;
  const copied = kind === "FillValues" ? "Values" : kind === "FillFormats" ? "Formats" : "All";
  const edits: CellEdit[] = [];
  for (let at = from; at < end; at++) {
    if (at >= first && at < first + count) continue;
    const [rows, columns] = isAlongRows
      ? [[step(at)], upTo(area.column, area.columnCount)]
      : [upTo(area.row, area.rowCount), [step(at)]];
    const target = isAlongRows ? { ...area, row: at, rowCount: 1 } : { ...area, column: at, columnCount: 1 };
    copyCells(workbook, { sheet, rows, columns }, sheet, target, copied);
    series.forEach((next, i) => {
      if (!next) return;
      const cell = isAlongRows ? { row: at, column: area.column + i } : { row: area.row + i, column: at };
      edits.push({ ...cell, value: next(at - first) });
    });
  }
  sheet.write(edits);
}

interface Line {
  /** Null where a formula stands. */
  values: ValueContent[];
  hasDates: boolean;
}

function lineOf(sheet: Sheet, area: AreaContent): Line {
  const cells = upTo(area.row, area.rowCount).flatMap((row) =>
    upTo(area.column, area.columnCount).map((column) => [row, column] as const),
  );
  return {
    values: cells.map(([row, column]) => (sheet.formula(row, column) === null ? sheet.value(row, column) : null)),
    hasDates: cells.some(([row, column]) => isDateFormat(sheet.style(row, column).numberFormat)),
  };
}

/** What stands so many cells after the first of the line; null where the cells are copied. */
function seriesOf({ values, hasDates }: Line, kind: string): ((index: number) => ValueContent) | null {
  const constants = values.filter((value) => value !== null);
  const numbers = values.filter((value) => typeof value === "number");
  const [only = ""] = values.filter((value) => typeof value === "string");
  if (numbers.length > 0 && hasDates) throw apiNotFound("Range.autoFill of dates");
  if (constants.length === 0) return null;
  if (numbers.length === values.length)
    return numbers.length === 1 && kind === "FillDefault" ? null : straightLine(numbers);
  if (numbers.length === 0 && !constants.some((value) => typeof value === "string" && isContinued(value))) return null;
  const parts = /^(.*?\D)(\d{1,15})$/s.exec(only);
  if (values.length > 1 || !parts || isNamed(only)) return refuseMixed();
  const [, text = "", digits = ""] = parts;
  const width = digits.startsWith("0") ? digits.length : 0;
  return (index) => `${text}${String(Math.abs(Number(digits) + index)).padStart(width, "0")}`;
}

function refuseMixed(): never {
  throw apiNotFound("Range.autoFill of such a line");
}

/** A text that Excel would not simply repeat: one that ends in a number, a day, a month, a quarter. */
function isContinued(text: string): boolean {
  return /\d$/.test(text) || /^\d/.test(text) || isNamed(text);
}

function isNamed(text: string): boolean {
  return /^((mon|tues?|wed(nes)?|thu(rs)?|fri|sat(ur)?|sun)(day)?|(jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sep(t|tember)?|oct(ober)?|nov(ember)?|dec(ember)?)|(q|qtr|quarter) ?[1-4])$/i.test(
    text.trim(),
  );
}

/** The straight line that fits the numbers best, as Excel continues a series. */
function straightLine(numbers: number[]): (index: number) => number {
  if (numbers.length === 1) return (index) => (numbers[0] ?? 0) + index;
  if (numbers.length === 2) return (index) => (numbers[0] ?? 0) + index * ((numbers[1] ?? 0) - (numbers[0] ?? 0));
  const middle = (numbers.length - 1) / 2;
  const mean = numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
  const spread = numbers.reduce((sum, _, i) => sum + (i - middle) ** 2, 0);
  const slope = numbers.reduce((sum, value, i) => sum + (i - middle) * (value - mean), 0) / spread;
  return (index) => mean + slope * (index - middle);
}

function upTo(from: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => from + i);
}

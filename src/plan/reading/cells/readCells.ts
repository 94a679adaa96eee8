import { cellAddress } from "../../../cells/address";
import { isBlank, isCellError, textOf } from "../../../cells/cell";
import type { Finding, Question } from "../../finding";
import { findWord } from "../../columns/words/wordMap";
import { amountInText, isPending, numberInText } from "./amountText";
import { decimalMarkOf, type DecimalMark } from "./decimalMark";
import type { Unit } from "./units";
import { cellAt, formatAt, type SheetGrid } from "../sheetGrid";
import { isPercentFormat, quoted } from "./shownCell";
import { isDateFormat } from "./times/years";
import { inOurWords, type MappedColumn } from "../tableColumn";

/** Reads cells of one table; what is wrong with them is added to the findings. */
export interface CellReader {
  grid: SheetGrid;
  findings: Finding[];
}

/** What a number must be. */
export interface NumberRule {
  /** "a rate such as 2%": ends the sentence "… is needed". */
  needed: string;
  /** The cell's number times this is the value: 0.01 in a column of percents written as plain numbers, 0.001 for £m in a plan in £bn. */
  scale?: number;
  /** By what an amount of a shorter time is multiplied to be a year's. */
  timesAYear?: number | undefined;
  /** Whether percent-formatted numbers are refused: 3% is no amount. */
  isAmount?: boolean;
  /** Of a number written as text; the sheet's if left out. */
  decimalMark?: DecimalMark;
  /** By what a text with a unit of its own ("£1.2m") is multiplied to reach the plan's unit. */
  scaleOfUnit?: (unit: Unit) => number;
  /** Of a range written as text where between its ends, −1 to 1, its amount lies; without it a range is no number. */
  ofRange?: () => number;
  /** Whether TBC, n/a and a dash count as nothing, with a warning. */
  mayBePending?: boolean;
  /** Why a value is refused, as the second half of "… is needed" or a whole clause; null where it is fine. */
  refuse?: (value: number) => string | null;
}

/** The number in a cell: null where it is blank or there is no such column, undefined where it is wrong (a finding says why). */
export function readNumber(
  reader: CellReader,
  row: number,
  column: Pick<MappedColumn, "column"> | undefined,
  rule: NumberRule,
): number | null | undefined {
  if (!column) return null;
  const value = cellAt(reader.grid, row, column.column);
  const format = formatAt(reader.grid, row, column.column);
  if (isBlank(value)) return null;
  if (isCellError(value)) return wrong(reader, row, column, `the cell shows ${value.error}; ${rule.needed} is needed`);
  if (typeof value === "number" && isDateFormat(format))
    return wrong(
      reader,
      row,
      column,
      `${quoted(value, format, reader.grid.date1904)} is a date; ${rule.needed} is needed`,
    );
  const mark = rule.decimalMark ?? decimalMarkOf(reader.grid);
  const inText = rule.ofRange ? amountInText : numberInText;
  const read: ReturnType<typeof amountInText> = typeof value === "string" ? inText(textOf(value), mark) : null;
  if (typeof value === "string" && !read) {
    if (rule.mayBePending && isPending(textOf(value))) {
      warnAt(reader, row, column, `the row is without an amount: ${quoted(value)} counts as 0`);
      return 0;
    }
    return wrong(reader, row, column, `${quoted(value)} is text; ${rule.needed} is needed`);
  }
  if (typeof value !== "number" && !read)
    return wrong(reader, row, column, `${quoted(value)} is no number; ${rule.needed} is needed`);
  const { halfRange } = read ?? {};
  const within = halfRange === undefined || !rule.ofRange ? 0 : halfRange * rule.ofRange();
  const number = read ? Number((read.value + within).toPrecision(15)) : (value as number);
  if (!Number.isFinite(number))
    return wrong(reader, row, column, `${quoted(value)} is no number; ${rule.needed} is needed`);
  if (read && halfRange === undefined) {
    const how = mark === "," ? " with a decimal comma" : "";
    const said = read.isRough ? "says about how much it is" : "holds a number as text";
    warnAt(
      reader,
      row,
      column,
      `the cell ${said}, which was read as ${read.isRough ? "the number itself" : "a number"}${how}`,
    );
  }
  const isPercent = read ? read.isPercent : isPercentFormat(format);
  if (rule.isAmount && isPercent)
    return wrong(reader, row, column, `${quoted(value, format)} is a percentage; ${rule.needed} is needed`);
  const unitScale = read?.unit && rule.scaleOfUnit ? rule.scaleOfUnit(read.unit) : (rule.scale ?? 1);
  const factor = isPercent ? 1 : unitScale;
  // 800,000 times 0.000001 is not 0.8, divided by a million it is.
  const scaled = (factor < 1 ? number / Math.round(1 / factor) : number * factor) * (rule.timesAYear ?? 1);
  if (Math.abs(scaled) > largestNumber)
    return wrong(
      reader,
      row,
      column,
      `${quoted(value, format)} is too large to be counted exactly; ${rule.needed} is needed`,
    );
  const problem = rule.refuse?.(scaled);
  return problem ? wrong(reader, row, column, problem) : scaled;
}

/** Up to here a number holds its hundredths or nearly so. */
const largestNumber = 1e15;

/** One of a few words, matched without regard to case and outer spaces: null where blank, undefined where it is none of them. */
export function readChoice<T>(
  reader: CellReader,
  row: number,
  column: MappedColumn | undefined,
  choices: ReadonlyMap<string, T>,
  needed: string,
): T | null | undefined {
  if (!column) return null;
  const value = cellAt(reader.grid, row, column.column);
  if (isBlank(value)) return null;
  if (isCellError(value)) return wrong(reader, row, column, `the cell shows ${value.error}; ${needed} is needed`);
  const choice = findWord(choices, inOurWords(column, textOf(value)));
  return choice === undefined
    ? wrong(reader, row, column, `${quoted(value)} is not known; ${needed} is needed`)
    : choice;
}

/** Adds an error at a cell. */
export function wrong(reader: CellReader, row: number, column: { column: number }, message: string): undefined {
  reader.findings.push({ level: "error", cell: cellAddress(reader.grid.sheet, row, column.column), message });
  return undefined;
}

/** Adds a warning at a cell. */
export function warnAt(
  reader: CellReader,
  row: number,
  column: { column: number },
  message: string,
  question?: Question,
): void {
  const cell = cellAddress(reader.grid.sheet, row, column.column);
  reader.findings.push({ level: "warning", cell, message, ...(question && { question }) });
}

/** Refuses a rate outside −100% … 100%. */
export function refuseRate(value: number): string | null {
  if (value >= 1) return `${percentText(value)} is no possible rate; a rate below 100% such as 2% is needed`;
  if (value <= -1) return `${percentText(value)} is no possible rate; a rate above −100% such as 2% is needed`;
  return null;
}

export function percentText(value: number): string {
  return `${Number((value * 100).toPrecision(6))}%`.replace("-", "−");
}

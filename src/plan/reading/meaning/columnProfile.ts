import { isBlank, isCellError, textOf, type Cell } from "../../../cells/cell";
import { nameKey } from "../../../cells/names";
import { amountInText, isPending } from "../cells/amountText";
import { decimalMarkOf } from "../cells/decimalMark";
import { isDateCell } from "../cells/times/period";
import { cellAt, formatAt, type SheetGrid } from "../sheetGrid";
import { isPercentFormat } from "../cells/shownCell";
import { lastOrdinal } from "../cells/times/years";

/** What the cells of a column hold, counted. */
export interface ColumnProfile {
  filled: number;
  /** Numbers that are no dates; texts that are numbers are counted apart. */
  numbers: number;
  percents: number;
  dates: number;
  /** Of the numbers those that name a year: 2025, or 202504 with its month. */
  years: number;
  /** Of the numbers those that may count years, months or quarters, and whether they begin with the first. */
  ordinals: number;
  countsFromFirst: boolean;
  numericTexts: number;
  pending: number;
  texts: number;
  distinct: number;
  /** Largest size of a number that is not shown as a percentage. */
  largestPlain: number;
  allIntegers: boolean;
  /** 1, 2, 3, … down the column. */
  isCount: boolean;
  meanLength: number;
  /** The texts, each once, in the form in which names are compared. */
  words: ReadonlyMap<string, number>;
}

/** Counts what a column holds in these rows. */
export function profileOf(grid: SheetGrid, column: number, rows: readonly number[]): ColumnProfile {
  const ofRows = profilesOf(grid, rows);
  const known = ofRows.get(column);
  if (known) return known;
  const profile = countIn(grid, column, rows);
  ofRows.set(column, profile);
  return profile;
}

/** A header is tried as one of each kind of table, and beside others with nearly the same columns; what is in them stays as it is. */
function profilesOf(grid: SheetGrid, rows: readonly number[]): Map<number, ColumnProfile> {
  const ofGrid = profiled.get(grid) ?? new Map<string, Map<number, ColumnProfile>>();
  profiled.set(grid, ofGrid);
  // Thousands of rows are not written down for every column of theirs.
  const keys = keyed.get(rows) ?? rows.join();
  keyed.set(rows, keys);
  const ofRows = ofGrid.get(keys) ?? new Map<number, ColumnProfile>();
  ofGrid.set(keys, ofRows);
  return ofRows;
}

const keyed = new WeakMap<readonly number[], string>();

const profiled = new WeakMap<SheetGrid, Map<string, Map<number, ColumnProfile>>>();

function countIn(grid: SheetGrid, column: number, rows: readonly number[]): ColumnProfile {
  const words = new Map<string, number>();
  const numbers: number[] = [];
  const profile = {
    filled: 0,
    numbers: 0,
    percents: 0,
    dates: 0,
    numericTexts: 0,
    pending: 0,
    texts: 0,
    largestPlain: 0,
    allIntegers: true,
  };
  let length = 0;
  const all = new Set<string | number>();
  for (const row of rows) {
    const value: Cell = cellAt(grid, row, column);
    if (isBlank(value)) continue;
    profile.filled++;
    if (isCellError(value)) continue;
    if (typeof value === "number") {
      all.add(value);
      const format = formatAt(grid, row, column);
      if (isDateCell(value, format)) profile.dates++;
      else {
        profile.numbers++;
        numbers.push(value);
        if (isPercentFormat(format)) profile.percents++;
        else profile.largestPlain = Math.max(profile.largestPlain, Math.abs(value));
        if (!Number.isInteger(value)) profile.allIntegers = false;
      }
    } else {
      const text = textOf(value);
      const key = nameKey(text);
      all.add(key);
      words.set(key, (words.get(key) ?? 0) + 1);
      length += text.length;
      if (isPending(text)) profile.pending++;
      else {
        const read = amountInText(text, decimalMarkOf(grid));
        // 25-26 may be a year as well as a range.
        const number = read?.halfRange !== undefined && read.currency === "" && read.unit === null ? null : read;
        if (!number) profile.texts++;
        else {
          profile.numericTexts++;
          if (number.isPercent) profile.percents++;
          else profile.largestPlain = Math.max(profile.largestPlain, Math.abs(number.value));
        }
      }
    }
  }
  const isCount =
    numbers.length >= 2 && numbers.every((value, index) => index === 0 || value === (numbers[index - 1] ?? 0) + 1);
  const textCount = profile.texts + profile.pending + profile.numericTexts;
  const ordinals = numbers.filter((value) => Number.isInteger(value) && value >= 0 && value <= lastOrdinal);
  const counted = {
    years: numbers.filter(isYearNumber).length,
    ordinals: ordinals.length,
    countsFromFirst: ordinals.some((value) => value <= 1),
  };
  return {
    ...profile,
    ...counted,
    distinct: all.size,
    isCount,
    meanLength: textCount === 0 ? 0 : length / textCount,
    words,
  };
}

function isYearNumber(value: number): boolean {
  const year = value >= 190_001 ? Math.floor(value / 100) : value;
  return Number.isInteger(value) && year >= 1900 && year < 2200;
}

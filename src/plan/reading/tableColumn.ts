import { columnLetters } from "../../cells/address";
import { nameKey } from "../../cells/names";
import type { Year } from "./cells/times/years";
import type { Aspect } from "./meaning/aspect";
import type { RatePeriod } from "./meaning/years/ratePeriod";

/** A column of a table with the meaning it was given. */
export interface MappedColumn {
  /** Zero-based on the sheet; `row` is that of the heading. */
  column: number;
  row: number;
  heading: string;
  /** The heading with those over it. */
  full: string;
  /** Id of a column record, "year", "share" (in place by year), "month", "quarter", or "ignored". */
  meaning: string;
  /** What decided: the user, the heading as a known one or by its words or by likeness, the values, the block of a series. */
  origin: "user" | "heading" | "words" | "likeness" | "values" | "series" | "none";
  sureness: "sure" | "unsure" | "ignored";
  why: string;
  /** It leaves open whether a percent is saved once in place or anew each year; taken as the former. */
  isOpenRate?: boolean;
  /** The year that the heading names, whatever it means. */
  year: Year | null;
  yearKind: "growth" | "amount" | null;
  /** Of a month's column: 1 is the first month of the fiscal year; of a quarter's: 1–4. */
  part: number | null;
  /** What its words and bands say of an amount: the plan, actuals, a forecast. */
  aspect: Aspect;
  /** Of what stretch of time its amounts are, where the heading says so. */
  per?: RatePeriod;
  /** Of a cost: the saving beside it is net of it already. */
  isNetted?: boolean;
  /** By what its amounts are multiplied to be those of a year; left out means 1. */
  timesAYear?: number;
  /** Meanings that are likely too, the likeliest first. */
  others?: string[];
  /** Of several columns of one saving: cases of it, or parts of it by what has become of them, or by words that are not known. */
  amongst?: "cases" | "statuses" | "parts";
  /** Meaning it would have had, where another column has it. */
  wouldBe?: string;
  /** Words of the user's own, as names are compared, with the word of ours that each was said to mean. */
  said?: ReadonlyMap<string, string>;
}

/** What a word of a column says in our words, where the user said what it means; else the word itself. */
export function inOurWords({ said }: MappedColumn, word: string): string {
  return said?.get(nameKey(word)) ?? word;
}

/** The column of a meaning, if the table has it. */
export function columnOf(columns: readonly MappedColumn[], meaning: string): MappedColumn | undefined {
  return columns.find((column) => column.meaning === meaning);
}

/** Whether a column says percent in its heading. */
export function headedPercent({ full }: MappedColumn): boolean {
  return /%|\bper ?cent/i.test(full);
}

/** "'Pay 2025/26' and 'Non-pay 2025/26'". */
export function columnNames(columns: readonly MappedColumn[]): string {
  const [first, second] = columns.map(({ full, column }) =>
    full === "" ? `column ${columnLetters(column)}` : `'${full}'`,
  );
  if (columns.length > 2) return `${first} and ${columns.length - 1} more columns`;
  return second === undefined ? (first ?? "") : `${first} and ${second}`;
}

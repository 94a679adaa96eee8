import type { TableKind } from "../tableKinds";

/** A column of a plan's tables: what it is called, what its cells hold and what becomes of it. Adding a column is adding such a record. */
export interface ColumnRecord {
  /** "savingShare". Unique in its table. */
  id: string;
  table: TableKind;
  /** The heading in the template, and the name in the pane: "Saving %". */
  name: string;
  /** Other headings for it, the more usual first; compared as `normalise` leaves them: without case, punctuation, unit and price basis, "%" as the word percent. */
  headings: string[];
  /** Those of the headings that leave open whether this column is meant or the other one, whose id is the alternative; this one is taken, and asked about. */
  openHeadings?: { headings: string[]; alternative: string };
  /**
   * Headings of other records that mean this one where the cells, the year beside them or the neighbours say so: "Recurrent" over amounts, "Status" over
   * Red, Amber and Green.
   */
  sharedHeadings?: string[];
  values: ValueRule;
  /**
   * "plan": read into the plan. "kept": travels to the results or to a later use (lead, comments, evidence). "set aside": known and never the saving
   * (actual, forecast, variance, progress, risk-adjusted, last year's); it keeps such a column from being taken for another.
   */
  use: "plan" | "kept" | "set aside";
  /** In the template workbook: width in characters, number format and, for words, the list to choose from. Null: not in the template. */
  template: { width: number; numberFormat?: string; choices?: string[]; example: string | number } | null;
}

/** A record with what only its documentation says; the build takes that out of what ships (scripts/build/withoutDocs.js). */
export interface DocumentedColumn extends ColumnRecord {
  /** What a blank cell, or no such column, means: "counts as recurrent". */
  whenBlank: string;
  /** One or two sentences: what it is for, with an example. */
  help: string;
}

/** What the cells of a column hold. */
export type ValueRule =
  /** A text of its own in each row. */
  | { holds: "name" }
  /** Any text. */
  | { holds: "text" }
  /** A reference: short texts or numbers, unique. */
  | { holds: "code" }
  /** One of a few known words, lower case; look them up with `findWord`. `choices` are those of ours that a word of the user's own can mean. */
  | { holds: "words"; words: ReadonlyMap<string, unknown>; choices: readonly string[] }
  /** Names of the Spending table, or a word for all of them. */
  | { holds: "categories" }
  /** Money. */
  | { holds: "amount" }
  /** A percent; `beyond` is the size from which a plain number is no fraction: 1 for rates, 2 for delivery. */
  | { holds: "rate"; beyond: number }
  /** A plain number: years, effort. */
  | { holds: "number" }
  /** A year label or a date. */
  | { holds: "year" }
  /** A month's number or name, or a date. */
  | { holds: "month" }
  /** What a row of a long table is of: a year, a quarter, a month or a date in it. */
  | { holds: "period" };

import type { SheetArea } from "../../cells/area";
import type { AnsweredQuestion, Finding } from "../finding";
import type { Plan } from "../plan";
import type { SideKind, TableKind } from "../tableKinds";

/** What was understood, table by table, and the plan (null where a finding is an error). */
export interface PlanReading extends Record<TableKind, TableReading | null> {
  /** Each year label of the tables as written and what it was taken to mean: "2016" → "2016/17". */
  years: { label: string; meaning: string }[];
  /** How many years are planned for and what says so; "default": the user is to be asked. Null where there is no Spending table. */
  horizon: { years: number; from: "columns" | "starts" | "given" | "default" } | null;
  /** Every register that counts; `levers` is the first of them. */
  registers: TableReading[];
  /** Savings required, and the cell that says so ("" where the user gave it). */
  target: { cell: string; byYear: (number | null)[] } | null;
  /** The tables beside the plan's, those that there are. */
  side?: SideReadings;
  /** What the sheet's own totals say beside what was read. */
  sheetTotals: SheetTotal[];
  findings: Finding[];
  /** Questions that the user has answered, in the corrections or on the command line. */
  answered: AnsweredQuestion[];
  plan: Plan | null;
}

export type SideReadings = Partial<Record<SideKind, SideReading>>;

/** What was understood of a table beside the plan's. */
export interface SideReading {
  sheet: string;
  /** Header row to last row: "Position!A2:B7". */
  address: string;
  /** "−4.0 in 2024/25, 8.5 of it not again; −13.0 goes on". */
  summary: string;
  /** Of the question whether it is used, which is asked of nobody and may be answered. */
  key: string;
}

/** What a sheet's own total says, and the sum of the rows that were read under it; both in the sheet's unit. */
export interface SheetTotal {
  cell: string;
  says: number;
  read: number;
  /** Where the two differ: cells that hold just the difference. */
  explainedBy?: string[];
}

export interface TableReading {
  kind: TableKind;
  sheet: string;
  /** Header row to last data row: "Register!B6:P31". */
  address: string;
  /** Name of the Excel table, null for a plain range. */
  tableName: string | null;
  /** Data rows that count: without blank, total and note rows. */
  rowCount: number;
  /** One line for the pane: "5 categories, 2014/15 + 6 years". */
  summary: string;
  columns: ColumnReading[];
  /** Rows that were taken for totals, and for headings of sections: "Register!B12". */
  totals: string[];
  sections: string[];
  /** Rows that do not count, with the reason. */
  leftOut: { cell: string; why: string }[];
}

export interface ColumnReading {
  /** As it stands in the sheet, line breaks made spaces. */
  heading: string;
  /** Of the heading's cell: "Register!D6". */
  address: string;
  /** Id of the meaning: one of `meaningsOf(kind)`, or "growth:2015/16" and "amount:2015/16" for a year's column. */
  meaning: string;
  /** Label of the year that it holds, null where it holds none. */
  year: string | null;
  /** "ignored": the column takes no part. */
  sureness: "sure" | "unsure" | "ignored";
  /** The first three values as shown to the user. */
  firstValues: string[];
  /** One sentence: why this meaning. */
  why: string;
  /** Of a column that holds a choice (a status, yes or no): the words in it, each as often as it stands there. */
  words?: { word: string; count: number; means: string | null }[];
}

/** What the user told us, kept in the workbook. */
export interface Corrections {
  /** Where a table is: "Register!B6:P31", or the name of an Excel table. */
  tables?: Partial<Record<TableKind | SideKind, string>>;
  /** Address of a heading ("Register!D6") → id of its meaning, "growth:2015/16", "amount:2015/16"; "ignored" leaves the column out. */
  headings?: Record<string, string>;
  /** Address of a heading → a word of that column → the word of ours that it means: "Y" → "Cash-releasing". */
  words?: Record<string, Record<string, string>>;
  /** Address of a row's first cell in its table ("Register!B12") → whether the row counts. */
  rows?: Record<string, "counts" | "left out">;
  /** Headings of the register whose columns travel to the Breakdown beside the levers, whatever they mean. */
  carried?: Record<string, true>;
  /** Key of a question → the choice that answers it; what an unsure column means is answered here too: "meaning@Register!D6" → "Not used". */
  answers?: Record<string, string>;
  /** Savings required in the last year. */
  target?: number;
  /** What a bare year such as 2016 is: the year in which the fiscal year starts (2016/17, the default) or ends (2015/16). */
  bareYear?: "start" | "end";
  unit?: string;
  /** "cash", or "real" with the year of its prices: "2014/15 prices". */
  priceBasis?: string;
}

export interface ReadOptions {
  corrections?: Corrections;
  /** Years to plan for where no table has year columns; default 5. */
  horizon?: number;
  /** Month in which the fiscal year starts, 1–12; default 4 (April). */
  fiscalYearStart?: number;
  /** Base year where the tables do not say: "2014/15". */
  baseYear?: string;
  /** Where the tables are, as given on the command line; goes before corrections. */
  areas?: TableAreas;
  /** Savings required in the last year. */
  target?: number;
  /** Key of a question → the choice, as given on the command line; goes before `yearSavings` and the corrections' answers. */
  answers?: Record<string, string>;
  /** Of every register: whether a saving by year is the one counted in each year, or comes new in each on top of those before. */
  yearSavings?: "each" | "new";
}

/** Several areas of levers are one register. */
export interface TableAreas {
  spending?: SheetArea;
  funding?: SheetArea;
  position?: SheetArea;
  prices?: SheetArea;
  levers?: SheetArea[];
}

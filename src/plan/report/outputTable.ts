import type { Paperwork } from "../assurance/paperwork";
import type { Breakdown } from "../breakdown";
import type { AnsweredQuestion } from "../finding";
import type { PlanSimulation } from "../planSimulation";
import type { Scenario } from "../scenario";
import type { CarriedColumn } from "./breakdown/carriedColumns";
import type { ReadColumn } from "./notes/columnLines";

export interface OutputTable {
  id:
    | "summary"
    | "breakdown"
    | "groups"
    | "bridge"
    | "position"
    | "inputs"
    | "splits"
    | "workings"
    | "byCategory"
    | "asRead"
    | "risk"
    | "comparison"
    | "assurance"
    | "assuranceLog"
    | "notes";
  /** Name of the sheet, at most 31 characters, none that Excel forbids: "As planned Breakdown". */
  sheetTitle: string;
  /** In the sheet's first row. */
  title: string;
  /** Lines between the title and the table: unit, price basis, scenario, method; or what a formula says. */
  noteLines: (string | { formula: string | readonly FormulaPart[] })[];
  /** Plain name for formulas: "SavingsBreakdown_AsPlanned". */
  tableName: string;
  /** In place of the lines. */
  page?: OutputPage;
  /** Unique headings. */
  header: string[];
  /** By how many of the first columns a row is known again; left out means 1. */
  keyColumns?: number;
  rows: OutputCell[][];
  /** Excel number format of each cell, same shape as `rows`. */
  numberFormats: string[][];
  /** Headings of empty columns at the right for the user to fill: put there with the sheet, and the user's own from then on. */
  emptyColumns?: readonly string[];
  /** The totals row under the rows: Excel's own, which follows the rows and a filter. */
  totals?: OutputTotals;
  /** Which of `rows` are totals of those before, and stand out. */
  totalRows?: number[];
  /** The chart beside the table. */
  chart?: OutputChart;
  /** Headings of columns that only draw the chart: hidden from the first. */
  hiddenColumns?: readonly string[];
  /** Printed on one page, not only on the width of one. */
  fitsOnePage?: true;
  /** Long and narrow: printed in portrait. */
  isUpright?: true;
}

export interface OutputTotals {
  /** In the first column: "Total". */
  label: string;
  /** Headings of the columns that are summed. */
  sums: string[];
}

/**
 * What a cell of a result holds; a formula ("=SUM(B2:B5)") in Excel's English, as Excel itself would write it, or in parts where it points at cells of
 * written tables, whose places are known as it is written. Text never becomes a formula.
 */
export type OutputCell = string | number | null | { formula: string | readonly FormulaPart[] };

export type FormulaPart = string | ResultArea;

/** Cells of a written table by their place in the result: rows under the headings and columns, from 0. */
export interface ResultArea {
  table: OutputTable["id"];
  row: number;
  column: number;
  rowCount: number;
  columnCount: number;
}

/** A bridge as stacked columns, or a range as lines, over columns of the table, its first rows. */
export interface OutputChart {
  kind: "bridge" | "range";
  /** Its message: a sentence that stands on the sheet too. */
  title: string;
  valueAxisTitle: string;
  /** Of the value axis. */
  numberFormat: string;
  /** Heading of the column with the names of the bars. */
  categories: string;
  /** Rows of the table that have a bar, from the first. */
  barCount: number;
  /** In stacking order. */
  series: OutputSeries[];
  /** The table whose columns draw it, where it is not its own sheet's. */
  drawnOf?: OutputTable["id"];
}

/** Cells between title and table, in place of lines of notes. A row has one meaning in every run. */
export interface OutputPage {
  columnCount: number;
  rows: OutputPageRow[];
  /** Number format of each column. */
  numberFormats: string[];
  /** The cell at which the chart begins, rows counted from the title. */
  chart: { row: number; column: number };
}

export interface OutputPageRow {
  look: "headline" | "text" | "quiet" | "heading" | "figure";
  cells: OutputCell[];
}

export type BarRole = "none" | "end" | "saving" | "baselineOnly" | "unidentified" | "cost" | "link";
export type LineRole = "upper" | "middle" | "lower" | "counted";

export interface OutputSeries {
  heading: string;
  /** How it looks; "none" is drawn without colour, "link" is a line from bar to bar; the last four are the lines of a range. */
  role: BarRole | LineRole;
  /** Number format of the labels on its bars or points; without one they have none. */
  labels?: string;
}

/** What the writer knows and the plan does not; the plan has no clock. */
export interface RunNotes {
  addInVersion: string;
  /** As the user reads it, with the zone: "21 November 2025, 22:05 GMT". */
  time: string;
  scenario?: Scenario;
  /** How sure the savings are, where that was asked for; null where no lever has a range. */
  simulation?: PlanSimulation | null;
  /** What the register's columns for assurance hold, where the sheet was asked for. */
  paperwork?: Paperwork;
  /** Sheets that earlier runs of the scenario wrote, by the id of their table. */
  earlier?: readonly { table: string; sheet: string }[];
  /** Savings by lever as the run before wrote them; null where there was none. */
  before?: readonly EarlierSaving[] | null;
  /** Other scenarios of the plan that are to be compared with this one. */
  compared?: readonly Breakdown[];
  /** Columns of the register that stand beside the levers. */
  carried?: readonly CarriedColumn[];
  /** How each column of the user's tables was read. */
  columns?: readonly ReadColumn[];
  /** The sheet's own totals beside what was read of them. */
  sheetTotals?: readonly { cell: string; says: number; read: number }[];
  /** Questions that the user has answered. */
  answered?: readonly AnsweredQuestion[];
  /** What the user corrected in the reading: see correctionLines. */
  corrections?: readonly string[];
}

/** A row of an earlier Breakdown: its amounts by heading. */
export interface EarlierSaving {
  lever: string;
  amounts: readonly { heading: string; amount: number }[];
}

import type { ArgumentName } from "./planArguments";

/** What of a workbook only the pane can see, and what its user said of it: as much as makes a function read the same plan of values alone. */
export interface ReadingNotes {
  plan: PlanNotes;
  tables: Partial<Record<ArgumentName, TableNotes>>;
}

export interface PlanNotes {
  unit?: string;
  priceBasis?: string;
  baseYear?: string;
  /** Years to plan for, where no column says so. */
  years?: number;
  /** Month in which fiscal years start. */
  fiscalYearStart?: number;
  /** What a bare year such as 2016 is. */
  bareYear?: "start" | "end";
  /** Dates count from 1904. */
  date1904?: true;
}

export interface TableNotes {
  sheet?: string;
  /** Of an Excel table its name, and whether its last row is Excel's own totals row. */
  excelTable?: string;
  hasTotalsRow?: true;
  /** Texts above the table, nearest last. */
  titles: string[];
  /** Rows from the table's first to the last that holds a heading. */
  headingRows: number;
  columns: ColumnNotes[];
  words: { heading: Heading; word: string; means: string }[];
  answers: { at: Heading | CellInTable; question: string; answer: string }[];
  /** By name: rows that the user counts, or leaves out. */
  rows: { name: string; word: "counts" | "left out" }[];
}

/** As the cell holds it, a date as its number; a column without one goes by its number: see `headingOfColumn`. */
export type Heading = string | number;

/** Counted from 1 within the table. */
export interface CellInTable {
  row: number;
  column: number;
}

export interface ColumnNotes {
  heading: Heading;
  /** Id of the meaning: "saving", "amount", "ignored". */
  meaning: string;
  /** "" where the column is of no year, or its heading alone says which. */
  year: string;
  /** Of its numbers: "0.0%". */
  numberFormat: string;
}

/** "(column 3)": the place of a column that has no heading. */
export function headingOfColumn(column: number): string {
  return `(column ${column + 1})`;
}

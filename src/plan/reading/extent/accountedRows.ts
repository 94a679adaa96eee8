import type { Finding } from "../../finding";

/** What each row under a header is; every one is accounted for. */
export interface TableRows {
  /** Zero-based sheet rows that hold data. */
  rows: number[];
  /** Those of them that count because the user said so, whatever they look like. */
  counted?: ReadonlySet<number>;
  /** Heading over each data row, "" where it stands under none. */
  sectionOf: ReadonlyMap<number, string>;
  totals: TotalRow[];
  sections: { row: number; text: string }[];
  /** Rows that say what is needed or what is missing, and rows that work out a net: never data. */
  results: { row: number; is: "target" | "gap" | "net" }[];
  leftOut: { row: number; why: string }[];
  /** Header to last row that was looked at as part of the table: "Register!B6:P31". */
  address: string;
  findings: Finding[];
}

interface TotalRow {
  row: number;
  name: string;
  /** The data rows that it sums, as far as one knows. */
  of: number[];
}

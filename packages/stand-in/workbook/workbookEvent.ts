import type { AreaContent, ValueContent } from "@workbooks/xlsx/content";
import type { Actor } from "../calculation/actors";
import type { Visibility } from "./sheet";

/** Something that happened in the workbook, for the page and for the add-in's events, and whose work it was. */
export type WorkbookEvent = Happening & { by: Actor };

export type Happening =
  | {
      kind: "cells";
      sheet: string;
      area: AreaContent;
      change:
        | "RangeEdited"
        | "RowInserted"
        | "RowDeleted"
        | "ColumnInserted"
        | "ColumnDeleted"
        | "CellInserted"
        | "CellDeleted"
        | "Others";
      /** Of an edit: its cells by row, then column; `area` is the smallest that holds them all. */
      cells?: Record<number, Record<number, unknown>>;
      /** What a single cell held before. */
      valueBefore?: ValueContent;
      /** Of cells whose formula is another now: address and what it was, "" for none. */
      formulasBefore?: { cellAddress: string; previousFormula: string }[];
    }
  | { kind: "calculated"; sheet: string }
  | { kind: "sheetAdded" | "sheetDeleted" | "sheetActivated" | "sheetDeactivated"; sheet: string }
  | { kind: "sheets" | "tables" | "names" | "charts" | "customXml" | "settings"; sheet: string | null }
  | { kind: "chartAdded" | "chartDeleted" | "chartActivated" | "chartDeactivated"; sheet: string; chart: string }
  | { kind: "sheetRenamed"; sheet: string; before: string; after: string }
  | { kind: "sheetMoved"; sheet: string; before: number; after: number }
  | { kind: "sheetVisibility"; sheet: string; before: Visibility; after: Visibility }
  | { kind: "rowsHidden"; sheet: string; area: AreaContent; hidden: boolean }
  | { kind: "formats"; sheet: string; area: AreaContent }
  | { kind: "sorted"; sheet: string; area: AreaContent; sorted: "rows" | "columns" }
  | { kind: "protection"; sheet: string }
  | { kind: "tableAdded" | "tableDeleted"; sheet: string; table: number; name: string }
  | { kind: "selection"; sheet: string; areas: AreaContent[] };

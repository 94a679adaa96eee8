import type { AreaContent } from "../../xlsx/content";

/** Something that happened in the workbook, for the page and for the add-in's events. */
export type WorkbookEvent =
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
      byAddin: boolean;
      /** Of an edit: its cells by row, then column; `area` is the smallest that holds them all. */
      cells?: Record<number, Record<number, unknown>>;
    }
  | { kind: "calculated"; sheet: string }
  | { kind: "sheetAdded" | "sheetDeleted" | "sheetActivated" | "sheetDeactivated"; sheet: string; byAddin: boolean }
  | { kind: "sheets" | "tables" | "names" | "charts" | "customXml" | "settings"; sheet: string | null }
  | { kind: "chartAdded" | "chartDeleted" | "chartActivated" | "chartDeactivated"; sheet: string; chart: string }
  | { kind: "selection"; sheet: string; areas: AreaContent[] };

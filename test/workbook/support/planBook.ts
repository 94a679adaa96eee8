import type { CellContent, SheetContent, StyleContent, TableContent, WorkbookContent } from "@workbooks/xlsx/content";
import { emptySheet } from "@workbooks/xlsx/emptyContent";

type Value = string | number | boolean | null;

/** A small plan as a user would have it: two years, three levers, two of them on the same spend. */
export function planBook(changes: Partial<Record<"Spending" | "Funding" | "Levers", Value[][]>> = {}): WorkbookContent {
  return bookOf({
    Spending: changes.Spending ?? [
      ["Spending (£m, cash)"],
      [],
      ["Category", "Base 2024/25", "2025/26", "2026/27"],
      ["Acute", 100, 0.05, 0.05],
      ["Community", 50, 0.02, 0.02],
    ],
    Funding: changes.Funding ?? [
      ["Funding", "Base 2024/25", "2025/26", "2026/27"],
      ["Allocation", 150, 151, 152],
    ],
    Levers: changes.Levers ?? [
      ["Lever", "Group", "Applies to", "Saving", "Saving %", "Start", "Type", "Status"],
      ["Theatres", "Provider", "Acute", null, 0.03, "2025/26", "Cash-releasing", "In progress"],
      ["Admissions", "Demand", "Acute", null, 0.02, "2026/27", "Cost avoidance", "Opportunity"],
      ["=Energy", "Estates", "Community", 0.8, null, "2025/26", "Cash-releasing", "Fully developed"],
    ],
  });
}

/** A workbook of sheets given by their cells from A1. */
export function bookOf(sheets: Record<string, Value[][]>): WorkbookContent {
  return {
    sheets: Object.entries(sheets).map(([name, rows]) => sheetOf(name, rows)),
    names: [],
    styles: [standardStyle, { ...standardStyle, numberFormat: "0.0%" }],
    customXml: [],
    settings: {},
    activeSheet: 0,
    notShown: [],
  };
}

export function tableOn(sheet: SheetContent, name: string, row: number): TableContent {
  const columns = [...(sheet.cells.get(row)?.values() ?? [])].map((cell) => String(cell.value));
  const last = Math.max(...sheet.cells.keys());
  const table: TableContent = {
    partId: null,
    name,
    columns,
    row,
    column: 0,
    rowCount: last - row + 1,
    columnCount: columns.length,
    hasHeaderRow: true,
    hasTotalsRow: false,
    style: null,
    showBandedRows: true,
    showFilterButton: true,
  };
  sheet.tables.push(table);
  return table;
}

function sheetOf(name: string, rows: Value[][]): SheetContent {
  const cells = new Map<number, Map<number, CellContent>>();
  rows.forEach((line, row) => {
    const filled = line.flatMap((value, column): [number, CellContent][] =>
      value === null ? [] : [[column, { value, style: 0 }]],
    );
    if (filled.length > 0) cells.set(row, new Map(filled));
  });
  return { ...emptySheet(name), cells };
}

const standardStyle: StyleContent = {
  numberFormat: "General",
  fontName: "Calibri",
  fontSize: 11,
  bold: false,
  italic: false,
  underline: false,
  fontColor: null,
  fillColor: null,
  horizontal: "general",
  vertical: "bottom",
  wrap: false,
  indent: 0,
  borders: { top: null, bottom: null, left: null, right: null },
};

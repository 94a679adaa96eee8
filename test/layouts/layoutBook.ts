import type { CellContent, SheetContent, StyleContent, WorkbookContent } from "@workbooks/xlsx/content";
import { emptySheet, emptyWorkbook } from "@workbooks/xlsx/emptyContent";
import { newWorkbook } from "@workbooks/xlsx/newWorkbook";
import { patchWorkbook } from "@workbooks/xlsx/patchWorkbook";
import { bookOf } from "../workbook/support/planBook";
import type { Layout } from "./layout";
import { formulaKey, type SheetGrid } from "../../src/plan/reading/sheetGrid";

/** A layout as a real .xlsx file: its merged cells, formulas, hidden sheets and Excel tables too. */
export function layoutFile(layout: Layout): Promise<Uint8Array> {
  return patchWorkbook(newWorkbook(), layoutBook(layout));
}

function layoutBook({ sheets }: Layout): WorkbookContent {
  const [standard] = bookOf({}).styles;
  const styles: StyleContent[] = standard ? [standard] : [];
  const styleOf = (numberFormat: string): number => {
    const at = styles.findIndex((style) => style.numberFormat === numberFormat);
    if (at >= 0 || !standard) return Math.max(0, at);
    return styles.push({ ...standard, numberFormat }) - 1;
  };
  const activeSheet = sheets.findIndex(({ isHidden }) => !isHidden);
  return { ...emptyWorkbook(), sheets: sheets.map((sheet) => sheetOf(sheet, styleOf)), styles, activeSheet };
}

function sheetOf(laid: SheetGrid, styleOf: (numberFormat: string) => number): SheetContent {
  const cells = new Map<number, Map<number, CellContent>>();
  laid.values.forEach((values, index) => {
    const row = laid.row + index;
    const filled = values.flatMap((value, at): [number, CellContent][] => {
      if (value === null) return [];
      const formula = laid.formulas.get(formulaKey(row, laid.column + at))?.slice(1);
      const style = styleOf(laid.numberFormats[index]?.[at] ?? "General");
      return [[laid.column + at, { value, style, ...(formula === undefined ? {} : { formula }) }]];
    });
    if (filled.length > 0) cells.set(row, new Map(filled));
  });
  return {
    ...emptySheet(laid.sheet),
    cells,
    visibility: laid.isHidden ? "hidden" : "visible",
    merges: laid.merged,
    rows: new Map(laid.hiddenRows.map((row) => [row, { height: null, hidden: true }])),
    tables: laid.tables.map((table) => ({
      ...table,
      partId: null,
      columns: Array.from({ length: table.columnCount }, (_, index) =>
        String(cells.get(table.row)?.get(table.column + index)?.value ?? `Column${index + 1}`),
      ),
      hasHeaderRow: true,
      style: null,
      showBandedRows: true,
      showFilterButton: true,
    })),
  };
}

import { ICommandService, type Univer } from "@univerjs/core";
import { AutoHeightController } from "@univerjs/sheets-ui";
import type { AreaContent } from "@workbooks/xlsx/content";
import { wholeSheet, type Sheet } from "../../workbook/sheet";

const WRAP = 3;
/** Points; a row of Excel's default height has room for no more. */
const DEFAULT_SIZE = 11;

/**
 * Gives rows with wrapped or large text the height that it needs, as Excel does where the user has not set one. The grid
 * does so by itself only for what is typed into it. Not a step of its own to undo. Only rows that `area` touches are looked at.
 */
export function fitRows(univer: Univer, sheet: Sheet, area: AreaContent = wholeSheet): void {
  const { univerSheet } = sheet;
  const rows = new Set<number>();
  sheet.eachCell({ ...wholeSheet, row: area.row, rowCount: area.rowCount }, (row, column) => {
    if (rows.has(row)) return;
    const data = univerSheet.getRowManager().getRow(row);
    const hasOwnHeight = data?.h !== undefined && data.ia !== 1;
    if (hasOwnHeight) return;
    const { tb, fs } = univerSheet.getComposedCellStyle(row, column);
    if (tb === WRAP || (fs ?? DEFAULT_SIZE) > DEFAULT_SIZE) rows.add(row);
  });
  if (rows.size === 0) return;
  const lastColumn = Math.max(0, univerSheet.getColumnCount() - 1);
  const ranges = [...rows].map((row) => ({ startRow: row, endRow: row, startColumn: 0, endColumn: lastColumn }));
  const injector = univer.__getInjector();
  const { redos } = injector.get(AutoHeightController).getUndoRedoParamsOfAutoHeight(ranges, sheet.id);
  for (const { id, params } of redos) injector.get(ICommandService).syncExecuteCommand(id, params, { onlyLocal: true });
}

import type { Univer } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/lib/facade";
import { AFTER_CELL_EDIT, SheetInterceptorService } from "@univerjs/sheets";
import type { Workbook } from "../../workbook/workbook";

/** As in Excel: 5 that is typed into a cell with a percentage format is 5%; 0.5, as Excel's help has it, is 50%. */
export function readPercentEntry(univer: Univer, api: FUniver, workbook: Workbook): void {
  let typed = "";
  api.addEvent(api.Event.BeforeSheetEditEnd, (edit) => {
    typed = edit.isConfirm ? edit.value.toPlainText().trim() : "";
  });
  univer
    .__getInjector()
    .get(SheetInterceptorService)
    .writeCellInterceptor.intercept(AFTER_CELL_EDIT, {
      // The first to be asked, and so the last to answer: after the grid has read what was typed.
      priority: 1000,
      handler: (cell, { row, col }, next) => {
        const share = percentEntry(typed, workbook.activeSheet.style(row, col).numberFormat);
        const read = next(cell);
        return read && share !== null ? { ...read, v: share, t: NUMBER, p: null } : read;
      },
    });
}

/** The number that a plain one becomes in a cell of this format; null where it stays what it is. */
export function percentEntry(typed: string, numberFormat: string): number | null {
  const isPlain = /^[+-]?\d[\d,]*\.?\d*$/.test(typed);
  if (!isPlain || !numberFormat.replace(/"[^"]*"|\\./g, "").includes("%")) return null;
  const number = typed.replaceAll(",", "");
  return Math.abs(Number(number)) < 1 ? null : Number(`${number}e-2`);
}

const NUMBER = 2;

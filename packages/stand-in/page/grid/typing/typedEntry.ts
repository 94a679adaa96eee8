import type { ICellData, Univer } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/lib/facade";
import { AFTER_CELL_EDIT, SheetInterceptorService } from "@univerjs/sheets";
import type { Workbook } from "../../../workbook/workbook";
import { withBracketsClosed } from "./refuseFormulas";

/**
 * What the grid reads otherwise than Excel: 5 that is typed into a cell with a percentage format is 5%, lines parted by
 * Alt+Enter are one text that wraps (the grid would keep them as rich text, which neither the add-in nor the file knows),
 * and every bracket that a formula leaves open is closed (the grid closes those of functions).
 */
export function mendTypedEntries(univer: Univer, api: FUniver, workbook: Workbook): void {
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
        const read = next(cell);
        if (!read) return read;
        if (read.f) return { ...read, f: withBracketsClosed(read.f) };
        const share = percentEntry(typed, workbook.activeSheet.style(row, col).numberFormat);
        return share === null ? withPlainText(read) : { ...read, v: share, t: NUMBER, p: null };
      },
    });
}

function withPlainText(cell: ICellData): ICellData {
  const body = cell.p?.body?.dataStream;
  if (body === undefined || cell.f) return cell;
  const text = body.replace(/\r\n$/, "").replace(/\r/g, "\n");
  const style = typeof cell.s === "object" ? cell.s : {};
  return { ...cell, v: text, t: TEXT, p: null, ...(text.includes("\n") ? { s: { ...style, tb: WRAP } } : {}) };
}

/** The number that a plain one becomes in a cell of this format; null where it stays what it is. */
export function percentEntry(typed: string, numberFormat: string): number | null {
  const isPlain = /^[+-]?\d[\d,]*\.?\d*$/.test(typed);
  if (!isPlain || !numberFormat.replace(/"[^"]*"|\\./g, "").includes("%")) return null;
  const number = typed.replaceAll(",", "");
  return Math.abs(Number(number)) < 1 ? null : Number(`${number}e-2`);
}

const TEXT = 1;
const NUMBER = 2;
const WRAP = 3;

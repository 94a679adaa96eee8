import { ICommandService, IUndoRedoService, type Univer } from "@univerjs/core";
import { ISheetClipboardService } from "@univerjs/sheets-ui";
import type { AreaContent } from "@workbooks/xlsx/content";
import { bookId } from "../../calculation/calculation";
import { toUniverStyle } from "../../calculation/univerStyle";
import { univerValue } from "../../calculation/univerValue";
import type { CellEdit } from "../../workbook/sheet";
import type { Workbook } from "../../workbook/workbook";
import { selectCells } from "../grid/focus/gridSelection";
import { htmlCells, type PastedTable } from "./htmlCells";
import { pastedEdits } from "./pastedEdits";
import { textCells } from "./textCells";
import { wordTable } from "@workbooks/xlsx/xml/wordTable";

/**
 * Reads what other programs put on the clipboard (Excel's tables and lines, web pages) as Excel reads it. What was copied in
 * this grid itself stays the grid's matter: it knows the cells.
 */
export function takePastes(univer: Univer, workbook: Workbook): void {
  const clipboard = univer.__getInjector().get(ISheetClipboardService);
  const pasteOwn = clipboard.legacyPaste.bind(clipboard);
  clipboard.legacyPaste = async (html, text, files) => {
    const table = isOwn(html) ? null : tableOf(html, text);
    return table ? paste(univer, workbook, table, "all") : pasteOwn(html, text, files);
  };
  const pasteItem = clipboard.paste.bind(clipboard);
  clipboard.paste = async (item, pasteType) => {
    const read = async (type: string) => (item.types.includes(type) ? (await item.getType(type)).text() : "");
    const html = await read("text/html");
    const table = isOwn(html) ? null : tableOf(html, await read("text/plain"));
    return table ? paste(univer, workbook, table, KINDS[pasteType ?? ""] ?? "all") : pasteItem(item, pasteType);
  };
}

type Kind = Parameters<typeof pastedEdits>[1];

const KINDS = wordTable<Kind>({ "special-paste-value": "values", "special-paste-format": "formats" });

/** Copied in this grid: it recognises its cells by a mark. */
function isOwn(html: string | undefined): boolean {
  return html?.includes("data-copy-id") ?? false;
}

function tableOf(html: string | undefined, text: string | undefined): PastedTable | null {
  const table = html ? htmlCells(html) : null;
  if (table || !text) return table;
  const rows = textCells(text).map((cells) =>
    cells.map((each) => ({ text: each, number: null, style: {}, isText: false })),
  );
  return { rows, merges: [] };
}

/** Puts cells where the selection begins, once or as often as it holds them, as one step to undo. */
function paste(univer: Univer, workbook: Workbook, table: PastedTable, what: Kind): boolean {
  const [selected] = workbook.selection.areas;
  const rowCount = table.rows.length;
  const columnCount = Math.max(...table.rows.map((cells) => cells.length));
  if (!selected || columnCount === 0) return false;
  const isMultiple = selected.rowCount % rowCount === 0 && selected.columnCount % columnCount === 0;
  const target: AreaContent = isMultiple ? selected : { ...selected, rowCount, columnCount };
  const sheet = workbook.activeSheet;
  const starts: [row: number, column: number][] = [];
  for (let row = 0; row < target.rowCount; row += rowCount)
    for (let column = 0; column < target.columnCount; column += columnCount)
      starts.push([target.row + row, target.column + column]);

  const value: Record<number, Record<number, object>> = {};
  const edits = pastedEdits(table.rows, what);
  for (const [row, column] of starts)
    for (const edit of edits) (value[row + edit.row] ??= {})[column + edit.column] = univerCell(edit);

  const injector = univer.__getInjector();
  const commands = injector.get(ICommandService);
  sheet.makeRoom(target.row + target.rowCount, target.column + target.columnCount);
  const oneStep = injector.get(IUndoRedoService).__tempBatchingUndoRedo(bookId);
  const place = { unitId: bookId, subUnitId: sheet.id };
  commands.syncExecuteCommand("sheet.command.set-range-values", { ...place, value });
  const merges =
    what === "values" ? [] : starts.flatMap(([row, column]) => table.merges.map((area) => moved(area, row, column)));
  const done =
    merges.length === 0
      ? Promise.resolve()
      : commands.executeCommand("sheet.command.add-worksheet-merge", {
          ...place,
          selections: merges.map(rangeOf),
          defaultMerge: true,
        });
  void Promise.resolve(done).finally(() => oneStep.dispose());
  const last = { row: target.row + target.rowCount - 1, column: target.column + target.columnCount - 1 };
  selectCells(univer, sheet.id, { row: target.row, column: target.column }, last);
  return true;
}

function univerCell({ value, formula, style }: CellEdit): object {
  return {
    ...(formula !== undefined ? { f: formula, v: null, si: null, p: null } : {}),
    ...(value !== undefined ? { ...univerValue(value), f: null, si: null, p: null } : {}),
    ...(style ? { s: toUniverStyle(style) } : {}),
  };
}

function moved(area: AreaContent, row: number, column: number): AreaContent {
  return { ...area, row: area.row + row, column: area.column + column };
}

function rangeOf({ row, column, rowCount, columnCount }: AreaContent): object {
  return { startRow: row, endRow: row + rowCount - 1, startColumn: column, endColumn: column + columnCount - 1 };
}

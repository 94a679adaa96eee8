import { CommandType, ICommandService, type ICommand, type IRange, type Univer } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/lib/facade";
import { SheetsSelectionsService } from "@univerjs/sheets";
import { ScrollToCellCommand, whenSheetEditorFocused } from "@univerjs/sheets-ui";
import { IShortcutService } from "@univerjs/ui";
import type { Workbook } from "../../workbook/workbook";
import { bookId } from "../../workbook/calculation";
import { keyTarget, type GridKey } from "./keyTarget";

/** The keys that people know from Excel and that the grid does not have: Home, End, the page keys, alone, with Ctrl, with Shift. */
export function addExcelKeys(univer: Univer, api: FUniver, workbook: Workbook): void {
  const injector = univer.__getInjector();
  const [commands, shortcuts] = [injector.get(ICommandService), injector.get(IShortcutService)];
  const add = (name: string, binding: number, handler: () => boolean): void => {
    const command: ICommand = {
      id: `preview.command.${name}`,
      type: CommandType.COMMAND,
      handler,
    };
    commands.registerCommand(command);
    shortcuts.registerShortcut({
      id: command.id,
      binding,
      preconditions: whenSheetEditorFocused,
    });
  };

  const move = (key: GridKey, extend: boolean): boolean => {
    const selection = injector.get(SheetsSelectionsService).getCurrentLastSelection();
    if (!selection) return false;
    const sheet = workbook.activeSheet;
    const { range, primary } = selection;
    const anchor = {
      row: primary?.actualRow ?? range.startRow,
      column: primary?.actualColumn ?? range.startColumn,
    };
    // With Shift it is the corner opposite the active cell that moves.
    const from = extend
      ? {
          row: range.startRow < anchor.row ? range.startRow : range.endRow,
          column: range.startColumn < anchor.column ? range.startColumn : range.endColumn,
        }
      : anchor;
    const shown = api.getActiveWorkbook()?.getActiveSheet().getVisibleRange();
    const pageRows = shown ? Math.max(1, shown.endRow - shown.startRow) : 20;
    const to = keyTarget(key, from, {
      frozen: sheet.frozen,
      used: sheet.usedArea(false),
      rowCount: sheet.engine.getRowCount(),
      pageRows,
      isRowHidden: (row) => sheet.isRowHidden(row),
    });
    select(sheet.id, extend ? anchor : to, to);
    return true;
  };

  const select = (subUnitId: string, active: Cell, to: Cell): void => {
    const range: IRange = {
      startRow: Math.min(active.row, to.row),
      endRow: Math.max(active.row, to.row),
      startColumn: Math.min(active.column, to.column),
      endColumn: Math.max(active.column, to.column),
    };
    const primary = {
      startRow: active.row,
      endRow: active.row,
      startColumn: active.column,
      endColumn: active.column,
      actualRow: active.row,
      actualColumn: active.column,
      isMerged: false,
      isMergedMainCell: false,
    };
    commands.syncExecuteCommand("sheet.operation.set-selections", {
      unitId: bookId,
      subUnitId,
      selections: [{ range, primary, style: null }],
      type: 2,
    });
    const cell = {
      startRow: to.row,
      endRow: to.row,
      startColumn: to.column,
      endColumn: to.column,
    };
    void commands.executeCommand(ScrollToCellCommand.id, { range: cell });
  };

  const turnTo = (step: 1 | -1): boolean => {
    const sheets = workbook.sheets.filter((sheet) => sheet.visibility === "visible");
    const next = sheets[sheets.indexOf(workbook.activeSheet) + step];
    if (next) api.getActiveWorkbook()?.setActiveSheet(next.id);
    return next !== undefined;
  };

  for (const [name, key, binding] of KEYS) {
    add(name, binding, () => move(key, false));
    add(`${name}-extending`, binding | SHIFT, () => move(key, true));
  }
  add("next-sheet", PAGE_DOWN | CTRL, () => turnTo(1));
  add("previous-sheet", PAGE_UP | CTRL, () => turnTo(-1));
}

interface Cell {
  row: number;
  column: number;
}

// The browser's key codes; the grid's own list of keys leaves these out.
const PAGE_UP = 33;
const PAGE_DOWN = 34;
const END = 35;
const HOME = 36;
const SHIFT = 1024;
const CTRL = 4096;

const KEYS: [name: string, key: GridKey, binding: number][] = [
  ["row-start", "rowStart", HOME],
  ["sheet-start", "sheetStart", HOME | CTRL],
  ["sheet-end", "sheetEnd", END | CTRL],
  ["page-up", "pageUp", PAGE_UP],
  ["page-down", "pageDown", PAGE_DOWN],
];

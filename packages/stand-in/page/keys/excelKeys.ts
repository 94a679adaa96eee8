import { CommandType, ICommandService, type Univer } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/lib/facade";
import { SheetsSelectionsService } from "@univerjs/sheets";
import { whenSheetEditorFocused } from "@univerjs/sheets-ui";
import { IShortcutService } from "@univerjs/ui";
import type { Workbook } from "../../workbook/workbook";
import { selectCells, selectWhole } from "../grid/focus/gridSelection";
import { keyTarget, type GridKey } from "./keyTarget";

/** What keys do that is not moving about the sheet, by name. */
export interface KeyActions {
  sum(): void;
  enterDate(): void;
  enterTime(): void;
  recalculate(): void;
  recalculateAll(): void;
  insertSheet(): void;
  percent(): void;
  thousands(): void;
}

/** The keys that people know from Excel and that the grid does not have, or has otherwise. */
export function addExcelKeys(univer: Univer, api: FUniver, workbook: Workbook, actions: KeyActions): void {
  const injector = univer.__getInjector();
  const [commands, shortcuts] = [injector.get(ICommandService), injector.get(IShortcutService)];
  const add = (name: string, binding: number, handler: () => unknown): void => {
    const id = `preview.command.${name}`;
    commands.registerCommand({ id, type: CommandType.COMMAND, handler: () => handler() !== false });
    // Before a key of the grid's own.
    shortcuts.registerShortcut({ id, binding, preconditions: whenSheetEditorFocused, priority: 1000 });
  };

  const move = (key: GridKey, extend: boolean): boolean => {
    const selection = injector.get(SheetsSelectionsService).getCurrentLastSelection();
    if (!selection) return false;
    const sheet = workbook.activeSheet;
    const { range, primary } = selection;
    const anchor = { row: primary?.actualRow ?? range.startRow, column: primary?.actualColumn ?? range.startColumn };
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
      rowCount: sheet.univerSheet.getRowCount(),
      pageRows,
      isRowHidden: (row) => sheet.isRowHidden(row),
    });
    selectCells(univer, sheet.id, extend ? anchor : to, to);
    return true;
  };

  const turnTo = (step: 1 | -1): boolean => {
    const sheets = workbook.sheets.filter((sheet) => sheet.visibility === "visible");
    const next = sheets[sheets.indexOf(workbook.activeSheet) + step];
    if (next) api.getActiveWorkbook()?.setActiveSheet(next.id);
    return next !== undefined;
  };

  const whole = (kind: "rows" | "columns"): void => {
    const { univerSheet, id } = workbook.activeSheet;
    const [area] = workbook.selection.areas;
    if (area)
      selectWhole(univer, id, kind, area, { row: univerSheet.getRowCount(), column: univerSheet.getColumnCount() });
  };

  for (const [name, key, binding] of MOVES) {
    add(name, binding, () => move(key, false));
    add(`${name}-extending`, binding | SHIFT, () => move(key, true));
  }
  for (const [name, binding] of ACTIONS) add(name, binding, () => actions[name]());
  add("next-sheet", PAGE_DOWN | CTRL, () => turnTo(1));
  add("previous-sheet", PAGE_UP | CTRL, () => turnTo(-1));
  add("whole-rows", SPACE | SHIFT, () => whole("rows"));
  add("whole-columns", SPACE | CTRL, () => whole("columns"));
  // Struck-through text would not be kept in the file.
  add("no-strike-through", X | CTRL | SHIFT, () => undefined);
}

// The browser's key codes; the grid's own list of keys leaves these out.
const SPACE = 32;
const PAGE_UP = 33;
const PAGE_DOWN = 34;
const END = 35;
const HOME = 36;
const DIGIT_1 = 49;
const DIGIT_5 = 53;
const X = 88;
const F9 = 120;
const F11 = 122;
const SEMICOLON = 186;
const EQUALS = 187;
const SHIFT = 1024;
const ALT = 2048;
const CTRL = 4096;

const MOVES: [name: string, key: GridKey, binding: number][] = [
  ["row-start", "rowStart", HOME],
  ["sheet-start", "sheetStart", HOME | CTRL],
  ["sheet-end", "sheetEnd", END | CTRL],
  ["page-up", "pageUp", PAGE_UP],
  ["page-down", "pageDown", PAGE_DOWN],
];

const ACTIONS: [name: keyof KeyActions, binding: number][] = [
  ["sum", EQUALS | ALT],
  ["enterDate", SEMICOLON | CTRL],
  ["enterTime", SEMICOLON | CTRL | SHIFT],
  ["recalculate", F9],
  ["recalculateAll", F9 | CTRL | ALT],
  ["insertSheet", F11 | SHIFT],
  ["thousands", DIGIT_1 | CTRL | SHIFT],
  ["percent", DIGIT_5 | CTRL | SHIFT],
];

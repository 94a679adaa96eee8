import { ICommandService, type Univer } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/lib/facade";
import type { Host } from "../../host";
import { bookId } from "../../workbook/calculation";
import type { Workbook } from "../../workbook/workbook";
import { FormatActions } from "../format/formatActions";
import { sumFormulas } from "./autoSum";
import type { KeyActions } from "./excelKeys";

/** What Excel's keys beyond those that move do in this workbook. */
export function keyActions(univer: Univer, api: FUniver, host: Host): KeyActions {
  const commands = univer.__getInjector().get(ICommandService);
  const { workbook } = host;
  const format = new FormatActions(commands, workbook);
  /** Writes cells as one step to undo. */
  const write = (cells: { row: number; column: number; cell: object }[]): void => {
    const value: Record<number, Record<number, object>> = {};
    for (const { row, column, cell } of cells) (value[row] ??= {})[column] = cell;
    void commands.executeCommand("sheet.command.set-range-values", {
      unitId: bookId,
      subUnitId: workbook.activeSheet.id,
      value,
    });
  };
  const enterNow = (serial: (now: Date) => number, pattern: string): void => {
    const [area] = workbook.selection.areas;
    if (area)
      write([
        {
          row: area.row,
          column: area.column,
          cell: { v: serial(new Date()), t: NUMBER, f: null, s: { n: { pattern } } },
        },
      ]);
  };
  return {
    sum: () => {
      const [area] = workbook.selection.areas;
      const sheet = workbook.activeSheet;
      if (!area) return;
      const sums = sumFormulas(area, (row, column) => typeof sheet.value(row, column) === "number");
      if (sums.length > 0)
        write(sums.map(({ row, column, formula }) => ({ row, column, cell: { f: formula, v: null } })));
    },
    enterDate: () => enterNow((now) => Math.floor(serialOf(now)), "dd/mm/yyyy"),
    enterTime: () => enterNow((now) => Math.floor((serialOf(now) % 1) * 1440) / 1440, "hh:mm"),
    recalculate: () => void host.recalculate(false),
    recalculateAll: () => void host.recalculate(true),
    insertSheet: () =>
      void commands.executeCommand("sheet.command.insert-sheet", {
        index: workbook.sheets.indexOf(workbook.activeSheet),
      }),
    percent: () => void format.set({ numberFormat: "0%" }),
    thousands: () => void format.set({ numberFormat: "#,##0.00" }),
    insertWhole: () => {
      const { rows, columns } = selectedWhole(workbook);
      const sheet = api.getActiveWorkbook()?.getActiveSheet();
      if (rows) sheet?.insertRowsBefore(rows.from, rows.count);
      else if (columns) sheet?.insertColumnsBefore(columns.from, columns.count);
    },
    deleteWhole: () => {
      const { rows, columns } = selectedWhole(workbook);
      const sheet = api.getActiveWorkbook()?.getActiveSheet();
      if (rows) sheet?.deleteRows(rows.from, rows.count);
      else if (columns) sheet?.deleteColumns(columns.from, columns.count);
    },
  };
}

/** The whole rows or columns that are selected: only those are inserted and deleted by key, without a question. */
function selectedWhole({ selection, activeSheet }: Workbook): Partial<Record<"rows" | "columns", Stretch>> {
  const [area] = selection.areas;
  if (!area) return {};
  const isAllColumns = area.columnCount >= activeSheet.engine.getColumnCount();
  const isAllRows = area.rowCount >= activeSheet.engine.getRowCount();
  if (isAllColumns === isAllRows) return {};
  return isAllColumns
    ? { rows: { from: area.row, count: area.rowCount } }
    : { columns: { from: area.column, count: area.columnCount } };
}

interface Stretch {
  from: number;
  count: number;
}

const NUMBER = 2;

/** Excel's number of a moment, by the clock on the wall. */
function serialOf(moment: Date): number {
  return (moment.getTime() - moment.getTimezoneOffset() * 60_000) / 86_400_000 + 25_569;
}

import { ICommandService, type Univer } from "@univerjs/core";
import type { StandIn } from "../../standIn";
import { bookId } from "../../calculation/calculation";
import { FormatActions } from "../format/formatActions";
import { sumFormulas } from "../grid/typing/autoSum";
import type { KeyActions } from "./excelKeys";

/** What Excel's keys beyond those that move do in this workbook. */
export function keyActions(univer: Univer, standIn: StandIn): KeyActions {
  const commands = univer.__getInjector().get(ICommandService);
  const { workbook } = standIn;
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
    enterDate: () =>
      enterNow((now) => Math.floor(serialOf(now)) - (workbook.date1904 ? DAYS_TO_1904 : 0), "dd/mm/yyyy"),
    enterTime: () => enterNow((now) => Math.floor((serialOf(now) % 1) * 1440) / 1440, "hh:mm"),
    recalculate: () => void workbook.calculation.recalculateNow().then(() => standIn.recalculate(false)),
    recalculateAll: () => void standIn.recalculate(true),
    insertSheet: () =>
      void commands.executeCommand("sheet.command.insert-sheet", {
        index: workbook.sheets.indexOf(workbook.activeSheet),
      }),
    percent: () => void format.set({ numberFormat: "0%" }),
    thousands: () => void format.set({ numberFormat: "#,##0.00" }),
  };
}

const NUMBER = 2;
/** What the two ways of counting days are apart. */
const DAYS_TO_1904 = 1462;

/** Excel's number of a moment, by the clock on the wall. */
function serialOf(moment: Date): number {
  return (moment.getTime() - moment.getTimezoneOffset() * 60_000) / 86_400_000 + 25_569;
}

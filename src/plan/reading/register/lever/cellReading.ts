import { cellAddress } from "../../../../cells/address";
import { isBlank } from "../../../../cells/cell";
import { numberInText } from "../../cells/amountText";
import { decimalMarkOf, isMarkOpen, type DecimalMark } from "../../cells/decimalMark";
import { readNumber, type CellReader } from "../../cells/readCells";
import { isSerialLike } from "../../cells/times/serialLike";
import { findUnit } from "../../cells/units";
import { shown } from "../../cells/shownCell";
import { ask } from "../../questions";
import { cellAt, type SheetGrid } from "../../sheetGrid";
import type { MappedColumn } from "../../tableColumn";
import type { RegisterContext, RegisterTable } from "../registerContext";

/** The amount in a row of a register, in the plan's unit and with savings positive: null where blank, undefined where it is wrong (a finding says why). */
export function readAmount(
  reader: CellReader,
  table: RegisterTable,
  context: RegisterContext,
  row: number,
  column: MappedColumn | undefined,
): number | null | undefined {
  if (!column) return null;
  if (isDay(reader, table, context, row, column)) return 0;
  if (!context.units.countsAt(table, column, row)) return isFilled(table, row, column) ? 0 : null;
  const value = readNumber(reader, row, column, {
    needed: "an amount such as 2.5",
    isAmount: true,
    mayBePending: true,
    scale: context.units.scaleOf(table, column, row),
    scaleOfUnit: context.units.scaleOfUnit,
    timesAYear: column.timesAYear,
    ofRange: () => askRange(reader, context, row, column),
    decimalMark: markAt(reader, table, context, row, column),
  });
  const sign = table.slips.has(row) ? -table.sign : table.sign;
  return value === null || value === undefined || value === 0 ? value : value * sign;
}

/** Where between the ends of a range the amount lies; one answer for a column. */
function askRange({ grid, findings }: CellReader, { options }: RegisterContext, row: number, at: MappedColumn): number {
  const choice = ask(
    { findings, options },
    {
      id: "rangeAmount",
      cell: cellAddress(grid.sheet, row, at.column),
      message: "the cell holds a range, of which the middle was read",
      choices: { low: "the low end", middle: "the middle", high: "the high end" },
      usual: "middle",
    },
  );
  return { low: -1, middle: 0, high: 1 }[choice];
}

export function isFilled(table: RegisterTable, row: number, column: MappedColumn | undefined): boolean {
  return column !== undefined && !isBlank(cellAt(table.header.grid, row, column.column));
}

/** The decimal mark of a text in a cell; asked where it changes the amount a thousandfold and nothing on the sheet tells. */
function markAt(
  { grid, findings }: CellReader,
  { rows }: RegisterTable,
  { options }: RegisterContext,
  row: number,
  { column, full }: MappedColumn,
): DecimalMark {
  const value = cellAt(grid, row, column);
  const mark = decimalMarkOf(grid);
  if (typeof value !== "string" || !isMarkOpen(value, mark)) return mark;
  const currency = findUnit(full)?.currency ?? "";
  const size = numberInText(value, mark)?.value ?? 0;
  // Pounds and dollars have decimal points, and numbers of its size beside it leave no doubt.
  const isClear =
    mark === "." && (["£", "$"].includes(currency) || isLikeNumbers(Math.abs(size), grid, column, rows.rows));
  if (isClear) return mark;
  const inEuro = currency === "€" || mark === ",";
  const choice = ask(
    { findings, options },
    {
      id: "decimalMark",
      cell: cellAddress(grid.sheet, row, column),
      level: "error",
      message: `the cell's text has three digits behind its ${mark === "." ? "point" : "comma"}, which may be decimals or follow thousands; say which, since it changes the amount a thousandfold`,
      choices: { decimals: "they are decimals", thousands: "they follow thousands" },
      usual: (mark === ",") === inEuro ? "decimals" : "thousands",
    },
  );
  return (choice === "decimals") === (mark === ".") ? "." : ",";
}

/** Whether an amount is as large as the numbers of its column, of which a thousand times as much would be far above all. */
function isLikeNumbers(amount: number, grid: SheetGrid, column: number, rows: readonly number[]): boolean {
  const largest = rows.reduce((most, row) => {
    const value = cellAt(grid, row, column);
    return typeof value === "number" ? Math.max(most, Math.abs(value)) : most;
  }, 0);
  return largest > 0 && farLarger * amount > largest && 1000 * amount > farLarger * largest;
}

const farLarger = 30;

/** Whether the number in a cell is a day without its format, as far as the user does not say that it is an amount. */
function isDay(
  { grid, findings }: CellReader,
  { rows }: RegisterTable,
  { options }: RegisterContext,
  row: number,
  { column }: MappedColumn,
): boolean {
  if (!isSerialLike(grid, row, column, rows.rows)) return false;
  const serial = cellAt(grid, row, column) as number;
  const day = shown(serial, "d mmmm yyyy", grid.date1904);
  const choice = ask(
    { findings, options },
    {
      id: "dateOrAmount",
      cell: cellAddress(grid.sheet, row, column),
      message: `${serial} is far above the other amounts and is how Excel counts ${day}; it was read as that day, and is no amount`,
      choices: { day: `${day}, which is no amount`, amount: `the amount ${serial}` },
      usual: "day",
    },
  );
  return choice === "day";
}

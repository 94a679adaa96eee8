import type { Lever } from "../../plan";
import type { CellReader } from "../cells/readCells";
import { columnOf, type MappedColumn } from "../tableColumn";
import { readAmount } from "./lever/cellReading";
import { partsOfSaving, type RecurrentPart } from "./recurrentPart";
import type { RegisterContext, RegisterTable } from "./registerContext";
import type { SavingForm } from "./savingForm";

/** One of the levers that a row makes whose saving stands in several columns. */
export interface LeverPart {
  /** What it saves, or the columns that say it. */
  amount: number | SavingForm;
  recurrent: boolean;
  /** Where the columns tell what releases cash from what does not. */
  cashEffect?: Lever["cashEffect"];
  column: MappedColumn;
}

/**
 * Recurrent £ beside Non-recurrent £, and Cash-releasing £ beside Non-cash-releasing £, make two levers of a row that has both; null where the row's
 * saving stands in one column.
 *
 * @param recurrent whether the row says that its saving comes again
 */
export function leverParts(
  reader: CellReader,
  table: RegisterTable,
  context: RegisterContext,
  row: number,
  form: SavingForm,
  recurrent: boolean,
): LeverPart[] | null {
  const read = (column: MappedColumn | undefined): number => readAmount(reader, table, context, row, column) ?? 0;
  if (form.cash)
    return found(
      form.cash.map(({ column, cashEffect, less }) => ({
        amount: Number((read(column) - (less ? read(less) : 0)).toPrecision(12)),
        recurrent,
        cashEffect,
        column,
      })),
    );
  const again = columnOf(table.columns, "recurrentSaving");
  const once = columnOf(table.columns, "nonRecurrentSaving");
  if (again && once && form.inYear[0] === again) {
    const isSaved = read(again) !== 0 || (read(form.fullYear) !== 0 && read(once) === 0);
    // What is saved once is saved in the year too, and is never cut for its months.
    const ofYear = { ...form, inYear: [once], fullYear: undefined };
    return found([
      { amount: isSaved ? form : 0, recurrent: true, column: again },
      { amount: read(once) === 0 ? 0 : ofYear, recurrent: false, column: once },
    ]);
  }
  if (form.cashYears.length > 0)
    return found(
      form.cashYears.map(({ columns, ...part }) => {
        const periods = form.periods && { ...form.periods, columns };
        return { ...part, amount: columns.some((one) => read(one) !== 0) ? { ...form, periods } : 0, recurrent };
      }),
    );
  if (form.periods || form.inYear.length > 0) return null;
  if (form.amount && form.part) return partsOf(reader, table, context, row, form.amount, form.part);
  if (!(again ?? once) || (form.amount && !once)) return null;
  return found([
    ...(again ? [{ amount: read(again), recurrent: true, column: again }] : []),
    ...(once ? [{ amount: read(once), recurrent: false, column: once }] : []),
  ]);
}

function found(parts: LeverPart[]): LeverPart[] | null {
  const filled = parts.filter(({ amount }) => amount !== 0);
  return filled.length > 0 ? filled : null;
}

/** A saving and its non-recurrent, or recurrent, part. */
function partsOf(
  reader: CellReader,
  table: RegisterTable,
  context: RegisterContext,
  row: number,
  whole: MappedColumn,
  part: RecurrentPart,
): LeverPart[] | null {
  const amount = readAmount(reader, table, context, row, whole);
  // A part beside nothing counts, and so does one within a saving that is left blank.
  const own = part.lies === "beside" || amount === null ? readAmount(reader, table, context, row, part.column) : null;
  const all = amount === null && part.lies === "within" && part.column.meaning !== "recurrentShare" ? own : amount;
  if (!all && !own) return null;
  const parts = partsOfSaving(reader, table, context, row, part, all ?? 0);
  if (!parts) return null;
  return [
    { amount: parts.again, recurrent: true, column: whole },
    { amount: parts.once, recurrent: false, column: part.column },
  ].filter((one) => one.amount !== 0);
}

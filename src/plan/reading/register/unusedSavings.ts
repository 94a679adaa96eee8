import { cellAddress } from "../../../cells/address";
import { amountAt } from "../extent/rowSums";
import { columnNames, type MappedColumn } from "../tableColumn";
import type { RegisterContext, RegisterTable } from "./registerContext";
import type { SavingForm } from "./savingForm";

/** Says which columns of a saving and a year take no part in what the levers save, though they have a meaning: no year is dropped without a word. */
export function sayUnusedSavings(table: RegisterTable, form: SavingForm, { findings }: RegisterContext): void {
  const { header, rows } = table;
  const used = new Set<MappedColumn | undefined>([
    ...(form.periods?.columns ?? []),
    ...form.inYear,
    ...form.ofYears,
    ...form.oneOffs,
    form.fullYear,
    form.amount,
    form.sum,
    form.part?.column,
    form.shares?.of,
  ]);
  const holdsMoney = ({ column }: MappedColumn): boolean =>
    rows.rows.some((row) => (amountAt(header, row, column) ?? 0) !== 0);
  const unused = table.columns.filter(
    (column) =>
      column.year !== null &&
      column.origin !== "user" &&
      savingMeanings.has(column.meaning) &&
      !used.has(column) &&
      holdsMoney(column),
  );
  const [first] = unused;
  if (!first) return;
  const verb = unused.length === 1 ? "takes" : "take";
  const message = `${columnNames(unused)} ${verb} no part in what the levers save, which other columns say; correct the columns if it should`;
  findings.push({ level: "warning", cell: cellAddress(header.grid.sheet, first.row, first.column), message });
}

const savingMeanings = new Set("saving inYear netSaving grossSaving plan registerTotal fullYearEffect".split(" "));

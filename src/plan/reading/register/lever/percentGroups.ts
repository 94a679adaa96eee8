import { agree } from "../../cells/agree";
import { amountAt } from "../../extent/totals/rowSums";
import { columnOf, type MappedColumn } from "../../tableColumn";
import { columnsOfMeaning, type RegisterTable } from "../registerContext";

/** Columns of percents in a register: those that one person fills in one way, and from which size a number is no fraction. */
export function percentGroups(table: RegisterTable): { columns: MappedColumn[]; beyond: number }[] {
  const of = (...meanings: string[]): MappedColumn[] => meanings.flatMap((meaning) => columnsOfMeaning(table, meaning));
  return [
    { columns: of("savingShare"), beyond: 1 },
    { columns: of("yearlyEfficiency"), beyond: 1 },
    { columns: of("low", "likely", "high"), beyond: 2 },
    { columns: of("costReleased"), beyond: 1.01 },
    { columns: of("ceiling"), beyond: 1.01 },
    { columns: of("share"), beyond: 2 },
  ];
}

/** By what plain percents are multiplied where baseline times percent is the saving in every row that has all three; null where nothing proves it. */
export function provenScale(
  { header, rows, columns }: RegisterTable,
  percents: readonly MappedColumn[],
): number | null {
  const [percent] = percents;
  const [baseline, saving] = ["baselineCost", "saving"].map((meaning) => columnOf(columns, meaning));
  if (percent?.meaning !== "savingShare" || !baseline || !saving) return null;
  const figures = rows.rows.flatMap((row) => {
    const [cost, rate, amount] = [baseline, percent, saving].map(({ column }) => amountAt(header, row, column) ?? 0);
    return cost && rate && amount ? [{ cost: Math.abs(cost), rate, amount: Math.abs(amount) }] : [];
  });
  const isScale = (scale: number): boolean =>
    figures.every(({ cost, rate, amount }) => agree(cost * rate * scale, amount, 2));
  return figures.length === 0 ? null : ([1, 0.01].find(isScale) ?? null);
}

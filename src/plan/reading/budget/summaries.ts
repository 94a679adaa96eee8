import { cellAddress } from "../../../cells/address";
import { textOf } from "../../../cells/cell";
import { nameKey } from "../../../cells/names";
import type { Finding } from "../../finding";
import { firstColumnOf } from "../extent/headerRows";
import { amountAt } from "../extent/totals/rowSums";
import { effectMeanings } from "../meaning/effectMeanings";
import type { OpenTable } from "../openTable";
import { agree } from "../cells/agree";
import { cellAt } from "../sheetGrid";

/** The budget without a table that only sums the register by division or group, which is no spending; it is said. */
export function withoutSummary<Budget extends { spending: OpenTable | null; funding: OpenTable | null }>(
  budget: Budget,
  registers: readonly OpenTable[],
  findings: Finding[],
): Budget {
  const { spending } = budget;
  if (!spending || !isSummary(spending, registers)) return budget;
  const { header, rows } = spending;
  const cell = cellAddress(header.grid.sheet, header.top + header.rowCount - 1, firstColumnOf(header));
  findings.push({
    level: "warning",
    cell,
    message: `the table in ${rows.address} sums the savings of the register, and was not read as spending`,
  });
  return { ...budget, spending: null };
}

/**
 * Whether its rows are named like values of the register and half of its columns come to what columns of savings come to; one that does may do so by chance.
 */
function isSummary({ header, key, columns, rows }: OpenTable, registers: readonly OpenTable[]): boolean {
  if (!key || rows.rows.length < 2) return false;
  const texts = registers.flatMap((table) => [
    table.header.grid.sheet,
    ...table.columns.flatMap(({ column }) =>
      table.rows.rows.map((row) => textOf(cellAt(table.header.grid, row, column))),
    ),
  ]);
  const values = new Set(texts.map(nameKey));
  const isNamedLike = rows.rows.every((row) => values.has(nameKey(textOf(cellAt(header.grid, row, key.column)))));
  const totals = (table: Pick<OpenTable, "header" | "columns" | "rows">, is: (meaning: string) => boolean): number[] =>
    table.columns
      .filter(({ meaning }) => is(meaning))
      .map(({ column }) =>
        table.rows.rows.reduce((sum, row) => sum + (amountAt({ grid: table.header.grid }, row, column) ?? 0), 0),
      );
  const saved = registers.map((table) => totals(table, (meaning) => effectMeanings.has(meaning)));
  const together = saved[0]?.map((_, index) => saved.reduce((sum, list) => sum + (list[index] ?? 0), 0)) ?? [];
  const spent = totals({ header, columns, rows }, (meaning) => meaning === "base" || meaning === "year");
  const tied = spent.filter((one) => one !== 0 && together.some((other) => agree(other, one, rows.rows.length)));
  return isNamedLike
    ? tied.length > 0 && 2 * tied.length >= spent.length
    : tied.length === spent.length && tied.length > 1;
}

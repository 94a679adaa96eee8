import { cellAddress } from "../../../cells/address";
import { numberInText } from "../cells/amountText";
import { decimalMarkOf } from "../cells/decimalMark";
import { isPercentFormat } from "../cells/shownCell";
import { remembered } from "../cells/remembered";
import { findUnit, type Unit } from "../cells/units";
import type { OpenTable } from "../openTable";
import { ask, type Asking } from "../questions";
import { cellAt, formatAt } from "../sheetGrid";
import type { MappedColumn } from "../tableColumn";

/** An amount whose cell, or its row, says a currency. */
interface CurrencyCell {
  row: number;
  column: number;
  /** "€". */
  currency: string;
  /** The row's own column says it; number formats show what a computer is set to. */
  isByRow: boolean;
}

/**
 * The cells of a table whose amounts do not count, since they say another currency than the others: by their text, their number format, or their row's unit.
 * Amounts of two currencies cannot be added, so the run stops until the user says that they are one, or are to be left out.
 */
export function cellsLeftOut(
  table: OpenTable,
  columns: readonly MappedColumn[],
  planned: Unit | null,
  unitOfRow: (row: number) => Unit | null,
  asking: Asking,
): string[] {
  const cells = currencyCells(table, columns, unitOfRow);
  const counts = new Map<string, number>();
  for (const { currency } of cells) counts.set(currency, (counts.get(currency) ?? 0) + 1);
  const headed = planned?.currency ?? "";
  const isOther = headed !== "" && !counts.has(headed) && cells.every(({ isByRow }) => isByRow);
  if (counts.size < (isOther ? 1 : 2)) return [];
  const [most = ""] = [...counts.keys()].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
  const main = headed !== "" && (counts.has(headed) || isOther) ? headed : most;
  const isLeftOut = (cell: CurrencyCell): boolean => cell.currency !== main && isToLeaveOut(table, cell, main, asking);
  return cells.filter(isLeftOut).map(({ row, column }) => cellAddress(table.header.grid.sheet, row, column));
}

/** A lever's amount may be left out; that of a budget is needed. */
function isToLeaveOut(
  { header, kind }: OpenTable,
  { row, column, currency }: CurrencyCell,
  main: string,
  asking: Asking,
): boolean {
  const cell = cellAddress(header.grid.sheet, row, column);
  const message = `the amount is in ${currency} and others are in ${main}; amounts of one currency are needed, since two cannot be added`;
  if (kind !== "levers") {
    asking.findings.push({ level: "error", cell, message });
    return false;
  }
  const choices = { leftOut: `amounts in ${currency} do not count`, same: `all amounts are in ${main}` };
  return ask(asking, { id: "otherCurrency", cell, level: "error", message, choices, usual: "leftOut" }) === "leftOut";
}

function currencyCells(
  { header: { grid }, rows }: OpenTable,
  columns: readonly MappedColumn[],
  unitOfRow: (row: number) => Unit | null,
): CurrencyCell[] {
  return rows.rows.flatMap((row) => {
    const ofRow = unitOfRow(row)?.currency ?? "";
    return columns.flatMap(({ column }): CurrencyCell[] => {
      const value = cellAt(grid, row, column);
      const read = typeof value === "string" ? numberInText(value, decimalMarkOf(grid)) : null;
      if ((typeof value !== "number" && !read) || value === 0) return [];
      const currency = ofRow || (read?.currency ?? currencyOfFormat(formatAt(grid, row, column)));
      return currency === "" ? [] : [{ row, column, currency, isByRow: ofRow !== "" }];
    });
  });
}

/** The sign that a number format shows beside an amount; "" where it shows none. */
export const currencyOfFormat = remembered((format): string => {
  if (isPercentFormat(format)) return "";
  const plain = format.replace(/\[\$([^\]-]*)[^\]]*\]/g, "$1").replace(/["\\]/g, "");
  const found = /£|€|\$(?!-)|\b(GBP|EUR|USD)\b/.exec(plain)?.[0] ?? "";
  return findUnit(found)?.currency ?? "";
});

import { cellAddress } from "../../../cells/address";
import type { Lever } from "../../plan";
import { agree } from "../cells/agree";
import type { CellReader } from "../cells/readCells";
import { columnNames, columnOf, type MappedColumn } from "../tableColumn";
import { readAmount } from "./lever/cellReading";
import { ofWhich } from "./recurrentPart";
import type { RegisterContext, RegisterTable } from "./registerContext";

/** A column of what releases cash, or of what does not. */
interface CashPart {
  column: MappedColumn;
  cashEffect: Lever["cashEffect"];
  /** What of the column is of the other sort: the rest of a saving beside a part of it. */
  less: MappedColumn | null;
}

/**
 * The columns of what releases cash and of what does not, where no saving stands beside them or they add up to it in every row; where they do not, that
 * saving counts, and it is said. Null where the register has none of the two.
 */
export function cashPartsOf(
  table: RegisterTable,
  context: RegisterContext,
  whole: MappedColumn | undefined,
): CashPart[] | null {
  const parts = meanings.flatMap(({ meaning, cashEffect }): CashPart[] => {
    const column = columnOf(table.columns, meaning);
    return column ? [{ column, cashEffect, less: null }] : [];
  });
  const [first] = parts;
  if (!first || !whole || parts.some(({ column }) => column === whole)) return first ? parts : null;
  const quiet: CellReader = { grid: table.header.grid, findings: [] };
  const read = (row: number, column: MappedColumn): number => readAmount(quiet, table, context, row, column) ?? 0;
  const isSum = table.rows.rows.every((row) =>
    agree(
      parts.reduce((sum, { column }) => sum + read(row, column), 0),
      read(row, whole),
      parts.length,
    ),
  );
  if (isSum) return parts;
  const isWithin = (row: number): boolean => Math.abs(read(row, first.column)) <= Math.abs(read(row, whole)) + 1e-9;
  const [cash, other] = meanings;
  if (parts.length === 1 && ofWhich.test(first.column.full) && table.rows.rows.every(isWithin)) {
    const { cashEffect } = (first.cashEffect === cash?.cashEffect ? other : cash) ?? first;
    return [first, { column: whole, cashEffect, less: first.column }];
  }
  const cell = cellAddress(table.header.grid.sheet, first.column.row, first.column.column);
  const names = columnNames(parts.map(({ column }) => column));
  const message = `${names} ${parts.length > 1 ? "do" : "does"} not come to '${whole.heading}' in every row; that was read, and what releases cash is not told apart`;
  context.findings.push({ level: "warning", cell, message });
  return null;
}

/** The columns by year of what releases cash, or of what does not, and the first of them. */
export interface CashYears {
  columns: MappedColumn[];
  column: MappedColumn;
  cashEffect: Lever["cashEffect"];
}

/** The years of what releases cash and of what does not; none where not every column says which, or a full-year effect is of both. */
export function cashYearsOf({
  periods,
  fullYear,
}: {
  periods: { kind: string; columns: MappedColumn[] } | null;
  fullYear: MappedColumn | undefined;
}): CashYears[] {
  if (periods?.kind !== "years" || fullYear || !periods.columns.every(({ full }) => /\bcash/i.test(full))) return [];
  const parts = meanings.flatMap(({ cashEffect }, is) => {
    const columns = periods.columns.filter(({ full }) => Number(/\bnon[ -]?cash/i.test(full)) === is);
    return columns[0] ? [{ columns, column: columns[0], cashEffect }] : [];
  });
  return parts.length > 1 ? parts : [];
}

export type CashParts = ReturnType<typeof cashPartsOf>;

const meanings: { meaning: string; cashEffect: Lever["cashEffect"] }[] = [
  { meaning: "cashSaving", cashEffect: "Cash-releasing" },
  { meaning: "nonCashSaving", cashEffect: "Non-cash-releasing" },
];

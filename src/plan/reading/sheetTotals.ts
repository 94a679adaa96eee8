import { cellAddress } from "../../cells/address";
import type { Finding } from "../finding";
import { forgottenBy } from "./extent/forgottenRows";
import { amountAt, amountsUnder } from "./extent/totals/rowSums";
import { agree } from "./cells/agree";
import { figure } from "./cells/figure";
import type { OpenTable } from "./openTable";
import type { SheetTotal } from "./planReading";
import { isDropped } from "./register/lever/leverCells";
import { rowKindOf } from "./register/lever/rowKind";
import { effectMeanings } from "./meaning/effectMeanings";

/** Each total of a register's savings beside the sum of the data rows that it is over; a difference is a finding that names the rows which would explain it. */
export function sheetTotalsOf(table: OpenTable, findings: Finding[]): SheetTotal[] {
  const { header, rows } = table;
  if (rows.totals.length === 0) return [];
  const source = amountsUnder(header, table.columns);
  const amounts = table.columns.filter(
    ({ meaning }) => effectMeanings.has(meaning) && !["savingShare", "yearlyEfficiency"].includes(meaning),
  );
  const sumOf = (list: readonly number[], column: number): number =>
    list.reduce((sum, row) => sum + (amountAt(source, row, column) ?? 0), 0);
  // With or without what was rejected, as the sheet's owner has it.
  const dropped = new Set(rows.rows.filter((row) => isDropped(table, row)));
  const sumsOf = (list: readonly number[], column: number): number[] =>
    [list.filter((row) => !dropped.has(row)), list].map((one) => sumOf(one, column));
  const sumsOfAll = new Map(amounts.map(({ column }) => [column, sumsOf(rows.rows, column)]));
  const found: SheetTotal[] = [];
  for (const total of rows.totals) {
    const kinds = new Set(total.of.map((row) => rowKindOf(table, row)));
    const forgotten = forgottenBy(total, table).filter((row) => !dropped.has(row) && kinds.has(rowKindOf(table, row)));
    for (const { column } of amounts) {
      const says = amountAt(source, total.row, column);
      if (says === null) continue;
      const sums = [...sumsOf([...total.of, ...forgotten], column), ...(sumsOfAll.get(column) ?? [])];
      const read = sums.find((sum) => agree(sum, says, rows.rows.length)) ?? sums[0] ?? 0;
      const cell = cellAddress(header.grid.sheet, total.row, column);
      if (agree(read, says, rows.rows.length)) {
        found.push({ cell, says, read });
        continue;
      }
      const difference = says - read;
      const notIn = forgotten.filter((row) => amountAt(source, row, column));
      const explains =
        notIn.length > 0
          ? notIn
          : [...rows.leftOut.map(({ row }) => row), ...rows.rows].filter((row) => {
              const amount = amountAt(source, row, column);
              return amount !== null && amount !== 0 && agree(Math.abs(amount), Math.abs(difference));
            });
      const explainedBy = explains.map((row) => cellAddress(header.grid.sheet, row, column));
      found.push({ cell, says, read, explainedBy });
      const listed = (word: string): string => explains.map((row) => row + 1).join(word);
      const rowsText =
        notIn.length > 0
          ? `; ${notIn.length === 1 ? "row" : "rows"} ${listed(", ")} ${notIn.length === 1 ? "is" : "are"} not in it`
          : explains.length === 0
            ? ""
            : `; row ${listed(" or ")} holds the difference`;
      findings.push({
        level: "warning",
        cell,
        about: "total that differs",
        message: `your total says ${figure(says)} and the rows that were read come to ${figure(read)}${rowsText}`,
      });
    }
  }
  // What was not delivered before is no saving and in no total of them.
  const counted = rows.rows.filter((row) => rowKindOf(table, row) === "Saving");
  for (const { column } of amounts) sayMultiple(table, column, sumOf(counted, column), findings);
  return found;
}

/** Where all that was read is twice or three times the largest of the sheet's totals, rows that sum others seem to count. */
function sayMultiple({ header, rows, columns }: OpenTable, column: number, read: number, findings: Finding[]): void {
  const source = amountsUnder(header, columns);
  const says = rows.totals.map(({ row }) => ({ row, amount: amountAt(source, row, column) ?? 0 }));
  const largest = says.reduce((a, b) => (Math.abs(b.amount) > Math.abs(a.amount) ? b : a), { row: 0, amount: 0 });
  const times = [2, 3].find((many) => agree(read, many * largest.amount, rows.rows.length));
  if (times === undefined || largest.amount === 0) return;
  findings.push({
    level: "warning",
    cell: cellAddress(header.grid.sheet, largest.row, column),
    message: `your total says ${figure(largest.amount)} and all rows that were read come to ${figure(read)}, ${times === 2 ? "twice" : "three times"} as much; rows that sum others may count`,
  });
}

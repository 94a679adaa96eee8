import { cellAddress } from "../../cells/address";
import type { Finding } from "../finding";
import { amountAt, scaleUnderHeadings } from "./extent/rowSums";
import { agree } from "./cells/agree";
import type { OpenTable } from "./openTable";
import type { SheetTotal } from "./planReading";
import { isDropped } from "./register/lever/leverCells";
import { rowKindOf } from "./register/lever/rowKind";
import { effectMeanings } from "./meaning/effectMeanings";

/** Each total of a register's savings beside the sum of the data rows that it is over; a difference is a finding that names the rows which would explain it. */
export function sheetTotalsOf(table: OpenTable, findings: Finding[]): SheetTotal[] {
  const { header, rows } = table;
  const source = { grid: header.grid, scaleUnder: scaleUnderHeadings(table.columns, header.titles) };
  const amounts = table.columns.filter(
    ({ meaning }) => effectMeanings.has(meaning) && !["savingShare", "yearlyEfficiency"].includes(meaning),
  );
  const found: SheetTotal[] = [];
  for (const total of rows.totals) {
    for (const { column } of amounts) {
      const says = amountAt(source, total.row, column);
      if (says === null) continue;
      // With or without what was rejected, as the sheet's owner has it.
      const lists = [total.of, rows.rows].flatMap((list) => [list.filter((row) => !isDropped(table, row)), list]);
      const sums = lists.map((list) => list.reduce((sum, row) => sum + (amountAt(source, row, column) ?? 0), 0));
      const read = sums.find((sum) => agree(sum, says, rows.rows.length)) ?? sums[0] ?? 0;
      const cell = cellAddress(header.grid.sheet, total.row, column);
      if (agree(read, says, rows.rows.length)) {
        found.push({ cell, says, read });
        continue;
      }
      const difference = says - read;
      const explains = [...rows.leftOut.map(({ row }) => row), ...rows.rows].filter((row) => {
        const amount = amountAt(source, row, column);
        return amount !== null && amount !== 0 && agree(Math.abs(amount), Math.abs(difference));
      });
      const explainedBy = explains.map((row) => cellAddress(header.grid.sheet, row, column));
      found.push({ cell, says, read, explainedBy });
      const rowsText =
        explains.length === 0 ? "" : `; row ${explains.map((row) => row + 1).join(" or ")} holds the difference`;
      findings.push({
        level: "warning",
        cell,
        message: `your total says ${figure(says)} and the rows that were read come to ${figure(read)}${rowsText}`,
      });
    }
  }
  for (const { column } of amounts) sayMultiple(table, column, findings);
  return found;
}

/** Where all that was read is twice or three times the largest of the sheet's totals, rows that sum others seem to count. */
function sayMultiple(table: OpenTable, column: number, findings: Finding[]): void {
  const { header, rows } = table;
  const says = rows.totals.map(({ row }) => ({ row, amount: amountAt({ grid: header.grid }, row, column) ?? 0 }));
  const largest = says.reduce((a, b) => (Math.abs(b.amount) > Math.abs(a.amount) ? b : a), { row: 0, amount: 0 });
  // What was not delivered before is no saving and in no total of them.
  const counted = rows.rows.filter((row) => rowKindOf(table, row) === "Saving");
  const read = counted.reduce((sum, row) => sum + (amountAt({ grid: header.grid }, row, column) ?? 0), 0);
  const times = [2, 3].find((many) => agree(read, many * largest.amount, rows.rows.length));
  if (times === undefined || largest.amount === 0) return;
  findings.push({
    level: "warning",
    cell: cellAddress(header.grid.sheet, largest.row, column),
    message: `your total says ${figure(largest.amount)} and all rows that were read come to ${figure(read)}, ${times === 2 ? "twice" : "three times"} as much; rows that sum others may count`,
  });
}

/** An amount as a sentence shows it: 1,300. */
export function figure(value: number): string {
  return String(Number(value.toPrecision(9))).replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ",");
}

import { cellAddress, columnLetters } from "../../../cells/address";
import { isBlank, textOf } from "../../../cells/cell";
import type { Finding } from "../../finding";
import { isNumberText } from "../cells/amountText";
import { profileOf } from "../meaning/columnProfile";
import type { OpenTable } from "../openTable";
import { cellAt, lastColumn } from "../sheetGrid";

/** What is said of amounts beside a register's rows that no heading stands over, neither its own nor another table's. */
export function unheadedColumns({ kind, header, rows: { rows }, columns }: OpenTable): Finding[] {
  const { grid } = header;
  const isGiven = header.within && !header.isFiltered;
  const [row] = rows;
  if (kind !== "levers" || isGiven || row === undefined) return [];
  const own = columns.map(({ column }) => column);
  const [left, right, end] = [Math.min(...own), Math.max(...own), lastColumn(grid)];
  const found: number[] = [];
  for (let column = grid.column; column <= end; column++) {
    if (column >= left && column <= right) continue;
    const { numbers, isCount } = profileOf(grid, column, rows);
    if (numbers > 1 && numbers >= rows.length / 3 && !isCount && !isHeaded(header, row, column)) found.push(column);
  }
  const [first, ...others] = found;
  if (first === undefined) return [];
  const at = rows.find((one) => typeof cellAt(grid, one, first) === "number") ?? row;
  const also = others.length > 0 ? ` and ${others.map(columnLetters).join(", ")}` : "";
  const message = `the amounts in column ${columnLetters(first)}${also} beside the rows have no heading and were left out; give them one if they are to count`;
  return [{ level: "warning", cell: cellAddress(grid.sheet, at, first), message }];
}

/** Whether words or a year stand over a column, as over those of another table. */
function isHeaded({ grid, top }: OpenTable["header"], row: number, column: number): boolean {
  for (let above = row - 1; above >= top - 1; above--) {
    const value = cellAt(grid, above, column);
    if (!isBlank(value) && !isNumberText(textOf(value))) return true;
    if (typeof value === "number" && value >= 1950 && value < 2100) return true;
  }
  return false;
}

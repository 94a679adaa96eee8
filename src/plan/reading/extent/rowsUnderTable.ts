import { isBlank, textOf } from "../../../cells/cell";
import { cellAt, lastRow } from "../sheetGrid";
import type { MappedColumn } from "../tableColumn";
import type { HeaderRow } from "./headerRows";
import { isTotalName } from "./rowNames";
import { amountAt, type SumSource } from "./totals/rowSums";

/** Rows right under an Excel table that hold a name and an amount as its own rows do: typed there, but no part of it. */
export function rowsUnderTable(
  { grid, table, within }: HeaderRow,
  key: MappedColumn | undefined,
  source: SumSource,
): number[] {
  if (!table || within || !key) return [];
  const rows: number[] = [];
  for (let row = table.row + table.rowCount; row <= lastRow(grid); row++) {
    const name = cellAt(grid, row, key.column);
    const isLikeThem =
      !isBlank(name) &&
      !isTotalName(textOf(name), "loose") &&
      source.amounts.some(({ column }) => amountAt(source, row, column) !== null);
    if (!isLikeThem) break;
    rows.push(row);
  }
  return rows;
}

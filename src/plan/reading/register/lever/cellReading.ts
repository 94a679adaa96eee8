import { isBlank } from "../../../../cells/cell";
import { readNumber, type CellReader } from "../../cells/readCells";
import { cellAt } from "../../sheetGrid";
import type { MappedColumn } from "../../tableColumn";
import type { RegisterContext, RegisterTable } from "../registerContext";

/** The amount in a row of a register, in the plan's unit and with savings positive: null where blank, undefined where it is wrong (a finding says why). */
export function readAmount(
  reader: CellReader,
  table: RegisterTable,
  context: RegisterContext,
  row: number,
  column: MappedColumn | undefined,
): number | null | undefined {
  if (!column) return null;
  const value = readNumber(reader, row, column, {
    needed: "an amount such as 2.5",
    isAmount: true,
    mayBePending: true,
    scale: context.units.scaleOf(table, column, row),
    scaleOfUnit: context.units.scaleOfUnit,
  });
  const sign = table.slips.has(row) ? -table.sign : table.sign;
  return value === null || value === undefined || value === 0 ? value : value * sign;
}

export function isFilled(table: RegisterTable, row: number, column: MappedColumn | undefined): boolean {
  return column !== undefined && !isBlank(cellAt(table.header.grid, row, column.column));
}

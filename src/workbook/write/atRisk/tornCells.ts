import { areaAddress, cellAddress } from "../../../cells/address";
import { WorkbookError } from "../../excel/excelErrors";
import type { OutputSheet } from "../inspectOutputs";
import type { TableChange } from "../table/tableChange";
import type { SheetContents } from "../sheet/sheetContents";
import { movesAnything } from "../table/tableMoves";

/**
 * Refuses a run that would tear the user's own cells apart: rows that come or go in a table move what stands under it, but only
 * in its columns; columns move what stands beside it, but only in its rows.
 */
export function refuseTorn(
  targets: readonly { now: OutputSheet | null; change: TableChange | null }[],
  sheets: readonly SheetContents[],
): void {
  for (const { now, change } of targets) {
    const contents = now && sheets.find(({ sheet }) => sheet === now.sheet);
    if (!now || !change || !contents || !movesAnything(change)) continue;
    const torn = tornAt(now, change, contents);
    if (torn === null) continue;
    throw new WorkbookError(
      "changed",
      `Your cells at ${torn} stand beside or under the table ${now.tableName} and would be torn apart as it gets other rows or columns; move them to another sheet, then write again. Nothing was written.`,
    );
  }
}

/** The first cells that would be, by their address; null where there are none. */
function tornAt(now: OutputSheet, change: TableChange, { area, formulas, merges }: SheetContents): string | null {
  const [top, left] = [now.row, now.column];
  const bottom = top + 1 + now.contents.rows.length + (now.totals ? 1 : 0);
  const right = left + now.contents.header.length;
  const widest = right + change.columnsIn.length;
  const isFilled = (row: number, column: number) => (formulas[row - area.row]?.[column - area.column] ?? "") !== "";
  if (change.rowsIn.length + change.rowsOut.length > 0) {
    const merge = merges.find((each) => each.row >= bottom && isCut(each.column, each.columnCount, left, widest));
    if (merge) return areaAddress({ sheet: now.sheet, ...merge });
    for (let row = Math.max(bottom, area.row); row < area.row + area.rowCount; row++) {
      const filled = columnsFilled(formulas[row - area.row] ?? [], area.column);
      const outside = filled.find((column) => column < left || column >= widest);
      const isUnder = filled.some((column) => column >= left && column < widest);
      if (outside !== undefined && isUnder) return cellAddress(now.sheet, row, filled[0] ?? outside);
    }
  }
  if (change.columnsIn.length + change.columnsOut.length > 0) {
    const merge = merges.find((each) => each.column >= right && isCut(each.row, each.rowCount, top, bottom));
    if (merge) return areaAddress({ sheet: now.sheet, ...merge });
    for (let column = right; column < area.column + area.columnCount; column++) {
      for (const edge of [top, bottom])
        if (isFilled(edge - 1, column) && isFilled(edge, column)) return cellAddress(now.sheet, edge, column);
    }
  }
  return null;
}

/** Whether only a part of it lies from `start` to `end`. */
function isCut(from: number, count: number, start: number, end: number): boolean {
  const to = from + count;
  return from < end && to > start && (from < start || to > end);
}

function columnsFilled(line: readonly unknown[], first: number): number[] {
  return line.flatMap((cell, index) => (cell === "" || cell === null ? [] : [first + index]));
}

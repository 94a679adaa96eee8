import { cellAddress } from "../../cells/address";
import type { Area } from "../../cells/area";
import type { Finding } from "../../plan/finding";

/** Where the reading of a sheet stopped. */
export interface Cut {
  sheet: string;
  /** First row and column of what is filled and was not read. */
  row: number;
  column: number;
  /** Of the whole used range. */
  cells: number;
}

/** No plan's table is as large: 20,000 levers with 100 columns are 2 million cells, and twice that is read in ten seconds. */
const mostOfSheet = 2_000_000;
/** As many filled cells as a workbook file may have here; beyond, the largest sheets are cut. */
const mostOfWorkbook = 5_000_000;

/** The part of each used range that is read: all of it, or its first rows where there is more than can be. */
export function partsRead(
  used: readonly Area[],
  most: { sheet: number; workbook: number } = { sheet: mostOfSheet, workbook: mostOfWorkbook },
): Area[] {
  const bySize = used.map((area, index) => ({ index, cells: area.rowCount * area.columnCount }));
  bySize.sort((one, other) => one.cells - other.cells);
  const parts = [...used];
  let room = most.workbook;
  bySize.forEach(({ index, cells }, rank) => {
    const area = used[index];
    if (!area) return;
    // What small sheets leave of their share is the larger ones'.
    const allowed = Math.min(most.sheet, room / (bySize.length - rank));
    const rows = Math.max(1, Math.floor(allowed / area.columnCount));
    if (cells > allowed) parts[index] = { ...area, rowCount: Math.min(area.rowCount, rows) };
    room = Math.max(0, room - Math.min(cells, allowed));
  });
  return parts;
}

/**
 * A table that goes on where reading stopped would lose rows: that is an error. Of a sheet without one of the plan's tables it is
 * a warning that more is there.
 */
export function cutFindings(cuts: readonly Cut[], hasTable: (sheet: string) => boolean): Finding[] {
  return cuts.map(({ sheet, row, column, cells }): Finding => {
    const cell = cellAddress(sheet, row, column);
    const size = `the sheet ${sheet} spans ${cells.toLocaleString("en-GB")} cells, more than can be read`;
    if (!hasTable(sheet))
      return { level: "warning", cell, message: `${size}; what stands from here on was not looked at` };
    const message = `${size}: reading stopped here, and the table may go on; clear what it does not need, or move it to a sheet of its own`;
    return { level: "error", cell, message };
  });
}

import { firstColumnOf, firstDataRow, lastColumnOf, sameHeadings, type HeaderRow } from "./headerRows";
import { isBlank } from "../../../cells/cell";
import { cellAt, lastRow } from "../sheetGrid";

/**
 * Last row that may belong to a table: that of its Excel table, of the area that the user gave or of its filter; else the one above the next table that
 * begins in the same columns. Blank rows, notes and headings end nothing.
 */
export function endOf(header: HeaderRow, starts: readonly HeaderRow[]): number {
  const { grid, table, within } = header;
  const end = table && table.row + table.rowCount - 1 - (table.hasTotalsRow ? 1 : 0);
  // A part of an Excel table may be all that the user selected.
  if (end !== null) return within ? Math.min(end, within.row + within.rowCount - 1) : end;
  if (within) return Math.min(lastRow(grid), within.row + within.rowCount - 1);
  const below = starts.filter(
    (other) =>
      other.grid === grid &&
      other.top >= firstDataRow(header) &&
      firstColumnOf(other) <= lastColumnOf(header) &&
      lastColumnOf(other) >= firstColumnOf(header) &&
      !sameHeadings(header, other) &&
      !repeatsPart(other, header),
  );
  return Math.min(lastRow(grid), ...below.map((other) => other.top - 1));
}

/** Whether a row says again what stands above it in the columns that it fills: an empty column cuts a repeated heading in two. */
function repeatsPart(other: HeaderRow, header: HeaderRow): boolean {
  const own = new Map(header.columns.map(({ column, heading }) => [column, heading.toLowerCase()]));
  const headed = other.columns.filter(({ heading }) => heading !== "");
  return headed.length >= 2 && headed.every(({ column, heading }) => own.get(column) === heading.toLowerCase());
}

/** Whether nothing stands right above a header, in its columns: within a block of data no table begins. */
export function standsApart(header: HeaderRow): boolean {
  const { grid, top, columns } = header;
  const above = columns.filter(({ column }) => !isBlank(cellAt(grid, top - 1, column)));
  return above.length <= 1;
}

import { firstColumnOf, firstDataRow, lastColumnOf, sameHeadings, type HeaderRow } from "./headerRows";
import { isBlank } from "../../../cells/cell";
import { cellAt, lastRow } from "../sheetGrid";

/**
 * Last row that may belong to a table: that of its Excel table or of the area that the user gave; else the one above the next table that begins in the
 * same columns, below its filter if it has one: Excel does not make a filter longer with rows that are typed under it. Blank rows, notes and headings end
 * nothing.
 */
export function endOf(header: HeaderRow, starts: readonly HeaderRow[]): number {
  const { grid, table, within, isFiltered } = header;
  const end = table && table.row + table.rowCount - 1 - (table.hasTotalsRow ? 1 : 0);
  // A part of an Excel table may be all that the user selected.
  if (end !== null) return within ? Math.min(end, within.row + within.rowCount - 1) : end;
  const known = within ? within.row + within.rowCount - 1 : -1;
  if (within && !isFiltered) return Math.min(lastRow(grid), known);
  const below = starts.filter(
    (other) =>
      other.grid === grid &&
      other.top >= firstDataRow(header) &&
      other.top > known &&
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

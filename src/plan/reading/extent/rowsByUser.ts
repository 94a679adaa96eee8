import { readArea } from "../../../cells/address";
import { isBlank } from "../../../cells/cell";
import { sameName } from "../../../cells/names";
import type { Corrections } from "../planReading";
import { cellAt } from "../sheetGrid";
import type { TableRows } from "./accountedRows";
import { endOf } from "./extentOf";
import { firstColumnOf, firstDataRow, lastColumnOf, type HeaderRow } from "./headerRows";

/** What the user said of a row: that it counts, or is left out. */
type RowWord = "counts" | "left out";

/** The row of a table that an address points into; null where it points elsewhere. */
export function rowOfTable(header: HeaderRow, starts: readonly HeaderRow[], address: string): number | null {
  const at = readArea(address, "");
  if (!at || !sameName(at.sheet, header.grid.sheet)) return null;
  const { table } = header;
  const end = Math.max(endOf(header, starts), table ? table.row + table.rowCount - 1 : 0);
  const isInside =
    at.row >= firstDataRow(header) &&
    at.row <= end &&
    at.column >= firstColumnOf(header) &&
    at.column <= lastColumnOf(header);
  return isInside ? at.row : null;
}

/** Whether a row of a table holds nothing: it cannot count. */
export function isBlankRow({ grid, columns }: HeaderRow, row: number): boolean {
  return columns.every(({ column }) => isBlank(cellAt(grid, row, column)));
}

/** The rows of a table as the user has them, whatever they were taken for. What was said of such a row is no longer so. */
export function rowsByUser(
  rows: TableRows,
  header: HeaderRow,
  starts: readonly HeaderRow[],
  said: Corrections["rows"],
): TableRows {
  const words = Object.entries(said ?? {}).flatMap(([address, word]): [number, RowWord][] => {
    const row = rowOfTable(header, starts, address);
    return row === null || isBlankRow(header, row) ? [] : [[row, word]];
  });
  if (words.length === 0) return rows;
  const byRow = new Map(words);
  const counted = new Set(words.flatMap(([row, word]) => (word === "counts" ? [row] : [])));
  const isOpen = ({ row }: { row: number }): boolean => !byRow.has(row);
  const sectionOf = new Map(rows.sectionOf);
  for (const { row, text } of rows.sections) {
    if (!counted.has(row)) continue;
    // A row that counts heads nothing.
    for (const [under, section] of rows.sectionOf) if (under > row && section === text) sectionOf.delete(under);
  }
  const leftOut = words.flatMap(([row, word]) => (word === "left out" ? [{ row, why: leftOutByUser }] : []));
  return {
    ...rows,
    sectionOf,
    counted,
    rows: [...new Set([...rows.rows.filter((row) => !byRow.has(row)), ...counted])].sort((a, b) => a - b),
    // The total of a sheet says what it says, even where the user leaves its row out.
    totals: rows.totals.filter(({ row }) => !counted.has(row)),
    sections: rows.sections.filter(isOpen),
    results: rows.results.filter(isOpen),
    leftOut: [
      ...rows.leftOut.filter(isOpen),
      ...leftOut.filter(({ row }) => !rows.totals.some((total) => total.row === row)),
    ],
    findings: rows.findings.filter(({ cell }) => {
      const at = readArea(cell, header.grid.sheet);
      return !at || !byRow.has(at.row);
    }),
  };
}

/** Why a row that the user left out does not count. */
const leftOutByUser = "left out by you";

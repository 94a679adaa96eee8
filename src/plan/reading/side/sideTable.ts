import { areaAddress, cellAddress, readArea } from "../../../cells/address";
import { onSheet, type SheetArea } from "../../../cells/area";
import { isBlank, textOf } from "../../../cells/cell";
import { findNamed } from "../../../cells/names";
import { tableNames, type SideKind } from "../../tableKinds";
import { firstColumnOf, firstDataRow, headerRows, headersMeet, rowsOf, type HeaderRow } from "../extent/headerRows";
import { nameWords } from "../extent/titles";
import type { ReadOptions } from "../planReading";
import { keyOf } from "../questions";
import { bareTables } from "./bareTables";
import { positionRow } from "./positionWords";
import { cellAt, lastRow, type SheetGrid } from "../sheetGrid";

/** Where a table beside the plan's stands. */
export interface SideTable {
  header: HeaderRow;
  /** Zero-based sheet rows under the headings that hold anything. */
  rows: number[];
  /** The user said that it is the table. */
  isGiven: boolean;
}

/** Every table that could be of that kind, likeliest first: the one that the user gave alone. "missing": there is none where the user said. */
export function sideTables(
  kind: SideKind,
  grids: readonly SheetGrid[],
  taken: readonly HeaderRow[],
  options: ReadOptions,
): SideTable[] | "missing" {
  const given = givenArea(kind, grids, options);
  if (given === "missing") return given;
  if (given) {
    const grid = findNamed([...grids], given.sheet, ({ sheet }) => sheet);
    const [header] = grid ? headerRows(grid, given) : [];
    return header ? [{ header, rows: rowsUnder(header, []), isGiven: true }] : "missing";
  }
  return grids
    .filter(({ isHidden }) => !isHidden)
    .flatMap((grid) => {
      const headers = headerRows(grid);
      const bare = kind === "position" ? bareTables(grid, (name) => positionRow(name) === "reported") : [];
      return [...headers, ...bare]
        .filter((header) => !taken.some((other) => headersMeet(other, header)))
        .map((header) => ({ header, rows: rowsUnder(header, headers), isGiven: false }));
    });
}

/** "Position!A2:B7". */
export function sideAddress({ header, rows }: SideTable): string {
  return areaAddress(rowsOf(header, header.top, rows.at(-1) ?? header.top));
}

export function headingCell({ header }: SideTable): string {
  return cellAddress(header.grid.sheet, header.top + Math.max(0, header.rowCount - 1), firstColumnOf(header));
}

/** Under which the user may say that a table is not used. */
export function useKey(table: SideTable): string {
  return keyOf("sideTable", headingCell(table));
}

/** What stands over a table and names it, and its sheet. */
export function namesOf({ header }: SideTable): string[] {
  const { grid, table, titles, columns } = header;
  return [...titles, columns[0]?.full ?? "", ...(table ? [nameWords(table.name)] : []), nameWords(grid.sheet)];
}

export function noSideTable(kind: SideKind, options: ReadOptions): string {
  const area = options.areas?.[kind];
  const reference = area ? areaAddress(area) : (options.corrections?.tables?.[kind] ?? "");
  return `there is no table at '${reference}' for ${tableNames[kind]}; a range with a header row or an Excel table is needed`;
}

/** Down to two blank rows, or to one with another table's headings below it. */
function rowsUnder(header: HeaderRow, others: readonly HeaderRow[]): number[] {
  const { grid, table, within, columns } = header;
  const end = table
    ? table.row + table.rowCount - 1
    : within
      ? Math.min(lastRow(grid), within.row + within.rowCount - 1)
      : lastRow(grid);
  const rows: number[] = [];
  let blanks = 0;
  for (let row = firstDataRow(header); row <= end; row++) {
    if (columns.every(({ column }) => isBlank(cellAt(grid, row, column)))) {
      blanks++;
      if (blanks > 1 && !table && !within) break;
      continue;
    }
    if (blanks > 0 && others.some((other) => other.top === row)) break;
    blanks = 0;
    rows.push(row);
  }
  return rows;
}

function givenArea(kind: SideKind, grids: readonly SheetGrid[], options: ReadOptions): SheetArea | "missing" | null {
  const area = options.areas?.[kind];
  if (area) return area;
  const reference = options.corrections?.tables?.[kind];
  if (reference === undefined) return null;
  for (const { sheet, tables } of grids) {
    const table = findNamed(tables, reference, ({ name }) => name);
    if (table) return onSheet(sheet, table);
  }
  return readArea(reference, grids[0]?.sheet ?? "") ?? "missing";
}

/** The text that names a row. */
export function rowName({ header }: SideTable, row: number): string {
  return textOf(cellAt(header.grid, row, firstColumnOf(header)));
}

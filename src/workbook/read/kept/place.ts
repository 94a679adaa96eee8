import { areaAddress, cellAddress, readArea } from "../../../cells/address";
import { holdsCell, onSheet } from "../../../cells/area";
import { textOf } from "../../../cells/cell";
import { findNamed, nameKey, sameName } from "../../../cells/names";
import type { PlanReading, TableReading } from "../../../plan/reading/planReading";
import { cellAt, type SheetGrid } from "../../../plan/reading/sheetGrid";
import { areaPlace, findArea, type AreaPlace } from "./areaPlace";
import { findHeading, headingPlace, type HeadingPlace } from "./headingPlace";
import { findRow, rowPlace, type RowPlace } from "./rowPlace";
import { columnsIn, inCommon, keyAt, lineAt, sheetsFor } from "./sheetTexts";

/** What an address pointed to when something was said of it. */
export interface Place {
  sheet: { name: string; id?: string };
  /** In the sheet's words: the heading, the row's name, the table's name. */
  name: string;
  /** The heading that it is, or that stands over it. */
  heading?: HeadingPlace;
  /** The row of data that it is in. */
  row?: RowPlace;
  area?: AreaPlace;
  /** An Excel table's headings. */
  table?: string[];
}

/** The tables as they were read, which say what is a heading and what a row. */
export type TablesRead = Pick<PlanReading, "spending" | "funding" | "registers">;

/** What a heading's, a row's or another cell's address points to; null where it is no cell of these sheets. */
export function placeOfCell(address: string, grids: readonly SheetGrid[], tables: TablesRead): Place | null {
  const at = readArea(address, "");
  const grid = at && findNamed(grids, at.sheet, ({ sheet }) => sheet);
  if (!at || !grid) return null;
  const name = textOf(cellAt(grid, at.row, at.column));
  const table = tableAt(tables, grid.sheet, at.row, at.column);
  const head = table && headRowOf(table);
  if (!table || head === null || at.row <= head)
    return { sheet: sheetOf(grid), name, heading: headingPlace(grid, at.row, at.column) };
  const keys = table.columns
    .filter(({ meaning }) => ["lever", "category", "reference"].includes(meaning))
    .flatMap(({ address: heading }) => readArea(heading, "")?.column ?? [])
    .map((column) => keyAt(grid, at.row, column))
    .filter((text) => text !== "");
  const row = rowPlace(grid, at.row, keys);
  return {
    sheet: sheetOf(grid),
    name: name || (row.keys[0]?.text ?? ""),
    row,
    heading: headingPlace(grid, head, at.column),
  };
}

/** What a range, or an Excel table's name, points to; null where it is neither on these sheets. */
export function placeOfTable(reference: string, grids: readonly SheetGrid[]): Place | null {
  for (const grid of grids) {
    const table = findNamed(grid.tables, reference, ({ name }) => name);
    if (table) return { sheet: sheetOf(grid), name: table.name, table: headingsOf(grid, table.row, table) };
  }
  const area = readArea(reference, "");
  const grid = area && findNamed(grids, area.sheet, ({ sheet }) => sheet);
  return area && grid ? { sheet: sheetOf(grid), name: reference, area: areaPlace(grid, area) } : null;
}

/** Where a place is now; null where it is not found any more. */
export function presentCell(place: Place, grids: readonly SheetGrid[]): string | null {
  for (const grid of sheetsFor(grids, place.sheet)) {
    const head = place.heading ? findHeading(grid, place.heading) : null;
    if (!place.row) {
      if (head) return cellAddress(grid.sheet, head.row, head.column);
      continue;
    }
    const row = findRow(grid, place.row);
    if (row === null) continue;
    const [key] = place.row.keys;
    const column = head?.column ?? columnsIn(grid).find((one) => keyAt(grid, row, one) === key?.text);
    if (column !== undefined) return cellAddress(grid.sheet, row, column);
  }
  return null;
}

/** The range or the table's name now, and whether all of the range was found. */
export function presentTable(
  place: Place,
  reference: string,
  grids: readonly SheetGrid[],
): { reference: string; isWhole: boolean } | null {
  const { table, area } = place;
  if (table) {
    if (grids.some(({ tables }) => tables.some(({ name }) => sameName(name, reference))))
      return { reference, isWhole: true };
    const alike = grids.flatMap((grid) =>
      grid.tables.filter((one) => {
        const headings = headingsOf(grid, one.row, one);
        return headings.length === table.length && inCommon(table, headings) === table.length;
      }),
    );
    const [only] = alike;
    return only && alike.length === 1 ? { reference: only.name, isWhole: true } : null;
  }
  for (const grid of area ? sheetsFor(grids, place.sheet) : []) {
    const found = area && findArea(grid, area);
    if (found) return { reference: areaAddress(onSheet(grid.sheet, found.area)), isWhole: found.isWhole };
  }
  return null;
}

function sheetOf({ sheet, id }: SheetGrid): Place["sheet"] {
  return id === undefined ? { name: sheet } : { name: sheet, id };
}

function headingsOf(
  grid: SheetGrid,
  row: number,
  { column, columnCount }: { column: number; columnCount: number },
): string[] {
  return lineAt(grid, row).slice(Math.max(0, column - grid.column), column - grid.column + columnCount);
}

function tableAt(
  { spending, funding, registers }: TablesRead,
  sheet: string,
  row: number,
  column: number,
): TableReading | null {
  const isIn = (table: TableReading): boolean => {
    const area = readArea(table.address, sheet);
    return area !== null && nameKey(area.sheet) === nameKey(sheet) && holdsCell(area, row, column);
  };
  return [...registers, spending, funding].find((table) => table !== null && isIn(table)) ?? null;
}

/** The lowest row of its headings. */
function headRowOf({ columns }: TableReading): number | null {
  const rows = columns.flatMap(({ address }) => readArea(address, "")?.row ?? []);
  return rows.length === 0 ? null : Math.max(...rows);
}

import { readArea, splitAddress } from "../../cells/address";
import { holdsCell, onSheet, type SheetArea } from "../../cells/area";
import { findNamed } from "../../cells/names";
import type { TableAreas } from "../../plan/reading/planReading";
import type { SheetGrid } from "../../plan/reading/sheetGrid";
import { sideKinds, tableKinds } from "../../plan/tableKinds";
import { WorkbookError } from "../excel/excelErrors";
import type { WorkbookShape } from "../excel/workbookShape";

/** Where the tables are, in the user's words: "Register!B6:P31", a table's or a name's name, or a sheet's name for all of its cells. */
export interface TableReferences {
  spending?: string | undefined;
  funding?: string | undefined;
  position?: string | undefined;
  prices?: string | undefined;
  /** Several are one register. */
  levers?: string | readonly string[] | undefined;
}

/** The references as areas. Rejects the first that is nowhere in the workbook. */
export function areasOf(
  references: TableReferences,
  grids: readonly SheetGrid[],
  shape: Pick<WorkbookShape, "names">,
): TableAreas {
  const areas: TableAreas = {};
  for (const kind of [...tableKinds, ...sideKinds]) {
    const given = references[kind] ?? [];
    const found = (typeof given === "string" ? [given] : given)
      .map((reference) => reference.trim())
      .filter((reference) => reference !== "")
      .map((reference) => findArea(reference, grids, shape.names) ?? notThere(reference));
    const [first] = found;
    if (!first) continue;
    if (kind === "levers") areas.levers = found;
    else areas[kind] = first;
  }
  return areas;
}

function findArea(
  reference: string,
  grids: readonly SheetGrid[],
  names: readonly { name: string; formula: string }[],
): SheetArea | null {
  for (const { sheet, tables } of grids) {
    const table = findNamed(tables, reference, ({ name }) => name);
    if (table) return onSheet(sheet, table);
  }
  const sheetCalled = (wanted: string) => findNamed(grids, wanted, ({ sheet }) => sheet);
  const name = findNamed(names, reference, (candidate) => candidate.name);
  const whole = name ? undefined : sheetCalled(reference);
  if (whole) return usedArea(whole);
  const address = name?.formula ?? reference;
  const { sheet } = splitAddress(address);
  const grid = sheet !== null ? sheetCalled(sheet) : grids.length === 1 ? grids[0] : undefined;
  return grid ? cellsOf(grid, address) : null;
}

/** "B6:P31" within a sheet; a single cell stands for the table or the block of filled cells that it lies in. */
function cellsOf(grid: SheetGrid, address: string): SheetArea | null {
  const area = readArea(address, grid.sheet);
  if (!area) return null;
  const isCell = area.rowCount === 1 && area.columnCount === 1;
  return isCell ? blockAround(grid, area.row, area.column) : onSheet(grid.sheet, area);
}

function blockAround(grid: SheetGrid, row: number, column: number): SheetArea {
  const table = grid.tables.find((candidate) => holdsCell(candidate, row, column));
  if (table) return onSheet(grid.sheet, table);
  const isFilled = (top: number, bottom: number, left: number, right: number) => {
    for (let r = top; r <= bottom; r++) {
      for (let c = left; c <= right; c++) {
        const cell = grid.values[r - grid.row]?.[c - grid.column];
        if (cell !== undefined && cell !== null && cell !== "") return true;
      }
    }
    return false;
  };
  let [top, bottom, left, right] = [row, row, column, column];
  for (let grown = true; grown;) {
    const before = [top, bottom, left, right].join();
    if (isFilled(bottom + 1, bottom + 1, left - 1, right + 1)) bottom++;
    if (isFilled(top - 1, top - 1, left - 1, right + 1)) top--;
    if (isFilled(top - 1, bottom + 1, right + 1, right + 1)) right++;
    if (isFilled(top - 1, bottom + 1, left - 1, left - 1)) left--;
    grown = before !== [top, bottom, left, right].join();
  }
  return { sheet: grid.sheet, row: top, column: left, rowCount: bottom - top + 1, columnCount: right - left + 1 };
}

function usedArea(grid: SheetGrid): SheetArea {
  const columnCount = grid.values[0]?.length ?? 0;
  return { sheet: grid.sheet, row: grid.row, column: grid.column, rowCount: grid.values.length, columnCount };
}

function notThere(reference: string): never {
  throw new WorkbookError(
    "notFound",
    `'${reference}' is not in this workbook; a range such as Register!B6:P31, or the name of a table, a range or a sheet is needed.`,
  );
}

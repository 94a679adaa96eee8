import type { TableKind } from "../plan/planReading";
import type { SheetArea, SheetGrid, TableArea } from "../plan/sheetGrid";
import { splitAddress } from "./address";
import { WorkbookError } from "./excelErrors";
import type { WorkbookShape } from "./workbookShape";

/** Where the tables are, in the user's words: "Register!B6:P31", a table's or a name's name, or a sheet's name for all of its cells. */
export type TableReferences = Partial<Record<TableKind, string>>;

/** The references as areas. Rejects the first that is nowhere in the workbook. */
export function areasOf(
  references: TableReferences,
  grids: readonly SheetGrid[],
  shape: Pick<WorkbookShape, "names">,
): Partial<Record<TableKind, SheetArea>> {
  const areas: Partial<Record<TableKind, SheetArea>> = {};
  for (const kind of ["spending", "funding", "levers"] as const) {
    const reference = references[kind]?.trim();
    if (reference === undefined || reference === "") continue;
    const area = findArea(reference, grids, shape.names);
    if (!area) throw notThere(reference);
    areas[kind] = area;
  }
  return areas;
}

function findArea(
  reference: string,
  grids: readonly SheetGrid[],
  names: readonly { name: string; formula: string }[],
): SheetArea | null {
  const isCalled = (name: string) => name.toLocaleLowerCase("en") === reference.toLocaleLowerCase("en");
  for (const grid of grids) {
    const table = grid.tables.find((candidate) => isCalled(candidate.name));
    if (table) {
      const { row, column, rowCount, columnCount } = table;
      return { sheet: grid.sheet, row, column, rowCount, columnCount };
    }
  }
  const name = names.find((candidate) => isCalled(candidate.name));
  const { sheet, area } = splitAddress(name?.formula ?? reference);
  const whole = grids.find((grid) => isCalled(grid.sheet));
  if (!name && whole) return usedArea(whole);
  const isMeant = (candidate: SheetGrid) =>
    sheet === null ? grids.length === 1 : candidate.sheet.toLocaleLowerCase("en") === sheet.toLocaleLowerCase("en");
  const grid = grids.find(isMeant);
  return grid ? cellsOf(grid, area) : null;
}

/** "B6:P31" within a sheet; a single cell stands for the table or the block of filled cells that it lies in. */
function cellsOf(grid: SheetGrid, area: string): SheetArea | null {
  const match = /^([A-Z]{1,3})(\d{1,7})(?::([A-Z]{1,3})(\d{1,7}))?$/i.exec(area);
  if (!match) return null;
  const [, left = "", top = "", right = left, bottom = top] = match;
  const row = Math.min(Number(top), Number(bottom)) - 1;
  const column = Math.min(columnNumber(left), columnNumber(right));
  const rowCount = Math.abs(Number(bottom) - Number(top)) + 1;
  const columnCount = Math.abs(columnNumber(right) - columnNumber(left)) + 1;
  return rowCount * columnCount === 1 ? blockAround(grid, row, column) : { sheet: grid.sheet, row, column, rowCount, columnCount };
}

function blockAround(grid: SheetGrid, row: number, column: number): SheetArea {
  const isInside = (area: TableArea) =>
    row >= area.row && row < area.row + area.rowCount && column >= area.column && column < area.column + area.columnCount;
  const table = grid.tables.find(isInside);
  if (table) {
    const { rowCount, columnCount } = table;
    return { sheet: grid.sheet, row: table.row, column: table.column, rowCount, columnCount };
  }
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
  for (let grown = true; grown; ) {
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

function columnNumber(letters: string): number {
  return [...letters.toUpperCase()].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function notThere(reference: string): WorkbookError {
  return new WorkbookError(
    "notFound",
    `'${reference}' is not in this workbook; a range such as Register!B6:P31, or the name of a table, a range or a sheet is needed.`,
  );
}

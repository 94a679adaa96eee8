import type { AreaContent, CellContent, SheetContent, StyleContent, WorkbookContent } from "@workbooks/xlsx/content";
import { emptySheet } from "@workbooks/xlsx/emptyContent";
import { Calculation, type UniverStyle, type IWorksheetData, type Univer } from "../../calculation/calculation";
import type { MutationListener } from "../../calculation/mutationListener";
import { toUniverStyle } from "../../calculation/univerStyle";
import { univerValue } from "../../calculation/univerValue";

/** Puts a file's sheets into Univer. Nothing is calculated: cells show what the file says until something changes. */
export function openCalculation(
  content: WorkbookContent,
  univer: Univer | null,
  newSheetId: () => string,
  listener: MutationListener,
  keepsFileValues: boolean,
): { calculation: Calculation; sheetIds: string[] } {
  const sheets = content.sheets.length > 0 ? content.sheets : [emptySheet("Sheet1")];
  const sheetIds = sheets.map(() => newSheetId());
  const data = sheets.map((sheet, index) => sheetData(sheetIds[index] ?? "", sheet));
  const styles = Object.fromEntries(content.styles.map((style, index) => [String(index), univerStyle(style)]));
  const calculation = new Calculation(data, styles, univer, listener, keepsFileValues);
  sheets.forEach((sheet, index) => calculation.restoreArrays(sheetIds[index] ?? "", arraysOf(sheet)));
  return { calculation, sheetIds };
}

function sheetData(id: string, sheet: SheetContent): Partial<IWorksheetData> {
  const cellData: Record<number, Record<number, object>> = {};
  let lastRow = 0;
  let lastColumn = 0;
  const spilled = spilledCells(sheet);
  for (const [row, cells] of sheet.cells) {
    for (const [column, cell] of cells) {
      lastRow = Math.max(lastRow, row);
      lastColumn = Math.max(lastColumn, column);
      (cellData[row] ??= {})[column] = cellDataOf(cell, spilled.has(row * 16_384 + column));
    }
  }
  return {
    id,
    name: sheet.name,
    cellData: cellData as never,
    rowCount: Math.max(2000, lastRow + 1000),
    columnCount: Math.max(100, lastColumn + 50),
    hidden: sheet.visibility === "visible" ? 0 : 1,
    tabColor: sheet.tabColor ?? "",
    showGridlines: sheet.showGridlines ? 1 : 0,
    defaultColumnWidth: sheet.defaultColumnWidth ? widthInPixels(sheet.defaultColumnWidth) : 72,
    defaultRowHeight: sheet.defaultRowHeight ? sheet.defaultRowHeight / 0.75 : 20,
    mergeData: sheet.merges.map((area) => ({
      startRow: area.row,
      startColumn: area.column,
      endRow: area.row + area.rowCount - 1,
      endColumn: area.column + area.columnCount - 1,
    })),
    freeze: frozen(sheet),
    columnData: columnData(sheet) as never,
    rowData: rowData(sheet) as never,
  };
}

/** A cell that an array spills into holds no value of its own; the array's values are put back separately. */
function cellDataOf(cell: CellContent, isSpilled: boolean): object {
  const data: Record<string, unknown> = isSpilled ? {} : cell.value === null ? {} : univerValue(cell.value);
  if (cell.formula !== undefined) data["f"] = `=${cell.formula}`;
  if (cell.style > 0) data["s"] = String(cell.style);
  return data;
}

function frozen(sheet: SheetContent): { xSplit: number; ySplit: number; startRow: number; startColumn: number } {
  const { rows, columns } = sheet.frozen;
  return { xSplit: columns, ySplit: rows, startRow: rows > 0 ? rows : -1, startColumn: columns > 0 ? columns : -1 };
}

function columnData(sheet: SheetContent): Record<number, object> {
  return Object.fromEntries(
    eachColumn(sheet.columns).map(({ from, width, hidden, style }) => [
      from,
      {
        ...(width === null ? {} : { w: widthInPixels(width) }),
        ...(hidden ? { hd: 1 } : {}),
        ...(style ? { s: String(style) } : {}),
      },
    ]),
  );
}

/** A format "to the last column" would make 16,384 entries; what lies beyond so many is not shown anyway. */
export const mostColumns = 200;

/** One entry for each column instead of one for each stretch of columns. */
export function eachColumn(columns: SheetContent["columns"]): SheetContent["columns"] {
  return columns.flatMap((column) =>
    Array.from({ length: Math.min(column.to - column.from + 1, mostColumns) }, (_, i) => ({
      ...column,
      from: column.from + i,
      to: column.from + i,
    })),
  );
}

function rowData(sheet: SheetContent): Record<number, object> {
  return Object.fromEntries(
    [...sheet.rows].map(([row, { height, hidden }]) => [
      row,
      { ...(height === null ? {} : { h: height / 0.75, ia: 0 }), ...(hidden ? { hd: 1 } : {}) },
    ]),
  );
}

/** Excel keeps widths in characters of the standard font: 7 pixels each and 5 for the margins. */
export function widthInPixels(characters: number): number {
  return Math.round(characters * 7 + 5);
}

export function widthInCharacters(pixels: number): number {
  return Math.max(0, Math.round(((pixels - 5) / 7) * 100) / 100);
}

/** Keys (row × 16,384 + column) of the cells that arrays fill, without the arrays' first cells. */
function spilledCells(sheet: SheetContent): Set<number> {
  const keys = new Set<number>();
  for (const [row, cells] of sheet.cells) {
    for (const [column, { array }] of cells) {
      if (!array) continue;
      eachCellIn(sheet, array, (r, c) => {
        if (r !== row || c !== column) keys.add(r * 16_384 + c);
      });
    }
  }
  return keys;
}

/** An array may be as large as a sheet: of the cells of a large one only those that the file has. */
export const mostOfArray = 100_000;

function eachCellIn(sheet: SheetContent, area: AreaContent, visit: (row: number, column: number) => void): void {
  const [endRow, endColumn] = [area.row + area.rowCount, area.column + area.columnCount];
  if (area.rowCount * area.columnCount > mostOfArray) {
    for (const [row, cells] of sheet.cells)
      for (const column of cells.keys())
        if (row >= area.row && row < endRow && column >= area.column && column < endColumn) visit(row, column);
    return;
  }
  for (let row = area.row; row < endRow; row++)
    for (let column = area.column; column < endColumn; column++) visit(row, column);
}

function arraysOf(sheet: SheetContent) {
  const arrays: Parameters<Calculation["restoreArrays"]>[1] = [];
  for (const cells of sheet.cells.values()) {
    for (const { array } of cells.values()) {
      if (!array || (array.rowCount === 1 && array.columnCount === 1)) continue;
      const filled: (typeof arrays)[number]["cells"] = [];
      eachCellIn(sheet, array, (row, column) => {
        const { v, t } = univerValue(sheet.cells.get(row)?.get(column)?.value ?? null);
        filled.push({ row, column, v, t: t ?? 2 });
      });
      arrays.push({ area: array, cells: filled });
    }
  }
  return arrays;
}

function univerStyle(style: StyleContent): UniverStyle {
  return Object.fromEntries(Object.entries(toUniverStyle(style)).filter(([, value]) => value !== null)) as UniverStyle;
}

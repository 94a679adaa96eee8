import type { Cell, CellError, SheetGrid } from "./sheetGrid";

/** What stands in a cell, by zero-based sheet row and column; blank outside the used range. */
export function cellAt(grid: SheetGrid, row: number, column: number): Cell {
  return grid.values[row - grid.row]?.[column - grid.column] ?? null;
}

export function formatAt(grid: SheetGrid, row: number, column: number): string {
  return grid.numberFormats[row - grid.row]?.[column - grid.column] ?? "General";
}

export function lastRow(grid: SheetGrid): number {
  return grid.row + grid.values.length - 1;
}

export function lastColumn(grid: SheetGrid): number {
  return grid.column + Math.max(0, ...grid.values.map((row) => row.length)) - 1;
}

/** An empty cell, a formula's empty text, or spaces. */
export function isBlank(value: Cell): boolean {
  return value === null || value === undefined || (typeof value === "string" && value.trim() === "");
}

export function isCellError(value: Cell): value is CellError {
  return typeof value === "object" && value !== null && typeof value.error === "string";
}

/** The cell's text on one line; numbers as digits, blanks and errors as "". */
export function textOf(value: Cell): string {
  if (typeof value === "string") return value.replace(/\s+/g, " ").trim();
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  return "";
}

/** The cell as a person would read it in the pane: 0.02 formatted as a percent is "2%". */
export function shown(value: Cell, numberFormat: string): string {
  if (isCellError(value)) return value.error;
  if (typeof value === "number") {
    if (isPercentFormat(numberFormat)) return `${roundTo(value * 100)}%`;
    return String(roundTo(value));
  }
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return textOf(value);
}

/** Whether Excel shows a number of this format as a percentage. */
export function isPercentFormat(numberFormat: string): boolean {
  return numberFormat.replace(/"[^"]*"|\\./g, "").includes("%");
}

/** Names, labels and ratings match without regard to case and outer (or doubled) spaces. */
export function sameName(text: string): string {
  return text.trim().replace(/\s+/g, " ").toLowerCase();
}

/** The cell in a message: 'two percent' for a text, the digits of a number, TRUE. */
export function quoted(value: Cell, numberFormat = "General"): string {
  return typeof value === "string" ? `'${textOf(value)}'` : shown(value, numberFormat);
}

function roundTo(value: number): number {
  return Number(value.toPrecision(12));
}

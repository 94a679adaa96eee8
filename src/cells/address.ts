import type { SheetArea } from "./area";

/** "Levers!D7", counted from zero; the sheet's name is quoted where Excel needs it. */
export function cellAddress(sheet: string, row: number, column: number): string {
  return `${quotedSheet(sheet)}!${columnLetters(column)}${row + 1}`;
}

/** "Register!B6:P31", or "Register!B6" for one cell. */
export function areaAddress({ sheet, row, column, rowCount, columnCount }: SheetArea): string {
  const first = cellAddress(sheet, row, column);
  if (rowCount === 1 && columnCount === 1) return first;
  return `${first}:${columnLetters(column + columnCount - 1)}${row + rowCount}`;
}

/** Reads "Register!B6:P31", "'My sheet'!$A$1" or, on the sheet given, "B6:P31"; null where it is no such address. */
export function readArea(address: string, defaultSheet: string): SheetArea | null {
  const { sheet, area } = splitAddress(address);
  const match = /^([A-Z]{1,3})(\d{1,7})(?::([A-Z]{1,3})(\d{1,7}))?$/i.exec(area);
  if (!match || sheet === "") return null;
  const [, firstLetters = "", firstNumber = "", lastLetters = firstLetters, lastNumber = firstNumber] = match;
  const rows = [Number(firstNumber) - 1, Number(lastNumber) - 1];
  const columns = [columnNumber(firstLetters), columnNumber(lastLetters)];
  const [row, column] = [Math.min(...rows), Math.min(...columns)];
  const [bottom, right] = [Math.max(...rows), Math.max(...columns)];
  if (row < 0 || bottom > lastRowOfSheet || right > lastColumnOfSheet) return null;
  return { sheet: sheet ?? defaultSheet, row, column, rowCount: bottom - row + 1, columnCount: right - column + 1 };
}

/** The name of a cell within its sheet: "U20" of "Register!U20". */
export function cellName(address: string): string {
  return splitAddress(address).area;
}

/** "'Forward view'!$B$6" → sheet "Forward view", area "B6"; sheet is null where none is named. A formula's "=" is passed over. */
export function splitAddress(address: string): { sheet: string | null; area: string } {
  const text = address.trim().replace(/^=/, "");
  const bang = text.lastIndexOf("!");
  const area = text.slice(bang + 1).replaceAll("$", "");
  if (bang < 0) return { sheet: null, area };
  const sheet = text.slice(0, bang);
  const isQuoted = sheet.startsWith("'") && sheet.endsWith("'") && sheet.length >= 2;
  return { sheet: isQuoted ? sheet.slice(1, -1).replaceAll("''", "'") : sheet, area };
}

/** A sheet's name as a formula or an address writes it. */
export function quotedSheet(sheet: string): string {
  const isPlain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(sheet) && !looksLikeCell(sheet) && !/^(true|false)$/i.test(sheet);
  return isPlain ? sheet : `'${sheet.replaceAll("'", "''")}'`;
}

/** Whether Excel takes a bare name for a cell, in either style of address: Q1, RC, R1C1, C5. */
export function looksLikeCell(name: string): boolean {
  return /^([A-Z]{1,3}\d+|R\d*(C\d*)?|C\d*)$/i.test(name);
}

/** "A" for 0, "AA" for 26. */
export function columnLetters(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnLetters(Math.floor(column / 26) - 1) + letter;
}

export function columnNumber(letters: string): number {
  return [...letters.toUpperCase()].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

export const lastRowOfSheet = 1_048_575;
export const lastColumnOfSheet = 16_383;

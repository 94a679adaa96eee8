import type { SheetArea } from "./sheetGrid";

/** "Levers!D7" for a zero-based row and column; the sheet's name is quoted where Excel needs it. */
export function cellAddress(sheet: string, row: number, column: number): string {
  return `${quotedSheet(sheet)}!${columnLetters(column)}${row + 1}`;
}

/** "Register!B6:P31", corners zero-based and included. */
export function areaAddress(sheet: string, top: number, left: number, bottom: number, right: number): string {
  const first = `${columnLetters(left)}${top + 1}`;
  const last = `${columnLetters(right)}${bottom + 1}`;
  return `${quotedSheet(sheet)}!${first === last ? first : `${first}:${last}`}`;
}

/** Reads "Register!B6:P31", "'My sheet'!$A$1" or, on the sheet given, "B6:P31"; null where it is no such reference. */
export function readArea(reference: string, defaultSheet = ""): SheetArea | null {
  const match =
    /^(?:(?:'((?:[^']|'')+)'|([^'!]+))!)?\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/i.exec(
      reference.trim(),
    );
  if (!match) return null;
  const sheet = match[1]?.replace(/''/g, "'") ?? match[2] ?? defaultSheet;
  const left = columnNumber(match[3] ?? "");
  const top = Number(match[4]) - 1;
  const right = match[5] ? columnNumber(match[5]) : left;
  const bottom = match[6] ? Number(match[6]) - 1 : top;
  return {
    sheet,
    row: Math.min(top, bottom),
    column: Math.min(left, right),
    rowCount: Math.abs(bottom - top) + 1,
    columnCount: Math.abs(right - left) + 1,
  };
}

/** "A" for 0, "AA" for 26. */
export function columnLetters(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnLetters(Math.floor(column / 26) - 1) + letter;
}

function columnNumber(letters: string): number {
  return [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function quotedSheet(sheet: string): string {
  const plain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(sheet) && !/^([A-Z]{1,3}\d+|R\d*C?\d*|C\d*)$/i.test(sheet);
  return plain ? sheet : `'${sheet.replace(/'/g, "''")}'`;
}

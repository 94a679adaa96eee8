import type { AreaContent } from "../content";

/** Row and column, zero-based. */
interface CellPosition {
  row: number;
  column: number;
}

export const MAXIMUM_ROWS = 1_048_576;
export const MAXIMUM_COLUMNS = 16_384;

/** "B12" (dollar signs allowed); null for anything else. */
export function parseAddress(address: string): CellPosition | null {
  let at = address.charCodeAt(0) === 36 ? 1 : 0;
  let column = 0;
  for (; at < address.length; at++) {
    const code = address.charCodeAt(at) & ~32;
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  if (address.charCodeAt(at) === 36) at++;
  const digits = at;
  let row = 0;
  for (; at < address.length; at++) {
    const digit = address.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return null;
    row = row * 10 + digit;
  }
  if (column === 0 || column > MAXIMUM_COLUMNS || digits === at || row === 0 || row > MAXIMUM_ROWS) return null;
  return { row: row - 1, column: column - 1 };
}

/** "A1:C3" or "B2"; null for anything else. */
export function parseArea(reference: string): AreaContent | null {
  const colon = reference.indexOf(":");
  const first = parseAddress(colon < 0 ? reference : reference.slice(0, colon));
  const last = colon < 0 ? first : parseAddress(reference.slice(colon + 1));
  if (!first || !last) return null;
  return {
    row: Math.min(first.row, last.row),
    column: Math.min(first.column, last.column),
    rowCount: Math.abs(last.row - first.row) + 1,
    columnCount: Math.abs(last.column - first.column) + 1,
  };
}

export function addressOf(row: number, column: number): string {
  return columnLetters(column) + (row + 1);
}

export function areaReference(area: AreaContent): string {
  const first = addressOf(area.row, area.column);
  if (area.rowCount === 1 && area.columnCount === 1) return first;
  return `${first}:${addressOf(area.row + area.rowCount - 1, area.column + area.columnCount - 1)}`;
}

export function columnLetters(column: number): string {
  const known = LETTERS[column];
  if (known !== undefined) return known;
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return (LETTERS[column] = letters);
}

const LETTERS: string[] = [];

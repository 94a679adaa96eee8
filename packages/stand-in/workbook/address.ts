import type { AreaContent } from "@workbooks/xlsx/content";
import { invalidArgument } from "./excelError";

export const lastRowCount = 1_048_576;
export const lastColumnCount = 16_384;

/** Reads "B2", "$A$1:C3", "A:C" or "2:4" (no sheet), zero-based. @throws InvalidArgument */
export function parseArea(address: string): AreaContent {
  const [first, second, ...rest] = address.replaceAll("$", "").trim().toUpperCase().split(":");
  const from = corner(first ?? "");
  const to = second === undefined ? from : corner(second);
  if (
    rest.length > 0 ||
    !from ||
    !to ||
    (from.row === null) !== (to.row === null) ||
    (from.column === null) !== (to.column === null)
  )
    throw invalidArgument();
  if (second === undefined && (from.row === null || from.column === null)) throw invalidArgument();
  const [row, lastRow] = ordered(from.row ?? 0, to.row ?? lastRowCount - 1);
  const [column, lastColumn] = ordered(from.column ?? 0, to.column ?? lastColumnCount - 1);
  return inSheet({ row, column, rowCount: lastRow - row + 1, columnCount: lastColumn - column + 1 });
}

/** "A1", "A1:B2", "A:B" for whole columns, "1:2" for whole rows. */
export function formatArea(area: AreaContent, absolute = false): string {
  const dollar = absolute ? "$" : "";
  const lastRow = area.row + area.rowCount;
  const lastColumn = columnName(area.column + area.columnCount - 1);
  const allRows = area.rowCount === lastRowCount;
  const allColumns = area.columnCount === lastColumnCount;
  if (allRows && !allColumns) return `${dollar}${columnName(area.column)}:${dollar}${lastColumn}`;
  if (allColumns && !allRows) return `${dollar}${area.row + 1}:${dollar}${lastRow}`;
  const first = `${dollar}${columnName(area.column)}${dollar}${area.row + 1}`;
  if (area.rowCount === 1 && area.columnCount === 1) return first;
  return `${first}:${dollar}${lastColumn}${dollar}${lastRow}`;
}

/** "A1:B2,D4"; "" for no area. */
export function formatAreas(areas: AreaContent[]): string {
  return areas.map((area) => formatArea(area)).join(",");
}

export function columnName(index: number): string {
  let name = "";
  for (let n = index + 1; n > 0; n = Math.floor((n - 1) / 26)) name = String.fromCharCode(65 + ((n - 1) % 26)) + name;
  return name;
}

/** "Data" stays, "My data" becomes "'My data'". */
export function quotedSheet(name: string): string {
  const isPlain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !/^([A-Za-z]{1,3}\d+|[Rr]\d*[Cc]?\d*|[Cc]\d*)$/.test(name);
  return isPlain ? name : `'${name.replaceAll("'", "''")}'`;
}

/** "'My data'!A1" to the sheet's name and the rest; the sheet is null where none is named. */
export function splitSheet(reference: string): { sheet: string | null; address: string } {
  const mark = reference.lastIndexOf("!");
  if (mark < 0) return { sheet: null, address: reference };
  const name = reference.slice(0, mark);
  const isQuoted = name.startsWith("'") && name.endsWith("'");
  return { sheet: isQuoted ? name.slice(1, -1).replaceAll("''", "'") : name, address: reference.slice(mark + 1) };
}

/** @throws InvalidArgument where the area is not on the sheet. */
export function inSheet(area: AreaContent): AreaContent {
  const { row, column, rowCount, columnCount } = area;
  const isWhole = [row, column, rowCount, columnCount].every(Number.isInteger);
  if (!isWhole || row < 0 || column < 0 || rowCount < 1 || columnCount < 1) throw invalidArgument();
  if (row + rowCount > lastRowCount || column + columnCount > lastColumnCount) throw invalidArgument();
  return area;
}

/** The area that two have in common, or null. */
export function intersection(one: AreaContent, other: AreaContent): AreaContent | null {
  const row = Math.max(one.row, other.row);
  const column = Math.max(one.column, other.column);
  const rowCount = Math.min(one.row + one.rowCount, other.row + other.rowCount) - row;
  const columnCount = Math.min(one.column + one.columnCount, other.column + other.columnCount) - column;
  return rowCount > 0 && columnCount > 0 ? { row, column, rowCount, columnCount } : null;
}

/** The smallest area that holds both. */
export function bounding(one: AreaContent, other: AreaContent): AreaContent {
  const row = Math.min(one.row, other.row);
  const column = Math.min(one.column, other.column);
  const rowCount = Math.max(one.row + one.rowCount, other.row + other.rowCount) - row;
  const columnCount = Math.max(one.column + one.columnCount, other.column + other.columnCount) - column;
  return { row, column, rowCount, columnCount };
}

export function contains(area: AreaContent, row: number, column: number): boolean {
  return (
    row >= area.row &&
    row < area.row + area.rowCount &&
    column >= area.column &&
    column < area.column + area.columnCount
  );
}

function corner(text: string): { row: number | null; column: number | null } | null {
  const parts = /^([A-Z]{1,3})?(\d{1,7})?$/.exec(text);
  if (!parts || text === "") return null;
  const column = parts[1] ? [...parts[1]].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1 : null;
  return { row: parts[2] ? Number(parts[2]) - 1 : null, column };
}

function ordered(one: number, other: number): [number, number] {
  return one <= other ? [one, other] : [other, one];
}

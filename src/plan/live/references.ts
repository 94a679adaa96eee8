import { columnLetters, quotedSheet } from "../../cells/address";
import type { SheetArea } from "../../cells/area";

/** A range in a formula, its blanks made empty texts. */
export function withBlanks(reference: string): string {
  return `IF(${reference}="","",${reference})`;
}

/** "'My sheet'!$A$4:$L$8". */
export function absolute({ sheet, row, column, rowCount, columnCount }: SheetArea): string {
  const at = (r: number, c: number): string => `$${columnLetters(c)}$${r + 1}`;
  const first = at(row, column);
  const last = at(row + rowCount - 1, column + columnCount - 1);
  return `${quotedSheet(sheet)}!${first === last ? first : `${first}:${last}`}`;
}

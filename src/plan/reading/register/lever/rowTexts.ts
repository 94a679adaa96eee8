import { cellAddress } from "../../../../cells/address";
import { isBlank, isCellError, textOf } from "../../../../cells/cell";
import type { CellReader } from "../../cells/readCells";
import { nameAt } from "../../extent/tableRows";
import { cellAt } from "../../sheetGrid";
import { inOurWords, type MappedColumn } from "../../tableColumn";
import type { RegisterTable } from "../registerContext";

/** The text in a cell, of a merged one that of all its rows; an Excel error is said. */
export function textIn(
  reader: CellReader,
  table: RegisterTable,
  row: number,
  column: MappedColumn | undefined,
): string {
  if (!column) return "";
  const value = nameAt(table.header, row, column.column);
  if (isCellError(value)) {
    const cell = cellAddress(reader.grid.sheet, row, column.column);
    const message = `the cell shows ${value.error}; a text is needed`;
    if (!reader.findings.some((finding) => finding.cell === cell && finding.message === message))
      reader.findings.push({ level: "error", cell, message });
    return "";
  }
  return isBlank(cellAt(reader.grid, row, column.column)) && column.meaning === "comments"
    ? ""
    : inOurWords(column, textOf(value));
}

/** "TBC", "n/a", "–": the cell is left open. */
export function saysNothing(text: string): boolean {
  return /^(tbc|tba|n\/?a|-|–|\?)$/i.test(text);
}

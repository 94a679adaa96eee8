import { cellsOf, wholeSheet, type Sheet } from "../../workbook/sheet";
import { shownNumber } from "../../calculation/shownNumber";
import type { Workbook } from "../../workbook/workbook";

export interface FoundCell {
  sheet: string;
  row: number;
  column: number;
}

/** The cells whose text as shown, or whose formula, contains `wanted` (case does not matter), by rows, sheet after sheet. */
export function findCells(workbook: Workbook, sheets: Sheet[], wanted: string): FoundCell[] {
  const text = wanted.toLowerCase();
  if (text === "") return [];
  return sheets.flatMap((sheet) => {
    const found: FoundCell[] = [];
    const look = (row: number, column: number): void => {
      const formula = sheet.formula(row, column)?.toLowerCase() ?? "";
      if (formula.includes(text) || shownText(sheet, row, column).toLowerCase().includes(text))
        found.push({ sheet: sheet.id, row, column });
    };
    sheet.eachCell(wholeSheet, (row, column) => look(row, column));
    // What an array puts into the cells beside its own.
    for (const area of workbook.calculation.spillAreas(sheet.id))
      for (const [row, column] of cellsOf(area).slice(1)) look(row, column);
    return found.sort((one, other) => one.row - other.row || one.column - other.column);
  });
}

/** The place in `found` of the first cell after `from`, which need not be one of them, round the end; -1 where there is none. */
export function nextFound(found: FoundCell[], sheetOrder: string[], from: FoundCell, step: 1 | -1): number {
  if (found.length === 0) return -1;
  const rank = ({ sheet, row, column }: FoundCell): number[] => [sheetOrder.indexOf(sheet), row, column];
  const compare = (one: FoundCell, other: FoundCell): number => {
    const [a, b] = [rank(one), rank(other)];
    return a.map((part, index) => part - (b[index] ?? 0)).find((difference) => difference !== 0) ?? 0;
  };
  if (step > 0) {
    const next = found.findIndex((cell) => compare(cell, from) > 0);
    return next < 0 ? 0 : next;
  }
  const after = found.findIndex((cell) => compare(cell, from) >= 0);
  return (after <= 0 ? found.length : after) - 1;
}

function shownText(sheet: Sheet, row: number, column: number): string {
  const value = sheet.value(row, column);
  if (value === null) return "";
  if (typeof value === "object") return value.error;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return typeof value === "number" ? shownNumber(value, sheet.style(row, column).numberFormat) : value;
}

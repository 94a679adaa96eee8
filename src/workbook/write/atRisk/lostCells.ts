import type { CellPlace } from "../../../cells/area";
import type { CellInput } from "../../excel/cellInput";
import { inOwnTerms } from "./pointers";

/**
 * What the user has put into columns of their own, in rows that go. A formula that a row which stays has too is no loss.
 *
 * @param place of the first of the rows
 * @param columns the user's, by their index in the rows
 */
export function lostCells(
  rows: readonly (readonly CellInput[])[],
  place: CellPlace,
  goes: (row: number) => boolean,
  columns: readonly number[],
): CellPlace[] {
  return columns.flatMap((column) => {
    const formulaOf = (row: number): string | null => {
      const cell = rows[row]?.[column] ?? "";
      return typeof cell === "string" && cell.startsWith("=") ? inOwnTerms(cell, place.row + row) : null;
    };
    const kept = new Set(rows.flatMap((_, row) => (goes(row) ? [] : [formulaOf(row)])));
    return rows.flatMap((cells, row) => {
      if (!goes(row) || (cells[column] ?? "") === "") return [];
      const formula = formulaOf(row);
      return formula !== null && kept.has(formula) ? [] : [{ row: place.row + row, column: place.column + column }];
    });
  });
}

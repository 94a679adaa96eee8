import { cellAt, type SheetGrid } from "../../reading/sheetGrid";
import type { OutputTable } from "../outputTable";
import { CannotFollow } from "./cannotFollow";
import { calculation, type CellSource } from "./formulas/calculate";

/**
 * Sees to it that every formula in place of a figure comes to that figure.
 *
 * @throws CannotFollow where one does not, with its name
 */
export function holdToFigures(
  made: readonly OutputTable[],
  figures: readonly OutputTable[],
  grids: readonly SheetGrid[],
): void {
  const valueOf = calculation(sourceOf(made, grids));
  for (const table of made) {
    const before = figures.find(({ id }) => id === table.id);
    if (!before) continue;
    const size = Math.max(...before.rows.flat().map((cell) => (typeof cell === "number" ? Math.abs(cell) : 0)), 1e-300);
    table.rows.forEach((row, r) =>
      row.forEach((cell, c) => {
        const figure = before.rows[r]?.[c];
        if (cell === null || typeof cell !== "object" || typeof figure !== "number") return;
        const value = valueOf({ table: table.id, row: r, column: c, rowCount: 1, columnCount: 1 });
        if (typeof value === "number" && Math.abs(value - figure) <= 1e-9 * Math.max(Math.abs(figure), 1e-3 * size))
          return;
        throw new CannotFollow(
          `A formula does not come to the figure of ${table.sheetTitle}, ${String(row[0])}, ${table.header[c]} (${JSON.stringify(value)} for ${figure}); values can be written instead.`,
        );
      }),
    );
  }
}

/** Where the formulas of these tables find their cells. */
export function sourceOf(tables: readonly OutputTable[], grids: readonly SheetGrid[]): CellSource {
  const sheets = new Map(grids.map((grid) => [grid.sheet, grid]));
  const results = new Map(tables.map((table) => [table.id, table]));
  return {
    date1904: grids[0]?.date1904 ?? false,
    userCell: (sheet, row, column) => {
      const grid = sheets.get(sheet);
      return grid ? cellAt(grid, row, column) : null;
    },
    resultCell: (table, row, column) => results.get(table)?.rows[row]?.[column] ?? null,
  };
}

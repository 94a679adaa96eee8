import { isBlank, textOf } from "../../../cells/cell";
import type { HeaderColumn } from "../extent/headerColumns";
import type { HeaderRow } from "../extent/headerRows";
import { cellAt, lastColumn, lastRow, type SheetGrid } from "../sheetGrid";

/**
 * Small tables without headings: names, each with one number beside it, and nothing over the numbers. Each is given as a header of no rows, which stands
 * where its data begin.
 *
 * @param isOne whether a row of that name may be one of such a table
 */
export function bareTables(grid: SheetGrid, isOne: (name: string) => boolean): HeaderRow[] {
  const found: HeaderRow[] = [];
  const right = lastColumn(grid);
  const bottom = Math.min(lastRow(grid), grid.row + deepest);
  for (let row = grid.row; row <= bottom; row++) {
    for (let column = grid.column; column < right; column++) {
      const value = cellAt(grid, row, column);
      const number = column + 1;
      if (typeof value !== "string" || typeof cellAt(grid, row, number) !== "number" || !isOne(textOf(value))) continue;
      const top = topOf(grid, row, column, number);
      const isHeaded = top > grid.row && !isBlank(cellAt(grid, top - 1, number));
      const isKnown = found.some((one) => one.top === top && one.columns[0]?.column === column);
      if (!isHeaded && !isKnown) found.push(bareHeader(grid, top, [column, number]));
    }
  }
  return found;
}

/** Rows that are looked at, from a sheet's first: what says how a year ended is short. */
const deepest = 400;

/** The first of the rows above that hold a name and a number too; one of them may be blank. */
function topOf(grid: SheetGrid, row: number, name: number, number: number): number {
  const isRow = (at: number): boolean =>
    typeof cellAt(grid, at, name) === "string" && typeof cellAt(grid, at, number) === "number";
  let top = row;
  for (let at = row - 1; at >= grid.row && top - at <= 2; at--) if (isRow(at)) top = at;
  return top;
}

function bareHeader(grid: SheetGrid, top: number, columns: [name: number, number: number]): HeaderRow {
  const titles = [3, 2, 1].flatMap((step) => {
    const texts = grid.values[top - step - grid.row]?.filter((value) => typeof value === "string") ?? [];
    return texts.length === 1 ? textOf(texts[0] ?? null) : [];
  });
  return {
    ...{ grid, table: null, top, rowCount: 0, titles, within: null, isFiltered: false, contrast: [] },
    columns: columns.map((column): HeaderColumn => ({
      ...{ column, row: top, heading: "", bands: [], full: "", serial: null },
    })),
  };
}

import type { AreaContent } from "@workbooks/xlsx/content";

export type GridKey = "rowStart" | "sheetStart" | "sheetEnd" | "pageUp" | "pageDown";

/** What of a sheet decides where a key leads. */
export interface KeyGround {
  frozen: { rows: number; columns: number };
  /** Everything that is filled or formatted; null on an empty sheet. */
  used: AreaContent | null;
  rowCount: number;
  /** Rows that fit into the window. */
  pageRows: number;
  isRowHidden(row: number): boolean;
}

/**
 * The cell that a key leads to from another, as in Excel: Home and Ctrl+Home stop at frozen panes, Ctrl+End goes to the last
 * row and column that hold anything, the page keys go by a window and never into hidden rows.
 */
export function keyTarget(
  key: GridKey,
  from: { row: number; column: number },
  ground: KeyGround,
): { row: number; column: number } {
  const { frozen, used, rowCount, pageRows } = ground;
  switch (key) {
    case "rowStart":
      // Within the frozen columns themselves it goes to the sheet's edge.
      return {
        row: from.row,
        column: from.column < frozen.columns ? 0 : frozen.columns,
      };
    case "sheetStart":
      return { row: visible(frozen.rows, 1, ground), column: frozen.columns };
    case "sheetEnd":
      return used
        ? {
            row: used.row + used.rowCount - 1,
            column: used.column + used.columnCount - 1,
          }
        : { row: 0, column: 0 };
    case "pageUp":
      return {
        row: visible(Math.max(0, from.row - pageRows), -1, ground),
        column: from.column,
      };
    case "pageDown":
      return {
        row: visible(Math.min(rowCount - 1, from.row + pageRows), 1, ground),
        column: from.column,
      };
  }
}

/** The nearest row that is shown, onwards first, then back. */
function visible(row: number, step: 1 | -1, { isRowHidden, rowCount }: KeyGround): number {
  for (const direction of [step, -step])
    for (let next = row; next >= 0 && next < rowCount; next += direction) if (!isRowHidden(next)) return next;
  return row;
}

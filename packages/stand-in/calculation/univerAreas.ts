import type { AreaContent } from "@workbooks/xlsx/content";

/** An area in Univer's form, with its last row and column. */
export type UniverRange = { startRow: number; startColumn: number; endRow: number; endColumn: number };

export function rangeOf(area: AreaContent): UniverRange {
  return {
    startRow: area.row,
    startColumn: area.column,
    endRow: area.row + area.rowCount - 1,
    endColumn: area.column + area.columnCount - 1,
  };
}

export function areaOf(range: UniverRange): AreaContent {
  return {
    row: range.startRow,
    column: range.startColumn,
    rowCount: range.endRow - range.startRow + 1,
    columnCount: range.endColumn - range.startColumn + 1,
  };
}

export function matrixOf<T>(entries: { row: number; column: number; value: T }[]): Record<number, Record<number, T>> {
  const matrix: Record<number, Record<number, T>> = {};
  for (const { row, column, value } of entries) (matrix[row] ??= {})[column] = value;
  return matrix;
}

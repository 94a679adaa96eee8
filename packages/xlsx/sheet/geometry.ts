import type { SheetContent } from "../content";

type Grid = Pick<SheetContent, "columns" | "rows" | "defaultColumnWidth" | "defaultRowHeight">;

/** English Metric Units, the drawing parts' measure. */
export const EMU_PER_POINT = 12_700;
const DEFAULT_COLUMN_POINTS = 48;
const DEFAULT_ROW_POINTS = 15;
/** Widest digit of Calibri 11 (and Aptos Narrow 11) at 96 dots an inch. */
const DIGIT_PIXELS = 7;

/** Left edge of a column in points from the sheet's left edge. */
export function columnLeft(grid: Grid, column: number): number {
  const usual = defaultColumnPoints(grid);
  return grid.columns.reduce((left, { from, to, width, hidden }) => {
    const count = Math.min(to + 1, column) - from;
    if (count <= 0) return left;
    const points = hidden ? 0 : width === null ? usual : columnPoints(width);
    return left + count * (points - usual);
  }, column * usual);
}

/** Top edge of a row in points from the sheet's top edge. */
export function rowTop(grid: Grid, row: number): number {
  const usual = grid.defaultRowHeight ?? DEFAULT_ROW_POINTS;
  let top = row * usual;
  for (const [index, { height, hidden }] of grid.rows) {
    if (index < row) top += (hidden ? 0 : (height ?? usual)) - usual;
  }
  return top;
}

/** The column or row that a distance in points falls into, with the rest, for an edge function that rises. */
export function cellAt(
  edge: (index: number) => number,
  points: number,
  limit: number,
): { index: number; rest: number } {
  let low = 0;
  let high = limit;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (edge(middle) <= points) low = middle;
    else high = middle;
  }
  return { index: low, rest: Math.max(0, points - edge(low)) };
}

function defaultColumnPoints(grid: Grid): number {
  return grid.defaultColumnWidth === undefined ? DEFAULT_COLUMN_POINTS : columnPoints(grid.defaultColumnWidth);
}

/** Width in characters to whole pixels (ECMA-376 part 1, 18.3.1.13), then points. */
function columnPoints(width: number): number {
  const pixels = Math.trunc(((256 * width + Math.trunc(128 / DIGIT_PIXELS)) / 256) * DIGIT_PIXELS);
  return pixels * 0.75;
}

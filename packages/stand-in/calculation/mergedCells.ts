import { type IRange, Styles, Worksheet } from "@univerjs/core";

interface SpanModel {
  _mergeData: IRange[];
  _cellCache: { get(row: number): { get(column: number): number | undefined } | undefined };
  _createCellCache(range: IRange, index: number): void;
}

let isMended = false;

/** Merges of more cells than this are looked through instead of listed cell by cell. */
const mostListed = 10_000;

/**
 * Univer lists each cell of each merge: for a merge of a whole sheet that is 17 thousand million cells. Large ones are
 * looked through where a cell is in none of the small ones.
 */
export function mendMergedCells(): void {
  if (isMended) return;
  isMended = true;
  const model = Object.getPrototypeOf(new Worksheet("", {}, new Styles()).getSpanModel()) as SpanModel & {
    _getMergeDataIndex(row: number, column: number): number;
  };
  const { _createCellCache: list, _getMergeDataIndex: find } = model;
  const isLarge = ({ startRow, endRow, startColumn, endColumn }: IRange) =>
    (endRow - startRow + 1) * (endColumn - startColumn + 1) > mostListed;
  model._createCellCache = function (range, index) {
    if (!isLarge(range)) list.call(this, range, index);
  };
  model._getMergeDataIndex = function (row, column) {
    const index = find.call(this, row, column);
    if (index >= 0) return index;
    return this._mergeData.findIndex(
      (range) =>
        isLarge(range) &&
        row >= range.startRow &&
        row <= range.endRow &&
        column >= range.startColumn &&
        column <= range.endColumn,
    );
  };
}

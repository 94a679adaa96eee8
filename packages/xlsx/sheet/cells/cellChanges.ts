import type { AreaContent, CellContent, SheetContent } from "../../content";
import { sameValue } from "./cellXml";

type Cells = SheetContent["cells"];
/** Changed cells by row, then column; null is a cell that is gone. */
export type CellChanges = Map<number, Map<number, CellContent | null>>;

/** Cells of `after` that differ from `before`, and those that are gone. `looksAs` compares a file style with a content style. */
export function changedCells(
  before: Cells,
  after: Cells,
  looksAs: (fileStyle: number, contentStyle: number) => boolean,
): CellChanges {
  const changes: CellChanges = new Map();
  const note = (row: number, column: number, cell: CellContent | null) => {
    const inRow = changes.get(row) ?? new Map<number, CellContent | null>();
    changes.set(row, inRow.set(column, cell));
  };
  for (const [row, cells] of after) {
    const had = before.get(row);
    for (const [column, cell] of cells) {
      const old = had?.get(column);
      if (!old && saysNothing(cell)) continue;
      if (!old || !sameCell(old, cell) || !looksAs(old.style, cell.style)) note(row, column, cell);
    }
  }
  for (const [row, cells] of before) {
    const has = after.get(row);
    for (const column of cells.keys()) if (!has?.has(column)) note(row, column, null);
  }
  return changes;
}

/** A cell that need not be there: no value, no formula, the format that cells have anyway. */
export function saysNothing({ value, formula, style }: CellContent): boolean {
  return value === null && formula === undefined && style === 0;
}

/** Whether any formula was added, changed or removed: then the calculation chain is out of date. */
export function formulasChanged(before: Cells, changes: CellChanges): boolean {
  for (const [row, cells] of changes) {
    for (const [column, cell] of cells) {
      if (before.get(row)?.get(column)?.formula !== cell?.formula) return true;
    }
  }
  return false;
}

function sameCell(before: CellContent, after: CellContent): boolean {
  return (
    sameValue(before.value, after.value) && before.formula === after.formula && sameArray(before.array, after.array)
  );
}

function sameArray(before: CellContent["array"], after: CellContent["array"]): boolean {
  return (before?.dynamic ?? null) === (after?.dynamic ?? null) && sameArea(before, after);
}

export function sameArea(a: AreaContent | undefined, b: AreaContent | undefined): boolean {
  if (!a || !b) return a === b;
  return a.row === b.row && a.column === b.column && a.rowCount === b.rowCount && a.columnCount === b.columnCount;
}

type RowContent = { height: number | null; hidden: boolean } | undefined;

export function sameRow(a: RowContent, b: RowContent): boolean {
  return (a?.height ?? null) === (b?.height ?? null) && (a?.hidden ?? false) === (b?.hidden ?? false);
}

export function changedRows(before: SheetContent["rows"], after: SheetContent["rows"]): number[] {
  return [...new Set([...before.keys(), ...after.keys()])].filter((row) => !sameRow(before.get(row), after.get(row)));
}

/** The smallest area that holds every filled cell: what the part's `<dimension>` says. */
export function usedArea(cells: Cells): AreaContent | null {
  let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
  for (const [row, columns] of cells) {
    for (const column of columns.keys()) {
      top = Math.min(top, row);
      bottom = Math.max(bottom, row);
      left = Math.min(left, column);
      right = Math.max(right, column);
    }
  }
  return bottom < 0 ? null : { row: top, column: left, rowCount: bottom - top + 1, columnCount: right - left + 1 };
}

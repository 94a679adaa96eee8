import type { FormulaCell, SheetRange } from "./formulaCells";
import { overlap } from "./readAreas";

/** The formulas that are due in a calculation, found by area; those that are calculated are stepped over. */
export class DueCells {
  private readonly sheets = new Map<string, Map<number, DueColumn>>();
  private readonly arrays: FormulaCell[];

  constructor(cells: FormulaCell[]) {
    this.arrays = cells.filter(({ spill }) => spill !== null);
    const byColumn = new Map<string, Map<number, FormulaCell[]>>();
    for (const cell of cells) {
      let columns = byColumn.get(cell.sheet);
      if (!columns) byColumn.set(cell.sheet, (columns = new Map()));
      const column = columns.get(cell.column);
      if (column) column.push(cell);
      else columns.set(cell.column, [cell]);
    }
    for (const [sheet, columns] of byColumn)
      this.sheets.set(sheet, new Map([...columns].map(([column, due]) => [column, new DueColumn(due)])));
  }

  /** The next cell of the area, or that fills a part of it, and is not calculated yet; `begun` is told of those that wait. */
  next(area: SheetRange, begun: (cell: FormulaCell) => void): FormulaCell | null {
    return this.nextCell(area, begun) ?? this.nextArray(area, begun);
  }

  private nextArray({ sheet, range }: SheetRange, begun: (cell: FormulaCell) => void): FormulaCell | null {
    for (const cell of this.arrays) {
      if (cell.state === "calculated" || cell.sheet !== sheet || !cell.spill || !overlap(cell.spill, range)) continue;
      if (cell.state === "due") return cell;
      begun(cell);
    }
    return null;
  }

  private nextCell({ sheet, range }: SheetRange, begun: (cell: FormulaCell) => void): FormulaCell | null {
    const columns = this.sheets.get(sheet);
    if (!columns) return null;
    if (range.startColumn === range.endColumn)
      return columns.get(range.startColumn)?.next(range.startRow, range.endRow, begun) ?? null;
    for (const [column, cells] of columns) {
      if (column < range.startColumn || column > range.endColumn) continue;
      const cell = cells.next(range.startRow, range.endRow, begun);
      if (cell) return cell;
    }
    return null;
  }
}

/** The due cells of a column by row. `later[i]` leads towards the first from i on that is not calculated. */
class DueColumn {
  private readonly cells: FormulaCell[];
  private readonly later: Int32Array;

  constructor(cells: FormulaCell[]) {
    this.cells = cells.sort((one, other) => one.row - other.row);
    this.later = Int32Array.from({ length: cells.length + 1 }, (_, index) => index);
  }

  next(startRow: number, endRow: number, begun: (cell: FormulaCell) => void): FormulaCell | null {
    for (let index = this.from(this.position(startRow)); ; index = this.from(index + 1)) {
      const cell = this.cells[index];
      if (!cell || cell.row > endRow) return null;
      if (cell.state === "due") return cell;
      begun(cell);
    }
  }

  private from(index: number): number {
    const { cells, later } = this;
    let at = index;
    while (later[at] !== at || cells[at]?.state === "calculated") {
      if (later[at] === at) later[at] = at + 1;
      at = later[at] as number;
    }
    for (let back = index; back !== at;) {
      const next = later[back] as number;
      later[back] = at;
      back = next;
    }
    return at;
  }

  private position(row: number): number {
    let [low, high] = [0, this.cells.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.cells[middle] as FormulaCell).row < row) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

import { areasMeet, holdsCell, type Area, type CellPlace } from "../../../cells/area";
import type { OutputSheet } from "../inspectOutputs";
import { lostCells } from "../atRisk/lostCells";
import type { Pointer } from "../atRisk/pointers";
import { filledStage, hasRemovals, originsAt, reshapingOf } from "./reshaping";
import type { TableChange } from "./tableChange";
import { followArea, followCell, tableShifts, type TableShifts } from "./tableShifts";

/** What becomes, in a run, of the cells of one of our tables, and of what points at them. */
export interface TableMoves {
  sheet: string;
  tableName: string;
  /** Headings of columns that go. */
  headingsGone: string[];
  /** The run writes the cell, or it goes with its row or column. */
  isOurs(row: number, column: number): boolean;
  /** Cells of the user's own that go with their row. */
  lost: CellPlace[];
  /** Whether the pointer would be #REF!, or mean other rows or columns of the sheet than before. `row`: the formula's own, on this sheet. */
  misleads(pointer: Pick<Pointer, keyof Area | "isText" | "rowsAreRelative">, row: number | null): boolean;
  /** Whether a formula beside the table in that row, which takes "this row" of the table, would take another. */
  misleadsBeside(row: number, column: number): boolean;
}

/** Whether a run moves anything, so that there is something to look for. */
export function movesAnything(change: TableChange): boolean {
  return change.rowsIn.length + change.columnsIn.length > 0 || hasRemovals(change);
}

/** `cells`: what the used part of the sheet holds. */
export function tableMoves(now: OutputSheet, change: TableChange, cells: SheetCells): TableMoves {
  const { sheet, tableName, contents } = now;
  const size = { rowCount: contents.rows.length, columnCount: contents.header.length };
  const place = { row: now.row + 1, column: now.column };
  const reshaping = reshapingOf(change, size);
  const filled = originsAt(reshaping, filledStage(reshaping));
  const result = resultOf(change, filled);
  const [rowsLeft, columnsLeft] = [new Set(result.rows), new Set(result.columns)];
  const goes = (row: number) => !rowsLeft.has(row);
  const isPlaced = (origin: number | null): origin is number => origin !== null;
  const ours = new Set(filled.columns.filter((origin, at) => change.header[at] !== null).filter(isPlaced));
  const shifts = tableShifts(change, place, size, now.totals ? 1 : 0);
  const movedBy = new Map(change.moves.map(({ from, to }) => [(filled.rows[from] ?? -1) + place.row, to - from]));
  const meansOther = comparison(sheetBefore(cells, place, size), {
    ...{ shifts, movedBy, columnCount: size.columnCount },
    after: areaOfTable(place, { rowCount: result.rows.length, columnCount: result.columns.length }),
  });
  const known = new Map<string, boolean>();
  const ourTotals = now.totals && now.record?.totals !== undefined ? 1 : 0;
  return {
    ...{ sheet, tableName },
    headingsGone: change.columnsOut.map((index) => contents.header[filled.columns[index] ?? -1] ?? ""),
    isOurs(row, column) {
      const [line, at] = [row - place.row, column - place.column];
      if (line < -1 || line >= size.rowCount + ourTotals || at < 0 || at >= size.columnCount) return false;
      return ours.has(at) || !columnsLeft.has(at) || (line >= 0 && goes(line));
    },
    lost: lostCells(
      contents.rows,
      place,
      goes,
      [...contents.header.keys()].filter((column) => !ours.has(column) && columnsLeft.has(column)),
    ),
    misleads(pointer, row) {
      if (pointer.isText) return meansOther(pointer, pointer);
      // A formula that stands in a row which is put in anew elsewhere is copied there.
      const by = (row === null ? undefined : movedBy.get(row)) ?? 0;
      const copied = by === 0 ? "" : `${by},${pointer.rowsAreRelative.join()}`;
      const key = [pointer.row, pointer.column, pointer.rowCount, pointer.columnCount, copied].join();
      let answer = known.get(key);
      if (answer === undefined) {
        const whenFilled = followArea(pointer, shifts.in);
        const led = whenFilled && followArea(withRowsCopied(whenFilled, pointer.rowsAreRelative, by), shifts.out);
        answer = meansOther(pointer, led);
        known.set(key, answer);
      }
      return answer;
    },
    misleadsBeside(row, column) {
      const isBeside = column < place.column || column >= place.column + size.columnCount;
      const line = { row, rowCount: 1, column: place.column };
      const [was, is] = [size.columnCount, result.columns.length];
      return isBeside && meansOther({ ...line, columnCount: was }, { ...line, columnCount: is });
    },
  };
}

/** What a part of a sheet holds, by rows; "" where nothing. */
export interface SheetCells {
  area: Area;
  formulas: readonly (readonly unknown[])[];
}

interface HeldCell extends CellPlace {
  /** A cell of our table or its heading; else it is the user's. */
  isOfTable: boolean;
}

function areaOfTable(
  { row, column }: CellPlace,
  { rowCount, columnCount }: { rowCount: number; columnCount: number },
): Area {
  return { row: row - 1, rowCount: rowCount + 1, column, columnCount };
}

/** All of the table's cells, and those around it that hold anything. */
function sheetBefore(
  { area, formulas }: SheetCells,
  place: CellPlace,
  size: { rowCount: number; columnCount: number },
): HeldCell[] {
  const table = areaOfTable(place, size);
  const own = [...Array(table.rowCount * table.columnCount).keys()].map((index) => ({
    row: table.row + Math.floor(index / table.columnCount),
    column: table.column + (index % table.columnCount),
    isOfTable: true,
  }));
  const others = formulas.flatMap((line, r) =>
    line.flatMap((cell, c): HeldCell[] => {
      const [row, column] = [area.row + r, area.column + c];
      return cell === "" || cell === null || holdsCell(table, row, column) ? [] : [{ row, column, isOfTable: false }];
    }),
  );
  return [...own, ...others];
}

interface Run {
  shifts: TableShifts;
  /** By how many rows a row of the table is put in elsewhere, once all rows are in. */
  movedBy: ReadonlyMap<number, number>;
  /** Columns of the table before the run. */
  columnCount: number;
  /** The table as the run leaves it. */
  after: Area;
}

/**
 * Whether an area, as it was and as it is after the run (null for #REF!), means something else: what it covered and is still
 * there is no longer in it, or something else is that was there before; nothing is left of what it covered of the table, or it
 * covered nothing of it and does now. What came in between may be in it.
 */
function comparison(cells: readonly HeldCell[], run: Run): (was: Area, is: Area | null) => boolean {
  const before = new Index<{ to: CellPlace | null; isOfTable: boolean }>();
  const after = new Index<CellPlace>();
  for (const cell of cells) {
    const to = placeAfter(cell, run);
    before.put(cell, { to, isOfTable: cell.isOfTable });
    if (to) after.put(to, cell);
  }
  return (was, is) => {
    if (is === null) return true;
    let [covered, kept] = [0, 0];
    for (const { to, isOfTable } of before.within(was)) {
      if (isOfTable) covered++;
      if (!to) continue;
      if (!holdsCell(is, to.row, to.column)) return true;
      if (isOfTable) kept++;
    }
    for (const { row, column } of after.within(is)) if (!holdsCell(was, row, column)) return true;
    return covered === 0 ? areasMeet(is, run.after) : kept === 0;
  };
}

function placeAfter(cell: HeldCell, { shifts, movedBy }: Run): CellPlace | null {
  const filled = followCell(cell, shifts.in);
  const by = cell.isOfTable ? (movedBy.get(cell.row) ?? 0) : 0;
  return filled && followCell({ ...filled, row: filled.row + by }, shifts.out);
}

/** Things by the cell that they are of. */
class Index<T> {
  private readonly rows = new Map<number, Map<number, T>>();

  put({ row, column }: CellPlace, item: T): void {
    const line = this.rows.get(row) ?? new Map<number, T>();
    this.rows.set(row, line.set(column, item));
  }

  *within({ row, column, rowCount, columnCount }: Area): Generator<T> {
    for (const [at, line] of rowCount > this.rows.size ? this.rows : this.some(row, rowCount)) {
      if (at < row || at >= row + rowCount) continue;
      if (columnCount > line.size) {
        for (const [on, item] of line) if (on >= column && on < column + columnCount) yield item;
      } else {
        for (let on = column; on < column + columnCount; on++) {
          const item = line.get(on);
          if (item !== undefined) yield item;
        }
      }
    }
  }

  private *some(row: number, rowCount: number): Generator<[number, Map<number, T>]> {
    for (let at = row; at < row + rowCount; at++) {
      const line = this.rows.get(at);
      if (line) yield [at, line];
    }
  }
}

type Origins = readonly (number | null)[];

/** Rows and columns as the run leaves them; a row put in anew elsewhere is the row that it is a copy of. */
function resultOf(change: TableChange, filled: { rows: Origins; columns: Origins }) {
  const rows = [...filled.rows];
  const columns = [...filled.columns];
  for (const { from, to } of change.moves) rows[to] = filled.rows[from] ?? null;
  for (const { index, count } of change.rowsOut) rows.splice(index, count);
  for (const index of change.columnsOut) columns.splice(index, 1);
  return { rows, columns };
}

function withRowsCopied(area: Area, [first, last]: readonly [boolean, boolean], by: number): Area {
  const top = area.row + (first ? by : 0);
  const bottom = area.row + area.rowCount + (last ? by : 0);
  return { ...area, row: top, rowCount: Math.max(1, bottom - top) };
}

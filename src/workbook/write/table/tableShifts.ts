import type { Area, CellPlace } from "../../../cells/area";
import { followedArea, followedLine, type Shift } from "../atRisk/followedArea";
import type { TableChange } from "./tableChange";

/** What comes into a table, or goes from it, along one axis: all of it moves the same lines across. */
interface ShiftStage {
  axis: Shift["axis"];
  shifts: Shift[];
  /** The rows of a table that gets or loses columns, the columns of one that gets or loses rows: first, and past the last. */
  across: [from: number, to: number];
  /** Where each row or column of those lines leads, once it has been asked for. */
  known: Map<number, number | null>;
}

/** What a run puts into a table, then what it takes out. */
export interface TableShifts {
  in: ShiftStage[];
  out: ShiftStage[];
}

/** `place`: of the first cell below the headings. `totals`: rows of totals under the table's own. */
export function tableShifts(
  change: TableChange,
  place: CellPlace,
  size: { rowCount: number; columnCount: number },
  totals: number,
): TableShifts {
  let { rowCount, columnCount } = size;
  const columnStage = (kind: Shift["kind"], columns: readonly number[]): ShiftStage => {
    const rows = { row: place.row - 1, rowCount: rowCount + 1 + totals };
    const shifts = columns.map((index): Shift => {
      return { kind, axis: "column", block: { ...rows, column: place.column + index, columnCount: 1 } };
    });
    return { axis: "column", shifts, across: [rows.row, rows.row + rows.rowCount], known: new Map() };
  };
  const rowStage = (kind: Shift["kind"], rows: readonly { index: number; count: number }[]): ShiftStage => {
    const columns = { column: place.column, columnCount };
    const shifts = rows.map(({ index, count }): Shift => {
      return { kind, axis: "row", block: { ...columns, row: place.row + index, rowCount: count } };
    });
    return { axis: "row", shifts, across: [place.column, place.column + columnCount], known: new Map() };
  };
  const columnsIn = columnStage(
    "in",
    change.columnsIn.map(({ index }) => index),
  );
  columnCount += change.columnsIn.length;
  const rowsIn = rowStage("in", change.rowsIn);
  const rowsOut = rowStage("out", change.rowsOut);
  rowCount += sum(change.rowsIn) - sum(change.rowsOut);
  return { in: [columnsIn, rowsIn], out: [rowsOut, columnStage("out", change.columnsOut)] };
}

/** Where a reference to an area leads; null where it is #REF!. */
export function followArea(area: Area, stages: readonly ShiftStage[]): Area | null {
  return stages
    .flatMap(({ shifts }) => shifts)
    .reduce<Area | null>((led, shift) => led && followedArea(led, shift), area);
}

/** Where a cell comes to stand; null where it goes. As `followArea` of that cell, but worked out once a line. */
export function followCell({ row, column }: CellPlace, stages: readonly ShiftStage[]): CellPlace | null {
  let place: CellPlace = { row, column };
  for (const stage of stages) {
    const [along, across] = stage.axis === "row" ? [place.row, place.column] : [place.column, place.row];
    if (across < stage.across[0] || across >= stage.across[1]) continue;
    const led = lineAfter(along, stage);
    if (led === null) return null;
    place = stage.axis === "row" ? { ...place, row: led } : { ...place, column: led };
  }
  return place;
}

function lineAfter(line: number, { shifts, known }: ShiftStage): number | null {
  const before = known.get(line);
  if (before !== undefined) return before;
  let after: number | null = line;
  for (const shift of shifts) {
    after = followedLine(after, shift);
    if (after === null) break;
  }
  known.set(line, after);
  return after;
}

function sum(spans: readonly { count: number }[]): number {
  return spans.reduce((total, { count }) => total + count, 0);
}

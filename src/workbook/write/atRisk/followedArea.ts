import { lastColumnOfSheet, lastRowOfSheet } from "../../../cells/address";
import type { Area } from "../../../cells/area";

/** A block of cells that comes into a sheet or goes from it, and what stands beyond it makes room or closes up. */
export interface Shift {
  kind: "in" | "out";
  /** Along which the cells beyond move: "row" is down and up. */
  axis: "row" | "column";
  block: Area;
}

/**
 * Where a reference to an area leads after a shift, as Excel has it; null where it is #REF!. It follows only where all of its
 * width moves: an area wider than the block stays, whatever then stands in it, and so do whole rows and columns.
 */
export function followedArea(area: Area, { kind, axis, block }: Shift): Area | null {
  const { start, count, across, acrossCount, end }: Axis = axes[axis];
  const isAcross =
    area[across] >= block[across] && area[across] + area[acrossCount] <= block[across] + block[acrossCount];
  if (!isAcross || (area[start] === 0 && area[count] === end)) return area;
  let [from, to] = [area[start], area[start] + area[count]];
  const [first, by] = [block[start], block[count]];
  if (kind === "in") {
    if (from >= first) from += by;
    if (to > first) to = Math.min(to + by, end);
  } else {
    if (from >= first) from = Math.max(first, from - by);
    if (to > first) to = Math.max(first, to - by);
  }
  return from >= to ? null : { ...area, [start]: from, [count]: to - from };
}

/** The same for one row or column along the shift's axis. */
export function followedLine(line: number, { kind, axis, block }: Shift): number | null {
  const { start, count, end } = axes[axis];
  const [first, by] = [block[start], block[count]];
  if (line < first) return line;
  if (kind === "in") return line + by < end ? line + by : null;
  return line < first + by ? null : line - by;
}

interface Axis {
  start: keyof Area;
  count: keyof Area;
  across: keyof Area;
  acrossCount: keyof Area;
  end: number;
}

const rows = { start: "row", count: "rowCount" } as const;
const columns = { start: "column", count: "columnCount" } as const;
const axes: Record<Shift["axis"], Axis> = {
  row: { ...rows, across: columns.start, acrossCount: columns.count, end: lastRowOfSheet + 1 },
  column: { ...columns, across: rows.start, acrossCount: rows.count, end: lastColumnOfSheet + 1 },
};

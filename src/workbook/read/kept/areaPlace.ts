import type { Area } from "../../../cells/area";
import type { SheetGrid } from "../../../plan/reading/sheetGrid";
import { findHeading, headingPlace, type HeadingPlace } from "./headingPlace";
import { columnsIn, keyAt, rowsIn } from "./sheetTexts";

/** What a range held when it was said to be a table: its headings, and what each of its rows is called. */
export interface AreaPlace {
  /** Its headings from left to right, those that have a text; and how many rows below its top they stand. */
  headings: { at: number; place: HeadingPlace }[];
  offset: number;
  columnCount: number;
  /** The first text of each row below the headings, "" where the row is blank. */
  labels: string[];
  /** Those of the labels that no other row of the sheet had. */
  own: string[];
}

export function areaPlace(grid: SheetGrid, area: Area): AreaPlace {
  const columns = Array.from({ length: area.columnCount }, (_, index) => area.column + index);
  const filled = (row: number): number => columns.filter((column) => keyAt(grid, row, column) !== "").length;
  const tops = Array.from({ length: Math.min(area.rowCount, 12) }, (_, index) => area.row + index);
  // The fullest of its first rows, the first of them: titles stand above, data below.
  const most = Math.max(...tops.map(filled));
  const head = tops.find((row) => filled(row) >= 0.8 * most) ?? area.row;
  const labels = Array.from({ length: area.row + area.rowCount - head - 1 }, (_, index) =>
    labelAt(grid, head + 1 + index, columns),
  );
  const times = new Map<string, number>();
  for (const row of rowsIn(grid)) {
    const label = labelAt(grid, row, columns);
    times.set(label, (times.get(label) ?? 0) + 1);
  }
  return {
    headings: columns.flatMap((column, at) =>
      keyAt(grid, head, column) === "" ? [] : [{ at, place: headingPlace(grid, head, column) }],
    ),
    ...{ offset: head - area.row, columnCount: area.columnCount, labels },
    own: labels.filter((label) => label !== "" && times.get(label) === 1),
  };
}

/** Where the range is now, with what came in between; whether its last row was found as it was. Null where its headings are gone. */
export function findArea(grid: SheetGrid, place: AreaPlace): { area: Area; isWhole: boolean } | null {
  const found = place.headings.flatMap(({ at, place: heading }) => {
    const cell = findHeading(grid, heading);
    return cell ? [{ at, ...cell }] : [];
  });
  const [first, last] = [found[0], found.at(-1)];
  if (!first || !last || found.length < place.headings.length / 2) return null;
  const head = first.row;
  if (found.some(({ row }) => row !== head)) return null;
  const given = new Set(place.headings.map(({ at }) => at));
  // Columns without a heading at the edges go with those beside them.
  let [left, right] = [Math.min(...found.map(({ column }) => column)), Math.max(...found.map(({ column }) => column))];
  for (let at = first.at - 1; at >= 0 && !given.has(at) && left > 0; at--) left--;
  for (let at = last.at + 1; at < place.columnCount && !given.has(at); at++) right++;
  const columns = columnsIn(grid).filter((column) => column >= left && column <= right);
  const labels = new Map(rowsIn(grid).map((row) => [row, labelAt(grid, row, columns)]));
  const own = new Set(place.own);
  const rowsBelow = [...labels].filter(([row]) => row > head);
  const placed = rowsBelow.filter(([, label]) => own.has(label)).map(([row]) => row);
  let end = placed.length > 0 ? Math.max(...placed) : head;
  // What follows under names that occur more than once: the trailing totals and blanks of the range.
  const others = place.labels.filter((label) => !own.has(label));
  const seen = rowsBelow.flatMap(([row, label]) => (row <= end && !own.has(label) ? [label] : []));
  for (const label of seen) remove(others, label);
  while (others.includes(labels.get(end + 1) ?? "") && labels.has(end + 1)) remove(others, labels.get(++end) ?? "");
  const top = Math.max(0, head - place.offset);
  const area = { row: top, column: left, rowCount: end - top + 1, columnCount: right - left + 1 };
  const lastLabel = [...place.labels].reverse().find((label) => label !== "");
  const present = [...labels].filter(([row]) => row > head && row <= end).map(([, label]) => label);
  return { area, isWhole: lastLabel === undefined || present.includes(lastLabel) };
}

function labelAt(grid: SheetGrid, row: number, columns: readonly number[]): string {
  for (const column of columns) {
    const text = keyAt(grid, row, column);
    if (text !== "") return text;
  }
  return "";
}

function remove(list: string[], item: string): void {
  const at = list.indexOf(item);
  if (at >= 0) list.splice(at, 1);
}

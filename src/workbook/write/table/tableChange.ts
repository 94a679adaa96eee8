import type { CellInput } from "../../excel/cellInput";
import { keyHeadings, rowKeys } from "./rowKeys";

/** What a table holds or is to hold; `rows` as cell input, one array a row in the order of `header`. */
export interface TableContents {
  header: string[];
  rows: CellInput[][];
  numberFormats: string[][];
  /** By how many of the first columns a row is known again; left out means 1. */
  keyColumns?: number;
}

/**
 * How a table becomes another in place: first columns and rows are put in, then all cells are written at once, then what
 * is no longer needed is taken out. Indices are those of the table at that moment, data rows from 0.
 */
export interface TableChange {
  columnsIn: { index: number; header: string }[];
  rowsIn: { index: number; count: number }[];
  /** Rows that are put in anew elsewhere, once all are in: where each still stands, and where it goes with its looks. */
  moves: { from: number; to: number }[];
  /** Heading of every column once all are in; null, at the user's columns, stays as it is. */
  header: (string | null)[];
  /** Cells of every row once all are in; null stays as it is. */
  cells: CellInput[][];
  /** Formats of what was put in; null for rows and columns that were there. */
  formats: (string | null)[][];
  rowsOut: { index: number; count: number }[];
  columnsOut: number[];
  /** Of every row once all are in the row of the result that it becomes; null for one that goes. */
  results: (number | null)[];
}

/**
 * The change from `before` to `after`. Rows are matched by their first columns (one, or as many as `after` says), columns by heading, so that a row keeps
 * its formats and whatever stands beside it. Columns that are neither in `after` nor among `ours` are the user's: they
 * stay, and their cells travel with their row. `formats`: whether cells that were there keep theirs or take those of `after`.
 */
export function tableChange(
  before: TableContents,
  after: TableContents,
  ours: readonly string[],
  formats: "kept" | "replaced" = "kept",
): TableChange {
  const columns = mergeColumns(before.header, after.header);
  const keys = keyHeadings(after);
  const rows = mergeRows(numbered(rowKeys(before, keys)), numbered(rowKeys(after, keys)));

  const stays = new Set(after.header);
  const ourHeadings = new Set(ours);
  const columnsOut = columns.flatMap(({ heading, after: to }, index) =>
    to === null && !stays.has(heading) && ourHeadings.has(heading) ? [index] : [],
  );
  return {
    columnsIn: columns.flatMap(({ heading, before: from }, index) =>
      from === null ? [{ index, header: heading }] : [],
    ),
    rowsIn: runs(rows.map((row) => row.before === null)),
    moves: movesOf(rows),
    header: columns.map(({ heading, after: to }) => (to === null ? null : heading)),
    cells: rows.map((row) => columns.map((column) => cellAt(before, after, row, column))),
    formats: rows.map((row) =>
      columns.map((column) => {
        if (row.after === null || column.after === null) return null;
        const wanted = after.numberFormats[row.after]?.[column.after] ?? null;
        if (row.before === null || column.before === null) return wanted;
        return formats === "kept" || wanted === before.numberFormats[row.before]?.[column.before] ? null : wanted;
      }),
    ),
    rowsOut: runs(rows.map((row) => row.after === null)).reverse(),
    columnsOut: columnsOut.reverse(),
    results: rows.map((row) => row.after),
  };
}

/** Where a row or column stands before and after; `moved` is where a row stood that is put in anew elsewhere. */
interface Place {
  before: number | null;
  after: number | null;
  moved?: number;
}

function cellAt(before: TableContents, after: TableContents, row: Place, column: Place): CellInput {
  if (row.after === null) return null;
  if (column.after !== null) return after.rows[row.after]?.[column.after] ?? "";
  if (row.moved === undefined || column.before === null) return null;
  const cell = before.rows[row.moved]?.[column.before] ?? null;
  // A formula speaks of its own row: it moves as a copy in Excel does, not as a text.
  return typeof cell === "string" && cell.startsWith("=") ? null : cell;
}

function movesOf(rows: readonly Place[]): { from: number; to: number }[] {
  const standing = new Map(rows.flatMap(({ before }, index) => (before === null ? [] : [[before, index]])));
  return rows.flatMap(({ moved }, to) => {
    const from = moved === undefined ? undefined : standing.get(moved);
    return from === undefined ? [] : [{ from, to }];
  });
}

/** Columns keep the order that the user gave them; a new one comes after the one that it follows in the result. */
function mergeColumns(before: readonly string[], after: readonly string[]): (Place & { heading: string })[] {
  const merged: (Place & { heading: string })[] = before.map((heading, index) => {
    const to = after.indexOf(heading);
    return { heading, before: index, after: to < 0 ? null : to };
  });
  after.forEach((heading, index) => {
    if (before.includes(heading)) return;
    const previous = index === 0 ? -1 : merged.findIndex((place) => place.after === index - 1);
    merged.splice(previous + 1, 0, { heading, before: null, after: index });
  });
  return merged;
}

/** Rows come in the order of the result; those already in that order stay where they are, the others are put in anew. */
function mergeRows(before: readonly string[], after: readonly string[]): Place[] {
  const positions = new Map(before.map((key, index) => [key, index]));
  const kept = longestRising(after.map((key) => positions.get(key) ?? -1));
  const merged: Place[] = [];
  let next = 0;
  after.forEach((key, index) => {
    const from = positions.get(key);
    if (from === undefined || !kept.has(from)) {
      merged.push({ before: null, after: index, ...(from === undefined ? {} : { moved: from }) });
      return;
    }
    while (next < from) merged.push({ before: next++, after: null });
    merged.push({ before: next++, after: index });
  });
  while (next < before.length) merged.push({ before: next++, after: null });
  return merged;
}

/** Each key with its number among equals, so that it is the only one. */
function numbered(keys: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return keys.map((text) => {
    const count = (seen.get(text) ?? 0) + 1;
    seen.set(text, count);
    return `${text}#${count}`;
  });
}

/** The members of a longest rising subsequence of the positions (patience sorting); −1 is no position. */
function longestRising(positions: readonly number[]): Set<number> {
  const tails: number[] = [];
  const previous = new Map<number, number>();
  for (const position of positions) {
    if (position < 0) continue;
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((tails[middle] ?? 0) < position) low = middle + 1;
      else high = middle;
    }
    if (low > 0) previous.set(position, tails[low - 1] ?? -1);
    tails[low] = position;
  }
  const members = new Set<number>();
  for (let member = tails.at(-1); member !== undefined; member = previous.get(member)) members.add(member);
  return members;
}

function runs(marks: readonly boolean[]): { index: number; count: number }[] {
  const found: { index: number; count: number }[] = [];
  marks.forEach((isMarked, index) => {
    if (!isMarked) return;
    const last = found.at(-1);
    if (last && last.index + last.count === index) last.count++;
    else found.push({ index, count: 1 });
  });
  return found;
}

import { cellDigest, type CellInput } from "../../excel/cellInput";
import { keyHeadings, rowKeys } from "../table/rowKeys";
import type { TableContents } from "../table/tableChange";

/** What a run wrote into one sheet, kept in the workbook's settings, so that the next run can tell what the user typed over. */
export interface WrittenRecord {
  version: 1;
  table: string;
  header: string[];
  /** By which each row is known again: its first column, or its first ones. */
  keys: string[];
  /** Three characters for each cell, one text a row. */
  digests: string[];
  /** Digests are of whole rows, six characters each, since there are so many cells. */
  isByRow?: true;
  /** By how many of the first columns a row is known again; left out means 1. */
  keyColumns?: number;
  /** The totals row, three characters for each cell; left out where the run wrote none. */
  totals?: string;
  /** Title and notes above the table, three characters for each cell, one text a row. */
  above: string[];
  /** The title of the chart, by which ours is told from one that the user has given it. */
  chartTitle?: string;
  /** What the run before this one wrote: Excel's undo takes cells back to that, but not settings. */
  previous?: WrittenRecord;
}

export function recordOf(
  table: string,
  contents: TableContents,
  above: readonly CellInput[][],
  { totals, chartTitle }: { totals?: string | undefined; chartTitle?: string | undefined } = {},
): WrittenRecord {
  const { keyColumns } = contents;
  return {
    version: 1,
    table,
    header: contents.header,
    keys: rowKeys(contents, keyHeadings(contents)),
    digests: contents.rows.map((row) => row.map(cellDigest).join("")),
    above: above.map((row) => row.map(cellDigest).join("")),
    ...(chartTitle !== undefined && { chartTitle: cellDigest(chartTitle) }),
    ...(keyColumns !== undefined && { keyColumns }),
    ...(totals !== undefined && { totals }),
  };
}

/** What a run wrote into a cell above the table, as a digest; of nothing where it wrote nothing. */
export function digestAbove({ above }: Pick<WrittenRecord, "above">, row: number, column: number): string {
  return (above[row] ?? "").slice(3 * column, 3 * column + 3) || cellDigest("");
}

/** Whether a chart's title is as a run wrote it. */
export function isWrittenTitle(record: WrittenRecord | null | undefined, title: string | null): boolean {
  if (!record || title === null) return false;
  return record.chartTitle === cellDigest(title) || isWrittenTitle(record.previous, title);
}

/** The record in less room: what was typed over is known by its row alone. */
export function coarseRecord(record: WrittenRecord): WrittenRecord {
  return record.isByRow ? record : { ...record, digests: record.digests.map(rowDigest), isByRow: true };
}

function rowDigest(digests: string): string {
  return cellDigest(digests) + cellDigest(`${digests.length} ${digests}`);
}

/** The record with the one that it replaces, so that undoing a run does not look like typing over it. */
export function withPrevious(record: WrittenRecord, replaced: WrittenRecord | null): WrittenRecord {
  if (!replaced) return record;
  const { previous: _older, ...previous } = replaced;
  return JSON.stringify(previous) === JSON.stringify(record) ? record : { ...record, previous };
}

/** A cell of a written table that is not as it was written, or the first one of such a row: row (−1 the header) and column in the table. */
interface TypedOver {
  row: number;
  column: number;
}

/** The cells of our columns that the user has changed since, and the rows that the user has put in. */
export function typedOver(record: WrittenRecord, header: readonly string[], now: TableContents): TypedOver[] {
  const found: TypedOver[] = [];
  now.header.forEach((heading, column) => {
    if (header[column] !== heading) found.push({ row: -1, column });
  });
  const rowsByKey = positionsOf(record.keys);
  const keys = rowKeys(now, keyHeadings(record));
  const keyColumn = now.header.indexOf(record.header[0] ?? "");
  const columns = record.header.map((heading) => now.header.indexOf(heading));
  const taken = new Map<string, number>();
  now.rows.forEach((cells, row) => {
    const key = keys[row] ?? "";
    const nth = taken.get(key) ?? 0;
    taken.set(key, nth + 1);
    const written = rowsByKey.get(key)?.[nth];
    if (written === undefined) {
      if (cells.some((cell) => cell !== "" && cell !== null)) found.push({ row, column: Math.max(keyColumn, 0) });
      return;
    }
    const digests = record.digests[written] ?? "";
    if (record.isByRow) {
      const whole = columns.map((column) => cellDigest(cells[column] ?? "")).join("");
      if (rowDigest(whole) !== digests) found.push({ row, column: Math.max(keyColumn, 0) });
      return;
    }
    columns.forEach((column, index) => {
      if (column >= 0 && cellDigest(cells[column] ?? "") !== digests.slice(3 * index, 3 * index + 3)) {
        found.push({ row, column });
      }
    });
  });
  return found;
}

/**
 * The table's headings as far as they are ours under the names that we gave them: a heading that the user has typed over,
 * in a column that still stands where it was written, counts as the one that was written.
 */
export function headingsAsWritten(record: WrittenRecord, now: readonly string[]): string[] {
  const written = new Set(record.header);
  const present = new Set(now);
  return now.map((heading, column) => {
    const once = record.header[column];
    return once !== undefined && !written.has(heading) && !present.has(once) ? once : heading;
  });
}

function positionsOf(keys: readonly string[]): Map<string, number[]> {
  const positions = new Map<string, number[]>();
  keys.forEach((key, index) => positions.set(key, [...(positions.get(key) ?? []), index]));
  return positions;
}

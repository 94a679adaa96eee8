import { cellDigest, rowKey, type CellInput } from "../excel/cellInput";
import type { Action } from "../excel/actions";
import type { OutputSheet } from "../write/inspectOutputs";
import { fillActions, removalActions } from "../write/reshapeTable";
import { tableChange, type TableContents } from "../write/tableChange";
import { headingsNow } from "../write/updateSheet";
import { typedOver, type WrittenRecord } from "../write/writtenRecord";
import { headingsOf, type SheetBefore } from "./sheetBefore";

/**
 * Puts a table back whose rows and columns somebody else has put in or taken out since: rows are found again by their first
 * cell, columns by heading. A cell that somebody else has changed stays.
 */
export function tableBackByKey(before: SheetBefore, written: WrittenRecord, now: OutputSheet): Action[] {
  const header = headingsNow({ ...now, record: written });
  const current: TableContents = { ...now.contents, header };
  const target = withOthersEdits(before, current, written);
  const change = tableChange(current, target, written.header, "replaced");
  const typed = new Map(target.header.map((heading, index) => [heading, before.contents.header[index] ?? heading]));
  const back = { ...change, header: change.header.map((heading) => heading && (typed.get(heading) ?? heading)) };
  return [...fillActions(now, back, current.rows.length), ...removalActions(now, change)];
}

/** What was there before, but for the cells that hold neither that nor what the run wrote. */
function withOthersEdits(before: SheetBefore, current: TableContents, written: WrittenRecord): TableContents {
  const wasWritten = new Set<string>();
  const place = (row: number, column: number) => `${row}:${column}`;
  typedOver(written, current.header, current).forEach(({ row, column }) => wasWritten.add(place(row, column)));
  const header = [...headingsOf(before)];
  const keyColumn = header[0] ?? "";
  const rowsNow = rowsByKey(current, keyColumn);
  const seen = new Map<string, number>();
  const rows = before.contents.rows.map((cells) => {
    const key = rowKey(cells[0] ?? "");
    const nth = seen.get(key) ?? 0;
    seen.set(key, nth + 1);
    const row = rowsNow.get(key)?.[nth];
    if (row === undefined) return cells;
    return cells.map((cell, index): CellInput => {
      const column = current.header.indexOf(header[index] ?? "");
      if (column < 0) return cell;
      const held = current.rows[row]?.[column] ?? "";
      if (cellDigest(held) === cellDigest(cell)) return cell;
      const isOursToPutBack = written.header.includes(header[index] ?? "") && !wasWritten.has(place(row, column));
      return isOursToPutBack ? cell : held;
    });
  });
  return { ...before.contents, header, rows };
}

function rowsByKey(table: TableContents, keyColumn: string): Map<string, number[]> {
  const column = table.header.indexOf(keyColumn);
  const rows = new Map<string, number[]>();
  table.rows.forEach((cells, index) => {
    const key = rowKey(cells[column] ?? "");
    rows.set(key, [...(rows.get(key) ?? []), index]);
  });
  return rows;
}

import { cellDigest, type CellInput } from "../excel/cellInput";
import type { Action } from "../excel/actions";
import type { OutputSheet } from "../write/inspectOutputs";
import { keyHeadings, rowKeys } from "../write/table/rowKeys";
import { fillActions, removalActions } from "../write/table/reshapeTable";
import { tableChange, type TableContents } from "../write/table/tableChange";
import { headingsNow } from "../write/sheet/updateSheet";
import { typedOver, type WrittenRecord } from "../write/record/writtenRecord";
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
  const { keyColumns = 1 } = written;
  const rowsNow = positionsOf(rowKeys(current, keyHeadings({ header, keyColumns })));
  const keys = rowKeys({ header, rows: before.contents.rows }, keyHeadings({ header, keyColumns }));
  const seen = new Map<string, number>();
  const rows = before.contents.rows.map((cells, index) => {
    const key = keys[index] ?? "";
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
  return { ...before.contents, header, rows, keyColumns };
}

function positionsOf(keys: readonly string[]): Map<string, number[]> {
  const positions = new Map<string, number[]>();
  keys.forEach((key, index) => positions.set(key, [...(positions.get(key) ?? []), index]));
  return positions;
}

import type { OutputChart } from "../../plan/report/outputTable";
import { cellDigest, rowKey, type CellInput } from "../excel/cellInput";
import { askForSheet, sheetOf, type OutputSheet, type SheetQuery } from "../write/inspectOutputs";
import { fillSteps, removalSteps } from "../write/reshapeTable";
import type { Step } from "../excel/steps";
import { tableChange, type TableContents } from "../write/tableChange";
import { aboveSteps, chartSteps, headingsNow } from "../write/updateSheet";
import { typedOver, type WrittenRecord } from "../write/writtenRecord";
import type { ChangeKind } from "./changeKind";

/** A table of ours brought up to date, with the lines above it and the chart beside it. */
export interface TableChanged {
  kind: "tableChanged";
  before: SheetBefore;
  /** What is written; a cell that holds neither this nor what was there before is somebody else's edit. */
  written: WrittenRecord;
  chart: OutputChart | null;
}

export type SheetBefore = Pick<OutputSheet, "marker" | "sheet" | "tableName" | "contents" | "above">;

/** The table gets its rows, columns and cells again; a cell that somebody else has changed meanwhile stays. */
export const tableChanged: ChangeKind<TableChanged, SheetQuery> = {
  sheet: ({ before }) => before.sheet,
  look: (context, { before }) => askForSheet(context, before.marker, before.tableName),
  putBack(change, asked) {
    const now = sheetOf(asked);
    return now ? stepsBack(change, now) : [];
  },
};

function stepsBack({ before, written, chart }: TableChanged, now: OutputSheet): Step[] {
  const header = headingsNow({ ...now, record: written });
  const current: TableContents = { ...now.contents, header };
  const target = withOthersEdits(before, current, written);
  const change = tableChange(current, target, written.header, "replaced");
  const above = before.above.map((line, index): CellInput => {
    const held = cellDigest(now.above[index] ?? "");
    const isOurs = held === (written.above[index] ?? cellDigest("")) || held === cellDigest(line);
    return isOurs ? line : null;
  });
  return [
    ...aboveSteps(now.sheet, above),
    ...fillSteps(now, change, current.rows.length),
    ...removalSteps(now, change),
    ...(chart ? chartSteps({ chart }, now, change.headerAfter, target.rows.length) : []),
  ];
}

/** What was there before, but for the cells that hold neither that nor what the run wrote. */
function withOthersEdits(before: SheetBefore, current: TableContents, written: WrittenRecord): TableContents {
  const wasWritten = new Set<string>();
  const place = (row: number, column: number) => `${row}:${column}`;
  typedOver(written, current.header, current).forEach(({ row, column }) => wasWritten.add(place(row, column)));
  const keyColumn = before.contents.header[0] ?? "";
  const rowsNow = rowsByKey(current, keyColumn);
  const seen = new Map<string, number>();
  const rows = before.contents.rows.map((cells) => {
    const key = rowKey(cells[0] ?? "");
    const nth = seen.get(key) ?? 0;
    seen.set(key, nth + 1);
    const row = rowsNow.get(key)?.[nth];
    if (row === undefined) return cells;
    return cells.map((cell, index): CellInput => {
      const column = current.header.indexOf(before.contents.header[index] ?? "");
      if (column < 0) return cell;
      const held = current.rows[row]?.[column] ?? "";
      if (cellDigest(held) === cellDigest(cell)) return cell;
      const isOursToPutBack =
        written.header.includes(before.contents.header[index] ?? "") && !wasWritten.has(place(row, column));
      return isOursToPutBack ? cell : held;
    });
  });
  return { ...before.contents, rows };
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

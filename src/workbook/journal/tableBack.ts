import { cellDigest, textInput, type CellInput } from "../excel/cellInput";
import { formatBlocks, formatNumbers } from "../excel/formatNumbers";
import { bandsOf, action, type Action } from "../excel/actions";
import type { OutputSheet } from "../write/inspectOutputs";
import { tableAt } from "../write/table/reshapeTable";
import { originsAt, resultRows, type Reshaping, type Stage } from "../write/table/reshaping";
import type { WrittenRecord } from "../write/record/writtenRecord";
import { headingsOf, type SheetBefore } from "./sheetBefore";

/**
 * Puts a table back whose rows and columns are where the run put them: takes out what came in, nothing else, and writes
 * what the run wrote over. A cell that holds neither that nor what was there before is somebody else's edit and stays.
 */
export function tableBack(
  before: SheetBefore,
  written: WrittenRecord,
  now: OutputSheet,
  reshaping: Reshaping,
  stage: Stage,
): Action[] {
  const tableOf = tableAt(now);
  const cells = cellsBack(before, written, now, reshaping, stage);
  const formats = formatsBack(before, now, reshaping, stage);
  const width = before.contents.header.length;
  const at = (context: Excel.RequestContext, row: number, rowCount: number) =>
    context.workbook.worksheets.getItem(now.sheet).getRangeByIndexes(now.row + row, now.column, rowCount, width);
  return [
    ...[...reshaping.rowsIn.slice(0, stage.rowsIn)]
      .reverse()
      .map(({ index, count }) => action((context) => tableOf(context).rows.deleteRowsAt(index, count))),
    ...[...reshaping.columnsIn.slice(0, stage.columnsIn)]
      .reverse()
      .map((index) => action((context) => tableOf(context).columns.getItemAt(index).delete())),
    action((context) => {
      at(context, 0, 1).values = [headingsBack(before, written, now, reshaping, stage)];
    }, before.contents.header),
    ...bandsOf(cells).map(([first, rows]) =>
      action((context) => {
        at(context, 1 + first, rows.length).formulas = rows as unknown[][];
      }, rows),
    ),
    ...(formatBlocks(formats).length === 0
      ? []
      : [
          action((context) => {
            const sheet = context.workbook.worksheets.getItem(now.sheet);
            formatNumbers(sheet, now.row + 1, now.column, formats);
          }, formats),
        ]),
  ];
}

/** Makes rows and columns anew that have been taken out, empty: only where Excel refuses to take out the rest. */
export function regrowActions(place: SheetBefore, { rowsOut, columnsOut }: Reshaping, stage: Stage): Action[] {
  const tableOf = tableAt(place);
  return [
    ...[...columnsOut.slice(0, stage.columnsOut)]
      .reverse()
      .map((index) => action((context) => void tableOf(context).columns.add(index))),
    ...[...rowsOut.slice(0, stage.rowsOut)].reverse().map(({ index, count }) =>
      action((context) => {
        const { rows } = tableOf(context);
        for (let row = 0; row < count; row++) rows.add(index);
      }),
    ),
  ];
}

/** Where each row and column of before stands now; −1 for one that has been taken out and is made anew. */
function placesNow(reshaping: Reshaping, stage: Stage): { rows: number[]; columns: number[] } {
  const { rows, columns } = originsAt(reshaping, stage);
  const placesOf = (origins: readonly (number | null)[], count: number) => {
    const places = Array.from({ length: count }, () => -1);
    origins.forEach((origin, place) => origin !== null && (places[origin] = place));
    return places;
  };
  return { rows: placesOf(rows, reshaping.rowCount), columns: placesOf(columns, reshaping.columnCount) };
}

function cellsBack(
  before: SheetBefore,
  written: WrittenRecord,
  now: OutputSheet,
  reshaping: Reshaping,
  stage: Stage,
): CellInput[][] {
  const places = placesNow(reshaping, stage);
  const results = resultRows(reshaping);
  const oursOf = headingsOf(before).map((heading) => written.header.indexOf(heading));
  return before.contents.rows.map((cells, row) =>
    cells.map((cell, column): CellInput => {
      const [nowRow, nowColumn] = [places.rows[row] ?? -1, places.columns[column] ?? -1];
      if (nowRow < 0 || nowColumn < 0) return cell;
      const held = now.contents.rows[nowRow]?.[nowColumn] ?? "";
      if (held === cell) return null;
      const result = results[row] ?? null;
      const ours = oursOf[column] ?? -1;
      if (result === null || ours < 0) return null;
      const digest = (written.digests[result] ?? "").slice(3 * ours, 3 * ours + 3);
      const digestHeld = cellDigest(held);
      return digestHeld === digest || digestHeld === cellDigest(cell) ? cell : null;
    }),
  );
}

/** Number formats where they are no longer as they were: Excel gives a cell one as it is written into, and rows made anew have none. */
function formatsBack(
  { contents }: SheetBefore,
  now: OutputSheet,
  reshaping: Reshaping,
  stage: Stage,
): (string | null)[][] {
  const places = placesNow(reshaping, stage);
  return contents.numberFormats.map((line, row) =>
    line.map((format, column) =>
      now.contents.numberFormats[places.rows[row] ?? -1]?.[places.columns[column] ?? -1] === format ? null : format,
    ),
  );
}

/** A heading that somebody else has changed since stays. */
function headingsBack(
  { contents }: SheetBefore,
  written: WrittenRecord,
  now: OutputSheet,
  reshaping: Reshaping,
  stage: Stage,
): (string | null)[] {
  const { columns } = placesNow(reshaping, stage);
  return contents.header.map((heading, index) => {
    const held = now.contents.header[columns[index] ?? -1];
    const isOurs = held === undefined || held === heading || written.header.includes(held);
    return isOurs ? textInput(heading) : null;
  });
}

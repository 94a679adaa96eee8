import { textInput } from "../../excel/cellInput";
import { formatBlocks, formatNumbers } from "../../excel/formatNumbers";
import { bandsOf, finalAction, action, type Action } from "../../excel/actions";
import type { Reshaping, Stage } from "./reshaping";
import type { TableChange } from "./tableChange";

/** A table on one of our sheets; row and column of its first heading, zero-based. */
interface TablePlace {
  sheet: string;
  tableName: string;
  row: number;
  column: number;
}

/**
 * Puts in what a change of a table brings, and writes all of its cells. What it takes away (`removalActions`) has to come
 * after all else of a run, of all tables: what points at a row that is gone cannot be led back to it. `rowCount`: data rows that the table has now.
 */
export function fillActions(place: TablePlace, change: TableChange, rowCount: number): Action[] {
  const sheetOf = (context: Excel.RequestContext) => context.workbook.worksheets.getItem(place.sheet);
  const tableOf = tableAt(place);
  const width = change.header.length;
  const formats = formatBlocks(change.formats);
  return [
    ...change.columnsIn.map(({ index, header }) =>
      action((context) => void tableOf(context).columns.add(index, undefined, textInput(header))),
    ),
    ...insertions(change, rowCount).map(({ index, values }) =>
      action((context) => void tableOf(context).rows.add(index, values), values),
    ),
    ...change.moves.map(({ from, to }) =>
      action((context) => {
        const rowAt = (index: number) =>
          sheetOf(context).getRangeByIndexes(place.row + 1 + index, place.column, 1, width);
        rowAt(to).copyFrom(rowAt(from));
      }),
    ),
    action((context) => {
      const heading = sheetOf(context).getRangeByIndexes(place.row, place.column, 1, width);
      heading.values = [change.header.map((text) => (text === null ? null : textInput(text)))];
    }, change.header),
    ...bandsOf(change.cells).map(([first, rows]) =>
      action((context) => {
        const body = sheetOf(context).getRangeByIndexes(place.row + 1 + first, place.column, rows.length, width);
        body.formulas = rows as unknown[][];
      }, rows),
    ),
    ...(formats.length === 0
      ? []
      : [
          action((context) => {
            formatNumbers(sheetOf(context), place.row + 1, place.column, change.formats);
          }, formats),
        ]),
  ];
}

/** Takes out the rows and columns that are no longer needed; what has been taken out at the stage given is not asked for again. */
export function removalActions(
  place: Pick<TablePlace, "sheet" | "tableName">,
  { rowsOut, columnsOut }: Pick<Reshaping, "rowsOut" | "columnsOut">,
  done: Pick<Stage, "rowsOut" | "columnsOut"> = { rowsOut: 0, columnsOut: 0 },
): Action[] {
  const tableOf = tableAt(place);
  return [
    ...rowsOut
      .slice(done.rowsOut)
      .map(({ index, count }) => finalAction((context) => tableOf(context).rows.deleteRowsAt(index, count))),
    ...columnsOut
      .slice(done.columnsOut)
      .map((index) => finalAction((context) => tableOf(context).columns.getItemAt(index).delete())),
  ];
}

export function tableAt({ sheet, tableName }: Pick<TablePlace, "sheet" | "tableName">) {
  return (context: Excel.RequestContext) => context.workbook.worksheets.getItem(sheet).tables.getItem(tableName);
}

/** Rows to put in, empty but for the user's columns, which are left alone so that Excel fills their formulas down. */
function insertions(change: TableChange, rowCount: number): { index: number | undefined; values: string[][] }[] {
  let rowsNow = rowCount;
  return change.rowsIn.map(({ index, count }) => {
    const rows = change.cells.slice(index, index + count);
    const values = rows.map((row) => row.map((cell) => (cell === null ? null : "")));
    const atEnd = index >= rowsNow;
    rowsNow += count;
    // The library's types leave out null, which Excel takes as "as it is".
    return { index: atEnd ? undefined : index, values: values as string[][] };
  });
}

import { columnLetters, quotedSheet } from "../../../cells/address";
import type { OutputCell, OutputTable, ResultArea } from "../../../plan/report/outputTable";
import type { OutputSheet } from "../inspectOutputs";
import { headerRowOf } from "../sheet/newSheet";
import type { TableChange } from "./tableChange";

/** Where the rows and columns of a result stand on its sheet. */
interface ResultPlace {
  sheet: string;
  rowAt(row: number): number;
  columnAt(column: number): number;
}

/** Where all tables of a run stand, at a stage of it. */
export function placesOf(
  targets: readonly WrittenTarget[],
  stage: "filled" | "done",
): Map<OutputTable["id"], ResultPlace> {
  return new Map(
    targets.map(({ output, now, change, added }) => [
      output.id,
      now && change ? placeInSheet(output, now, change, stage) : placeOnNewSheet(output, added.sheet),
    ]),
  );
}

interface WrittenTarget {
  output: OutputTable;
  now: OutputSheet | null;
  change: TableChange | null;
  added: { sheet: string };
}

/** On a new sheet. */
function placeOnNewSheet(output: OutputTable, sheet: string): ResultPlace {
  const first = headerRowOf(output) + 1;
  return { sheet, rowAt: (row) => first + row, columnAt: (column) => column };
}

/**
 * In a sheet that is there: once all is put in and nothing is taken out, when the cells are written, or after all. Excel leads formulas along as rows
 * and columns go.
 */
function placeInSheet(
  output: OutputTable,
  now: OutputSheet,
  change: TableChange,
  stage: "filled" | "done",
): ResultPlace {
  const goes = new Set(
    stage === "done"
      ? change.rowsOut.flatMap(({ index, count }) => Array.from({ length: count }, (_, at) => index + at))
      : [],
  );
  const columnsGone = new Set(stage === "done" ? change.columnsOut : []);
  const rows = new Map(change.results.filter((_, at) => !goes.has(at)).map((result, at) => [result, at]));
  const columns = new Map(change.header.filter((_, at) => !columnsGone.has(at)).map((heading, at) => [heading, at]));
  return {
    sheet: now.sheet,
    rowAt: (row) => now.row + 1 + (rows.get(row) ?? row),
    columnAt: (column) => now.column + (columns.get(output.header[column] ?? "") ?? column),
  };
}

/** The table with its formulas as texts, given where all tables of the run stand. */
export function withAddresses(output: OutputTable, places: ReadonlyMap<OutputTable["id"], ResultPlace>): OutputTable {
  const own = places.get(output.id)?.sheet;
  const addressOf = ({ table, row, column, rowCount, columnCount }: ResultArea): string => {
    const place = places.get(table);
    if (!place) throw new Error(`A formula points at ${table}, which is not written.`);
    const cell = (r: number, c: number): string => `${columnLetters(place.columnAt(c))}${place.rowAt(r) + 1}`;
    const first = cell(row, column);
    const last = cell(row + rowCount - 1, column + columnCount - 1);
    const area = first === last ? first : `${first}:${last}`;
    return place.sheet === own ? area : `${quotedSheet(place.sheet)}!${area}`;
  };
  const resolved = <Cell extends OutputCell>(cell: Cell): Cell =>
    cell !== null && typeof cell === "object" && typeof cell.formula !== "string"
      ? ({
          formula: `=${cell.formula.map((part) => (typeof part === "string" ? part : addressOf(part))).join("")}`,
        } as Cell)
      : cell;
  return {
    ...output,
    rows: output.rows.map((row) => row.map(resolved)),
    noteLines: output.noteLines.map(resolved),
    ...(output.page && {
      page: { ...output.page, rows: output.page.rows.map((row) => ({ ...row, cells: row.cells.map(resolved) })) },
    }),
  };
}

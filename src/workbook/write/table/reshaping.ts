import type { TableChange } from "./tableChange";

/**
 * How the rows and columns of a table come and go in one run, in the order in which they do: columns in, rows in, rows out,
 * columns out. From the size of the table alone it can be told how far the run came.
 */
export interface Reshaping {
  /** Before the run. */
  rowCount: number;
  columnCount: number;
  columnsIn: number[];
  rowsIn: Span[];
  rowsOut: Span[];
  columnsOut: number[];
}

interface Span {
  index: number;
  count: number;
}

/** How many actions of each sort have been taken. */
export interface Stage {
  columnsIn: number;
  rowsIn: number;
  rowsOut: number;
  columnsOut: number;
}

interface TableSize {
  rowCount: number;
  columnCount: number;
}

export function reshapingOf(change: TableChange, { rowCount, columnCount }: TableSize): Reshaping {
  const { rowsIn, rowsOut, columnsOut } = change;
  return { rowCount, columnCount, columnsIn: change.columnsIn.map(({ index }) => index), rowsIn, rowsOut, columnsOut };
}

/** The stage of a table of this size; `isRemoving`: all that comes in is in. Null where somebody else has changed its size. */
export function stageOf(reshaping: Reshaping, size: TableSize, isRemoving: boolean): Stage | null {
  const stages = isRemoving ? stagesOut(reshaping) : stagesIn(reshaping);
  return (
    stages.find((stage) => {
      const { rows, columns } = originsAt(reshaping, stage);
      // Of all rows taken out, Excel leaves one empty.
      return Math.max(1, rows.length) === size.rowCount && columns.length === size.columnCount;
    }) ?? null
  );
}

export function filledStage({ columnsIn, rowsIn }: Reshaping): Stage {
  return { columnsIn: columnsIn.length, rowsIn: rowsIn.length, rowsOut: 0, columnsOut: 0 };
}

/** The table's size once all is in and before anything is taken out; null where nothing is. */
export function filledSize(reshaping: Reshaping): TableSize | null {
  if (!hasRemovals(reshaping)) return null;
  const { rows, columns } = originsAt(reshaping, filledStage(reshaping));
  return { rowCount: rows.length, columnCount: columns.length };
}

export function hasRemovals({ rowsOut, columnsOut }: Pick<Reshaping, "rowsOut" | "columnsOut">): boolean {
  return rowsOut.length + columnsOut.length > 0;
}

/** For each row and column of the table at a stage where it stood before the run; null for one that came in. */
export function originsAt(reshaping: Reshaping, stage: Stage): { rows: Origin[]; columns: Origin[] } {
  const rows: Origin[] = Array.from({ length: reshaping.rowCount }, (_, index) => index);
  const columns: Origin[] = Array.from({ length: reshaping.columnCount }, (_, index) => index);
  for (const index of reshaping.columnsIn.slice(0, stage.columnsIn)) columns.splice(index, 0, null);
  for (const { index, count } of reshaping.rowsIn.slice(0, stage.rowsIn))
    rows.splice(index, 0, ...Array.from({ length: count }, () => null));
  for (const { index, count } of reshaping.rowsOut.slice(0, stage.rowsOut)) rows.splice(index, count);
  for (const index of reshaping.columnsOut.slice(0, stage.columnsOut)) columns.splice(index, 1);
  return { rows, columns };
}

/** For each row that was there before the run the row of the result that it becomes; null for one that goes. */
export function resultRows(reshaping: Reshaping): (number | null)[] {
  const { rows } = originsAt(reshaping, filledStage(reshaping));
  const goes = (row: number) => reshaping.rowsOut.some(({ index, count }) => row >= index && row < index + count);
  const becomes = Array.from({ length: reshaping.rowCount }, (): number | null => null);
  let next = 0;
  rows.forEach((origin, row) => {
    if (goes(row)) return;
    if (origin !== null) becomes[origin] = next;
    next++;
  });
  return becomes;
}

type Origin = number | null;

function stagesIn({ columnsIn, rowsIn }: Reshaping): Stage[] {
  const none = { rowsOut: 0, columnsOut: 0 };
  return [
    ...upTo(columnsIn.length).map((done) => ({ ...none, columnsIn: done, rowsIn: 0 })),
    ...upTo(rowsIn.length).map((done) => ({ ...none, columnsIn: columnsIn.length, rowsIn: done })),
  ];
}

function stagesOut(reshaping: Reshaping): Stage[] {
  const filled = filledStage(reshaping);
  const { rowsOut, columnsOut } = reshaping;
  return [
    ...upTo(rowsOut.length).map((done) => ({ ...filled, rowsOut: done })),
    ...upTo(columnsOut.length).map((done) => ({ ...filled, rowsOut: rowsOut.length, columnsOut: done })),
  ];
}

/** 0 to n, both included. */
function upTo(n: number): number[] {
  return Array.from({ length: n + 1 }, (_, index) => index);
}

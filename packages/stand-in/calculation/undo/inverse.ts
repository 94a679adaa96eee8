import {
  ICommandService,
  type ICellData,
  type IExecutionOptions,
  type IRange,
  type IWorksheetData,
  type Injector,
  type Workbook,
  type Worksheet,
} from "@univerjs/core";
import {
  InsertColMutation,
  InsertRowMutation,
  InsertSheetMutation,
  MoveColsMutation,
  MoveColsMutationUndoFactory,
  MoveRangeMutation,
  MoveRowsMutation,
  MoveRowsMutationUndoFactory,
  RemoveColMutation,
  RemoveRowMutation,
  RemoveSheetMutation,
  ReorderRangeMutation,
  SetRangeValuesMutation,
  SetWorksheetOrderMutation,
} from "@univerjs/sheets";
import { configMutations } from "./sheetConfig";

/** One of Univer's mutations as it was or is to be executed. */
export interface Mutation {
  id: string;
  params: Record<string, unknown>;
  options?: IExecutionOptions;
}

/** Takes one mutation back. */
export type Inverse = () => void;

/** Mutations that need no inverse: what Univer derives itself, what other recorded parts restore, and the size of its sheets. */
const withoutInverse = new Set([
  "sheet.mutation.set-worksheet-row-count",
  "sheet.mutation.set-worksheet-column-count",
  "sheet.mutation.set-worksheet-row-auto-height",
  "sheet.mutation.copy-worksheet-end",
  "sheet.mutation.mark-dirty-filter-change",
  "sheet.mutation.empty",
]);

type Cells = Map<number, Map<number, ICellData | null>>;

/**
 * How to undo a mutation exactly; to be called before the mutation is executed. Null where there is nothing to undo,
 * undefined for a mutation that we do not know. Univer's own inverses leave behind widths and styles that were not there.
 */
export function inverseOf({ id, params }: Mutation, book: Workbook, injector: Injector): Inverse | null | undefined {
  if (id.startsWith("formula.mutation.") || withoutInverse.has(id) || configMutations.has(id)) return null;
  const execute = (inverseId: string, inverseParams: object, options?: IExecutionOptions) =>
    void injector
      .get(ICommandService)
      .syncExecuteCommand(inverseId, { unitId: book.getUnitId(), ...inverseParams }, options);
  const subUnitId = params["subUnitId"] as string;
  const sheet = book.getSheetBySheetId(subUnitId) ?? null;
  const range = params["range"] as IRange;
  const restored = (area: IRange | Record<number, Record<number, unknown>>, on = sheet, onId = subUnitId): Inverse => {
    const cells = cellsBefore(on, area);
    return () => restoreCells(book, onId, cells, execute);
  };
  switch (id) {
    case SetRangeValuesMutation.id:
      return restored((params["cellValue"] ?? {}) as Record<number, Record<number, unknown>>);
    case ReorderRangeMutation.id:
      return restored(range);
    case MoveRangeMutation.id: {
      const { from, to } = params as Record<
        "from" | "to",
        { subUnitId: string; value: Record<number, Record<number, unknown>> }
      >;
      const sides = [from, to].map((side) =>
        restored(side.value, book.getSheetBySheetId(side.subUnitId) ?? null, side.subUnitId),
      );
      return () => sides.forEach((side) => side());
    }
    case InsertRowMutation.id:
      return () => execute(RemoveRowMutation.id, { subUnitId, range });
    case InsertColMutation.id:
      return () => execute(RemoveColMutation.id, { subUnitId, range });
    case RemoveRowMutation.id: {
      const put = restored({ ...range, startColumn: 0, endColumn: Infinity });
      return () => (execute(InsertRowMutation.id, { subUnitId, range }), put());
    }
    case RemoveColMutation.id: {
      const put = restored({ ...range, startRow: 0, endRow: Infinity });
      return () => (execute(InsertColMutation.id, { subUnitId, range }), put());
    }
    case MoveRowsMutation.id: {
      const back = MoveRowsMutationUndoFactory(null as never, params as never);
      return () => execute(id, back);
    }
    case MoveColsMutation.id: {
      const back = MoveColsMutationUndoFactory(null as never, params as never);
      return () => execute(id, back);
    }
    case InsertSheetMutation.id: {
      const added = params["sheet"] as IWorksheetData;
      return () => execute(RemoveSheetMutation.id, { subUnitId: added.id, subUnitName: added.name });
    }
    case RemoveSheetMutation.id: {
      const snapshot = sheet?.getConfig();
      const index = book.getSheetOrders().indexOf(subUnitId);
      // Univer would show the sheet.
      return () => execute(InsertSheetMutation.id, { index, sheet: snapshot }, { fromCollab: true });
    }
    case SetWorksheetOrderMutation.id: {
      const { fromOrder, toOrder } = params;
      return () => execute(id, { subUnitId, fromOrder: toOrder, toOrder: fromOrder });
    }
    default:
      return undefined;
  }
}

/** Copies of the cells of an area, or of those that a matrix names; null for a cell that is not there. */
function cellsBefore(sheet: Worksheet | null, area: IRange | Record<number, Record<number, unknown>>): Cells {
  const cells: Cells = new Map();
  if (!sheet) return cells;
  const rows = sheet.getCellMatrix().getMatrix() as Record<number, Record<number, ICellData | undefined> | undefined>;
  const put = (row: number, column: number) => {
    const cell = rows[row]?.[column];
    if (!cells.has(row)) cells.set(row, new Map());
    cells.get(row)?.set(column, cell ? structuredClone(cell) : null);
  };
  if ("startRow" in area) {
    const { startRow, endRow, startColumn, endColumn } = area as IRange;
    for (const row of keysBetween(rows, startRow, endRow))
      for (const column of keysBetween(rows[row] ?? {}, startColumn, endColumn)) put(row, column);
  } else {
    for (const row of Object.keys(area).map(Number))
      for (const column of Object.keys(area[row] ?? {}).map(Number)) put(row, column);
  }
  return cells;
}

function keysBetween(record: object, first: number, last: number): number[] {
  return Object.keys(record)
    .map(Number)
    .filter((key) => key >= first && key <= last);
}

/**
 * Tells Univer and the grid through a mutation, then restores the cells exactly, including the style ids that connect
 * them to the file's formats.
 */
function restoreCells(
  book: Workbook,
  subUnitId: string,
  cells: Cells,
  execute: (id: string, params: object) => void,
): void {
  const matrix = book.getSheetBySheetId(subUnitId)?.getCellMatrix();
  if (cells.size === 0 || !matrix) return;
  const cellValue: Record<number, Record<number, ICellData>> = {};
  for (const [row, line] of cells) {
    for (const [column, cell] of line) {
      const now = matrix.getValue(row, column) ?? null;
      (cellValue[row] ??= {})[column] = isSameContent(now, cell) ? {} : { ...nothing, ...cell, s: null };
    }
  }
  execute(SetRangeValuesMutation.id, { subUnitId, cellValue });
  for (const [row, line] of cells) {
    for (const [column, cell] of line) {
      if (cell) matrix.setValue(row, column, structuredClone(cell));
      else matrix.realDeleteValue(row, column);
    }
  }
}

const nothing = { v: null, f: null, si: null, p: null, t: null, custom: null };

/** Whether two cells differ in their formats at most. */
function isSameContent(one: ICellData | null | undefined, other: ICellData | null | undefined): boolean {
  const content = (cell: ICellData | null | undefined) => JSON.stringify({ ...nothing, ...cell, s: null });
  return content(one) === content(other);
}

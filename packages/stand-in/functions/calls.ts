import type { CellResult, ResultRules } from "./results";

/** A cell by its sheet's id, zero-based. */
export interface CallingCell {
  sheet: string;
  row: number;
  column: number;
}

/** A call of a function from a cell, with its last answer. */
interface Call {
  readonly id: number;
  readonly cell: CallingCell;
  /** The function and its arguments: a formula that calls twice with the same is answered once. */
  readonly key: string;
  readonly conditions: CallConditions;
  /** Null as long as nothing has come. */
  result: CellResult | null;
}

interface CallConditions {
  /** It goes on answering after its first answer. */
  streams: boolean;
  /** How its answers are read. */
  rules: ResultRules;
  /** Tells the function that nobody waits for it any more. */
  cancel: (id: number) => void;
}

/**
 * The calls that cells have made and whose answers come later. A call lives as long as its cell's formula makes it: when
 * the formula is entered anew or its arguments change, it is cancelled where it is still out.
 */
export class Calls {
  private readonly byCell = new Map<string, CellCalls>();
  private readonly byId = new Map<number, Call>();
  private readonly evaluated = new Set<CellCalls>();
  private readonly waiting = new Set<() => void>();
  private pending = 0;
  private nextId = 1;

  /** How many are out without any answer. */
  get pendingCount(): number {
    return this.pending;
  }

  /** A cell's formula is calculated and makes this call; undefined where the call is new. */
  made(cell: CallingCell, key: string): Call | undefined {
    const calls = this.byCell.get(cellKey(cell));
    if (!calls) return undefined;
    this.evaluated.add(calls);
    calls.made.add(key);
    return calls.byKey.get(key);
  }

  /** A new call, in the place of an older one with the same arguments. */
  start(cell: CallingCell, key: string, conditions: CallConditions): Call {
    const calls = this.byCell.get(cellKey(cell)) ?? { cell, byKey: new Map<string, Call>(), made: new Set<string>() };
    this.byCell.set(cellKey(cell), calls);
    this.evaluated.add(calls);
    calls.made.add(key);
    const older = calls.byKey.get(key);
    if (older) this.end(older, calls);
    const id = this.nextId++;
    const call: Call = { id, cell, key, conditions, result: null };
    calls.byKey.set(key, call);
    this.byId.set(id, call);
    this.pending++;
    return call;
  }

  /** The call that waits for an answer, or for a further one. */
  find(id: number): Call | undefined {
    return this.byId.get(id);
  }

  /** An answer has come. */
  answered(call: Call, result: CellResult): void {
    if (call.result === null) this.pending--;
    if (!call.conditions.streams) this.byId.delete(call.id);
    call.result = result;
    this.wake();
  }

  /** A calculation is over: calls that the formulas calculated in it make no more are dropped. */
  calculationOver(): void {
    for (const calls of this.evaluated) {
      for (const [key, call] of calls.byKey) if (!calls.made.has(key)) this.end(call, calls);
      calls.made.clear();
    }
    this.evaluated.clear();
  }

  /** The cell's formula is entered anew or gone. */
  forgetCell(cell: CallingCell): void {
    const calls = this.byCell.get(cellKey(cell));
    if (!calls) return;
    for (const call of calls.byKey.values()) this.end(call, calls);
    this.byCell.delete(cellKey(cell));
  }

  /** All calls of a sheet, or of the workbook. */
  forgetAll(sheet: string | null): void {
    for (const { cell } of this.byCell.values()) if (sheet === null || cell.sheet === sheet) this.forgetCell(cell);
  }

  /** Resolves when an answer has come or a call is dropped; at once where none is out. */
  async next(): Promise<void> {
    if (this.pending > 0) await new Promise<void>((resolve) => this.waiting.add(resolve));
  }

  private end(call: Call, { byKey }: CellCalls): void {
    byKey.delete(call.key);
    if (!this.byId.delete(call.id)) return;
    if (call.result === null) this.pending--;
    call.conditions.cancel(call.id);
    this.wake();
  }

  private wake(): void {
    for (const resolve of this.waiting) resolve();
    this.waiting.clear();
  }
}

interface CellCalls {
  cell: CallingCell;
  byKey: Map<string, Call>;
  /** Keys of the calls that the formula has made in the calculation that is running. */
  made: Set<string>;
}

export function cellKey({ sheet, row, column }: CallingCell): string {
  return `${sheet}!${row},${column}`;
}

import type { ValueContent } from "../../xlsx/content";
import type { RichApiMessageEntry } from "../host";
import { contains } from "../workbook/address";
import type { EngineCall } from "../workbook/calculation";
import type { Workbook } from "../workbook/workbook";
import { prepareArguments } from "./arguments";
import type { FunctionMetadata, FunctionsMetadata } from "./functionsMetadata";
import { answeredResult, failedResult, thrownResult, type CellResult } from "./results";

export type { FunctionsMetadata };

/** The add-in's functions by id, as `CustomFunctions._association.mappings` holds them. */
export type Associations = Record<string, (...args: never[]) => unknown>;

interface Answer {
  id: number;
  isPending: boolean;
  result: CellResult;
}

const busy: CellResult = { value: { error: "#BUSY!" }, message: null };
const mostAnswersOfCell = 64;

/**
 * The add-in's functions in cells. A call goes to the add-in's runtime, its cell is #BUSY! until the answer comes, and is
 * then calculated again; answers are kept by cell and arguments. Or, for bulk, calls go straight to the associated functions.
 */
export class CustomFunctionBridge {
  private associations: Associations | null = null;
  private isReady = false;
  private waiting: RichApiMessageEntry[] = [];
  private outbox: RichApiMessageEntry[] = [];
  private readonly answers = new Map<string, Map<string, Answer>>();
  private readonly cellsById = new Map<
    number,
    { sheet: string; row: number; column: number; key: string; streams: boolean }
  >();
  private readonly messages = new Map<string, string>();
  private readonly idle = new Set<() => void>();
  private readonly byName = new Map<string, FunctionMetadata>();
  private nextId = 1;

  constructor(
    private readonly workbook: Workbook,
    metadata: FunctionsMetadata | null,
    private readonly options: { blanks: "desktop" | "web"; namespace: string },
    private readonly post: (entries: RichApiMessageEntry[]) => void,
  ) {
    for (const each of metadata?.functions ?? [])
      this.byName.set(`${options.namespace}.${each.name}`.toUpperCase(), each);
    workbook.on((event) => {
      if (event.kind === "cells") this.forgetCells(event.sheet, (row, column) => contains(event.area, row, column));
    });
  }

  get blanks(): "desktop" | "web" {
    return this.options.blanks;
  }

  /** Calls that are out and not answered. */
  get pendingCount(): number {
    return this.cellsById.size;
  }

  /** Whether a formula calls an add-in's function, known or not: this one's by its namespace, another's by the file's prefix. */
  isUsedIn(formula: string): boolean {
    const upper = formula.toUpperCase();
    return upper.includes(`${this.options.namespace.toUpperCase()}.`) || upper.includes("_XLDUDF_");
  }

  /** Plays the other blank mode from the next calculation on. */
  setBlanks(blanks: "desktop" | "web"): void {
    this.options.blanks = blanks;
    this.forgetAnswers();
  }

  /** With the add-in its functions are known; at a colleague's without it they are #NAME?. */
  setAvailable(available: boolean): void {
    for (const [name, metadata] of this.byName) {
      if (!available) this.workbook.calculation.removeFunction(name);
      else {
        const parameters = metadata.parameters.map(({ name: parameter, description, optional }) => ({
          name: parameter,
          description: description ?? "",
          optional: optional === true,
        }));
        this.workbook.calculation.addFunction({ name, description: metadata.description ?? "", parameters }, (call) =>
          this.evaluate(metadata, call),
        );
      }
    }
  }

  /** Calls go through Office.js to the add-in's runtime (the way from the start). */
  useRuntime(): void {
    this.associations = null;
  }

  /** Calls go straight to these functions, with the same arguments and errors. */
  useAssociations(associations: Associations): void {
    this.associations = associations;
  }

  /** The runtime is there: calls that waited for it go out. */
  runtimeReady(): void {
    this.isReady = true;
    const waiting = this.waiting;
    this.waiting = [];
    if (waiting.length > 0) this.post(waiting);
  }

  /** An answer from the runtime. */
  answered(id: number, succeeded: boolean, value: unknown, errorNumber?: number): void {
    const cell = this.cellsById.get(id);
    if (!cell) return;
    this.arrived(id, succeeded ? answeredResult(value) : failedResult(errorNumber, value));
  }

  /** Every call is made anew when its cell is next calculated. */
  forgetAnswers(): void {
    this.forgetCells(null, () => true);
  }

  /** Waits until no call is out, or until the next answer has come. */
  async nextAnswer(): Promise<void> {
    if (this.cellsById.size === 0) return;
    await new Promise<void>((resolve) => this.idle.add(resolve));
  }

  /** The message of an error that a function of the add-in put into a cell. */
  message(sheet: string, row: number, column: number): string | null {
    const value = this.workbook.findSheet(sheet)?.value(row, column);
    const isError =
      typeof value === "object" && value !== null && (value.error === "#VALUE!" || value.error === "#N/A");
    return isError ? (this.messages.get(cellKey(sheet, row, column)) ?? null) : null;
  }

  private evaluate(metadata: FunctionMetadata, call: EngineCall): ValueContent | ValueContent[][] {
    const prepared = prepareArguments(metadata, call.arguments, this.options.blanks === "web" ? null : 0);
    const cell = cellKey(call.sheet, call.row, call.column);
    this.messages.delete(cell);
    const result =
      "error" in prepared
        ? { value: { error: prepared.error }, message: null }
        : this.call(metadata, call, cell, prepared.values);
    if (result.message !== null) this.messages.set(cell, result.message);
    return result.value;
  }

  private call(metadata: FunctionMetadata, call: EngineCall, cell: string, values: unknown[]): CellResult {
    if (this.associations && metadata.options?.stream !== true) {
      const direct = this.callDirectly(metadata, call, cell, values);
      if (direct) return direct;
    }
    return this.callThroughRuntime(metadata, call, cell, values);
  }

  private callDirectly(
    metadata: FunctionMetadata,
    call: EngineCall,
    cell: string,
    values: unknown[],
  ): CellResult | null {
    const implementation = (this.associations?.[metadata.id.toUpperCase()] ?? this.associations?.[metadata.id]) as
      ((...args: unknown[]) => unknown) | undefined;
    if (!implementation) return { value: { error: "#NAME?" }, message: null };
    const key = JSON.stringify([metadata.id, values]);
    const known = this.answers.get(cell)?.get(key);
    if (known) return known.result;
    try {
      // The engine's own arrays must stay as they are, whatever the function does to its arguments.
      const answer = implementation(...structuredClone(values), {
        functionName: metadata.id,
        address: this.addressOf(call),
      });
      if (!isPromise(answer)) return answeredResult(answer);
      const { id } = this.remember(call, cell, key, false);
      answer.then(
        (value) => this.arrived(id, answeredResult(value)),
        (thrown) => this.arrived(id, thrownResult(thrown)),
      );
      return busy;
    } catch (thrown) {
      return thrownResult(thrown);
    }
  }

  private callThroughRuntime(
    metadata: FunctionMetadata,
    call: EngineCall,
    cell: string,
    values: unknown[],
  ): CellResult {
    const key = JSON.stringify([metadata.id, values]);
    const known = this.answers.get(cell)?.get(key);
    if (known) return known.result;
    const { stream, cancelable, requiresAddress, requiresParameterAddresses } = metadata.options ?? {};
    const { id } = this.remember(call, cell, key, stream === true);
    const flags = (cancelable ? 1 : 0) + (stream ? 2 : 0);
    const addresses = requiresParameterAddresses
      ? call.arguments.map((argument) => (argument?.area ? this.areaAddress(argument.area) : null))
      : null;
    const message = JSON.stringify([
      id,
      metadata.id,
      values,
      requiresAddress ? this.addressOf(call) : null,
      flags,
      addresses,
    ]);
    this.send([1, 1000, "", message, `call${id}`, false]);
    return busy;
  }

  /** Calls of one calculation go out together. */
  private send(entry: RichApiMessageEntry): void {
    if (!this.isReady) {
      this.waiting.push(entry);
      return;
    }
    if (this.outbox.length === 0) {
      queueMicrotask(() => {
        const entries = this.outbox;
        this.outbox = [];
        this.post(entries);
      });
    }
    this.outbox.push(entry);
  }

  private remember(call: EngineCall, cell: string, key: string, streams: boolean): Answer {
    let answers = this.answers.get(cell);
    if (!answers) this.answers.set(cell, (answers = new Map()));
    const oldest = answers.size >= mostAnswersOfCell ? answers.keys().next().value : undefined;
    if (oldest !== undefined) this.drop(answers, oldest);
    const answer = { id: this.nextId++, isPending: true, result: busy };
    answers.set(key, answer);
    this.cellsById.set(answer.id, { sheet: call.sheet, row: call.row, column: call.column, key, streams });
    return answer;
  }

  private arrived(id: number, result: CellResult): void {
    const cell = this.cellsById.get(id);
    if (!cell) return;
    if (!cell.streams) this.cellsById.delete(id);
    const answer = this.answers.get(cellKey(cell.sheet, cell.row, cell.column))?.get(cell.key);
    if (answer?.id === id) {
      answer.isPending = false;
      answer.result = result;
      this.workbook.calculation.markDirty(cell.sheet, cell.row, cell.column);
    }
    for (const resolve of this.idle) resolve();
    this.idle.clear();
  }

  private forgetCells(sheet: string | null, isMeant: (row: number, column: number) => boolean): void {
    for (const [cell, answers] of this.answers) {
      const [ofSheet, row, column] = JSON.parse(cell) as [string, number, number];
      if ((sheet !== null && sheet !== ofSheet) || !isMeant(row, column)) continue;
      for (const key of [...answers.keys()]) this.drop(answers, key);
      this.answers.delete(cell);
    }
  }

  /** A call that nobody waits for any more is cancelled. */
  private drop(answers: Map<string, Answer>, key: string): void {
    const answer = answers.get(key);
    answers.delete(key);
    if (!answer || !this.cellsById.delete(answer.id)) return;
    if (!this.associations)
      this.send([1, 1001, "", JSON.stringify({ invocationId: answer.id }), `cancel${answer.id}`, false]);
    for (const resolve of this.idle) resolve();
    this.idle.clear();
  }

  private addressOf(call: EngineCall): string {
    return this.areaAddress({ sheet: call.sheet, row: call.row, column: call.column, rowCount: 1, columnCount: 1 });
  }

  private areaAddress(area: {
    sheet: string;
    row: number;
    column: number;
    rowCount: number;
    columnCount: number;
  }): string {
    return this.workbook.address(this.workbook.sheet(area.sheet), area);
  }
}

function cellKey(sheet: string, row: number, column: number): string {
  return JSON.stringify([sheet, row, column]);
}

function isPromise(value: unknown): value is Promise<unknown> {
  return typeof value === "object" && value !== null && typeof (value as Promise<unknown>).then === "function";
}

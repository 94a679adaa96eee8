import type { ValueContent } from "@workbooks/xlsx/content";
import type { RichApiMessageEntry } from "../wire/protocol";
import type { AddinCall } from "../calculation/calculation";
import type { Workbook, WorkbookEvent } from "../workbook/workbook";
import { turnedArgument } from "../beliefs";
import type { Difficulties } from "../difficulties";
import { prepareArguments } from "./arguments";
import { blankCells, type Blanks, type SkippedArgument } from "./blanks";
import { Calls, cellKey, type CallingCell } from "./calls";
import { directFunction, handedOut, sentAnswer, sentFailure, type DirectFunctions } from "./directCall";
import { FormulaBinding, namesOf } from "./formulaBinding";
import type { AddinFunctions, FunctionMetadata, FunctionsMetadata } from "./functionsMetadata";
import { callMessage, cancelMessage, invocationOf, type Invocation } from "./invocation";
import { answeredResult, failedResult, type CellResult, type ResultRules } from "./results";
import { callSize, largestWebCall, withAllCells } from "./wholeColumns";

const busy: CellResult = { value: { error: "#BUSY!" }, messages: [] };
const tooLarge: CellResult = { value: { error: "#CALC!" }, messages: [] };
const unknownName: CellResult = { value: { error: "#NAME?" }, messages: [] };

/**
 * The add-in's functions in cells. A call goes to the add-in's runtime, its cell is #BUSY! until the answer comes, and is
 * then calculated again. Or, for bulk, calls go straight to the associated functions, with the same arguments and answers.
 */
export class CustomFunctionBridge {
  private direct: DirectFunctions | null = null;
  private isReady = false;
  private isKnown = false;
  private isThere = false;
  private waiting: RichApiMessageEntry[] = [];
  private outbox: RichApiMessageEntry[] = [];
  private readonly calls = new Calls();
  private readonly binding: FormulaBinding;
  private readonly metadata: FunctionsMetadata;
  /** What stands before the names of the add-in's functions; none where it has no functions. */
  readonly namespaces: readonly string[];
  private readonly volatileCells = new Map<string, CallingCell>();
  /** What Excel says of errors, by the formula's cell, then by row and column counted from there. */
  private readonly messages = new Map<string, Map<string, string>>();

  constructor(
    private readonly workbook: Workbook,
    functions: AddinFunctions | null,
    private readonly options: { blanks: Blanks; skipped: SkippedArgument; play: Pick<Difficulties, "turned"> },
    private readonly post: (entries: RichApiMessageEntry[]) => void,
  ) {
    this.metadata = functions ?? { functions: [] };
    this.namespaces = functions ? [functions.namespace] : [];
    this.binding = new FormulaBinding(this.namespaces);
    workbook.on((event) => this.workbookChanged(event));
    workbook.calculation.beforeRecalculation = () => this.markVolatile();
    workbook.calculation.afterRun = () => this.calls.calculationOver();
  }

  /** Calls that are out and not answered. */
  get pendingCount(): number {
    return this.calls.pendingCount;
  }

  /** Whether a formula calls an add-in's function, known or not: this one's by its namespace, another's by the file's prefix. */
  isUsedIn(formula: string): boolean {
    return this.binding.callsAnAddin(formula);
  }

  /** Plays the other blank mode from the next calculation on. */
  setBlanks(blanks: Blanks): void {
    this.options.blanks = blanks;
    this.forgetAnswers();
  }

  get isAvailable(): boolean {
    return this.isThere;
  }

  /** With the add-in its functions are known; at a colleague's without it they are #NAME?. */
  setAvailable(available: boolean): void {
    if (available && !this.isKnown) this.register();
    this.isThere = available;
  }

  /** The add-in comes to a workbook that was opened without it: what stands there already stays #NAME?. */
  comeLater(): void {
    if (!this.isKnown) this.binding.unbindAll(this.workbook);
    this.setAvailable(true);
  }

  /** Calls go straight to these functions, with the same arguments and errors. */
  useAssociations(functions: DirectFunctions): void {
    this.direct = functions;
  }

  /** The runtime is there: calls that waited for it go out. */
  runtimeReady(): void {
    this.isReady = true;
    const waiting = this.waiting;
    this.waiting = [];
    if (waiting.length > 0) this.post(waiting);
  }

  /** An answer from the runtime, to be read by what functions.json says of the function. */
  answered(id: number, succeeded: boolean, value: unknown, errorNumber?: number): void {
    const call = this.calls.find(id);
    if (!call) return;
    const { rules } = call.conditions;
    this.arrived(id, succeeded ? answeredResult(value, rules) : failedResult(errorNumber, value));
  }

  /** Every call is made anew when its cell is next calculated. */
  forgetAnswers(): void {
    this.calls.forgetAll(null);
  }

  /** Waits until the next answer has come; not at all where no call is out. */
  async nextAnswer(): Promise<void> {
    await this.calls.next();
  }

  /** The message of an error that a function of the add-in put into a cell, its own or one that its array fills. */
  message(sheet: string, row: number, column: number): string | null {
    const on = this.workbook.findSheet(sheet);
    const value = on?.value(row, column);
    const isError =
      typeof value === "object" && value !== null && (value.error === "#VALUE!" || value.error === "#N/A");
    if (!on || !isError) return null;
    const first = on.spillAt(row, column) ?? { row, column };
    const messages = this.messages.get(cellKey({ sheet: on.id, row: first.row, column: first.column }));
    return messages?.get(`${row - first.row},${column - first.column}`) ?? null;
  }

  private register(): void {
    this.isKnown = true;
    for (const metadata of this.metadata.functions) {
      const parameters = metadata.parameters.map(({ name, description, optional }) => ({
        name,
        description: description ?? "",
        optional: optional === true,
      }));
      const [typed, inFile] = this.namespaces.flatMap(namesOf).map((start) => start + metadata.name.toUpperCase());
      const description = { name: typed ?? "", description: metadata.description ?? "", parameters };
      this.workbook.calculation.addFunction(description, (call) => this.evaluate(metadata, call), inFile);
    }
  }

  private evaluate(metadata: FunctionMetadata, call: AddinCall): ValueContent | ValueContent[][] {
    const cell: CallingCell = { sheet: call.sheet, row: call.row, column: call.column };
    if (metadata.options?.volatile === true && metadata.options.stream !== true)
      this.volatileCells.set(cellKey(cell), cell);
    if (!this.isThere) this.binding.unbind(cell);
    const { value, messages } = this.binding.isUnbound(cell) ? unknownName : this.result(metadata, call, cell);
    if (messages.length === 0) this.messages.delete(cellKey(cell));
    else
      this.messages.set(
        cellKey(cell),
        new Map(messages.map(({ row, column, message }) => [`${row},${column}`, message])),
      );
    return value;
  }

  private result(metadata: FunctionMetadata, call: AddinCall, cell: CallingCell): CellResult {
    const isDesktop = this.options.blanks === "desktop";
    const { turned } = this.options.play;
    const prepared = prepareArguments(metadata, isDesktop ? call.arguments.map(withAllCells) : call.arguments, {
      blank: blankCells[this.options.blanks],
      skipped: this.options.skipped,
      takesErrors: this.metadata.allowErrorForDataTypeAny === true && !turned.has("an error cell reaches a function"),
    });
    if ("error" in prepared) return { value: { error: prepared.error }, messages: [] };
    if (!isDesktop && callSize(call.arguments, prepared.values) > largestWebCall) return tooLarge;
    if (turned.size > 0)
      prepared.values = prepared.values.map((value, index) =>
        turnedArgument(value, (call.arguments[index] ?? null) === null, turned),
      );
    const told = invocationOf(metadata, call, this.workbook, turned);
    const key = JSON.stringify([metadata.id, prepared.values, told]);
    const known = this.calls.made(cell, key);
    const isDue = metadata.options?.volatile === true && this.workbook.calculation.isRecalculation;
    if (known && !isDue) return known.result ?? busy;
    return this.direct && metadata.options?.stream !== true
      ? this.callDirectly(this.direct, metadata, told, cell, key, prepared.values)
      : this.callThroughRuntime(metadata, told, cell, key, prepared.values);
  }

  private callDirectly(
    functions: DirectFunctions,
    metadata: FunctionMetadata,
    told: Invocation,
    cell: CallingCell,
    key: string,
    values: unknown[],
  ): CellResult {
    const implementation = directFunction(functions, metadata.id);
    if (!implementation) return failedResult(2, null);
    const rules = this.rulesOf(metadata);
    const arrived = (answer: unknown): CellResult => {
      const sent = sentAnswer(answer, functions);
      return "answer" in sent ? answeredResult(sent.answer, rules) : sent;
    };
    const { address, parameterAddresses } = told;
    const invocation: Record<string, unknown> = { functionName: metadata.id };
    if (address !== null) invocation["address"] = address;
    if (parameterAddresses !== null) invocation["parameterAddresses"] = parameterAddresses;
    try {
      const answer = implementation(...handedOut(values, functions), invocation);
      if (!isPromise(answer)) return arrived(answer);
      const cancel = (): void => {
        const { onCanceled } = invocation;
        if (metadata.options?.cancelable && typeof onCanceled === "function") (onCanceled as () => void)();
      };
      const { id } = this.calls.start(cell, key, { streams: false, rules, cancel });
      answer.then(
        (value) => this.arrived(id, arrived(value)),
        (thrown) => this.arrived(id, sentFailure(thrown, functions)),
      );
      return busy;
    } catch (thrown) {
      return sentFailure(thrown, functions);
    }
  }

  private callThroughRuntime(
    metadata: FunctionMetadata,
    told: Invocation,
    cell: CallingCell,
    key: string,
    values: unknown[],
  ): CellResult {
    const { cancelable = false, stream = false } = metadata.options ?? {};
    const { id } = this.calls.start(cell, key, {
      streams: stream,
      rules: this.rulesOf(metadata),
      cancel: (dropped) => {
        if (cancelable || stream) this.send(cancelMessage(dropped));
      },
    });
    this.send(callMessage(id, metadata, this.metadata, values, told));
    return busy;
  }

  private rulesOf({ result }: FunctionMetadata): ResultRules {
    return {
      givesArrays: result?.dimensionality === "matrix",
      givesDataTypes: this.metadata.allowCustomDataForDataTypeAny === true,
    };
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

  private arrived(id: number, result: CellResult): void {
    const call = this.calls.find(id);
    if (!call) return;
    this.calls.answered(call, result);
    this.workbook.calculation.answerArrived(call.cell.sheet, call.cell.row, call.cell.column);
  }

  private workbookChanged(event: WorkbookEvent): void {
    if (event.kind !== "cells") return;
    if (event.change === "RangeEdited") this.cellsEntered(event.sheet, event.cells ?? {});
    else this.cellsMoved(event.sheet);
  }

  private cellsEntered(sheet: string, cells: Record<number, Record<number, unknown>>): void {
    for (const [row, columns] of Object.entries(cells)) {
      for (const column of Object.keys(columns)) {
        const cell: CallingCell = { sheet, row: Number(row), column: Number(column) };
        this.calls.forgetCell(cell);
        this.binding.entered(cell);
        this.messages.delete(cellKey(cell));
        this.volatileCells.delete(cellKey(cell));
      }
    }
  }

  /** As in Excel, all functions of the add-in are called again when rows or columns come or go. */
  private cellsMoved(sheet: string): void {
    this.calls.forgetAll(sheet);
    this.binding.forgetSheet(sheet);
    for (const [key, cell] of this.volatileCells) if (cell.sheet === sheet) this.volatileCells.delete(key);
    for (const key of this.messages.keys()) if (key.startsWith(`${sheet}!`)) this.messages.delete(key);
    if (!this.isKnown || !this.workbook.findSheet(sheet)) return;
    for (const { row, column } of this.binding.formulasOf(this.workbook, sheet))
      this.workbook.calculation.markDirty(sheet, row, column);
  }

  private markVolatile(): void {
    for (const { sheet, row, column } of this.volatileCells.values())
      this.workbook.calculation.markDirty(sheet, row, column);
  }
}

function isPromise(value: unknown): value is Promise<unknown> {
  return typeof value === "object" && value !== null && typeof (value as Promise<unknown>).then === "function";
}

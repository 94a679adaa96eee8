import type { Dependency, ICommandInfo, IExecutionOptions, IWorkbookData, IWorksheetData, Plugin, PluginCtor, Workbook, Worksheet } from "@univerjs/core";
import { ICommandService, IUndoRedoService, IUniverInstanceService, isRealNum, LocaleType, LogLevel, mergeWorksheetSnapshotWithDefault, numfmt, Univer, UniverInstanceType } from "@univerjs/core";
import type { BaseReferenceObject, BaseValueObject, FunctionVariantType, IFunctionInfo } from "@univerjs/engine-formula";
import {
  ArrayValueObject,
  BaseFunction,
  BooleanValueObject,
  CELL_INVERTED_INDEX_CACHE,
  ERROR_TYPE_SET,
  ErrorValueObject,
  FormulaDataModel,
  FunctionType,
  IActiveDirtyManagerService,
  IDefinedNamesService,
  IFormulaCurrentConfigService,
  IFormulaRuntimeService,
  IFunctionService,
  Interpreter,
  ISuperTableService,
  Lexer,
  LexerTreeBuilder,
  NullValueObject,
  NumberValueObject,
  RemoveDefinedNameMutation,
  RemoveSuperTableMutation,
  SetArrayFormulaDataMutation,
  SetDefinedNameMutation,
  SetFormulaCalculationStartMutation,
  SetSuperTableMutation,
  StringValueObject,
  UniverFormulaEnginePlugin,
} from "@univerjs/engine-formula";
import { InsertSheetMutation, SetRangeValuesMutation, SetRangeValuesUndoMutationFactory, UniverSheetsPlugin } from "@univerjs/sheets";
import { FormulaCalculationSessionService, IDescriptionService, TriggerCalculationController, UniverSheetsFormulaPlugin } from "@univerjs/sheets-formula";
import type { AreaContent, ValueContent } from "../../xlsx/content";
import { toEngineFormula } from "./formulaDialect";

export type { IStyleData as EngineStyle, ICellData as EngineCell, Univer } from "@univerjs/core";
export type { IWorkbookData, IWorksheetData, Worksheet };

/** A number as a format shows it: 0.0961 in "0.0%" is "9.6%". An unreadable format shows the plain number. */
export function shownNumber(value: number, numberFormat: string): string {
  try {
    return numfmt.format(numberFormat, value);
  } catch {
    return String(value);
  }
}

/** The one workbook of a host, in Univer's terms. */
export const bookId = "book";

/** A call of one of the add-in's functions from a cell. */
export interface EngineCall {
  name: string;
  sheet: string;
  row: number;
  column: number;
  arguments: EngineArgument[];
}

/** An argument as it stands in the formula; null is left out. `area` tells where a reference points. */
export type EngineArgument = { values: ValueContent[][]; area: (AreaContent & { sheet: string }) | null } | null;

export interface EngineFunctionDescription {
  name: string;
  description: string;
  parameters: { name: string; description: string; optional: boolean }[];
}

export interface EngineListener {
  /** A mutation was applied to the workbook, by us or by the user in the grid. */
  mutated(id: string, params: Record<string, unknown>, fromCalculation: boolean): void;
}

type DirtyData = Record<string, unknown> & { dirtyRanges: unknown[]; forceCalculation: boolean };

/**
 * The calculation engine, and the only file that knows Univer 0.25.1. It starts Univer (or takes the page's), decides
 * when to calculate, hands calls of custom functions out, and mends what Univer gets wrong (docs/decisions/host-engine.md).
 */
export class Calculation {
  readonly univer: Univer;
  /** Manual mode collects what is dirty until `calculateNow`. */
  automatic = true;
  /** Calculation waits, whatever the mode, until this is false again. */
  suspended = false;
  /** A cell in one of these areas can never be the start of a spilled array: Excel does not spill inside a table. */
  tableAt: (sheet: string, row: number, column: number) => boolean = () => false;

  private readonly injector;
  private readonly commands: ICommandService;
  private readonly formulas: FormulaDataModel;
  private readonly session: FormulaCalculationSessionService;
  private dirty: DirtyData | null = null;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private running: Promise<void> | null = null;
  private isOpen = false;
  private isClosed = false;
  private undoGroup: { undo: ICommandInfo[]; redo: ICommandInfo[] } | null = null;
  private disposables: { dispose(): void }[] = [];

  constructor(sheets: Partial<IWorksheetData>[], styles: IWorkbookData["styles"], univer: Univer | null, listener: EngineListener) {
    this.univer = univer ?? headlessUniver();
    this.univer.createUnit(UniverInstanceType.UNIVER_SHEET, {
      id: bookId,
      name: "Book1",
      appVersion: "0.25.1",
      sheetOrder: sheets.map((sheet) => sheet.id ?? ""),
      sheets: Object.fromEntries(sheets.map((sheet) => [sheet.id, sheet])),
      styles,
    });
    this.injector = this.univer.__getInjector();
    this.commands = this.injector.get(ICommandService);
    this.formulas = this.injector.get(FormulaDataModel);
    this.session = this.injector.get(FormulaCalculationSessionService);
    // Undo is for the workbook that has the focus; without a grid nothing else gives it.
    if (!univer) this.injector.get(IUniverInstanceService).focusUnit(bookId);
    this.mendEngine();
    this.listen(listener);
  }

  /** The file is in: from now on changes are calculated. Cells show what the file says, formulas without a value are due. */
  opened(): void {
    this.isOpen = true;
    const dirtyRanges = this.formulas.getFormulaDirtyRanges();
    if (dirtyRanges.length > 0) this.addDirty({ dirtyRanges });
  }

  get book(): Workbook {
    return this.injector.get(IUniverInstanceService).getUnit<Workbook>(bookId) as Workbook;
  }

  sheet(id: string): Worksheet {
    const sheet = this.book.getSheetBySheetId(id);
    if (!sheet) throw new Error(`The engine has no sheet ${id}.`);
    return sheet;
  }

  /** Runs one of Univer's mutations on the workbook. */
  mutate(id: string, params: Record<string, unknown>): void {
    const full = { unitId: bookId, ...params };
    if (id === SetRangeValuesMutation.id && this.undoGroup) {
      const undo = this.injector.invoke(SetRangeValuesUndoMutationFactory as never, full as never) as object;
      this.undoGroup.undo.unshift({ id, params: undo });
      this.undoGroup.redo.push({ id, params: full });
    }
    // Univer shows a sheet that is added or no longer hidden, unless it is told that this came from elsewhere.
    const staysBehind = id === InsertSheetMutation.id || id === "sheet.mutation.set-worksheet-hidden";
    this.commands.syncExecuteCommand(id, full, staysBehind ? { fromCollab: true } : undefined);
  }

  /** Inserts a sheet with Univer's defaults filled in: a grid that is shown reads them from the mutation itself. */
  insertSheet(index: number, sheet: Partial<IWorksheetData>): void {
    this.mutate(InsertSheetMutation.id, { index, sheet: mergeWorksheetSnapshotWithDefault(sheet) });
  }

  /** Everything mutated until `closeUndoGroup` is undone as one step. */
  openUndoGroup(): void {
    this.undoGroup = { undo: [], redo: [] };
  }

  closeUndoGroup(): void {
    const group = this.undoGroup;
    this.undoGroup = null;
    if (!group || group.redo.length === 0) return;
    this.injector.get(IUndoRedoService).pushUndoRedo({ unitID: bookId, undoMutations: group.undo as never, redoMutations: group.redo as never });
  }

  async undo(): Promise<void> {
    await this.commands.executeCommand("univer.command.undo");
  }

  async redo(): Promise<void> {
    await this.commands.executeCommand("univer.command.redo");
  }

  /** Runs one of Univer's commands, which also moves references in formulas where that is due. */
  async command(id: string, params: Record<string, unknown>): Promise<void> {
    await this.commands.executeCommand(id, { unitId: bookId, ...params });
  }

  /** A cell's own formula with "=", also where the grid keeps it as a copy of another cell's. */
  formulaAt(sheet: string, row: number, column: number): string | null {
    const cell = this.sheet(sheet).getCellMatrix().getValue(row, column);
    if (!cell?.f && !cell?.si) return null;
    return cell.f ?? this.formulas.getFormulaStringByCell(row, column, sheet, bookId) ?? null;
  }

  // ---- spilled arrays

  /** What a spilled array puts into a cell that has nothing of its own. */
  spilledCell(sheet: string, row: number, column: number): { v?: unknown; t?: number | null } | null {
    const cells = this.formulas.getArrayFormulaCellData()?.[bookId]?.[sheet] as Record<number, Record<number, { v?: unknown; t?: number }>> | undefined;
    return cells?.[row]?.[column] ?? null;
  }

  /** The areas of all arrays of a sheet by their first cell. */
  spillAreas(sheet: string): AreaContent[] {
    const rows = this.formulas.getArrayFormulaRange()?.[bookId]?.[sheet] as Record<number, Record<number, UniverRange | null>> | undefined;
    return Object.values(rows ?? {}).flatMap((columns) => Object.values(columns).flatMap((range) => (range ? [areaOf(range)] : [])));
  }

  /** Puts back what a file says of its arrays, so that they show before anything is calculated. */
  restoreArrays(sheet: string, arrays: { area: AreaContent; cells: { row: number; column: number; v: unknown; t: number }[] }[]): void {
    const ranges = matrixOf(arrays.map(({ area }) => ({ row: area.row, column: area.column, value: rangeOf(area) })));
    const cells = matrixOf(arrays.flatMap((array) => array.cells.map(({ row, column, v, t }) => ({ row, column, value: { v, t } }))));
    this.commands.syncExecuteCommand(SetArrayFormulaDataMutation.id, {
      arrayFormulaRange: { ...this.formulas.getArrayFormulaRange(), [bookId]: { ...this.formulas.getArrayFormulaRange()[bookId], [sheet]: ranges } },
      arrayFormulaCellData: { ...this.formulas.getArrayFormulaCellData(), [bookId]: { ...this.formulas.getArrayFormulaCellData()[bookId], [sheet]: cells } },
    }, { onlyLocal: true });
  }

  // ---- names and tables

  setName(id: string, name: string, formula: string, localSheet: string | null): void {
    this.meaningChanges(name);
    const isReference = !formula.includes("(");
    const formulaOrRefString = isReference ? formula : `=${formula}`;
    this.mutate(SetDefinedNameMutation.id, { id, name, formulaOrRefString, ...(localSheet ? { localSheetId: localSheet } : {}) });
  }

  removeName(id: string, name: string, formula: string): void {
    this.meaningChanges(name);
    this.mutate(RemoveDefinedNameMutation.id, { id, name, formulaOrRefString: formula });
  }

  setTable(name: string, sheet: string, area: AreaContent, columns: string[], showHeader: boolean): void {
    this.meaningChanges(name);
    const titleMap = new Map(columns.map((column, index) => [column, index]));
    const reference = { sheetId: sheet, range: rangeOf(area), titleMap, hasCustomTitle: true, showHeader };
    this.mutate(SetSuperTableMutation.id, { tableName: name, reference });
  }

  removeTable(name: string): void {
    this.meaningChanges(name);
    this.mutate(RemoveSuperTableMutation.id, { tableName: name });
  }

  // ---- functions of the add-in

  /** Makes a function known, or known anew. `evaluate` answers at once; a cell whose answer is due later is #BUSY! until then. */
  addFunction(description: EngineFunctionDescription, evaluate: (call: EngineCall) => ValueContent | ValueContent[][]): void {
    const name = description.name.toUpperCase();
    this.injector.get(IFunctionService).registerExecutors(new AddinFunction(name, evaluate));
    const info: IFunctionInfo = {
      functionName: name,
      functionType: FunctionType.User,
      description: description.description,
      abstract: description.description,
      functionParameter: description.parameters.map((parameter) => ({
        name: parameter.name,
        detail: parameter.description,
        example: "",
        require: parameter.optional ? 0 : 1,
        repeat: 0,
      })),
    };
    this.injector.get(IDescriptionService).registerDescriptions([info]);
    this.injector.get(IFunctionService).deleteFormulaAstCacheKey(name);
  }

  removeFunction(name: string): void {
    this.injector.get(IFunctionService).unregisterExecutors(name.toUpperCase());
    this.injector.get(IFunctionService).deleteFormulaAstCacheKey(name.toUpperCase());
  }

  // ---- when to calculate

  /** A cell's answer has changed although nothing it depends on has: a custom function answered later. */
  markDirty(sheet: string, row: number, column: number): void {
    this.addDirty({ dirtyRanges: [{ unitId: bookId, sheetId: sheet, range: rangeOf({ row, column, rowCount: 1, columnCount: 1 }) }] });
  }

  /** Calculates what is dirty unless calculation is manual or suspended, and waits until nothing is running. */
  async settle(): Promise<void> {
    while (this.running || (this.dirty && this.automatic && !this.suspended)) await this.run();
  }

  /** Calculates what is dirty, in manual mode too; `full`: every formula. */
  async calculateNow(full: boolean): Promise<void> {
    if (full) this.addDirty({ dirtyRanges: [], forceCalculation: true });
    while (this.running || this.dirty) await this.run();
  }

  /** Ends a suspension of calculation. */
  resume(): void {
    if (!this.suspended) return;
    this.suspended = false;
    if (this.dirty) this.schedule();
  }

  get isDirty(): boolean {
    return this.dirty !== null || this.running !== null;
  }

  dispose(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    this.isClosed = true;
    for (const disposable of this.disposables) disposable.dispose();
    this.univer.dispose();
  }

  private addDirty(data: Partial<DirtyData>): void {
    if (!this.isOpen) return;
    this.dirty = merged(this.dirty ?? { dirtyRanges: [], forceCalculation: false }, data);
    this.schedule();
  }

  private schedule(): void {
    if (!this.automatic || this.suspended || this.timer || this.isClosed) return;
    this.timer = setTimeout(() => {
      this.timer = null;
      void this.settle();
    }, 0);
  }

  private async run(): Promise<void> {
    if (this.running) return this.running;
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    this.running = this.calculate().finally(() => {
      this.running = null;
      if (this.dirty) this.schedule();
    });
    return this.running;
  }

  private async calculate(): Promise<void> {
    // The engine takes note of new formulas a moment after they are written; starting earlier would lose their dependencies.
    await nextTask();
    const dirty = this.dirty;
    this.dirty = null;
    if (!dirty || this.isClosed) return;
    const before = this.session.state.id;
    await new Promise<void>((resolve) => {
      const subscription = this.session.state$.subscribe((state) => {
        const isOver = state.id > before && state.started && state.resultApplied && (state.stopped || state.completed || state.resultEmitted);
        if (!isOver) return;
        queueMicrotask(() => subscription.unsubscribe());
        resolve();
      });
      this.commands.syncExecuteCommand(SetFormulaCalculationStartMutation.id, dirty, { onlyLocal: true });
    });
    // It clears its own state just after it has told of its end; starting before that would lose the next run.
    await nextTask();
  }

  private listen(listener: EngineListener): void {
    const manager = this.injector.get(IActiveDirtyManagerService);
    const conversionOf = manager.get.bind(manager);
    // Univer's own trigger waits 100 ms and stops a calculation that is running; one scheduler, ours, is enough.
    manager.get = () => undefined;
    const trigger = this.injector.get(TriggerCalculationController) as unknown as { _setTimeoutKey: ReturnType<typeof setTimeout>; _waitingCommandQueue: unknown[] };
    clearTimeout(trigger._setTimeoutKey);
    trigger._waitingCommandQueue = [];
    this.disposables.push(
      this.commands.onCommandExecuted((command: Readonly<ICommandInfo>, options?: IExecutionOptions) => {
        const params = (command.params ?? {}) as Record<string, unknown>;
        const fromCalculation = Boolean(options?.["fromFormula"] ?? options?.["applyFormulaCalculationResult"]);
        if (!fromCalculation) {
          const data = conversionOf(command.id)?.getDirtyData(command);
          if (data && hasDirt(data as DirtyData)) this.addDirty(data as unknown as DirtyData);
        }
        listener.mutated(command.id, params, fromCalculation);
      }),
    );
  }

  /** Puts right what Univer 0.25.1 gets wrong; each of these has a test. */
  private mendEngine(): void {
    ERROR_TYPE_SET.add("#BUSY!" as never);
    mendInvertedIndex();
    // Univer keeps what it has read of a formula by its text alone: over a change of names, and over the end of a workbook.
    const reader = this.injector.get(LexerTreeBuilder);
    const names = this.injector.get(IDefinedNamesService);
    const current = this.injector.get(IFormulaCurrentConfigService);
    (reader as unknown as { _simpleCheckDefinedName: () => boolean })._simpleCheckDefinedName = () => true;
    this.injector.get(Lexer).treeBuilder = (formula, transformSuffix) =>
      reader.treeBuilder(toEngineFormula(formula), transformSuffix, {
        unitId: bookId,
        getValueByName: names.getValueByName.bind(names),
        getDirtyDefinedNameMap: current.getDirtyDefinedNameMap.bind(current),
        getSheetName: current.getSheetName.bind(current),
      });
    this.forgetReadFormulas();

    const interpreter = this.injector.get(Interpreter);
    const execute = interpreter.execute.bind(interpreter);
    interpreter.execute = (node) => {
      try {
        return execute(node);
      } catch {
        return ErrorValueObject.create("#VALUE!" as never);
      }
    };

    // Iterator helpers (`keys().some`) are not in Node 20.
    const tables = this.injector.get(ISuperTableService);
    tables.hasTable = (unit, name) => [...(tables.getTableMap(unit)?.keys() ?? [])].some((key) => key.toLowerCase() === name.toLowerCase());

    const runtime = this.injector.get(IFormulaRuntimeService) as unknown as {
      _checkIfArrayFormulaRangeHasData(...args: [string, string, number, number, UniverRange]): boolean;
      _getValueObjectOfRuntimeData(variant: unknown): { s?: unknown };
    };
    // A calculation changes values, never the formats of a user's cells.
    const cellOf = runtime._getValueObjectOfRuntimeData.bind(runtime);
    runtime._getValueObjectOfRuntimeData = (variant) => {
      const cell = cellOf(variant);
      delete cell.s;
      return cell;
    };
    const hasData = runtime._checkIfArrayFormulaRangeHasData.bind(runtime);
    runtime._checkIfArrayFormulaRangeHasData = (unit, sheet, row, column, range) =>
      this.tableAt(sheet, row, column) || hasData(unit, sheet, row, column, range);

    this.injector.get(IFunctionService).registerExecutors(new Single("SINGLE"), new AnchorArray("ANCHORARRAY", (sheet, row, column) => this.spillFrom(sheet, row, column)));
  }

  /** The engine does not see that formulas which use a name now mean something else: what it has read of them goes. */
  private meaningChanges(name: string): void {
    if (!this.isOpen) return;
    this.forgetReadFormulas();
    const dirtyRanges: unknown[] = [];
    const sheets: Record<string, string> = {};
    for (const sheet of this.book.getSheets()) {
      const id = sheet.getSheetId();
      sheets[id] = "1";
      sheet.getCellMatrix().forValue((row, column, cell) => {
        if (cell?.f?.toLowerCase().includes(name.toLowerCase())) dirtyRanges.push({ unitId: bookId, sheetId: id, range: rangeOf({ row, column, rowCount: 1, columnCount: 1 }) });
      });
    }
    if (dirtyRanges.length > 0) this.addDirty({ dirtyRanges, clearDependencyTreeCache: { [bookId]: sheets } });
  }

  private forgetReadFormulas(): void {
    this.injector.get(IFunctionService).deleteFormulaAstCacheKey("");
  }

  private spillFrom(sheet: string, row: number, column: number): UniverRange | null {
    const runtime = this.injector.get(IFormulaRuntimeService).getUnitArrayFormula() as Arrays;
    const now = runtime?.[bookId]?.[sheet]?.[row]?.[column];
    return now ?? (this.formulas.getArrayFormulaRange() as Arrays)?.[bookId]?.[sheet]?.[row]?.[column] ?? null;
  }
}

type UniverRange = { startRow: number; startColumn: number; endRow: number; endColumn: number };
type Arrays = Record<string, Record<string, Record<number, Record<number, UniverRange | null>>>> | undefined;

function headlessUniver(): Univer {
  const univer = new Univer({ logLevel: LogLevel.ERROR, locale: LocaleType.EN_US, locales: { [LocaleType.EN_US]: {} } });
  const plugins: PluginCtor<Plugin>[] = [UniverFormulaEnginePlugin, UniverSheetsPlugin, UniverSheetsFormulaPlugin];
  for (const plugin of plugins) univer.registerPlugin(plugin);
  return univer;
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

function hasDirt(data: DirtyData): boolean {
  return Object.values(data).some((value) => value === true || (typeof value === "object" && value !== null && Object.keys(value).length > 0));
}

function merged(one: DirtyData, other: Partial<DirtyData>): DirtyData {
  const all: DirtyData = { ...one, dirtyRanges: [...one.dirtyRanges, ...(other.dirtyRanges ?? [])], forceCalculation: one.forceCalculation || (other.forceCalculation ?? false) };
  for (const [key, value] of Object.entries(other)) {
    if (key === "dirtyRanges" || key === "forceCalculation" || typeof value !== "object" || value === null) continue;
    const mine = (all[key] ?? {}) as Record<string, object>;
    for (const [unit, entries] of Object.entries(value)) mine[unit] = { ...mine[unit], ...(entries as object) };
    all[key] = mine;
  }
  return all;
}

function rangeOf(area: AreaContent): UniverRange {
  return { startRow: area.row, startColumn: area.column, endRow: area.row + area.rowCount - 1, endColumn: area.column + area.columnCount - 1 };
}

function areaOf(range: UniverRange): AreaContent {
  return { row: range.startRow, column: range.startColumn, rowCount: range.endRow - range.startRow + 1, columnCount: range.endColumn - range.startColumn + 1 };
}

function matrixOf<T>(entries: { row: number; column: number; value: T }[]): Record<number, Record<number, T>> {
  const matrix: Record<number, Record<number, T>> = {};
  for (const { row, column, value } of entries) (matrix[row] ??= {})[column] = value;
  return matrix;
}

/** Univer looks through every distinct value of a column on each forced write; this remembers where a row stands. */
function mendInvertedIndex(): void {
  const cache = CELL_INVERTED_INDEX_CACHE as unknown as {
    _cache: Map<string, Map<string, Map<number, Map<unknown, Set<number>>>>>;
    set: (unit: string, sheet: string, column: number, value: unknown, row: number, force?: boolean) => void;
    shouldContinueBuildingCache(unit: string, sheet: string, column: number, row: number): boolean;
    clear(): void;
    isMended?: boolean;
  };
  if (cache.isMended) return;
  cache.isMended = true;
  cache.set("probe", "probe", 0, null, 0, true);
  const emptyKey = cache._cache.get("probe")?.get("probe")?.get(0)?.keys().next().value as unknown;
  cache.clear();
  const places = new WeakMap<Map<unknown, Set<number>>, Map<number, Set<number>>>();
  cache.set = (unit, sheet, column, value, row, force = false) => {
    if (!force && !cache.shouldContinueBuildingCache(unit, sheet, column, row)) return;
    const sheets = entry(cache._cache, unit, () => new Map<string, Map<number, Map<unknown, Set<number>>>>());
    const columns = entry(sheets, sheet, () => new Map<number, Map<unknown, Set<number>>>());
    const rowsByValue = entry(columns, column, () => new Map<unknown, Set<number>>());
    const rows = entry(rowsByValue, indexKey(value, emptyKey), () => new Set<number>());
    let place = places.get(rowsByValue);
    if (!place) places.set(rowsByValue, (place = new Map()));
    if (force) place.get(row)?.delete(row);
    rows.add(row);
    place.set(row, rows);
  };
}

function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) map.set(key, (value = make()));
  return value;
}

function indexKey(value: unknown, emptyKey: unknown): unknown {
  if (value === null || value === undefined || value === "") return emptyKey;
  if (isRealNum(value as string) && Number(value).toString() === String(value)) return Number(value) === 0 ? 0 : Number(value);
  return typeof value === "string" ? value.toLowerCase() : value;
}

// ---- values in and out of functions

class AddinFunction extends BaseFunction {
  override needsReferenceObject = true;

  constructor(
    name: string,
    private readonly evaluate: (call: EngineCall) => ValueContent | ValueContent[][],
  ) {
    super(name);
  }

  override calculate(...variants: FunctionVariantType[]): BaseValueObject {
    const call = { name: String(this.name), sheet: this.subUnitId ?? "", row: this.row, column: this.column, arguments: variants.map(argumentOf) };
    return valueObject(this.evaluate(call));
  }
}

/** `@`: the one value of a range that stands in the cell's own row or column, or the first value of an array. */
class Single extends BaseFunction {
  override needsReferenceObject = true;

  override calculate(variant: FunctionVariantType): BaseValueObject {
    if (!variant.isReferenceObject()) return variant.isArray() ? ((variant as ArrayValueObject).get(0, 0) ?? NullValueObject.create()) : (variant as BaseValueObject);
    const reference = variant as BaseReferenceObject;
    const { startRow, endRow, startColumn, endColumn } = reference.getRangePosition();
    const values = reference.toArrayValueObject();
    const row = startRow === endRow ? startRow : this.row;
    const column = startColumn === endColumn ? startColumn : this.column;
    if (row < startRow || row > endRow || column < startColumn || column > endColumn) return ErrorValueObject.create("#VALUE!" as never);
    return values.get(row - startRow, column - startColumn) ?? NullValueObject.create();
  }
}

/** `E1#`: the whole array that is spilled from a cell; #REF! where nothing is. */
class AnchorArray extends BaseFunction {
  override needsReferenceObject = true;

  constructor(
    name: string,
    private readonly spillFrom: (sheet: string, row: number, column: number) => UniverRange | null,
  ) {
    super(name);
  }

  override calculate(variant: FunctionVariantType): BaseValueObject {
    if (!variant.isReferenceObject()) return ErrorValueObject.create("#REF!" as never);
    const reference = variant as BaseReferenceObject;
    const { startRow, startColumn } = reference.getRangePosition();
    const range = this.spillFrom(reference.getSheetId(), startRow, startColumn);
    const first = reference.toArrayValueObject().get(0, 0);
    if (first?.isError()) return first as BaseValueObject;
    if (!range) return ErrorValueObject.create("#REF!" as never);
    const own = reference.getRangeData();
    reference.setRangeData({ ...own, ...range });
    const { x, y } = reference.getRefOffset();
    reference.setRefOffset(0, 0);
    const values = reference.toArrayValueObject(false);
    reference.setRangeData(own);
    reference.setRefOffset(x, y);
    return values;
  }
}

function argumentOf(variant: FunctionVariantType): EngineArgument {
  if (variant.isReferenceObject()) {
    const reference = variant as BaseReferenceObject;
    return { values: valuesOf(reference.toArrayValueObject()), area: { sheet: reference.getSheetId(), ...areaOf(reference.getRangePosition()) } };
  }
  if ((variant as BaseValueObject).isNull()) return null;
  return { values: variant.isArray() ? valuesOf(variant as ArrayValueObject) : [[valueOf(variant as BaseValueObject)]], area: null };
}

function valuesOf(array: ArrayValueObject): ValueContent[][] {
  const values: ValueContent[][] = [];
  for (let row = 0; row < array.getRowCount(); row++) {
    const line: ValueContent[] = [];
    for (let column = 0; column < array.getColumnCount(); column++) line.push(valueOf(array.get(row, column) ?? null));
    values.push(line);
  }
  return values;
}

function valueOf(object: BaseValueObject | null | undefined): ValueContent {
  if (!object || object.isNull()) return null;
  if (object.isError()) return { error: (object as ErrorValueObject).getErrorType() };
  const value = object.getValue();
  return object.isBoolean() ? Boolean(value) : (value as ValueContent);
}

function valueObject(value: ValueContent | ValueContent[][]): BaseValueObject {
  if (!Array.isArray(value)) return single(value);
  const columnCount = value[0]?.length ?? 0;
  if (value.length === 1 && columnCount === 1) return single(value[0]?.[0] ?? null);
  const calculateValueList = value.map((line) => line.map(single));
  return ArrayValueObject.create({ calculateValueList, rowCount: value.length, columnCount, unitId: "", sheetId: "", row: -1, column: -1 });
}

/** Nothing in a result shows as 0, as in Excel. */
function single(value: ValueContent): BaseValueObject {
  if (value === null) return NumberValueObject.create(0);
  if (typeof value === "number") return Number.isFinite(value) ? NumberValueObject.create(value) : ErrorValueObject.create("#NUM!" as never);
  if (typeof value === "boolean") return BooleanValueObject.create(value);
  if (typeof value === "string") return StringValueObject.create(value);
  return ErrorValueObject.create(value.error as never);
}

import type {
  ICommandInfo,
  IExecutionOptions,
  IWorkbookData,
  IWorksheetData,
  Univer,
  Workbook,
  Worksheet,
} from "@univerjs/core";
import {
  ICommandService,
  IUniverInstanceService,
  mergeWorksheetSnapshotWithDefault,
  UniverInstanceType,
} from "@univerjs/core";
import type { IFunctionInfo } from "@univerjs/engine-formula";
import {
  FormulaDataModel,
  FunctionType,
  IActiveDirtyManagerService,
  IFunctionService,
  RemoveDefinedNameMutation,
  RemoveSuperTableMutation,
  SetArrayFormulaDataMutation,
  SetDefinedNameMutation,
  SetFormulaCalculationStartMutation,
  SetSuperTableMutation,
} from "@univerjs/engine-formula";
import { InsertSheetMutation } from "@univerjs/sheets";
import {
  FormulaCalculationSessionService,
  IDescriptionService,
  TriggerCalculationController,
} from "@univerjs/sheets-formula";
import type { AreaContent, ValueContent } from "@workbooks/xlsx/content";
import { Actors } from "./actors";
import type { MutationListener } from "./mutationListener";
import { areaOf, matrixOf, rangeOf, type UniverRange } from "./univerAreas";
import { KnownFunctions } from "./functions/knownFunctions";
import { AddinFunction, type AddinCall, type FunctionDescription } from "./functions/addinFunction";
import { itemNotFound } from "../workbook/excelError";
import { mendUniver } from "./mends";
import { mendMergedCells } from "./mergedCells";
import { History, type UndoneModel } from "./undo/history";
import { overlap } from "./recalculation/readAreas";
import { headlessUniver } from "./headlessUniver";
import type { CellReads, Recalculation } from "./recalculation/recalculation";
import { mentions } from "./reading/mentions";
import type { StoredValues } from "./recalculation/storedValues";
import { CalculationSchedule, hasDirt, oneCell, type DirtyData } from "./schedule";
import type { KnownTables } from "./reading/structuredReferences";

export type { AddinArgument, AddinCall } from "./functions/addinFunction";
export type { IStyleData as UniverStyle, ICellData as UniverCell, Univer } from "@univerjs/core";
export type { IWorksheetData };

/** The one workbook of a stand-in, in Univer's terms. */
export const bookId = "book";

/**
 * The calculation, and the door to Univer 0.25.1, which only this folder knows, and the page whose grid it is. It starts
 * Univer (or takes the page's), decides when to calculate, hands calls of custom functions out, and mends what Univer gets
 * wrong (docs/decisions/stand-in-calculation.md).
 */
export class Calculation extends CalculationSchedule {
  readonly univer: Univer;
  tables: KnownTables = { find: () => null, any: () => false, touches: () => false };
  /** How a formula is read that stands in its cell as a file brought it: what is no array there takes single values. */
  readAs: (place: { sheet: string; row: number; column: number }, formula: string) => string = (_, formula) => formula;

  private readonly injector;
  private readonly commands: ICommandService;
  private readonly formulas: FormulaDataModel;
  private readonly session: FormulaCalculationSessionService;
  readonly recalculation: Recalculation;
  readonly known: KnownFunctions;
  private isOpen = false;
  /** What the stand-in keeps beside the cells, for undo. */
  undoneModel: UndoneModel | null = null;
  readonly actors = new Actors();
  readonly history: History;
  private disposables: { dispose(): void }[] = [];

  constructor(
    sheets: Partial<IWorksheetData>[],
    styles: IWorkbookData["styles"],
    univer: Univer | null,
    listener: MutationListener,
    keepsFileValues = false,
  ) {
    super();
    mendMergedCells();
    this.univer = univer ?? headlessUniver();
    this.injector = this.univer.__getInjector();
    // Before the workbook is there, so that it sees the cells before Univer's own listeners touch them.
    this.history = new History(
      this.injector,
      bookId,
      () => this.book,
      () => this.undoneModel,
      this.actors,
    );
    this.commands = this.injector.get(ICommandService);
    this.commands.beforeCommandExecuted((command, options) => {
      const params = (command.params ?? {}) as Record<string, unknown>;
      if (this.isOpen && this.actors.authorOf(params, options) !== "calculation") listener.mutating(command.id, params);
    });
    this.univer.createUnit(UniverInstanceType.UNIVER_SHEET, {
      id: bookId,
      name: "Book1",
      appVersion: "0.25.1",
      sheetOrder: sheets.map((sheet) => sheet.id ?? ""),
      sheets: Object.fromEntries(sheets.map((sheet) => [sheet.id, sheet])),
      styles,
    });
    this.formulas = this.injector.get(FormulaDataModel);
    this.known = new KnownFunctions(this.injector.get(IFunctionService));
    this.session = this.injector.get(FormulaCalculationSessionService);
    // Undo is for the workbook that has the focus; without a grid nothing else gives it.
    if (!univer) this.injector.get(IUniverInstanceService).focusUnit(bookId);
    this.recalculation = mendUniver(this.injector, bookId, {
      findTable: (name) => this.tables.find(name),
      hasTables: () => this.tables.any(),
      keepsFileValues,
      readAs: (cell) => this.readAs(cell, cell.formula),
      sheetNames: () => this.book.getSheets().map((sheet) => sheet.getName()),
      isClosedToArrays: (sheet, range) =>
        this.tables.touches(sheet, areaOf(range)) ||
        this.sheet(sheet)
          .getConfig()
          .mergeData.some((merge) => overlap(merge, range)),
    });
    this.listen(listener);
  }

  /** The file is in: from now on changes are calculated. Cells show what the file says, formulas without a value are due. */
  opened(): void {
    this.isOpen = true;
    const dirtyRanges = this.formulas.getFormulaDirtyRanges();
    this.stored.isOpening = dirtyRanges.length > 0;
    if (dirtyRanges.length > 0) this.addDirty({ dirtyRanges });
  }

  get book(): Workbook {
    return (this.openBook ??= this.injector.get(IUniverInstanceService).getUnit<Workbook>(bookId) as Workbook);
  }

  /** It is asked for with every cell. */
  private openBook: Workbook | null = null;

  /** @throws ItemNotFound for a sheet that is gone: the add-in may still hold it. */
  sheet(id: string): Worksheet {
    const sheet = this.book.getSheetBySheetId(id);
    if (!sheet) throw itemNotFound();
    return sheet;
  }

  /** Runs one of Univer's mutations on the workbook. */
  mutate(id: string, params: Record<string, unknown>): void {
    const full = { unitId: bookId, ...params };
    // Univer shows a sheet that is added or no longer hidden, unless it is told that this came from elsewhere.
    const staysBehind = id === InsertSheetMutation.id || id === "sheet.mutation.set-worksheet-hidden";
    this.actors.ask(() => this.commands.syncExecuteCommand(id, full, staysBehind ? { fromCollab: true } : undefined));
  }

  /** Inserts a sheet with Univer's defaults filled in: a grid that is shown reads them from the mutation itself. */
  insertSheet(index: number, sheet: Partial<IWorksheetData>): void {
    this.mutate(InsertSheetMutation.id, { index, sheet: mergeWorksheetSnapshotWithDefault(sheet) });
  }

  async undo(): Promise<void> {
    await this.commands.executeCommand("univer.command.undo");
  }

  async redo(): Promise<void> {
    await this.commands.executeCommand("univer.command.redo");
  }

  /** Runs one of Univer's commands, which also moves references in formulas where that is due. */
  async command(id: string, params: Record<string, unknown>): Promise<void> {
    await this.actors.ask(() => this.commands.executeCommand(id, { unitId: bookId, ...params }));
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
    const cells = this.formulas.getArrayFormulaCellData()?.[bookId]?.[sheet] as
      Record<number, Record<number, { v?: unknown; t?: number }>> | undefined;
    return cells?.[row]?.[column] ?? null;
  }

  /** The areas of all arrays of a sheet by their first cell. */
  spillAreas(sheet: string): AreaContent[] {
    const rows = this.formulas.getArrayFormulaRange()?.[bookId]?.[sheet] as
      Record<number, Record<number, UniverRange | null>> | undefined;
    return Object.values(rows ?? {}).flatMap((columns) =>
      Object.values(columns).flatMap((range) => (range ? [areaOf(range)] : [])),
    );
  }

  /** Puts back what a file says of its arrays, so that they show before anything is calculated. */
  restoreArrays(
    sheet: string,
    arrays: { area: AreaContent; cells: { row: number; column: number; v: unknown; t: number }[] }[],
  ): void {
    const ranges = matrixOf(arrays.map(({ area }) => ({ row: area.row, column: area.column, value: rangeOf(area) })));
    const cells = matrixOf(
      arrays.flatMap((array) => array.cells.map(({ row, column, v, t }) => ({ row, column, value: { v, t } }))),
    );
    this.commands.syncExecuteCommand(
      SetArrayFormulaDataMutation.id,
      {
        arrayFormulaRange: {
          ...this.formulas.getArrayFormulaRange(),
          [bookId]: { ...this.formulas.getArrayFormulaRange()[bookId], [sheet]: ranges },
        },
        arrayFormulaCellData: {
          ...this.formulas.getArrayFormulaCellData(),
          [bookId]: { ...this.formulas.getArrayFormulaCellData()[bookId], [sheet]: cells },
        },
      },
      { onlyLocal: true },
    );
  }

  // ---- names and tables

  setName(id: string, name: string, formula: string, localSheet: string | null): void {
    this.meaningChanges(name);
    const isReference = !formula.includes("(");
    const formulaOrRefString = isReference ? formula : `=${formula}`;
    this.mutate(SetDefinedNameMutation.id, {
      id,
      name,
      formulaOrRefString,
      ...(localSheet ? { localSheetId: localSheet } : {}),
    });
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

  /**
   * Makes a function known, or known anew, and by its name in files too. `evaluate` answers at once; a cell whose answer is
   * due later is #BUSY! until then.
   */
  addFunction(
    description: FunctionDescription,
    evaluate: (call: AddinCall) => ValueContent | ValueContent[][],
    nameInFile?: string,
  ): void {
    const name = description.name.toUpperCase();
    const names = nameInFile === undefined ? [name] : [name, nameInFile.toUpperCase()];
    const functions = this.injector.get(IFunctionService);
    functions.registerExecutors(...names.map((each) => new AddinFunction(each, evaluate)));
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
    for (const each of names) functions.deleteFormulaAstCacheKey(each);
    this.stored.forgetCalculable();
  }

  /** Whether a cell's formula depends on itself, as it was last calculated; it then shows 0. */
  isCircular(sheet: string, row: number, column: number): boolean {
    return this.recalculation.isCircular(sheet, row, column);
  }

  /** What a cell's formula reads now; null where that cannot be told. */
  reads(sheet: string, row: number, column: number): CellReads | null {
    return this.recalculation.reads(sheet, row, column);
  }

  /** Which cells keep the values that they have. */
  get stored(): StoredValues {
    return this.recalculation.stored;
  }

  /** A cell is due although nothing it depends on has changed. */
  markDirty(sheet: string, row: number, column: number): void {
    this.addDirty(oneCell(bookId, sheet, row, column));
  }

  /** A function of the add-in has answered later: its cell is due, and nothing else is, not even what is volatile. */
  answerArrived(sheet: string, row: number, column: number): void {
    this.addDirty(oneCell(bookId, sheet, row, column), false);
  }

  /** Univer goes when the calculation that is running is over: it would end in errors without its parts. */
  dispose(): void {
    this.closeSchedule(() => {
      for (const disposable of this.disposables) disposable.dispose();
      this.univer.dispose();
    });
  }

  protected override async start(dirty: DirtyData): Promise<void> {
    const before = this.session.state.id;
    await new Promise<void>((resolve) => {
      const subscription = this.session.state$.subscribe((state) => {
        const isOver = state.id > before && state.started && state.resultApplied;
        if (!isOver || !(state.stopped || state.completed || state.resultEmitted)) return;
        queueMicrotask(() => subscription.unsubscribe());
        resolve();
      });
      this.commands.syncExecuteCommand(SetFormulaCalculationStartMutation.id, dirty, { onlyLocal: true });
    });
  }

  /** Until the file is in, nothing that happens makes a cell due. */
  protected override addDirty(data: Partial<DirtyData>, isChange = true): void {
    if (this.isOpen) super.addDirty(data, isChange);
  }

  private listen(listener: MutationListener): void {
    const manager = this.injector.get(IActiveDirtyManagerService);
    const conversionOf = manager.get.bind(manager);
    // Univer's own trigger waits 100 ms and stops a calculation that is running; one scheduler, ours, is enough.
    manager.get = () => undefined;
    const trigger = this.injector.get(TriggerCalculationController) as unknown as {
      _setTimeoutKey: ReturnType<typeof setTimeout>;
      _waitingCommandQueue: unknown[];
    };
    clearTimeout(trigger._setTimeoutKey);
    trigger._waitingCommandQueue = [];
    this.disposables.push(
      this.commands.onCommandExecuted((command: Readonly<ICommandInfo>, options?: IExecutionOptions) => {
        const params = (command.params ?? {}) as Record<string, unknown>;
        const by = this.actors.authorOf(params, options);
        if (by !== "calculation") {
          if (this.isOpen && command.id === "sheet.mutation.set-range-values") this.stored.writeAll(params);
          const data = conversionOf(command.id)?.getDirtyData(command);
          if (data && hasDirt(data as DirtyData)) this.addDirty(data as unknown as DirtyData);
        }
        this.actors.as(by, () => listener.mutated(command.id, params, by));
      }),
    );
  }

  /** Univer does not see that formulas which use a name now mean something else: what it has read of them goes. */
  private meaningChanges(name: string): void {
    if (!this.isOpen) return;
    this.forgetReadFormulas();
    const isMeant = mentions(name);
    this.recalculation.meaningChanges(isMeant);
    const dirtyRanges: unknown[] = [];
    const sheets: Record<string, string> = {};
    for (const sheet of this.book.getSheets()) {
      const id = sheet.getSheetId();
      sheets[id] = "1";
      sheet.getCellMatrix().forValue((row, column, cell) => {
        if (cell?.f && isMeant(cell.f))
          dirtyRanges.push({
            unitId: bookId,
            sheetId: id,
            range: rangeOf({ row, column, rowCount: 1, columnCount: 1 }),
          });
      });
    }
    if (dirtyRanges.length > 0) this.addDirty({ dirtyRanges, clearDependencyTreeCache: { [bookId]: sheets } });
  }

  private forgetReadFormulas(): void {
    this.injector.get(IFunctionService).deleteFormulaAstCacheKey("");
  }
}

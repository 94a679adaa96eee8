import { evaluate } from "../../../src/plan/evaluation/evaluate";
import { alsoIds, type AlsoWritten } from "../../../src/plan/report/alsoWritten";
import { tableIdentity } from "../../../src/plan/report/tableIdentity";
import { outputTables } from "../../../src/plan/report/outputTables";
import type { Corrections } from "../../../src/plan/reading/planReading";
import { simulatePlan } from "../../../src/plan/evaluation/simulation/simulation";
import { readAllTables } from "../../../src/plan/reading/side/readAllTables";
import { scenarioToXml } from "../../../src/plan/scenarios/scenarioDocument";
import { builtInScenarios, type Scenario } from "../../../src/plan/scenario";
import type { Cell } from "../../../src/cells/cell";
import type { SheetGrid } from "../../../src/plan/reading/sheetGrid";
import type { PaneWorkbook, ReadRequest } from "../../../src/taskpane/paneWorkbook";
import type { AskedRun } from "../../../src/workbook/askForRun";
import type { FormulaToInsert } from "../../../src/workbook/insert/insertFormula";
import type { StoredScenario } from "../../../src/workbook/scenarios/storedScenarios";
import type { WorkbookReading } from "../../../src/workbook/read/readWorkbookPlan";
import type { CheckLine } from "../../../src/workbook/share/check/checkLines";
import type { OwnUse } from "../../../src/workbook/share/inventory";
import type { WorkbookCheck } from "../../../src/workbook/share/check/checkWorkbook";
import type { ShareOutcome, ShareTask } from "../../../src/workbook/share/inExcel/shareInExcel";
import { newBefore } from "../../../src/workbook/write/record/stillWritten";

type FailingCall =
  "read" | "run" | "saveCorrections" | "saveScenarios" | "insertFormula" | "insertTemplate" | "selectAddress";

/** A workbook in memory, read and evaluated by the real plan: what the pane is given instead of Excel. */
export class FakeWorkbook implements PaneWorkbook {
  corrections: Corrections = {};
  /** How often it has been read. */
  reads = 0;
  /** Those kept whose cells are gone. */
  lostCorrections: WorkbookReading["lostCorrections"] = null;
  scenarios: Scenario[] = [...builtInScenarios];
  scenarioSaves = 0;
  selected: string[] = [];
  sheetsShown: string[] = [];
  selection = "Spend!A1:H2";
  inserted: string[] = [];
  writes: { scenario: string; agreed: boolean }[] = [];
  /** Sheets that the last write was asked for beside the usual ones. */
  also: AlsoWritten | undefined;
  /** Cells that the user typed over; a write asks about them first. */
  typedOver: string[] = [];
  /** Cells with formulas that point at what would go; a write asks about them, too. */
  pointing: string[] = [];
  /** Names and charts that point at what goes. */
  drawn: string[] = [];
  /** The workbook has no room to remember how its sheets are. */
  hasNoRestore = false;
  /** Cells of the user's in rows that go. */
  going: string[] = [];
  beside: string[] = [];
  lastScenario: string | null = null;
  pendingRestore: string | null = null;
  /** The next call of this name rejects with this sentence. */
  failing: { call: FailingCall; sentence: string } | null = null;
  /** Holds every run until it is let go. */
  hold: Promise<void> = Promise.resolve();
  /** Holds every reading likewise; one that is cancelled is rejected at once. */
  holdReading: Promise<void> = Promise.resolve();
  /** Undo has taken back what was written. */
  private isTakenBack = false;
  private onChange: (changed: "plan" | "results", sheetId: string) => void = () => undefined;
  private written: string[] = [];

  constructor(public grids: SheetGrid[]) {}

  /** The user types in a cell, zero-based; whoever watches is told. */
  type(sheet: string, row: number, column: number, value: Cell): void {
    this.grids.find((grid) => grid.sheet === sheet)!.values[row]![column] = value;
    this.onChange("plan", "Spend");
  }

  /** The user presses undo or redo after a write. */
  takeBack(isTakenBack: boolean): void {
    this.isTakenBack = isTakenBack;
    this.onChange("results", "As planned Breakdown");
  }

  read = async ({ corrections, horizon, signal }: ReadRequest): Promise<WorkbookReading> => {
    this.reads++;
    const failure = this.takeFailure("read");
    if (failure) throw failure;
    const cancelled = new Promise<never>((_, reject) => {
      signal?.addEventListener("abort", () => reject(new Error("Cancelled; the workbook is as it was.")));
    });
    await Promise.race([this.holdReading, cancelled]);
    return this.reading(corrections ?? this.corrections, horizon);
  };

  run: PaneWorkbook["run"] = async ({ scenario, horizon, corrections, write, also, agreed, signal, onProgress }) => {
    onProgress?.({ step: "reading", part: 1 });
    await this.hold;
    const failure = this.takeFailure("run");
    if (failure) throw failure;
    if (signal?.aborted) throw new Error("Cancelled; the workbook is as it was.");
    const reading = this.reading(corrections ?? this.corrections, horizon);
    const breakdown = reading.plan && evaluate(reading.plan, scenario);
    const tables =
      breakdown && reading.plan ? outputTables(breakdown, reading.plan, { addInVersion: "0", time: "now" }) : [];
    const run = { reading, scenario, breakdown, tables, findings: reading.findings, written: null };
    if (!write || !breakdown) return run;
    this.writes.push({ scenario: scenario.name, agreed: agreed === true });
    this.also = also;
    const asked = {
      wouldReplace: this.typedOver,
      wouldBreak: this.pointing,
      wouldBreakOthers: this.drawn,
      wouldLose: this.going,
      wouldMisplace: this.beside,
      hasNoRestore: this.hasNoRestore,
    };
    if (Object.values(asked).some((one) => one === true || (one !== false && one.length > 0)) && !agreed) {
      return { ...run, written: { sheets: [], ...asked, done: false, undoSteps: null } };
    }
    this.typedOver = [];
    this.pointing = [];
    this.drawn = [];
    this.hasNoRestore = false;
    this.going = [];
    this.beside = [];
    const sheets = tables.map((table) => ({
      name: table.sheetTitle,
      table: table.tableName,
      isNew: !this.written.includes(table.sheetTitle),
      before: newBefore(table.id, table.tableName),
    }));
    this.written = [...new Set([...this.written, ...sheets.map(({ name }) => name)])];
    return { ...run, written: { sheets, ...asked, done: true, undoSteps: 1 } };
  };

  isStillWritten: PaneWorkbook["isStillWritten"] = () => Promise.resolve(!this.isTakenBack);

  evaluate: PaneWorkbook["evaluate"] = (plan, scenario) => Promise.resolve(evaluate(plan, scenario));

  plannedWrites: PaneWorkbook["plannedWrites"] = ({ breakdown, plan }, _reading, also) => {
    const chosen = alsoIds(also).map((id) => tableIdentity(id, breakdown.scenario));
    const tables = [...outputTables(breakdown, plan, { addInVersion: "", time: "" }), ...chosen];
    const sheets = tables.map(({ sheetTitle }) => ({ name: sheetTitle, isNew: !this.written.includes(sheetTitle) }));
    const left = this.written.filter((name) => !sheets.some((sheet) => sheet.name === name));
    return Promise.resolve({ label: `Write ${sheets.length} sheets`, sheets, left });
  };

  saveCorrections: PaneWorkbook["saveCorrections"] = (corrections, reading, { lost } = {}) => {
    const failure = this.takeFailure("saveCorrections");
    if (failure) return Promise.reject(failure);
    this.corrections = corrections;
    this.lostCorrections = lost === "forgotten" ? null : reading.lostCorrections;
    return Promise.resolve();
  };

  selectAddress = (address: string): Promise<void> => {
    const failure = this.takeFailure("selectAddress");
    if (failure) return Promise.reject(failure);
    this.selected.push(address);
    return Promise.resolve();
  };

  selectSheet = (name: string): Promise<void> => {
    this.sheetsShown.push(name);
    return Promise.resolve();
  };

  selectionAddress = (): Promise<string> => Promise.resolve(this.selection);

  selectedCells = (): Promise<string> => Promise.resolve(this.selection);

  /** Hands the pane what the ribbon's Run again has to show. */
  askForRun: (asked: AskedRun) => void = () => undefined;
  /** Handed over as the pane opens. */
  waiting: AskedRun | null = null;

  onRunAsked: PaneWorkbook["onRunAsked"] = (show) => {
    this.askForRun = show;
    if (this.waiting) show(this.waiting);
    return () => (this.askForRun = () => undefined);
  };

  insertTemplate = (): Promise<string[]> => {
    const failure = this.takeFailure("insertTemplate");
    if (failure) return Promise.reject(failure);
    this.inserted.push("template");
    return Promise.resolve(["Spending", "Funding", "Levers"]);
  };

  insertSample = (): Promise<string[]> => {
    this.inserted.push("sample");
    return Promise.resolve(["Spending"]);
  };

  /** Formulas that were inserted, each in C3; a refusal instead where `failing` says so. */
  formulas: FormulaToInsert[] = [];

  insertFormula: PaneWorkbook["insertFormula"] = async (formula, { onWaiting }) => {
    onWaiting?.("cell");
    await this.hold;
    onWaiting?.(null);
    const failure = this.takeFailure("insertFormula");
    if (failure) throw failure;
    this.formulas.push(formula);
    return "Spend!C3";
  };

  watchChanges: PaneWorkbook["watchChanges"] = (onChange) => {
    this.onChange = onChange;
    return Promise.resolve(() => (this.onChange = () => undefined));
  };

  simulate: PaneWorkbook["simulate"] = async (plan, scenario, { signal, onPart }) => {
    onPart(0.5);
    await this.hold;
    if (signal.aborted) throw new Error("Cancelled; the workbook is as it was.");
    return simulatePlan(plan, scenario);
  };

  saveScenarios: PaneWorkbook["saveScenarios"] = (_, after) => {
    const failure = this.takeFailure("saveScenarios");
    if (failure) return Promise.reject(failure);
    this.scenarios = after.map(({ scenario }) => scenario);
    this.scenarioSaves++;
    return Promise.resolve({ scenarios: this.storedScenarios(), said: [] });
  };

  /** What the next check finds, and how many formulas a repair mends. */
  checkLines: CheckLine[] = [];
  /** Formulas of the add-in's, by cell. */
  uses: string[] = [];
  mends = 0;
  repairs = 0;
  /** The pane opens with the workbook. */
  opens = false;

  /** Scenarios as they would be without what the tables do not have. */
  fitting: WorkbookCheck["fitting"] = [];

  check: PaneWorkbook["check"] = () =>
    Promise.resolve({
      lines: this.checkLines,
      inventory: { uses: this.uses.map(useAt), links: [] },
      sheets: [],
      fitting: this.fitting,
    });

  repair: PaneWorkbook["repair"] = () => {
    this.repairs++;
    this.checkLines = this.checkLines.filter(({ repair }) => repair !== "formula");
    return Promise.resolve(this.mends);
  };

  /** What has been asked of sharing, and what comes of it: a sentence where it is refused. */
  shares: { task: ShareTask; agreed: boolean }[] = [];
  shareOutcome: ShareOutcome | string = { done: true, count: 6, left: [], notes: [] };

  share: PaneWorkbook["share"] = (task, { agreed }) => {
    this.shares.push({ task, agreed });
    if (typeof this.shareOutcome === "string") return Promise.reject(new Error(this.shareOutcome));
    return Promise.resolve({ ...this.shareOutcome, done: this.shareOutcome.done || agreed });
  };

  runAgain: PaneWorkbook["runAgain"] = ({ signal, onWaiting }) =>
    this.run({
      scenario: { name: "As planned" },
      write: true,
      ...(signal && { signal }),
      ...(onWaiting && { onWaiting }),
    });

  opensWithDocument: PaneWorkbook["opensWithDocument"] = () => Promise.resolve(this.opens);

  setOpensWithDocument: PaneWorkbook["setOpensWithDocument"] = (isOn) => {
    this.opens = isOn;
    return Promise.resolve();
  };

  restorePending = (): Promise<string[]> => {
    this.pendingRestore = null;
    return Promise.resolve([]);
  };

  discardPending = (): Promise<void> => {
    this.pendingRestore = null;
    return Promise.resolve();
  };

  private reading(corrections: Corrections, horizon: number | undefined): WorkbookReading {
    const reading = readAllTables(this.grids, horizon === undefined ? { corrections } : { corrections, horizon });
    return {
      ...reading,
      grids: this.grids,
      readOptions: { corrections },
      scenarios: this.storedScenarios(),
      lastScenario: this.lastScenario,
      seen: null,
      corrections,
      lostCorrections: this.lostCorrections,
      isEmpty: this.grids.length === 0,
      sheetNames: this.grids.map(({ sheet }) => sheet),
      ownSheets: [],
      withoutCells: [],
      structureProtected: false,
      pendingRestore: this.pendingRestore,
    };
  }

  private storedScenarios(): StoredScenario[] {
    return this.scenarios.map((scenario, index) => ({
      scenario,
      builtIn: index < builtInScenarios.length,
      readOnly: false,
      message: null,
      part: index < builtInScenarios.length ? null : { id: scenario.name, xml: scenarioToXml(scenario) },
    }));
  }

  private takeFailure(call: string): Error | null {
    if (this.failing?.call !== call) return null;
    const { sentence } = this.failing;
    this.failing = null;
    return new Error(sentence);
  }
}

function useAt(address: string): OwnUse {
  const place = { kind: "cell", sheet: "", name: "", address, formula: "=SAVINGS.PRESENTVALUE(3.5%,1)" } as const;
  return {
    ...{ place: { ...place, row: 0, column: 0, value: 1 }, calls: [], mangled: [], unknown: [] },
    ...{ wholes: [], error: null },
  };
}

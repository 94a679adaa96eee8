import type { Method } from "../engine/attribution/methods";
import type { Breakdown } from "../plan/breakdown";
import type { Plan } from "../plan/plan";
import type { PlanSimulation } from "../plan/planSimulation";
import type { Corrections } from "../plan/reading/planReading";
import type { AlsoWritten } from "../plan/report/alsoWritten";
import type { Scenario } from "../plan/scenario";
import type { AskedRun } from "../workbook/askForRun";
import type { Awaited } from "../workbook/excel/excelRun";
import type { FormulaToInsert } from "../workbook/insert/insertFormula";
import type { saveCorrections } from "../workbook/read/corrections";
import type { saveScenarios } from "../workbook/scenarios/saveScenarios";
import type { ReadBefore } from "../workbook/read/sheetsKept";
import type { WorkbookReading } from "../workbook/read/readWorkbookPlan";
import type { Progress, ScenarioRun } from "../workbook/runScenario";
import type { WorkbookCheck } from "../workbook/share/check/checkWorkbook";
import type { ShareOutcome, ShareTask } from "../workbook/share/inExcel/shareInExcel";
import type { Written } from "../workbook/write/writeBreakdown";

/** Everything that the pane asks of the workbook. The real one talks to Excel; a test hands in its own. All reject with one sentence. */
export interface PaneWorkbook {
  read(request: ReadRequest): Promise<WorkbookReading>;
  /** Reads again, works out and, where asked, writes. */
  run(request: RunRequest): Promise<ScenarioRun>;
  /** What a write would touch, without touching it. */
  plannedWrites(result: Result, reading: WorkbookReading, also: AlsoWritten): Promise<PlannedWrites>;
  /** Whether the workbook still holds what was written, or undo has taken it back. */
  isStillWritten(written: Written): Promise<boolean>;
  /** Works out another scenario of a plan that has been read. */
  evaluate(plan: Plan, scenario: Scenario): Promise<Breakdown>;
  /** Draws how much of a scenario's levers is delivered. */
  simulate(
    plan: Plan,
    scenario: Scenario,
    options: { signal: AbortSignal; onPart: (part: number) => void },
  ): Promise<PlanSimulation>;
  /** Keeps them in the workbook; the reading is the one that they were made in. */
  saveCorrections: typeof saveCorrections;
  /** Makes the workbook's scenarios those that the user has now. */
  saveScenarios: typeof saveScenarios;
  selectAddress(address: string): Promise<void>;
  selectSheet(name: string): Promise<void>;
  /** Address of what the user has selected: "Spend!A4:H9". */
  selectionAddress(): Promise<string>;
  /** Address of just the cells that are selected. */
  selectedCells(): Promise<string>;
  /** Names of the new sheets. */
  insertTemplate(): Promise<string[]>;
  insertSample(): Promise<string[]>;
  /** Puts a formula into the selected cell, where nothing is in the way; the cell's address. */
  insertFormula(formula: FormulaToInsert, request: Pick<ReadRequest, "onWaiting" | "signal">): Promise<string>;
  /** Calls back whenever a sheet of the user's changes, or one with results; resolves to what stops it. */
  watchChanges(onChange: (changed: "plan" | "results", sheetId: string) => void): Promise<() => void>;
  /** Looks through formulas, results and scenarios before the workbook is handed on. */
  check(request: Pick<ReadRequest, "onWaiting" | "signal">): Promise<WorkbookCheck>;
  /** Mends the formulas that a check has found, all or none; answers how many. */
  repair(check: WorkbookCheck, request: Pick<ReadRequest, "onWaiting" | "signal">): Promise<number>;
  /** Shares the workbook with colleagues, or puts its formulas back: all, or what is left once `agreed`. */
  share(
    task: ShareTask,
    request: Pick<ReadRequest, "onWaiting" | "signal"> & { agreed: boolean },
  ): Promise<ShareOutcome>;
  /** Brings the results of the last run up to date, where that shows nothing that nobody has seen. */
  runAgain(request: Pick<ReadRequest, "onWaiting" | "signal">): Promise<ScenarioRun>;
  /** Whether the pane opens with this workbook. */
  opensWithDocument(): Promise<boolean>;
  setOpensWithDocument(isOn: boolean): Promise<void>;
  /** Calls back when the ribbon has a run for the user to see before anything is written, or why there is none; returns what stops it. */
  onRunAsked(show: (asked: AskedRun) => void): () => void;
  /** Puts back what a broken-off write left; what was put back. */
  restorePending(): Promise<string[]>;
  discardPending(): Promise<void>;
}

export interface ReadRequest {
  horizon?: number;
  /** Instead of those kept in the workbook. */
  corrections?: Corrections;
  /** The reading before this one, where only what has changed since has to be read. */
  since?: ReadBefore;
  onWaiting?: (waitsFor: Awaited | null) => void;
  signal?: AbortSignal;
}

interface RunRequest extends ReadRequest {
  scenario: Scenario;
  method?: Method;
  write?: boolean;
  /** Sheets that the user chose beside those of every run. */
  also?: AlsoWritten;
  /** The user agreed that result cells typed over are replaced. */
  agreed?: boolean;
  onProgress?: (progress: Progress) => void;
}

/** A run, with the plan that it was worked out from. */
export interface Result {
  plan: Plan;
  breakdown: Breakdown;
}

export interface PlannedWrites {
  /** "Write 5 sheets". */
  label: string;
  sheets: { name: string; isNew: boolean }[];
  /** Sheets of earlier runs that are no part of it and stay as they are. */
  left: string[];
}

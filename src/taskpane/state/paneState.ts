import type { AlsoWritten } from "../../plan/report/alsoWritten";
import type { Method } from "../../engine/attribution/methods";
import type { Breakdown } from "../../plan/breakdown";
import type { PlanSimulation } from "../../plan/planSimulation";
import type { Corrections } from "../../plan/reading/planReading";
import type { TableKind } from "../../plan/tableKinds";
import type { Awaited } from "../../workbook/excel/excelRun";
import type { WorkbookReading } from "../../workbook/read/readWorkbookPlan";
import type { WorkbookCheck } from "../../workbook/share/check/checkWorkbook";
import type { AskedFirst } from "../../workbook/write/atRisk/askedFirst";
import type { Written } from "../../workbook/write/writeBreakdown";
import type { PlannedWrites, Result } from "../paneWorkbook";
import type { ScenarioEdit } from "./scenarioEdits";

export const screens = ["plan", "scenarios", "results", "more"] as const;
export type Screen = (typeof screens)[number];

/** Everything the pane shows. What can be worked out from this is not in it. */
export interface PaneState {
  screen: Screen;
  reading: WorkbookReading | null;
  corrections: Corrections;
  /** Corrections that are not yet both read and kept in the workbook: the next reading takes them in, whatever asked for it. */
  unsettled: Corrections | null;
  /** The corrections before each that can be taken back, the oldest first. */
  undoable: Corrections[];
  /** Years to plan for, once the user was asked because the tables do not say. */
  horizon: number | null;
  /** The table whose columns are being corrected. */
  correcting: TableKind | null;
  /** Name of the active scenario. */
  scenario: string;
  /** What the user did to the scenarios and the workbook does not hold yet, in its order. */
  scenarioEdits: ScenarioEdit[];
  /** What takes back each edit, the last one last. */
  scenarioUndos: ScenarioEdit[];
  /** Name of the scenario that is being edited. */
  editing: string | null;
  /** What somebody else did to the scenarios meanwhile. */
  scenariosSaid: string[];
  /** Null: the scenario's own method. */
  method: Method | null;
  result: Result | null;
  /** How sure the result is, once the user asked; of that very breakdown alone. */
  risk: { of: Breakdown; simulation: PlanSimulation } | null;
  busy: Busy | null;
  problem: Problem | null;
  /** Sheets that are to be written beside those of every run. */
  also: AlsoWritten;
  /** The list of sheets is shown, and the user has not yet said "write". */
  writing: PendingWrite | null;
  written: Written | null;
  /** The check of the workbook is shown, on More. */
  isChecking: boolean;
  /** What it found, once it has looked; and what was mended since, one sentence each. */
  check: WorkbookCheck | null;
  mended: string[];
  /** Undo has taken back what was written, so that nothing is said of it; redo may bring it again. */
  isTakenBack: boolean;
}

export interface Busy {
  task: Task;
  /** 0…1, or null where nobody can say. */
  part: number | null;
  /** What Excel waits for the user to do; null where it goes on. */
  waitsFor: Awaited | null;
}

export type Task =
  | "reading"
  | "correcting"
  | "saving"
  | "running"
  | "simulating"
  | "writing"
  | "inserting"
  | "restoring"
  | "checking"
  | "repairing"
  | "sharing";

export interface Problem {
  task: Task;
  /** One sentence, with what to do. */
  message: string;
}

export interface PendingWrite {
  planned: PlannedWrites;
  /** What of the user's a write would replace, break or take away; null as long as that is not known. */
  asked: AskedFirst | null;
}

export const startState: PaneState = {
  screen: "plan",
  reading: null,
  corrections: {},
  unsettled: null,
  undoable: [],
  horizon: null,
  correcting: null,
  scenario: "As planned",
  scenarioEdits: [],
  scenarioUndos: [],
  editing: null,
  scenariosSaid: [],
  method: null,
  result: null,
  risk: null,
  busy: null,
  problem: null,
  also: {},
  writing: null,
  written: null,
  isChecking: false,
  check: null,
  mended: [],
  isTakenBack: false,
};

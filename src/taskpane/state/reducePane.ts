import type { AlsoWritten } from "../../plan/report/alsoWritten";
import type { Method } from "../../engine/attribution/methods";
import type { Breakdown } from "../../plan/breakdown";
import type { PlanSimulation } from "../../plan/planSimulation";
import type { Corrections } from "../../plan/reading/planReading";
import type { TableKind } from "../../plan/tableKinds";
import type { Awaited } from "../../workbook/excel/excelRun";
import type { WorkbookReading } from "../../workbook/read/readWorkbookPlan";
import type { WorkbookCheck } from "../../workbook/share/check/checkWorkbook";
import type { Written } from "../../workbook/write/writeBreakdown";
import type { Result } from "../paneWorkbook";
import type { StoredScenario } from "../../workbook/scenarios/storedScenarios";
import { scenariosIn } from "./paneFacts";
import type { ScenarioEdit } from "./scenarioEdits";
import type { PaneState, PendingWrite, Problem, Screen, Task } from "./paneState";

export type PaneEvent =
  | { type: "screenOpened"; screen: Screen }
  | { type: "taskStarted"; task: Task }
  | { type: "taskMoved"; part?: number; waitsFor?: Awaited | null }
  | { type: "taskEnded" }
  | { type: "taskFailed"; problem: Problem }
  | { type: "problemDismissed" }
  | { type: "workbookRead"; reading: WorkbookReading; isFirst: boolean }
  | { type: "correctionOpened"; table: TableKind | null }
  | { type: "corrected"; corrections: Corrections }
  | { type: "allTakenBack" }
  | { type: "correctionUndone" }
  | { type: "correctionsKept"; corrections: Corrections }
  | { type: "horizonGiven"; horizon: number }
  | { type: "scenarioChosen"; scenario: string; result: Result | null }
  | { type: "scenarioOpened"; name: string | null }
  | { type: "scenarioEdited"; edit: ScenarioEdit; undo: ScenarioEdit | null }
  | { type: "scenariosSaved"; scenarios: StoredScenario[]; edits: number; said: string[] }
  | { type: "simulated"; of: Breakdown; simulation: PlanSimulation }
  | { type: "methodChosen"; method: Method; result: Result }
  | { type: "ran"; reading: WorkbookReading; result: Result | null }
  | { type: "alsoChosen"; also: AlsoWritten }
  | { type: "writeAsked"; writing: PendingWrite | null }
  | { type: "wrote"; written: Written }
  | { type: "writtenSeen"; written: Written; isThere: boolean }
  | { type: "doneDismissed" }
  | { type: "checkOpened"; isOpen: boolean }
  | { type: "checked"; check: WorkbookCheck; mended: string[] };

export function reducePane(state: PaneState, event: PaneEvent): PaneState {
  switch (event.type) {
    case "screenOpened":
      return { ...state, screen: event.screen, correcting: null, editing: null, writing: null, isChecking: false };
    case "taskStarted":
      return { ...state, busy: { task: event.task, part: null, waitsFor: null }, problem: null };
    case "taskMoved":
      return state.busy ? { ...state, busy: { ...state.busy, ...given(event) } } : state;
    case "taskEnded":
      return { ...state, busy: null };
    case "taskFailed":
      return { ...state, busy: null, problem: event.problem };
    case "problemDismissed":
      return { ...state, problem: null };
    case "workbookRead":
      return {
        ...state,
        ...correctionsAfter(event.reading, state),
        reading: withKnownPlan(event.reading, state.result),
        scenario: knownScenario(
          { ...state, reading: event.reading },
          (event.isFirst && event.reading.lastScenario) || state.scenario,
        ),
      };
    case "correctionOpened":
      return { ...state, correcting: event.table };
    case "corrected":
      return { ...said(event.corrections, state), undoable: undoableAfter(event.corrections, state) };
    case "allTakenBack":
      return { ...said({}, state), undoable: [...state.undoable, state.corrections] };
    case "correctionUndone":
      return { ...said(state.undoable.at(-1) ?? {}, state), undoable: state.undoable.slice(0, -1) };
    case "correctionsKept":
      return state.unsettled === event.corrections ? { ...state, unsettled: null } : state;
    case "horizonGiven":
      return { ...state, horizon: event.horizon };
    case "scenarioChosen":
      return { ...state, scenario: event.scenario, method: null, result: event.result, written: null, writing: null };
    case "scenarioOpened":
      return { ...state, editing: event.name, scenariosSaid: [] };
    case "scenarioEdited":
      return afterEdit(state, event.edit, event.undo);
    case "scenariosSaved": {
      const scenarioEdits = state.scenarioEdits.slice(event.edits);
      const reading = state.reading && { ...state.reading, scenarios: event.scenarios };
      const after = { ...state, reading, scenarioEdits, scenariosSaid: event.said };
      return { ...after, scenario: knownScenario(after, state.scenario) };
    }
    case "simulated":
      return { ...state, risk: { of: event.of, simulation: event.simulation } };
    case "methodChosen":
      return { ...state, method: event.method, result: event.result, written: null, writing: null };
    case "ran":
      return {
        ...state,
        ...correctionsAfter(event.reading, state),
        reading: event.reading,
        result: event.result,
        screen: event.result ? "results" : "plan",
        correcting: null,
        writing: null,
        written: null,
      };
    case "alsoChosen":
      return { ...state, also: event.also };
    case "writeAsked":
      return { ...state, writing: event.writing, written: null };
    case "wrote":
      return { ...state, writing: null, written: event.written, isTakenBack: false };
    case "writtenSeen":
      return state.written === event.written ? { ...state, isTakenBack: !event.isThere } : state;
    case "doneDismissed":
      return { ...state, written: null };
    case "checkOpened":
      return { ...state, screen: "more", isChecking: event.isOpen, mended: [] };
    case "checked":
      return { ...state, check: event.check, mended: event.mended };
  }
}

/** What the user has put back by hand needs no undo. */
function undoableAfter(corrections: Corrections, { undoable, corrections: before }: PaneState): Corrections[] {
  return isSame(undoable.at(-1), corrections) ? undoable.slice(0, -1) : [...undoable, before];
}

function said(corrections: Corrections, state: PaneState): PaneState {
  return { ...state, corrections, unsettled: corrections };
}

/** Those of the reading, unless the user has said more since it began. */
function correctionsAfter(reading: WorkbookReading, state: PaneState): Pick<PaneState, "corrections" | "undoable"> {
  if (state.unsettled) return { corrections: state.unsettled, undoable: state.undoable };
  // Rows put into a sheet move what corrections point at: those before point at other cells, and there is no way back to them.
  const isAsBefore = isSame(reading.corrections, state.corrections);
  return { corrections: reading.corrections, undoable: isAsBefore ? state.undoable : [] };
}

/** The reading with the very plan of the result where it is the same, so that nobody compares them again. */
function withKnownPlan(reading: WorkbookReading, result: Result | null): WorkbookReading {
  return result && isSame(reading.plan, result.plan) ? { ...reading, plan: result.plan } : reading;
}

function isSame(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

function given(event: { part?: number; waitsFor?: Awaited | null }) {
  return {
    ...(event.part === undefined ? {} : { part: event.part }),
    ...(event.waitsFor === undefined ? {} : { waitsFor: event.waitsFor }),
  };
}

/** The list with the edit; what is active or being edited keeps being so under its new name. */
function afterEdit(state: PaneState, edit: ScenarioEdit, undo: ScenarioEdit | null): PaneState {
  const scenarioUndos = undo ? [...state.scenarioUndos, undo] : state.scenarioUndos.slice(0, -1);
  const after = { ...state, scenarioEdits: [...state.scenarioEdits, edit], scenarioUndos, scenariosSaid: [] };
  const renamed = (name: string): string => (edit.kind === "change" && name === edit.name ? edit.scenario.name : name);
  const names = scenariosIn(after).map(({ scenario }) => scenario.name);
  const editing = state.editing === null ? null : renamed(state.editing);
  return {
    ...after,
    scenario: knownScenario(after, renamed(state.scenario)),
    editing: editing !== null && names.includes(editing) ? editing : null,
  };
}

/** The name if the workbook has such a scenario, else the first: another person may have deleted it. */
function knownScenario(state: PaneState, name: string): string {
  const names = scenariosIn(state).map(({ scenario }) => scenario.name);
  return names.includes(name) ? name : (names[0] ?? name);
}

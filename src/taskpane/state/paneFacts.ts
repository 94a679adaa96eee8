import type { Corrections } from "../../plan/reading/planReading";
import { heldUpBy, heldUpWords } from "../../plan/report/faults";
import type { Scenario } from "../../plan/scenario";
import { tableKinds, type TableKind } from "../../plan/tableKinds";
import type { WorkbookReading } from "../../workbook/read/readWorkbookPlan";
import { tablesOf } from "../words/plan/planAreas";
import type { StoredScenario } from "../../workbook/scenarios/storedScenarios";
import type { PaneState } from "./paneState";
import { withEdit } from "./scenarioEdits";

/** The active scenario with the method that the user chose in the pane. */
export function activeScenario(state: PaneState, name = state.scenario): Scenario {
  const found = scenariosIn(state).find(({ scenario }) => scenario.name === name)?.scenario ?? { name };
  return state.method === null || name !== state.scenario ? found : { ...found, method: state.method };
}

/** Those of the workbook, with what the user has done to them since. */
export function scenariosIn({ reading, scenarioEdits }: PaneState): StoredScenario[] {
  return scenarioEdits.reduce<StoredScenario[]>(withEdit, reading?.scenarios ?? []);
}

/**
 * What a reading or a run must know that the workbook does not hold: the horizon, if the user gave one (it would cut a plan
 * that has years), and corrections that are not kept yet.
 */
export function given({ horizon, unsettled }: PaneState): { horizon?: number; corrections?: Corrections } {
  return { ...(horizon === null ? {} : { horizon }), ...(unsettled === null ? {} : { corrections: unsettled }) };
}

/** No table of the three was found: the pane shows the ways to start. */
export function isFirstStart(reading: WorkbookReading): boolean {
  return tableKinds.every((kind) => reading[kind] === null);
}

/** The kind of table with this heading cell, if what the column means can be said in the pane. */
export function tableOfHeading(reading: WorkbookReading, headingCell: string): TableKind | null {
  const hasHeading = (kind: TableKind) =>
    tablesOf(reading, kind).some(({ columns }) => columns.some(({ address }) => address === headingCell));
  return tableKinds.find(hasHeading) ?? null;
}

/** "1 error to correct and 1 question to answer": what stands in the way of a run; "" where nothing does. */
export function holdUps(reading: WorkbookReading): string {
  return heldUpWords(heldUpBy(reading.findings));
}

/**
 * Whether the result shown is not what the sheets say now. The plans are compared, not the cells, so that a note typed
 * beside a table, or our own sheets, make nothing out of date; a plan that is read again as it was is the same object. A
 * correction whose reading was cancelled or failed is not in either.
 */
export function isOutOfDate({ result, reading, unsettled, busy }: PaneState): boolean {
  if (result === null || reading === null) return false;
  return result.plan !== reading.plan || (unsettled !== null && busy === null);
}

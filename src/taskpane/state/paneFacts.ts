import type { Scenario } from "../../plan/scenario";
import { tableKinds, type TableKind } from "../../plan/tableKinds";
import type { WorkbookReading } from "../../workbook/read/readWorkbookPlan";
import { tablesOf } from "../words/planAreas";
import type { PaneState } from "./paneState";

/** The active scenario with the method that the user chose in the pane. */
export function activeScenario(state: PaneState, name = state.scenario): Scenario {
  const found = state.reading?.scenarios.find(({ scenario }) => scenario.name === name)?.scenario ?? { name };
  return state.method === null || name !== state.scenario ? found : { ...found, method: state.method };
}

/** The horizon for a reading or a run: nothing unless the user gave one, since it would cut a plan that has years. */
export function givenHorizon({ horizon }: PaneState): { horizon?: number } {
  return horizon === null ? {} : { horizon };
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

export function errorCount(reading: WorkbookReading): number {
  return reading.findings.filter((finding) => finding.level === "error").length;
}

/**
 * Whether the result shown is not what the sheets say now. The plans are compared, not the cells, so that a note typed
 * beside a table, or our own sheets, make nothing out of date; a plan that is read again as it was is the same object.
 */
export function isOutOfDate({ result, reading }: PaneState): boolean {
  return result !== null && reading !== null && result.plan !== reading.plan;
}

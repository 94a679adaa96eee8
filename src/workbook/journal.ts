import type { OutputChart } from "../plan/outputTable";
import type { OutputSheet } from "./inspectOutputs";
import type { WrittenRecord } from "./writtenRecord";

/** What a run is about to change and how it was before: enough to put everything back, by this pane or by the next that opens. */
export interface Journal {
  version: 1;
  /** One sentence for the user. */
  what: string;
  scenario: string;
  lastScenario: string | null;
  /** Id of the sheet in front. */
  inFront: string;
  added: AddedSheet[];
  changed: ChangedSheet[];
}

export interface AddedSheet {
  id: string;
  sheet: string;
  marker: string;
  tableName: string;
  /** The marker's name as it was, where there was one. */
  markerBefore: { formula: string; comment: string } | null;
  recordBefore: string | null;
}

export interface ChangedSheet {
  id: string;
  before: OutputSheet;
  /** What the run writes; a cell that holds neither this nor what was there before is somebody else's edit. */
  written: WrittenRecord;
  chart: OutputChart | null;
}

export function journalSentence(scenario: string): string {
  return `Writing the results of ${scenario} was broken off; the sheets can be put back as they were.`;
}

import type { OutputChart } from "../../plan/report/outputTable";
import type { OutputSheet } from "../write/inspectOutputs";
import { settingKeys } from "../excel/settings";
import type { WrittenRecord } from "../write/record/writtenRecord";
import type { Change } from "./changes";

/** The journal of version 0.1 of the add-in, which a workbook may still hold: a run's sheets only. */
export interface JournalVersion1 {
  version: 1;
  what: string;
  lastScenario: string | null;
  /** Id of the sheet in front. */
  inFront: string;
  added: {
    sheet: string;
    marker: string;
    markerBefore: { formula: string; comment: string } | null;
    recordBefore: string | null;
  }[];
  changed: {
    before: Pick<OutputSheet, "marker" | "sheet" | "tableName" | "contents" | "above"> & { recordText: string | null };
    written: WrittenRecord;
    chart: OutputChart | null;
  }[];
}

/** What was changed, in the order in which it was. */
export function changesOfVersion1({ lastScenario, inFront, added, changed }: JournalVersion1): Change[] {
  const last = lastScenario === null ? null : JSON.stringify(lastScenario);
  return [
    ...(added.length > 0 ? [{ kind: "sheetInFront" as const, sheetId: inFront }] : []),
    { kind: "settingReplaced", key: settingKeys.lastScenario, before: last },
    ...added.flatMap(({ sheet, marker, markerBefore, recordBefore }): Change[] => [
      { kind: "sheetAdded", sheet, marker },
      { kind: "nameReplaced", name: marker, before: markerBefore },
      { kind: "settingReplaced", key: settingKeys.written(marker), before: recordBefore },
    ]),
    ...changed.flatMap(({ before, written, chart }): Change[] => [
      { kind: "tableChanged", before, written, chart },
      { kind: "settingReplaced", key: settingKeys.written(before.marker), before: before.recordText },
    ]),
  ];
}

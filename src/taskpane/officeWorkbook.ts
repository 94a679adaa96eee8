import { outputTables } from "../plan/outputTables";
import { saveCorrections } from "../workbook/corrections";
import { insertSample } from "../workbook/insertSample";
import { insertTemplate } from "../workbook/insertTemplate";
import { readPlan } from "../workbook/readPlan";
import { discardPending, restorePending } from "../workbook/restore";
import { runScenario } from "../workbook/runScenario";
import { selectAddress, selectionAddress, selectSheet } from "../workbook/selectCell";
import { watchChanges } from "../workbook/watchChanges";
import { plannedWrites } from "../workbook/writeBreakdown";
import type { PaneWorkbook } from "./paneWorkbook";

/** The workbook that is open in Excel. */
export const officeWorkbook: PaneWorkbook = {
  read: (request) => readPlan(request),
  run: (request) => runScenario(request),
  plannedWrites(breakdown, plan, reading) {
    // Only the sheets' names count here, so the notes can stay empty.
    const tables = outputTables(breakdown, plan, { addInVersion: "", time: "" });
    return plannedWrites(tables, breakdown.scenario, reading.ownSheets, reading.sheetNames);
  },
  saveCorrections: (corrections) => saveCorrections(corrections),
  selectAddress,
  selectSheet,
  selectionAddress,
  insertTemplate: () => insertTemplate(),
  insertSample: () => insertSample(),
  watchChanges,
  restorePending: () => restorePending(),
  discardPending: () => discardPending(),
  undoesInOneStep: () => Office.context.requirements.isSetSupported("ExcelApi", "1.20"),
};

import { saveCorrections } from "../workbook/read/corrections";
import { readWorkbookPlan } from "../workbook/read/readWorkbookPlan";
import { selectAddress, selectionAddress, selectSheet } from "../workbook/excel/selectCell";
import { watchChanges } from "../workbook/excel/watchChanges";
import type { PaneWorkbook } from "./paneWorkbook";

/** What runs and writes: fetched while the user still reads what was understood. */
const runs = () => import(/* webpackChunkName: "run" */ "./officeRuns");

/** The workbook that is open in Excel. */
export const officeWorkbook: PaneWorkbook = {
  async read(request) {
    const reading = await readWorkbookPlan(request);
    void runs();
    return reading;
  },
  run: async (request) => (await runs()).runScenario(request),
  plannedWrites: async (result, reading) => (await runs()).plannedWritesOf(result, reading),
  evaluate: async (plan, scenario) => (await runs()).evaluate(plan, scenario),
  saveCorrections: (corrections) => saveCorrections(corrections),
  selectAddress: (address) => selectAddress(address),
  selectSheet: (name) => selectSheet(name),
  selectionAddress: () => selectionAddress(),
  insertTemplate: async () => (await runs()).insertTemplate(),
  insertSample: async () => (await runs()).insertSample(),
  insertFormula: async (formula, request) => (await runs()).insertFormula(formula, request),
  watchChanges,
  restorePending: async () => (await runs()).restorePending(),
  discardPending: async () => (await runs()).discardPending(),
  undoesInOneStep: () => Office.context.requirements.isSetSupported("ExcelApi", "1.20"),
};

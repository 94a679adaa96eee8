import { onRunAsked } from "../workbook/askForRun";
import { selectAddress, selectedCells, selectionAddress, selectSheet } from "../workbook/excel/selectCell";
import { watchChanges } from "../workbook/excel/watchChanges";
import { loadPart } from "./loadPart";
import type { PaneWorkbook } from "./paneWorkbook";

/** What understands tables: the pane asks for it as soon as it is drawn. */
const reading = () => loadPart(() => import(/* webpackChunkName: "reading" */ "./officeReading"));
/** What runs and writes: fetched while the user still reads what was understood. */
const runs = () => loadPart(() => import(/* webpackChunkName: "run" */ "./officeRuns"));

/** The workbook that is open in Excel. */
export const officeWorkbook: PaneWorkbook = {
  async read(request) {
    const read = await (await reading()).readWorkbookPlan(request);
    // A failure is said when it is needed and fails again.
    void runs().catch(() => undefined);
    return read;
  },
  run: async (request) => (await runs()).runScenario(request),
  plannedWrites: async (result, read) => (await runs()).plannedWritesOf(result, read),
  isStillWritten: async ({ sheets }) => (await runs()).isStillWritten(sheets.map(({ before }) => before)),
  evaluate: async (plan, scenario) => (await runs()).evaluate(plan, scenario),
  saveCorrections: async (...said) => (await runs()).saveCorrections(...said),
  selectAddress: (address) => selectAddress(address),
  selectSheet: (name) => selectSheet(name),
  selectionAddress: () => selectionAddress(),
  selectedCells: () => selectedCells(),
  insertTemplate: async () => (await runs()).insertTemplate(),
  insertSample: async () => (await runs()).insertSample(),
  insertFormula: async (formula, request) => (await runs()).insertFormula(formula, request),
  watchChanges,
  onRunAsked,
  restorePending: async () => (await runs()).restorePending(),
  discardPending: async () => (await runs()).discardPending(),
};

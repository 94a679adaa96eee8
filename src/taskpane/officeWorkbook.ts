import type { WorkbookReading } from "../workbook/read/readWorkbookPlan";
import { prepareJob, runJob } from "../worker/runJob";
import { onRunAsked } from "../workbook/askForRun";
import { selectAddress, selectedCells, selectionAddress, selectSheet } from "../workbook/excel/selectCell";
import { watchChanges } from "../workbook/excel/watchChanges";
import { begunReading, readingPart } from "./firstReading";
import { loadPart } from "./loadPart";
import type { PaneWorkbook, ReadRequest } from "./paneWorkbook";

/** What runs and writes: fetched while the user still reads what was understood. */
const runs = () => loadPart(() => import(/* webpackChunkName: "run" */ "./officeRuns"));

/** What checks and mends: fetched when it is asked for. */
const checks = () => loadPart(() => import(/* webpackChunkName: "checkWorkbook" */ "./officeCheck"));

/** What shares and puts back: the LAMBDAs, and what reads and writes files. */
const sharing = () => loadPart(() => import(/* webpackChunkName: "shareWorkbook" */ "./officeShare"));

async function readAnew(request: ReadRequest): Promise<WorkbookReading> {
  const { readWorkbookPlan } = await readingPart();
  return loadPart(() => readWorkbookPlan(request));
}

/** The workbook that is open in Excel. */
export const officeWorkbook: PaneWorkbook = {
  async read(request) {
    const read = await (begunReading(request) ?? readAnew(request));
    // A failure is said when it is needed and fails again.
    prepareJob("workOut");
    void runs().catch(() => undefined);
    return read;
  },
  run: async (request) => {
    const { runScenario } = await runs();
    return loadPart(() => runScenario(request));
  },
  plannedWrites: async (...given) => (await runs()).plannedWritesOf(...given),
  isStillWritten: async ({ sheets }) => (await runs()).isStillWritten(sheets.map(({ before }) => before)),
  evaluate: (plan, scenario) => loadPart(() => runJob("evaluate", [plan, scenario])),
  simulate: (plan, scenario, { signal, onPart }) =>
    loadPart(() => runJob("simulatePlan", [plan, scenario], signal, onPart)),
  saveCorrections: async (...said) => (await runs()).saveCorrections(...said),
  saveScenarios: async (...lists) => (await runs()).saveScenarios(...lists),
  selectAddress: (address) => selectAddress(address),
  selectSheet: (name) => selectSheet(name),
  selectionAddress: () => selectionAddress(),
  selectedCells: () => selectedCells(),
  insertTemplate: async () => (await runs()).insertTemplate(),
  insertSample: async () => (await runs()).insertSample(),
  insertFormula: async (formula, request) => (await runs()).insertFormula(formula, request),
  check: async (request) => (await checks()).check(request),
  repair: async (checked, request) => (await checks()).repair(checked, request),
  share: async (task, request) => (await sharing()).share(task, request),
  runAgain: async (request) => {
    const { runScenario } = await runs();
    return loadPart(() => runScenario({ ...request, write: true, onlyAgain: true }));
  },
  opensWithDocument: async () => (await checks()).opensWithDocument(),
  setOpensWithDocument: async (isOn) => (await checks()).setOpensWithDocument(isOn),
  watchChanges,
  onRunAsked,
  restorePending: async () => (await runs()).restorePending(),
  discardPending: async () => (await runs()).discardPending(),
};

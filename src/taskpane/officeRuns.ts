import { outputTables } from "../plan/outputTables";
import type { WorkbookReading } from "../workbook/readPlan";
import { plannedWrites } from "../workbook/writeBreakdown";
import type { PlannedWrites, Result } from "./paneWorkbook";

export { evaluate } from "../plan/evaluate";
export { insertFormula } from "../workbook/insertFormula";
export { insertSample } from "../workbook/insertSample";
export { insertTemplate } from "../workbook/insertTemplate";
export { discardPending, restorePending } from "../workbook/restore";
export { runScenario } from "../workbook/runScenario";

/** The sheets that a write of this result would add or update. */
export function plannedWritesOf({ breakdown, plan }: Result, { ownSheets, sheetNames }: WorkbookReading): PlannedWrites {
  // Only the tables' names count here, so the notes can stay empty.
  const tables = outputTables(breakdown, plan, { addInVersion: "", time: "" });
  return plannedWrites(tables, breakdown.scenario, ownSheets, sheetNames);
}

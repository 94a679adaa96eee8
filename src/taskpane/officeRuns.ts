import { alsoIds, type AlsoWritten } from "../plan/report/alsoWritten";
import { outputTables } from "../plan/report/outputTables";
import { tableIdentity } from "../plan/report/tableIdentity";
import { liveSheetsOf } from "../workbook/live/liveTitles";
import type { WorkbookReading } from "../workbook/read/readWorkbookPlan";
import { plannedWrites } from "../workbook/write/plannedWrites";
import type { PlannedWrites, Result } from "./paneWorkbook";

export { insertFormula } from "../workbook/insert/insertFormula";
export { insertSample } from "../workbook/insert/insertSample";
export { insertTemplate } from "../workbook/insert/insertTemplate";
export { discardPending, restorePending } from "../workbook/journal/restore";
export { saveCorrections } from "../workbook/read/corrections";
export { saveScenarios } from "../workbook/scenarios/saveScenarios";
export { runScenario } from "../workbook/runScenario";
export { isStillWritten } from "../workbook/write/record/stillWritten";

/** The sheets that a write of this result would add or update. */
export function plannedWritesOf(
  { breakdown, plan }: Result,
  { ownSheets, sheetNames }: WorkbookReading,
  also: AlsoWritten,
): PlannedWrites {
  if (also.form === "live") return plannedWrites(liveSheetsOf(breakdown), breakdown.scenario, ownSheets, sheetNames);
  // Only the tables' names count here, so the notes can stay empty.
  const tables = outputTables(breakdown, plan, { addInVersion: "", time: "" });
  const chosen = alsoIds(also)
    .filter((id) => id !== "byCategory" || plan.categories !== null)
    .map((id) => tableIdentity(id, breakdown.scenario));
  return plannedWrites([...tables, ...chosen], breakdown.scenario, ownSheets, sheetNames);
}

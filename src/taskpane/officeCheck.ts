import { ownFunctions } from "../functions/ownFunctions";
import type { RunOptions } from "../workbook/excel/excelRun";
import { checkWorkbook, type WorkbookCheck } from "../workbook/share/check/checkWorkbook";
import { repairFormulas, repairsOf } from "../workbook/share/check/repairFormulas";

export { opensWithDocument, setOpensWithDocument } from "../workbook/share/openWithDocument";

export function check(request: RunOptions): Promise<WorkbookCheck> {
  return checkWorkbook(ownFunctions, request);
}

export async function repair(checked: WorkbookCheck, request: RunOptions): Promise<number> {
  const repairs = repairsOf(checked, ownFunctions.namespace);
  await repairFormulas(repairs, request);
  return repairs.length;
}

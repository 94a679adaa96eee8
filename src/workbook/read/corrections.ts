import type { Corrections } from "../../plan/reading/planReading";
import { excelRun, type RunOptions } from "../excel/excelRun";
import { settingKeys } from "../excel/settings";
import { keptCorrections } from "./kept/keptCorrections";
import type { WorkbookReading } from "./readWorkbookPlan";

/**
 * Keeps the corrections in the workbook, in place of those before, with what they point to, so that they hold when rows, columns and sheets move.
 *
 * @param reading the reading whose addresses they write; what an earlier reading could not find again is kept beside them
 */
export async function saveCorrections(
  corrections: Corrections,
  reading: WorkbookReading,
  options: RunOptions = {},
): Promise<void> {
  const isNone = Object.keys(corrections).length === 0;
  const kept = isNone ? null : JSON.stringify(keptCorrections(corrections, reading));
  await excelRun(async (context) => {
    const { settings } = context.workbook;
    if (kept === null) settings.getItemOrNullObject(settingKeys.corrections).delete();
    else settings.add(settingKeys.corrections, kept);
    await context.sync();
  }, options);
}

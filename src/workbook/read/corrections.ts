import type { Corrections } from "../../plan/reading/planReading";
import { excelRun, type RunOptions } from "../excel/excelRun";
import { settingKeys } from "../excel/settings";

/** Keeps the corrections in the workbook, in place of those before. */
export async function saveCorrections(corrections: Corrections, options: RunOptions = {}): Promise<void> {
  await excelRun(async (context) => {
    const { settings } = context.workbook;
    if (Object.keys(corrections).length === 0) settings.getItemOrNullObject(settingKeys.corrections).delete();
    else settings.add(settingKeys.corrections, JSON.stringify(corrections));
    await context.sync();
  }, options);
}

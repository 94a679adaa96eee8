import type { Corrections } from "../plan/planReading";
import { excelRun, type RunOptions } from "./excelRun";
import { settingKeys, settingValue } from "./settings";

/** What the user has told us about their tables, as the workbook keeps it; empty where it keeps nothing. */
export async function readCorrections(options: RunOptions = {}): Promise<Corrections> {
  return excelRun(async (context) => {
    const setting = context.workbook.settings.getItemOrNullObject(settingKeys.corrections);
    setting.load("value");
    await context.sync();
    return settingValue<Corrections>(setting) ?? {};
  }, options);
}

/** Keeps the corrections in the workbook, in place of those before. */
export async function saveCorrections(corrections: Corrections, options: RunOptions = {}): Promise<void> {
  await excelRun(async (context) => {
    const { settings } = context.workbook;
    if (Object.keys(corrections).length === 0) settings.getItemOrNullObject(settingKeys.corrections).delete();
    else settings.add(settingKeys.corrections, JSON.stringify(corrections));
    await context.sync();
  }, options);
}

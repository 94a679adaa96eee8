import type { Corrections } from "../../plan/reading/planReading";
import { WorkbookError } from "../excel/excelErrors";
import { excelRun, type RunOptions } from "../excel/excelRun";
import { settingKeys, settingValue } from "../excel/settings";
import { keptCorrections } from "./kept/keptCorrections";
import { keptRecord } from "./kept/keptRecord";
import type { WorkbookReading } from "./readWorkbookPlan";

interface SaveOptions extends RunOptions {
  /** What becomes of those that an earlier reading could not find again; kept if left out. */
  lost?: "kept" | "forgotten";
}

/**
 * Keeps the corrections in the workbook, in place of those before, with what they point to, so that they hold when rows, columns and sheets move.
 * Those of a newer version of the add-in are left as they are.
 *
 * @param reading the reading whose addresses they write; what it could not find again is kept beside them
 */
export async function saveCorrections(
  corrections: Corrections,
  reading: WorkbookReading,
  options: SaveOptions = {},
): Promise<void> {
  const lostCorrections = options.lost === "forgotten" ? null : reading.lostCorrections;
  const kept = keptCorrections(corrections, { ...reading, lostCorrections });
  await excelRun(async (context) => {
    const { settings } = context.workbook;
    const before = settings.getItemOrNullObject(settingKeys.corrections);
    before.load("value");
    await context.sync();
    if (keptRecord(settingValue(before)) === "newer") throw new WorkbookError("other", keptByNewer);
    if (kept) settings.add(settingKeys.corrections, JSON.stringify(kept));
    else before.delete();
    await context.sync();
  }, options);
}

const keptByNewer =
  "The corrections in this workbook were made with a newer version of the add-in and are left as they are, so what you said was not kept; update the add-in to change them.";

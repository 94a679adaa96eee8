import type { Corrections } from "../../plan/reading/planReading";
import { WorkbookError } from "../excel/excelErrors";
import { excelRun, type RunOptions } from "../excel/excelRun";
import { settingKeys, settingValue } from "../excel/settings";
import { keptCorrections } from "./kept/keptCorrections";
import { keptRecord, type PackedCorrections } from "./kept/keptRecord";
import { packed } from "./kept/pack";
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
  const text = kept && JSON.stringify({ version: 4, packed: packed(kept) } satisfies PackedCorrections);
  if (text && text.length > longest) throw new WorkbookError("tooBig", tooMany);
  await excelRun(async (context) => {
    const { settings } = context.workbook;
    const before = settings.getItemOrNullObject(settingKeys.corrections);
    before.load("value");
    await context.sync();
    if (keptRecord(settingValue(before)) === "newer") throw new WorkbookError("other", keptByNewer);
    if (text !== null) settings.add(settingKeys.corrections, text);
    else before.delete();
    await context.sync();
  }, options);
}

/** Characters: of about 1 MB that Excel keeps of an add-in, results and corrections each have less than half. */
const longest = 400_000;
const tooMany =
  "There are more corrections than Excel keeps in a workbook, so the last ones were not kept; leave rows out in the sheet itself, in a column that says so, and take corrections back.";

const keptByNewer =
  "The corrections in this workbook were made with a newer version of the add-in and are left as they are, so what you said was not kept; update the add-in to change them.";

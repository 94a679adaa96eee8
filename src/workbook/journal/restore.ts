import { excelRun, type RunOptions } from "../excel/excelRun";
import { kindOf } from "./changes";
import { readJournal, type KeptJournal } from "./journal";
import { putBack } from "./putBack";
import { settingKeys, settingValue } from "../excel/settings";

/** Puts back what a run left half done when Excel or the pane went away. Answers the names of the sheets, none where nothing was left. */
export async function restorePending(options: RunOptions = {}): Promise<string[]> {
  const kept = await excelRun(async (context) => {
    const setting = context.workbook.settings.getItemOrNullObject(settingKeys.journal);
    setting.load("value");
    await context.sync();
    return settingValue<KeptJournal>(setting);
  }, options);
  if (!kept) return [];
  const journal = readJournal(kept);
  await putBack(journal, options);
  return journal.changes.flatMap((change) => kindOf(change).sheet?.(change) ?? []);
}

/** Leaves the sheets as they are now and forgets how they were before. */
export async function discardPending(options: RunOptions = {}): Promise<void> {
  await excelRun(async (context) => {
    context.workbook.settings.getItemOrNullObject(settingKeys.journal).delete();
    await context.sync();
  }, options);
}

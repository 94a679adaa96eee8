import { toWorkbookError, WorkbookError } from "../excel/excelErrors";
import { excelRun, type RunOptions } from "../excel/excelRun";
import { asOwnWrite } from "../write/ownWrites";
import { settingKeys } from "../excel/settings";
import { send, step } from "../excel/steps";
import { kindOf } from "./changes";
import type { Journal } from "./journal";

/**
 * Puts the workbook back as the journal says, the last change first, as far as each was made. One sync to look, one to put back.
 */
export async function putBack(journal: Journal, options: RunOptions = {}): Promise<void> {
  try {
    await tryToPutBack(journal, options);
  } catch {
    await new Promise((resolve) => setTimeout(resolve, beforeSecondTry));
    try {
      await tryToPutBack(journal, options);
    } catch (error) {
      throw new WorkbookError(
        "notRestored",
        "Writing failed and Excel does not answer, so some result sheets may be half written; open the pane again and choose Restore.",
        toWorkbookError(error),
      );
    }
  }
}

const beforeSecondTry = 300;

async function tryToPutBack({ changes }: Journal, options: RunOptions): Promise<void> {
  const waiting = options.onWaiting ? { onWaiting: options.onWaiting } : {};
  await asOwnWrite(() =>
    excelRun(async (context) => {
      const asked = [...changes].reverse().map((change) => ({ change, answer: kindOf(change).look(context, change) }));
      await context.sync();
      const forgetting = step(({ workbook }) => workbook.settings.getItemOrNullObject(settingKeys.journal).delete());
      await send(context, [
        ...asked.flatMap(({ change, answer }) => kindOf(change).putBack(change, answer)),
        forgetting,
      ]);
    }, waiting),
  );
}

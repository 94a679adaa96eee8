import { toWorkbookError, WorkbookError } from "../excel/excelErrors";
import { excelRun, type RunOptions } from "../excel/excelRun";
import { asOwnWrite } from "../own/ownWrites";
import { settingKeys, settingText } from "../excel/settings";
import { send, action, type Action } from "../excel/actions";
import { kindOf, type Change } from "./changes";
import type { Journal } from "./journal";

/** What became of a run that was broken off: the workbook is as it was, or the run is complete after all. */
type Outcome = "putBack" | "complete";

interface PutBackOptions extends RunOptions {
  /** The settings that the run ends with: where the workbook holds them and no run is under way, only the answer was lost. */
  written?: readonly { key: string; text: string | null }[];
}

/**
 * Puts the workbook back as the journal says, the last change first, as far as each was made. Where rows or columns have
 * already been taken out, all else of the run has been done, and the rest of them is taken out instead: formulas that
 * pointed at them could not be led back. One sync to look, one to do it.
 */
export async function putBack(journal: Journal, options: PutBackOptions = {}): Promise<Outcome> {
  const ways: Way[] = ["complete", "complete", "regrow"];
  let trouble: unknown;
  for (const [attempt, way] of ways.entries()) {
    if (attempt > 0) await new Promise((resolve) => setTimeout(resolve, beforeNextTry));
    try {
      return await tryToPutBack(journal, way, options);
    } catch (error) {
      trouble = error;
    }
  }
  throw new WorkbookError(
    "notRestored",
    "Writing failed and Excel does not answer, so some result sheets may be half written; open the pane again and choose Restore.",
    toWorkbookError(trouble),
  );
}

/** What to do where there is no way back without loss: go on to the end, or go back all the same. */
type Way = "complete" | "regrow";

const beforeNextTry = 300;

async function tryToPutBack({ changes }: Journal, way: Way, options: PutBackOptions): Promise<Outcome> {
  const waiting = options.onWaiting ? { onWaiting: options.onWaiting } : {};
  return asOwnWrite(() =>
    excelRun(async (context) => {
      const { settings } = context.workbook;
      const underWay = settings.getItemOrNullObject(settingKeys.underWay);
      underWay.load("value");
      const written = (options.written ?? []).map(({ key, text }) => {
        const setting = settings.getItemOrNullObject(key);
        setting.load("value");
        return { setting, text };
      });
      const asked = [...changes].reverse().map((change) => ({ change, answer: kindOf(change).look(context, change) }));
      await context.sync();
      if (
        written.length > 0 &&
        underWay.isNullObject &&
        written.every(({ setting, text }) => settingText(setting) === text)
      )
        return "complete";

      const each = (
        actions: (kind: ReturnType<typeof kindOf>, change: Change, answer: unknown) => Action[] | undefined,
      ) => asked.flatMap(({ change, answer }) => actions(kindOf(change), change, answer) ?? []);
      const isPastReturn = asked.some(({ change, answer }) => kindOf(change).isPastReturn?.(change, answer));
      if (isPastReturn && way === "complete") {
        await send(context, [...each((kind, change, answer) => kind.complete?.(change, answer)), ...forgetting()]);
        return "complete";
      }
      const regrowing = isPastReturn
        ? [...each((kind, change, answer) => kind.regrow?.(change, answer)), underWayAction("filling")]
        : [];
      const back = each((kind, change, answer) => kind.putBack(change, answer));
      const regrown = isPastReturn ? each((kind, change, answer) => kind.regrown?.(change, answer)) : [];
      await send(context, [...regrowing, ...back, ...regrown, ...forgetting()]);
      return "putBack";
    }, waiting),
  );
}

export function underWayAction(stage: "filling" | "removing"): Action {
  return action(({ workbook }) => void workbook.settings.add(settingKeys.underWay, JSON.stringify(stage)));
}

/** Without a journal in the settings a failure is still put back, from memory, unless Excel itself goes away. */
export function beginning(journalText: string | null): Action[] {
  if (journalText === null) return [underWayAction("filling")];
  return [
    action(({ workbook }) => void workbook.settings.add(settingKeys.journal, journalText), journalText),
    underWayAction("filling"),
  ];
}

/** The run is over, one way or the other: the last of its actions. */
export function forgetting(): Action[] {
  return [
    action(({ workbook: { settings } }) => {
      settings.getItemOrNullObject(settingKeys.journal).delete();
      settings.getItemOrNullObject(settingKeys.underWay).delete();
    }),
  ];
}

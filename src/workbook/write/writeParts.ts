import { send, type Action } from "../excel/actions";
import { codeOf, toWorkbookError } from "../excel/excelErrors";
import { excelRun, type RunOptions } from "../excel/excelRun";

/** Some of a write's actions, in their order. */
export interface WritePart {
  actions: readonly Action[];
  /** They write cells and nothing else, and are to be one step to undo. */
  isOneUndoStep?: boolean;
  /** They are done, and `then` with them, before anything else is asked. */
  isFirst?: boolean;
  /** Once they are done. */
  then?: () => void;
}

interface PartOptions extends RunOptions {
  largestRequest?: number;
  onPart?: (part: number) => void;
  /** True before the first request is sent, false where that one was refused and has changed nothing. */
  onBegun: (begun: boolean) => void;
}

/**
 * Sends the parts one after the other: all in one run, or each in its own where Excel makes undo steps of runs.
 *
 * @returns how many steps there are to undo; null where Excel does not group them
 */
export async function sendParts(parts: readonly WritePart[], options: PartOptions): Promise<number | null> {
  const isGrouped = hasUndoGroups();
  const first = parts.filter(({ isFirst }) => isFirst);
  const joint = [...first, joined(parts.filter(({ isFirst }) => !isFirst))];
  const runs = (isGrouped ? parts : joint).filter(({ actions }) => actions.length > 0);
  const count = runs.reduce((sum, { actions }) => sum + actions.length, 0);
  let done = 0;
  for (const [index, { actions, isOneUndoStep = false, then }] of runs.entries()) {
    const onPart = (part: number): void => options.onPart?.((done + part * actions.length) / count);
    const sendAll = (context: Excel.RequestContext): Promise<void> =>
      sendRun(context, actions, { ...options, onPart, isFirstRun: index === 0 });
    await excelRun(sendAll, { ...options, isOneUndoStep });
    done += actions.length;
    then?.();
  }
  return isGrouped ? runs.filter(({ isOneUndoStep }) => isOneUndoStep).length : null;
}

/** Excel has refused an action in an undo group: until the pane is opened anew nothing is grouped any more. */
export function doWithoutUndoGroups(): void {
  isRefused = true;
}

let isRefused = false;

function hasUndoGroups(): boolean {
  return !isRefused && Office.context.requirements.isSetSupported("ExcelApi", "1.20");
}

function joined(parts: readonly WritePart[]): WritePart {
  return {
    actions: parts.flatMap(({ actions }) => actions),
    then: () => parts.forEach(({ then }) => then?.()),
  };
}

/** As `send`; an edit mode that refuses the first request of a run has changed nothing, so that the run may wait and try again. */
async function sendRun(
  context: Excel.RequestContext,
  actions: readonly Action[],
  options: PartOptions & { isFirstRun: boolean },
): Promise<void> {
  let isFirst = true;
  try {
    await send(context, actions, {
      ...options,
      onSent: () => options.onBegun(true),
      onPart: (part) => {
        isFirst = false;
        options.onPart?.(part);
      },
    });
  } catch (error) {
    if (!isFirst || codeOf(error) !== "InvalidOperationInCellEditMode") throw toWorkbookError(error);
    if (options.isFirstRun) options.onBegun(false);
    throw error;
  }
}

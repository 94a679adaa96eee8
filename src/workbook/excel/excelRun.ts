import { codeOf, toWorkbookError, WorkbookError } from "./excelErrors";

/** What every round trip to the workbook can be given. */
export interface RunOptions {
  /** Told `true` while Excel waits for the user to finish editing a cell, `false` when it goes on. */
  onWaiting?: (waiting: boolean) => void;
  /** Cancels before the next step; what was changed until then is put back. */
  signal?: AbortSignal;
}

/**
 * Excel.run for every part of this folder. Where a cell is being edited it says so and waits until the edit is finished.
 * The batch may run more than once, so whatever it changes it must change after its last wait for Excel, or report a
 * WorkbookError of its own once something has changed. Rejects with WorkbookError only.
 */
export async function excelRun<T>(
  batch: (context: Excel.RequestContext) => Promise<T>,
  options: RunOptions = {},
): Promise<T> {
  throwIfCancelled(options.signal);
  try {
    return await Excel.run(oneUndoStep, batch);
  } catch (error) {
    if (codeOf(error) !== "InvalidOperationInCellEditMode") throw toWorkbookError(error);
  }
  options.onWaiting?.(true);
  try {
    return await runWhenEditEnds(batch, options, Date.now() + longestWait);
  } catch (error) {
    throw toWorkbookError(error);
  } finally {
    options.onWaiting?.(false);
  }
}

/** Rejects with a "cancelled" WorkbookError once the user has cancelled. */
export function throwIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new WorkbookError("cancelled", "Cancelled; the workbook is as it was.");
}

/** ExcelApi 1.20 makes one undo step of a run; the library's types do not know the option yet, and older versions of Excel ignore it. */
type UndoableRunOptions = Excel.RunOptions & { mergeUndoGroup?: boolean };

const oneUndoStep: UndoableRunOptions = { mergeUndoGroup: true };

const longestWait = 120_000;
const betweenTries = 400;

/** Desktop Excel waits by itself (delayForCellEdit); where the option is not supported the refusal comes back at once, so ask again. */
async function runWhenEditEnds<T>(
  batch: (context: Excel.RequestContext) => Promise<T>,
  options: RunOptions,
  giveUpAt: number,
): Promise<T> {
  throwIfCancelled(options.signal);
  try {
    return await Excel.run({ ...oneUndoStep, delayForCellEdit: true } as UndoableRunOptions, batch);
  } catch (error) {
    if (codeOf(error) !== "InvalidOperationInCellEditMode" || Date.now() > giveUpAt) throw error;
  }
  await new Promise((resolve) => setTimeout(resolve, betweenTries));
  return runWhenEditEnds(batch, options, giveUpAt);
}

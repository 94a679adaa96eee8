import { cancelled, codeOf, toWorkbookError } from "./excelErrors";

/** What every round trip to the workbook can be given. */
export interface RunOptions {
  /** Told `true` while Excel waits for the user to finish editing a cell, `false` when it goes on. */
  onWaiting?: (waiting: boolean) => void;
  /** Cancels before the next step; what was changed until then is put back. */
  signal?: AbortSignal;
}

interface ExcelRunOptions extends RunOptions {
  /**
   * Asks Excel (ExcelApi 1.20) to make one undo step of all that the run writes. What cannot be taken back, deleting a sheet
   * for one, is refused in such a run with the code UndoNotSupported.
   */
  isOneUndoStep?: boolean;
}

/**
 * Excel.run for every part of this folder. Where a cell is being edited it says so and waits until the edit is finished.
 * The batch may run more than once, so whatever it changes it must change after its last wait for Excel, or report a
 * WorkbookError of its own once something has changed. Rejects with WorkbookError only.
 */
export async function excelRun<T>(
  batch: (context: Excel.RequestContext) => Promise<T>,
  options: ExcelRunOptions = {},
): Promise<T> {
  throwIfCancelled(options.signal);
  try {
    return await Excel.run(excelOptions(options), batch);
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
  if (signal?.aborted) throw cancelled();
}

/** The library's types do not know `mergeUndoGroup` yet; older versions of Excel ignore it. */
function excelOptions({ isOneUndoStep = false }: ExcelRunOptions): Excel.RunOptions & { mergeUndoGroup?: boolean } {
  return isOneUndoStep ? { mergeUndoGroup: true } : {};
}

const longestWait = 120_000;
const betweenTries = 400;

/** Desktop Excel waits by itself (delayForCellEdit); where the option is not supported the refusal comes back at once, so ask again. */
async function runWhenEditEnds<T>(
  batch: (context: Excel.RequestContext) => Promise<T>,
  options: ExcelRunOptions,
  giveUpAt: number,
): Promise<T> {
  throwIfCancelled(options.signal);
  try {
    return await Excel.run({ ...excelOptions(options), delayForCellEdit: true }, batch);
  } catch (error) {
    if (codeOf(error) !== "InvalidOperationInCellEditMode" || Date.now() > giveUpAt) throw error;
  }
  await new Promise((resolve) => setTimeout(resolve, betweenTries));
  return runWhenEditEnds(batch, options, giveUpAt);
}

import { cancelled, codeOf, toWorkbookError } from "./excelErrors";

/** What every round trip to the workbook can be given. */
export interface RunOptions {
  /** Told what Excel waits for until the user has done it, and null when it goes on. */
  onWaiting?: (waitsFor: Awaited | null) => void;
  /** Cancels before the next step; what was changed until then is put back. */
  signal?: AbortSignal;
}

/** A cell that is being edited, to be finished; or another workbook in front of this one, to be left. */
export type Awaited = "cell" | "workbook";

interface ExcelRunOptions extends RunOptions {
  /**
   * Asks Excel (ExcelApi 1.20) to make one undo step of all that the run writes. What cannot be taken back, deleting a sheet
   * for one, is refused in such a run with the code UndoNotSupported.
   */
  isOneUndoStep?: boolean;
}

/**
 * Excel.run for every part of this folder. Where a cell is being edited, or another workbook is in front, it says so and waits.
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
    if (!awaitedBy(error)) throw toWorkbookError(error);
    options.onWaiting?.(awaitedBy(error));
  }
  try {
    return await runWhenFree(batch, options, Date.now() + longestWait);
  } catch (error) {
    throw toWorkbookError(error);
  } finally {
    options.onWaiting?.(null);
  }
}

function awaitedBy(error: unknown): Awaited | null {
  const code = codeOf(error);
  if (code === "InvalidOperationInCellEditMode") return "cell";
  return code === "InactiveWorkbook" ? "workbook" : null;
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
async function runWhenFree<T>(
  batch: (context: Excel.RequestContext) => Promise<T>,
  options: ExcelRunOptions,
  giveUpAt: number,
): Promise<T> {
  throwIfCancelled(options.signal);
  try {
    return await Excel.run({ ...excelOptions(options), delayForCellEdit: true }, batch);
  } catch (error) {
    if (!awaitedBy(error) || Date.now() > giveUpAt) throw error;
  }
  await new Promise((resolve) => setTimeout(resolve, betweenTries));
  return runWhenFree(batch, options, giveUpAt);
}

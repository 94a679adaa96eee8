import { WorkbookError } from "./excelErrors";
import { throwIfCancelled, type RunOptions } from "./excelRun";

/** One thing to ask of Excel, with the size of what it sends. */
export interface Action {
  size: number;
  ask: (context: Excel.RequestContext) => void;
  /** From here on there is no way back, so that nobody can cancel any more. */
  isFinal?: boolean;
}

export function action(ask: Action["ask"], sent: unknown = null): Action {
  return { size: typicalAction + (sent === null ? 0 : bytesOf(sent)), ask };
}

export function finalAction(ask: Action["ask"]): Action {
  return { ...action(ask), isFinal: true };
}

interface SendOptions extends RunOptions {
  /** Bytes of a request; what Excel on the web takes if left out. */
  largestRequest?: number;
  /** Called before each request: from the first on, the workbook may have changed, whatever comes of it. */
  onSent?: () => void;
  /** Called after each request with the part that is done, 0 to 1. */
  onPart?: (part: number) => void;
}

/**
 * Sends the actions in as few syncs as Excel on the web's limit of 5 MB a request allows: one, for all but the largest plans.
 */
export async function send(
  context: Excel.RequestContext,
  actions: readonly Action[],
  options: SendOptions = {},
): Promise<void> {
  const batches = batchesOf(actions, options.largestRequest ?? usualRequest);
  const sendFrom = async (index: number): Promise<void> => {
    const batch = batches[index];
    if (!batch) return;
    if (!batch.every(({ isFinal }) => isFinal)) throwIfCancelled(options.signal);
    context.workbook.application.suspendScreenUpdatingUntilNextSync();
    batch.forEach(({ ask }) => ask(context));
    options.onSent?.();
    await context.sync();
    options.onPart?.((index + 1) / batches.length);
    await sendFrom(index + 1);
  };
  await sendFrom(0);
}

/** The rows in bands that fit a request, as [first row, rows]. */
export function bandsOf<T>(rows: readonly T[], limit = usualRequest / 2): [number, T[]][] {
  const bands: [number, T[]][] = [];
  let size = 0;
  rows.forEach((row, index) => {
    const length = bytesOf(row) + 1;
    const last = bands.at(-1);
    if (last && size + length <= limit) {
      last[1].push(row);
      size += length;
      return;
    }
    bands.push([index, [row]]);
    size = length;
  });
  return bands;
}

/** 5 MB, less what the envelopes of parts and escapes in texts may add. */
const usualRequest = 4_000_000;
/** An action and its object path on the wire. */
const typicalAction = 400;

function bytesOf(sent: unknown): number {
  return encoder.encode(JSON.stringify(sent)).length;
}

const encoder = new TextEncoder();

function batchesOf(actions: readonly Action[], limit: number): Action[][] {
  const batches: Action[][] = [];
  let size = limit;
  for (const next of actions) {
    if (next.size > limit) {
      throw new WorkbookError(
        "tooBig",
        "One table is too big for Excel to take at once; run fewer years or levers, or write from desktop Excel.",
      );
    }
    if (size + next.size > limit) {
      batches.push([]);
      size = 0;
    }
    batches.at(-1)?.push(next);
    size += next.size;
  }
  return batches;
}

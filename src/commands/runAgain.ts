import { askForRun, type AskedRun } from "../workbook/askForRun";

/**
 * Runs the last written scenario again and brings its sheets up to date, where that shows nothing that its user has not seen: else
 * (nothing written before, new findings, results typed over, an error) the pane opens and shows the run or why there is none, and
 * nothing is written.
 */
export async function runAgain(): Promise<void> {
  if (isRunning) return;
  isRunning = true;
  try {
    const asked = await runOnce();
    if (!asked) return;
    askForRun(asked);
    await Office.addin.showAsTaskpane();
  } finally {
    isRunning = false;
  }
}

/** What is to be shown; null where all is written. */
async function runOnce(): Promise<AskedRun | null> {
  try {
    // Loaded when first needed: the page also runs when a cell merely calculates.
    const { runScenario } = await import(/* webpackChunkName: "runAgain" */ "../workbook/runScenario");
    const run = await runScenario({ write: true, onlyAgain: true });
    return run.written?.done ? null : { run };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

let isRunning = false;

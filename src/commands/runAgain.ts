import { askForRun } from "../workbook/askForRun";

/**
 * Runs the last written scenario again and brings its sheets up to date, where that shows nothing that its user has not seen: else
 * (nothing written before, new findings, results typed over, an error) the pane opens and shows the run, and nothing is written.
 */
export async function runAgain(): Promise<void> {
  if (isRunning) return;
  isRunning = true;
  try {
    // Loaded when first needed: the page also runs when a cell merely calculates.
    const { runScenario } = await import(/* webpackChunkName: "runAgain" */ "../workbook/runScenario");
    const { written } = await runScenario({ write: true, onlyAgain: true });
    if (!written?.done) await showRun();
  } catch {
    await showRun();
  } finally {
    isRunning = false;
  }
}

async function showRun(): Promise<void> {
  askForRun();
  await Office.addin.showAsTaskpane();
}

let isRunning = false;

/**
 * Runs the last written scenario again and brings its sheets up to date. What the user has to see (findings, results they
 * have typed over, an error) opens the pane, which reads the workbook itself and shows it.
 */
export async function runAgain(): Promise<void> {
  if (isRunning) return;
  isRunning = true;
  try {
    // Loaded when first needed: the page also runs when a cell merely calculates.
    const { runScenario } = await import(/* webpackChunkName: "runAgain" */ "../workbook/runScenario");
    const { written } = await runScenario({ write: true });
    if (!written?.done) await Office.addin.showAsTaskpane();
  } catch {
    await Office.addin.showAsTaskpane();
  } finally {
    isRunning = false;
  }
}

let isRunning = false;

import type { ScenarioRun } from "./runScenario";

/** What a button of the ribbon has to show: a run of which nothing was written, why there is none, or a check of the workbook. */
export type AskedRun = { run: ScenarioRun } | { problem: string } | { check: true };

/**
 * The ribbon's buttons and the pane are one page. A run that the user is to see before anything is written is handed over here; a
 * pane that is still to open gets it as it begins to listen.
 */
export function askForRun(asked: AskedRun): void {
  if (listener) listener(asked);
  else waiting = asked;
}

/** Calls back when there is a run to show; returns what stops it. */
export function onRunAsked(show: (asked: AskedRun) => void): () => void {
  listener = show;
  const asked = waiting;
  waiting = null;
  if (asked) show(asked);
  return () => {
    if (listener === show) listener = null;
  };
}

let listener: ((asked: AskedRun) => void) | null = null;
let waiting: AskedRun | null = null;

/**
 * The ribbon's buttons and the pane are one page. A run that the user is to see before anything is written is asked for here;
 * a pane that is still to open hears of it once it has read the workbook.
 */
export function askForRun(): void {
  if (listener) listener();
  else isWaiting = true;
}

/** Calls back when a run is asked for; returns what stops it. */
export function onRunAsked(run: () => void): () => void {
  listener = run;
  if (isWaiting) run();
  isWaiting = false;
  return () => {
    if (listener === run) listener = null;
  };
}

let listener: (() => void) | null = null;
let isWaiting = false;

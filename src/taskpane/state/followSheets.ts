import type { PaneWorkbook } from "../paneWorkbook";

/** How long the sheets must be quiet before they are read again. */
const quietBeforeReading = 400;

/** Calls back shortly after the user has stopped changing sheets; returns what stops it. */
export function followSheets(workbook: Pick<PaneWorkbook, "watchChanges">, onQuiet: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopWatching: (() => void) | null = null;
  let isStopped = false;
  const restart = () => {
    clearTimeout(timer);
    if (!isStopped) timer = setTimeout(onQuiet, quietBeforeReading);
  };
  workbook.watchChanges(restart).then(
    (stop) => {
      if (isStopped) stop();
      else stopWatching = stop;
    },
    () => undefined, // An Excel without change events: Run reads again anyway.
  );
  return () => {
    isStopped = true;
    clearTimeout(timer);
    stopWatching?.();
  };
}

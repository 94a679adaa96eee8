import type { PaneWorkbook } from "../paneWorkbook";

/** How long the sheets must be quiet before they are read again. */
const quietBeforeReading = 400;

/** Calls back with each sheet that changes, and shortly after the user has stopped changing sheets: `isPlan` where one was not only of results; returns what stops it. */
export function followSheets(
  workbook: Pick<PaneWorkbook, "watchChanges">,
  onChange: (sheetId: string) => void,
  onQuiet: (isPlan: boolean) => void,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopWatching: (() => void) | null = null;
  let isStopped = false;
  let isPlan = false;
  const restart = (changed: "plan" | "results", sheetId: string) => {
    onChange(sheetId);
    clearTimeout(timer);
    isPlan ||= changed === "plan";
    if (!isStopped) timer = setTimeout(tell, quietBeforeReading);
  };
  const tell = () => {
    const wasPlan = isPlan;
    isPlan = false;
    onQuiet(wasPlan);
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

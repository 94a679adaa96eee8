import type { Awaited } from "../workbook/excel/excelRun";
import type { WorkbookReading } from "../workbook/read/readWorkbookPlan";
import { prepareJob } from "../worker/runJob";
import { loadPart } from "./loadPart";
import type { ReadRequest } from "./paneWorkbook";

/** What reads the cells in the page; what finds a plan in them is the worker's. */
export const readingPart = () => loadPart(() => import(/* webpackChunkName: "reading" */ "./officeReading"));

/** Starts the worker and begins to read the workbook, while React is fetched and the pane drawn; the pane's first reading takes it over. */
export function beginReading(): void {
  prepareJob("readTables");
  const stop = new AbortController();
  let waitsFor: Awaited | null = null;
  let tell = (awaited: Awaited | null): void => {
    waitsFor = awaited;
  };
  const reading = readingPart().then(({ readWorkbookPlan }) =>
    loadPart(() => readWorkbookPlan({ signal: stop.signal, onWaiting: (awaited) => tell(awaited) })),
  );
  // Whoever takes it over says so.
  reading.catch(() => undefined);
  begun = ({ signal, onWaiting }) => {
    signal?.addEventListener("abort", () => stop.abort(), { once: true });
    if (onWaiting) tell = onWaiting;
    if (waitsFor) tell(waitsFor);
    return reading;
  };
}

/** The reading that has begun, for the first that asks and has nothing to say of the tables; else null. */
export function begunReading(request: ReadRequest): Promise<WorkbookReading> | null {
  const take = begun;
  begun = null;
  const saysNothing = request.corrections === undefined && request.horizon === undefined;
  return saysNothing ? (take?.(request) ?? null) : null;
}

let begun: ((request: ReadRequest) => Promise<WorkbookReading>) | null = null;

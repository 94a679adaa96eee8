import { WorkbookError } from "../../workbook/excel/excelErrors";
import type { Awaited } from "../../workbook/excel/excelRun";
import type { Progress } from "../../workbook/runScenario";
import type { Task } from "./paneState";
import type { PaneEvent } from "./reducePane";

/** What a task is given to work with. */
export interface TaskOptions {
  signal: AbortSignal;
  onWaiting: (waitsFor: Awaited | null) => void;
  onProgress: (progress: Progress) => void;
}

export interface OneTask {
  /** Starts a task; one that is under way is broken off. A failure is told, a cancelled task ends without a word, unless it left something half written. */
  perform(task: Task, work: (options: TaskOptions) => Promise<void>): Promise<void>;
  cancel(): void;
  isBusy(): boolean;
}

/** One task at a time, with its progress and failure told as events. */
export function oneTask(dispatch: (event: PaneEvent) => void): OneTask {
  let current: AbortController | null = null;
  return {
    async perform(task, work) {
      current?.abort();
      const controller = new AbortController();
      current = controller;
      const tell = (event: PaneEvent) => {
        if (current === controller) dispatch(event);
      };
      tell({ type: "taskStarted", task });
      try {
        await work({
          signal: controller.signal,
          onWaiting: (waitsFor) => tell({ type: "taskMoved", waitsFor }),
          onProgress: (progress) => tell({ type: "taskMoved", part: wholePart(task, progress) }),
        });
        tell({ type: "taskEnded" });
      } catch (error) {
        if (isHalfWritten(error)) dispatch({ type: "taskFailed", problem: { task, message: sentenceOf(error) } });
        else if (controller.signal.aborted) tell({ type: "taskEnded" });
        else tell({ type: "taskFailed", problem: { task, message: sentenceOf(error) } });
      } finally {
        if (current === controller) current = null;
      }
    },
    cancel: () => current?.abort(),
    isBusy: () => current !== null,
  };
}

/** Whatever reaches the user is one sentence; anything that is not an Error is a bug of ours. */
export function sentenceOf(error: unknown): string {
  if (error instanceof Error && error.message) return error.message;
  return "Something went wrong that should not have; the workbook is as it was. Try again, or read the workbook anew.";
}

/** What the user must hear of even where they have cancelled, or gone on to something else. */
export function isHalfWritten(error: unknown): boolean {
  return error instanceof WorkbookError && error.kind === "notRestored";
}

/** How far a task is when one of its steps is so far: a write takes about as long as the reading before it. */
function wholePart(task: Task, { step, part }: Progress): number {
  if (task === "simulating") return part;
  const [from, to] = task === "writing" ? writingSteps[step] : runningSteps[step];
  return from + (to - from) * part;
}

const runningSteps = { reading: [0, 0.7], "working out": [0.7, 1], writing: [1, 1] } as const;
const writingSteps = { reading: [0, 0.4], "working out": [0.4, 0.5], writing: [0.5, 1] } as const;

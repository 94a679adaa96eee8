import { isHalfWritten, sentenceOf, type OneTask, type TaskOptions } from "./oneTask";
import type { Task } from "./paneState";

/** Does what is asked for; what comes of it, or why nothing did, is said where it was asked for. Null where the user cancelled. */
export async function saidThere<T>(
  tasks: OneTask,
  task: Task,
  work: (options: TaskOptions) => Promise<T>,
): Promise<T | { problem: string } | null> {
  let outcome: T | { problem: string } | null = null;
  await tasks.perform(task, async (options) => {
    try {
      outcome = await work(options);
    } catch (error) {
      // Whoever has gone on to something else has to hear of that too.
      if (isHalfWritten(error)) throw error;
      if (!options.signal.aborted) outcome = { problem: sentenceOf(error) };
    }
  });
  return outcome;
}

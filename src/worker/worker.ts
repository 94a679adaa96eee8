/** Entry of the worker: does the jobs put to it one after another. */
import { loadJob, type AnswerOf, type Job, type JobAnswer, type JobQuestion } from "./jobs";
import { rehearsals } from "./rehearsals";

const port = globalThis as unknown as {
  onmessage: (event: { data: JobQuestion }) => void;
  postMessage(message: JobAnswer): void;
};

port.onmessage = ({ data }) => void take(data);

/** Milliseconds between two messages of how far a job is. */
const betweenParts = 100;

async function take({ job, given }: JobQuestion): Promise<void> {
  const doJob = await loadJob(job, given).catch(() => null);
  const rehearsal = rehearsals[job];
  if (!given && rehearsal) doJob?.(rehearsal).next();
  if (!given) return;
  port.postMessage(doJob ? answerOf(() => doJob(given)) : { isNotLoaded: true });
}

function answerOf(work: () => Generator<number, AnswerOf<Job>, void>): JobAnswer {
  try {
    const steps = work();
    let told = performance.now();
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done) return { answer: step.value };
      if (performance.now() - told < betweenParts) continue;
      told = performance.now();
      port.postMessage({ part: step.value });
    }
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    return { error: { name, message } };
  }
}

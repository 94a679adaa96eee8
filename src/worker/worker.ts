/** Entry of the worker: does the jobs put to it one after another. */
import { loadJob, type AnswerOf, type Job, type JobAnswer, type JobQuestion } from "./jobs";
import { rehearsals } from "./rehearsals";

const port = globalThis as unknown as {
  onmessage: (event: { data: JobQuestion }) => void;
  postMessage(message: JobAnswer): void;
};

port.onmessage = ({ data }) => void take(data);

async function take({ job, given }: JobQuestion): Promise<void> {
  const doJob = await loadJob(job).catch(() => null);
  const rehearsal = rehearsals[job];
  if (!given && rehearsal) doJob?.(rehearsal);
  if (!given) return;
  port.postMessage(doJob ? answerOf(() => doJob(given)) : { isNotLoaded: true });
}

function answerOf(work: () => AnswerOf<Job>): JobAnswer {
  try {
    return { answer: work() };
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    return { error: { name, message } };
  }
}

import type { JobAnswer, AnswerOf, Job, JobQuestion, RequestOf } from "./jobs";

/**
 * Runs a job in the page's one worker, which is started at the first call. Resolves to undefined where no worker is available
 * (Node, a page's policy that forbids it, a worker that dies): the caller then does the job on its own thread.
 */
export function askWorker<Name extends Job>(job: Name, request: RequestOf<Name>): Promise<AnswerOf<Name> | undefined> {
  return new Promise((resolve) => {
    const helper = startedWorker();
    if (!helper) return resolve(undefined);
    const id = ++lastId;
    waiting.set(id, resolve as (answer: AnswerOf<Job> | undefined) => void);
    helper.postMessage({ id, job, request } as JobQuestion);
  });
}

let worker: Worker | undefined;
let workerFailed = false;
let lastId = 0;
const waiting = new Map<number, (answer: AnswerOf<Job> | undefined) => void>();

function startedWorker(): Worker | undefined {
  if (worker || workerFailed || typeof Worker !== "function") return worker;
  try {
    worker = new Worker(new URL(/* webpackChunkName: "worker" */ "./worker.ts", import.meta.url));
    worker.onmessage = ({ data }: MessageEvent<JobAnswer>) => {
      waiting.get(data.id)?.(data.answer);
      waiting.delete(data.id);
    };
    worker.onerror = giveUp;
    worker.onmessageerror = giveUp;
  } catch {
    giveUp();
  }
  return worker;
}

/** Stops using the worker and answers every open question with undefined, so that the callers do their jobs themselves. */
function giveUp(): void {
  worker?.terminate();
  worker = undefined;
  workerFailed = true;
  for (const resolve of waiting.values()) resolve(undefined);
  waiting.clear();
}

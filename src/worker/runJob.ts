import { loadJob, type AnswerOf, type GivenTo, type Job, type JobAnswer, type JobQuestion } from "./jobs";

/**
 * Does a job in the page's one worker, which is started for the first and kept for the next; where there is none (Node, a page's policy
 * that forbids it, a worker that dies), here. The answer is the same. Jobs are done one after another; one in steps says how far it is (0 to 1).
 *
 * Rejects with what the job throws, with the signal's reason once it is aborted, and as an import does where the job's code cannot be loaded.
 */
export function runJob<Name extends Job>(
  job: Name,
  given: GivenTo<Name>,
  signal?: AbortSignal,
  onPart?: (part: number) => void,
): Promise<AnswerOf<Name>> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason as Error);
    const waiting: Waiting = { job, given, onPart, resolve: resolve as Waiting["resolve"], reject, isCancelled: false };
    signal?.addEventListener("abort", () => cancel(waiting, signal.reason as Error), { once: true });
    queue.push(waiting);
    goOn();
  });
}

/** Starts the worker and lets it make ready for a job, while the page has other things to do. */
export function prepareJob(job: Job): void {
  startedWorker()?.postMessage({ job } satisfies JobQuestion);
}

interface Waiting {
  job: Job;
  given: GivenTo<Job>;
  onPart: ((part: number) => void) | undefined;
  resolve(answer: AnswerOf<Job>): void;
  reject(error: Error): void;
  isCancelled: boolean;
}

/** In the order in which they came; what the worker is at is not among them. */
const queue: Waiting[] = [];
/** What the worker is at: one job at a time, so that those that wait can be cancelled without its knowing. */
let current: Waiting | null = null;
let worker: Worker | undefined;
let workerFailed = false;

function goOn(): void {
  if (current) return;
  const next = queue.shift();
  if (!next) return;
  const helper = startedWorker();
  if (!helper) return void doHere(next).then(goOn);
  current = next;
  const { job, given } = next;
  try {
    helper.postMessage({ job, given } satisfies JobQuestion);
  } catch {
    giveUp();
  }
}

function startedWorker(): Worker | undefined {
  if (worker || workerFailed || typeof Worker !== "function") return worker;
  try {
    worker = new Worker(new URL(/* webpackChunkName: "worker" */ "./worker.ts", import.meta.url));
    worker.onmessage = ({ data }: MessageEvent<JobAnswer>) => take(data);
    worker.onerror = giveUp;
    worker.onmessageerror = giveUp;
  } catch {
    giveUp();
  }
  return worker;
}

function take(said: JobAnswer): void {
  if ("part" in said) return current?.isCancelled ? undefined : current?.onPart?.(said.part);
  const done = current;
  current = null;
  // Unpacking a large answer is work enough: what is drawn from it is another task of the page's.
  if (done) setTimeout(() => settle(done, said), 0);
  goOn();
}

function settle(done: Waiting, said: Exclude<JobAnswer, { part: number }>): void {
  if ("answer" in said) done.resolve(said.answer);
  else if ("error" in said) done.reject(Object.assign(new Error(said.error.message), { name: said.error.name }));
  else void doHere(done);
}

/** On this thread, once the page has shown that it is at work. */
async function doHere(waiting: Waiting): Promise<void> {
  const { job, given, onPart, resolve, reject } = waiting;
  try {
    const doJob = await loadJob(job, given);
    await pause();
    if (waiting.isCancelled) return;
    const steps = doJob(given);
    let paused = performance.now();
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done) return resolve(step.value);
      if (performance.now() - paused < longestStretch) continue;
      onPart?.(step.value);
      await pause();
      if (waiting.isCancelled) return;
      paused = performance.now();
    }
  } catch (error) {
    reject(error as Error);
  }
}

/** Milliseconds for which a job in steps holds the page's thread. */
const longestStretch = 30;

function pause(): Promise<void> {
  return new Promise((next) => setTimeout(next, 0));
}

/** Stops using the worker: what it was at is done here, and so is all that comes. */
function giveUp(): void {
  workerFailed = true;
  const left = stopWorker();
  if (left) void doHere(left);
  goOn();
}

/** What the worker was at. */
function stopWorker(): Waiting | null {
  worker?.terminate();
  worker = undefined;
  const left = current;
  current = null;
  return left;
}

/** A worker that is at a cancelled job for longer is not waited for: starting another takes some 100 ms. */
const patience = 500;

function cancel(waiting: Waiting, reason: Error): void {
  waiting.isCancelled = true;
  waiting.reject(reason);
  const place = queue.indexOf(waiting);
  if (place >= 0) queue.splice(place, 1);
  if (current !== waiting) return;
  setTimeout(() => {
    if (current !== waiting) return;
    stopWorker();
    goOn();
  }, patience);
}

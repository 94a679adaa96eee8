/** Entry of the worker: does the jobs put to it one after another. */
import { jobs, type JobAnswer, type AnswerOf, type Job, type JobQuestion, type RequestOf } from "./jobs";

const port = globalThis as unknown as {
  onmessage: (event: { data: JobQuestion }) => void;
  postMessage(message: JobAnswer): void;
};

port.onmessage = ({ data: { id, job, request } }) => {
  const doJob = jobs[job] as (request: RequestOf<Job>) => AnswerOf<Job>;
  port.postMessage({ id, answer: doJob(request) });
};

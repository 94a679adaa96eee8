import { simulate } from "../engine/delivery/simulate";

/**
 * What the worker can be asked to do, by name: plain data in, plain data out. A new job is a new line. Pages import the type
 * alone; the code is the worker's.
 */
export const jobs = { simulate };

type Jobs = typeof jobs;
export type Job = keyof Jobs;
export type RequestOf<Name extends Job> = Parameters<Jobs[Name]>[0];
export type AnswerOf<Name extends Job> = ReturnType<Jobs[Name]>;

/** What goes to the worker. */
export type JobQuestion = { [Name in Job]: { id: number; job: Name; request: RequestOf<Name> } }[Job];

/** What comes back, under the question's id. */
export interface JobAnswer {
  id: number;
  answer: AnswerOf<Job>;
}

/**
 * What can be done off the page's thread, by name: plain data in, plain data out. A new job is a new line. The code of a job is loaded
 * when it is first asked for, by whichever thread does it.
 */
export const jobs = {
  readTables: async () => (await import(/* webpackChunkName: "tables" */ "../plan/reading/readTables")).readTables,
  evaluate: async () => (await import(/* webpackChunkName: "evaluation" */ "../plan/evaluation/evaluate")).evaluate,
  workOut: async () => (await import(/* webpackChunkName: "evaluation" */ "../plan/report/workOut")).workOut,
  simulate: async () => (await import(/* webpackChunkName: "simulation" */ "../engine/delivery/simulate")).simulate,
};

type Jobs = typeof jobs;
export type Job = keyof Jobs;
type Work<Name extends Job> = Awaited<ReturnType<Jobs[Name]>>;
/** What a job is given: the arguments of the function that does it. */
export type GivenTo<Name extends Job> = Parameters<Work<Name>>;
export type AnswerOf<Name extends Job> = ReturnType<Work<Name>>;

/** A job's code, ready to do it. */
export async function loadJob<Name extends Job>(job: Name): Promise<(given: GivenTo<Name>) => AnswerOf<Name>> {
  const work = (await jobs[job]()) as unknown as (...given: GivenTo<Name>) => AnswerOf<Name>;
  return (given) => work(...given);
}

/** What goes to the worker; without `given` it only makes ready for the job. */
export interface JobQuestion<Name extends Job = Job> {
  job: Name;
  given?: GivenTo<Name>;
}

/** What comes back for each question that was given something. */
export type JobAnswer =
  | { answer: AnswerOf<Job> }
  /** What the job threw. */
  | { error: { name: string; message: string } }
  /** The worker could not load the job's code. */
  | { isNotLoaded: true };

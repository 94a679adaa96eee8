import type { PlanRequest } from "../plan/live/planTable";
import type { ReadOptions } from "../plan/reading/planReading";
import type { SheetGrid } from "../plan/reading/sheetGrid";
import { mentionsSideTables } from "../plan/reading/side/mentionsSideTables";

/**
 * What can be done off the page's thread, by name: plain data in, plain data out. A new job is a new line. The code of a job is loaded
 * when it is first asked for, by whichever thread does it; where little of it is needed seldom, what the job is given decides how much.
 */
export const jobs = {
  readTables: readerOf,
  evaluate: async () => (await import(/* webpackChunkName: "evaluation" */ "../plan/evaluation/evaluate")).evaluate,
  workOut: async () => (await import(/* webpackChunkName: "evaluation" */ "../plan/report/workOut")).workOut,
  workOutPortable: async (...given: unknown[]) => {
    const { grids, options } = (given[3] ?? {}) as { grids?: SheetGrid[]; options?: ReadOptions };
    const read = await readerOf(grids, options);
    return (await import(/* webpackChunkName: "portable" */ "../plan/report/portable/portableJob")).portableJob(read);
  },
  simulatePlan: async () =>
    (await import(/* webpackChunkName: "planSimulation" */ "../plan/evaluation/simulation/simulation")).simulationSteps,
  planTable: async (request?: PlanRequest) =>
    request?.given.position
      ? (await import(/* webpackChunkName: "planTablesWithSides" */ "../plan/live/planTableWithSides"))
          .planTableWithSides
      : (await import(/* webpackChunkName: "planTables" */ "../plan/live/planTable")).planTable,
  liveBreakdown: async () =>
    (await import(/* webpackChunkName: "planTablesWithSides" */ "../plan/live/liveBreakdown")).liveBreakdown,
  simulate: async () => (await import(/* webpackChunkName: "simulation" */ "../engine/delivery/simulate")).simulate,
};

/** What reads such sheets. */
async function readerOf(sheets?: SheetGrid[], options?: ReadOptions) {
  return sheets && mentionsSideTables(sheets, options)
    ? (await import(/* webpackChunkName: "sideTables" */ "../plan/reading/side/readAllTables")).readAllTables
    : (await import(/* webpackChunkName: "tables" */ "../plan/reading/readTables")).readTables;
}

type Jobs = typeof jobs;
export type Job = keyof Jobs;
type Work<Name extends Job> = Awaited<ReturnType<Jobs[Name]>>;
/** What a job is given: the arguments of the function that does it. */
export type GivenTo<Name extends Job> = Parameters<Work<Name>>;
export type AnswerOf<Name extends Job> = AnswerIn<ReturnType<Work<Name>>>;
type AnswerIn<Done> = Done extends Generator<number, infer Answer, void> ? Answer : Done;

/** The code of a job, ready to do it with what it is given: in steps that say how far it is (0 to 1), of which most jobs have none. */
export async function loadJob<Name extends Job>(
  job: Name,
  given?: GivenTo<Name>,
): Promise<(given: GivenTo<Name>) => Generator<number, AnswerOf<Name>, void>> {
  const load = jobs[job] as (...given: GivenTo<Name> | []) => Promise<unknown>;
  const work = (await load(...(given ?? []))) as (...given: GivenTo<Name>) => unknown;
  return function* (given) {
    const done = work(...given);
    return (isInSteps(done) ? yield* done : done) as AnswerOf<Name>;
  };
}

function isInSteps(done: unknown): done is Generator<number, unknown, void> {
  return Object.prototype.toString.call(done) === "[object Generator]";
}

/** What goes to the worker; without `given` it only makes ready for the job. */
export interface JobQuestion<Name extends Job = Job> {
  job: Name;
  given?: GivenTo<Name>;
}

/** What comes back for each question that was given something; of a job in steps before that how far it is. */
export type JobAnswer =
  | { part: number }
  | { answer: AnswerOf<Job> }
  /** What the job threw. */
  | { error: { name: string; message: string } }
  /** The worker could not load the job's code. */
  | { isNotLoaded: true };

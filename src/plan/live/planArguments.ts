import type { Cell } from "../../cells/cell";

/** What a function of the plan reads tables from, by the names of its parameters. */
export const argumentNames = ["register", "spending", "funding", "position"] as const;
export type ArgumentName = (typeof argumentNames)[number];

/** The tables of a plan as cells hand them over: values alone, headings included; a blank is null, "", or a 0 that nobody typed. */
export interface PlanArguments extends Partial<Record<ArgumentName, readonly Cell[][]>> {
  register: readonly Cell[][];
  /** Savings required by year; one alone is the last year's. 0 is none. */
  target?: number[];
  /** What only the pane can see: see readingTable. */
  reading?: readonly Cell[][];
}

/** Why there is no answer, in one sentence that ends with a full stop. */
export interface Problem {
  problem: string;
}

export function isProblem(thing: object): thing is Problem {
  return "problem" in thing;
}

import type { Breakdown, BreakdownChecks, LeverResult } from "../plan/breakdown";

/**
 * A breakdown as `savings run --json` prints it. Readers of the JSON may rely on keys that this version has nothing for
 * (a simulation, a plan's capacity); they are there, and null.
 */
export function breakdownJson({ levers, checks: { effort, ...checks }, ...others }: Breakdown): BreakdownJson {
  return {
    ...others,
    levers: levers.map((lever) => ({ ...lever, p10: null, p50: null, p90: null })),
    checks: { ...checks, capacity: { effort, capacity: null } },
    simulation: null,
  };
}

export interface BreakdownJson extends Omit<Breakdown, "levers" | "checks"> {
  levers: (LeverResult & { p10: null; p50: null; p90: null })[];
  checks: Omit<BreakdownChecks, "effort"> & { capacity: { effort: number[]; capacity: null } };
  simulation: null;
}

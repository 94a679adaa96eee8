import type { Assurance } from "../plan/assurance/assurance";
import type { Breakdown, BreakdownChecks, LeverResult } from "../plan/breakdown";
import type { PlanSimulation } from "../plan/planSimulation";
import type { PlanReading } from "../plan/reading/planReading";
import { findingJson, readingJson, type FindingJson, type ReadingJson } from "./readingJson";

/** A breakdown as `savings run --json` prints it: with how the tables were read, and the sheet's own totals among the checks. */
export function breakdownJson(
  breakdown: Breakdown,
  reading: PlanReading,
  simulated: PlanSimulation | null,
  assurance: Assurance | null,
): BreakdownJson {
  const { effort, capacity, ...checks } = breakdown.checks;
  const { levers: risks, ...simulation } = simulated ?? { levers: [] };
  return {
    ...breakdown,
    levers: breakdown.levers.map((lever, index) => {
      const { p10 = null, p50 = null, p90 = null, share = null } = risks[index] ?? {};
      return { ...lever, p10, p50, p90, shareOfUncertainty: share };
    }),
    simulation: simulated && (simulation as Omit<PlanSimulation, "levers">),
    assurance,
    checks: { ...checks, capacity: { effort, capacity }, sheetTotals: reading.sheetTotals },
    reading: readingJson(reading),
    findings: breakdown.findings.map(findingJson),
  };
}

export interface BreakdownJson extends Omit<Breakdown, "checks" | "findings" | "levers"> {
  levers: LeverJson[];
  /** Null where no lever has a range. */
  simulation: Omit<PlanSimulation, "levers"> | null;
  /** What the register shows of each claim. */
  assurance: Assurance | null;
  checks: Omit<BreakdownChecks, "effort" | "capacity"> & {
    /** Delivery capacity that the levers use, by year. */
    capacity: { effort: number[]; capacity: number | null };
    sheetTotals: PlanReading["sheetTotals"];
  };
  reading: ReadingJson;
  findings: FindingJson[];
}

/** With the percentiles of what the lever is credited with in the last year, and its share of the uncertainty of all savings; null without a simulation. */
interface LeverJson extends LeverResult {
  p10: number | null;
  p50: number | null;
  p90: number | null;
  shareOfUncertainty: number | null;
}

import type { Breakdown, BreakdownChecks } from "../plan/breakdown";
import type { PlanReading } from "../plan/reading/planReading";
import { findingJson, readingJson, type FindingJson, type ReadingJson } from "./readingJson";

/** A breakdown as `savings run --json` prints it: with how the tables were read, and the sheet's own totals among the checks. */
export function breakdownJson(breakdown: Breakdown, reading: PlanReading): BreakdownJson {
  const { effort, ...checks } = breakdown.checks;
  return {
    ...breakdown,
    checks: { ...checks, capacity: { effort }, sheetTotals: reading.sheetTotals },
    reading: readingJson(reading),
    findings: breakdown.findings.map(findingJson),
  };
}

export interface BreakdownJson extends Omit<Breakdown, "checks" | "findings"> {
  checks: Omit<BreakdownChecks, "effort"> & {
    /** Delivery capacity that the levers use, by year. */
    capacity: { effort: number[] };
    sheetTotals: PlanReading["sheetTotals"];
  };
  reading: ReadingJson;
  findings: FindingJson[];
}

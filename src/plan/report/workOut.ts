import type { Breakdown } from "../breakdown";
import { evaluate } from "../evaluation/evaluate";
import type { Plan } from "../plan";
import type { Scenario } from "../scenario";
import type { OutputTable, RunNotes } from "./outputTable";
import { outputTables } from "./outputTables";

/** A scenario of a plan, worked out, and the tables that say so. */
export function workOut(plan: Plan, scenario: Scenario, notes: RunNotes): WorkedOut {
  const breakdown = evaluate(plan, scenario);
  return { breakdown, tables: outputTables(breakdown, plan, { ...notes, scenario }) };
}

interface WorkedOut {
  breakdown: Breakdown;
  tables: OutputTable[];
}

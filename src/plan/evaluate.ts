import type { Breakdown } from "./breakdown";
import type { Plan } from "./plan";
import type { Scenario } from "./scenario";

/** What the levers save under a scenario, attributed, added up and checked. Savings, gap and costs in the plan's unit. */
export function evaluate(plan: Plan, scenario: Scenario): Breakdown {
  void plan;
  void scenario;
  throw new Error("not yet");
}

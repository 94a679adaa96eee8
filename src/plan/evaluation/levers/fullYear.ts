import type { Method } from "../../../engine/attribution/methods";
import { writtenFullYear } from "./asWritten";
import { spendUnder, type Counterfactual } from "../counterfactual";
import { deploymentOf } from "./deployment";
import { effectOf } from "./leverEffects";
import { savingsOf } from "../savings";
import type { Plan } from "../../plan";
import type { Scenario } from "../../scenario";

/** What each lever is credited with in the last year, had every lever run all twelve months of it. */
export function fullYearEffects(plan: Plan, scenario: Scenario, cost: Counterfactual, method: Method): number[] {
  const last: Counterfactual = { ...cost, years: 1, spend: cost.spend.map((path) => path.slice(-1)) };
  const effects = plan.levers.map((lever) =>
    effectOf(
      lever,
      writtenFullYear(lever, cost.years),
      deploymentOf(lever, cost.years),
      spendUnder(lever, last.spend, 1),
      scenario,
    ),
  );
  return savingsOf(effects, last, method).attributed.map(([amount]) => amount ?? 0);
}

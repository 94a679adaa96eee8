import { amountsOf, writtenByYear } from "../levers/asWritten";
import { counterfactualOf, spendUnder } from "../counterfactual";
import { deploymentOf } from "../levers/deployment";
import { countsAsSaving } from "../kinds";
import type { Lever, Plan } from "../../plan";

/** The amounts as the user would add them up, with the signs written, and the last year's stand-alone saving of each percent, whatever the scenario. */
export function registerTotalOf(plan: Plan, years: number): number {
  const { spend } = counterfactualOf(plan, { name: "", horizon: years });
  return plan.levers
    .filter(({ kind }) => countsAsSaving(kind))
    .reduce((sum, lever) => sum + asAddedUp(lever, spend, years), 0);
}

function asAddedUp(lever: Lever, spend: number[][], years: number): number {
  if (lever.effect.kind === "amount") return lever.effect.amount;
  if (lever.effect.kind === "byYear") return lever.effect.asWritten;
  return amountsOf(writtenByYear(lever, deploymentOf(lever, years)), spendUnder(lever, spend, years)).at(-1) ?? 0;
}

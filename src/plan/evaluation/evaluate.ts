import { addsUp } from "../../engine/attribution/methods";
import type { Breakdown } from "../breakdown";
import { checksOf } from "./checks";
import { counterfactualOf } from "./counterfactual";
import { fullYearEffects } from "./levers/fullYear";
import { kindTotals } from "./totals/kindTotals";
import { leverEffects } from "./levers/leverEffects";
import { leverResults } from "./levers/leverResults";
import { inPrices } from "./prices";
import { positionOf } from "./position/position";
import type { Plan } from "../plan";
import { registerTotalOf } from "./totals/registerTotal";
import { savingsOf } from "./savings";
import type { Scenario } from "../scenario";
import { scenarioFindings } from "../scenarios/scenarioFindings";
import { subtotalsOf } from "./totals/subtotals";
import { summaryOf } from "./totals/summary";
import { weightsCarriedBy } from "./levers/weights";

/** What the levers save under a scenario, attributed, added up and checked. Savings, gap and costs in the plan's unit. Never throws on a sound plan. */
export function evaluate(written: Plan, asked: Scenario): Breakdown {
  const scenario = withWeights(written, asked);
  const plan = inPrices(written, scenario);
  const method = scenario.method ?? "shapley";
  const counterfactual = counterfactualOf(plan, scenario);
  const effects = leverEffects(plan, scenario, counterfactual);
  const savings = savingsOf(effects, counterfactual, method);
  // What is said of all savings together rests on parts that sum to them, whatever the method shown.
  const shapley = method === "shapley" ? savings : savingsOf(effects, counterfactual, "shapley");
  const parts = addsUp(method) ? savings : shapley;
  const summary = summaryOf(counterfactual, effects, parts);
  const fullYear = fullYearEffects(plan, scenario, counterfactual, method);
  const shapleyFullYear = method === "shapley" ? fullYear : fullYearEffects(plan, scenario, counterfactual, "shapley");
  const planned = isAsPlanned(scenario) ? fullYear : fullYearEffects(plan, asPlanned(scenario), counterfactual, method);
  const levers = leverResults({ plan, scenario, counterfactual, effects, savings, summary, fullYear, planned });
  return {
    scenario: scenario.name,
    method,
    priceBasis: plan.priceBasis,
    unit: plan.unit,
    baseYear: plan.baseYear,
    registerTotal: registerTotalOf(plan, counterfactual.years),
    years: plan.years.slice(0, counterfactual.years),
    summary,
    levers,
    ...subtotalsOf(levers),
    kinds: kindTotals(plan, scenario, counterfactual),
    position: positionOf({ plan, scenario, counterfactual, effects, savings: shapley, fullYear: shapleyFullYear }),
    checks: checksOf(plan, scenario, counterfactual, summary, levers, effects, parts, method),
    findings: [...plan.findings, ...scenarioFindings(written, scenario)],
  };
}

/** The scenario with what of a lever carries the weights, which the register decides where the scenario does not. */
export function withWeights(plan: Plan, scenario: Scenario): Scenario {
  const carrier = scenario.weightsFrom ?? weightsCarriedBy(plan.levers);
  return carrier === null ? scenario : { ...scenario, weightsFrom: carrier };
}

function isAsPlanned({ delivery, leverFactors, groupFactors, statusFactors }: Scenario): boolean {
  return (delivery ?? "planned") === "planned" && !leverFactors && !groupFactors && !statusFactors;
}

/** The scenario with everything delivered as planned. */
function asPlanned({
  delivery: _,
  leverFactors: __,
  groupFactors: ___,
  statusFactors: ____,
  ...others
}: Scenario): Scenario {
  return others;
}

import { blockSize, deliveryBlocks } from "../../../engine/delivery/deliveries";
import { quantilesOf } from "../../../engine/numbers/quantile";
import type { Plan } from "../../plan";
import type { PlanSimulation } from "../../planSimulation";
import type { Scenario } from "../../scenario";
import { evaluate, withWeights } from "../evaluate";
import { inPrices } from "../prices";
import { chanceOf } from "./chance";
import { covariances } from "./covariances";
import { probabilityOf } from "./probability";
import { trialBlock } from "./trialBlock";
import { trialPlanOf } from "./trialPlan";

/** Draws how much of each lever is delivered, and what that makes of the savings, under a scenario. */
export function simulatePlan(plan: Plan, scenario: Scenario): PlanSimulation {
  const steps = simulationSteps(plan, scenario);
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

/** The same in short steps, so that whoever runs it can say how far it is (0 to 1) and stop: by asking for no further step. */
export function* simulationSteps(plan: Plan, asked: Scenario): Generator<number, PlanSimulation, void> {
  const scenario = withWeights(plan, asked);
  const chance = chanceOf(scenario);
  const prepared = trialPlanOf(inPrices(plan, scenario), scenario);
  const { levers, counterfactual } = prepared;
  const { trials } = chance;
  const deliveries = levers.map(({ delivery }) => delivery);
  const block = trialBlock(prepared, scenario.method ?? "shapley", blockSize(levers.length));
  const savings = Array.from({ length: counterfactual.years }, () => new Float64Array(trials));
  const kept = Math.min(trials, Math.floor(mostKept / Math.max(1, levers.length)));
  const amounts = levers.map(() => new Float64Array(kept));
  const shared = covariances(levers.length);
  let first = 0;
  let heldTrials = 0;
  for (const { count, amounts: drawn } of deliveryBlocks(deliveries, chance)) {
    block.run(drawn, count);
    for (const [year, path] of savings.entries()) path.set(block.savings[year]!.subarray(0, count), first);
    const fits = Math.max(0, Math.min(count, kept - first));
    for (const [at, path] of amounts.entries())
      path.set(block.attributed[at]!.subarray(0, fits), Math.min(first, kept));
    shared.add(block.attributed, block.savings.at(-1)!, count);
    for (let trial = 0; trial < count; trial++) heldTrials += block.held[trial]!;
    first += count;
    yield (0.9 * first) / trials;
  }
  const last = savings.at(-1)!;
  const probability = probabilityOf(last, evaluate(plan, scenario));
  const shares = shared.shares();
  const risks: PlanSimulation["levers"] = plan.levers.map(() => null);
  for (const [at, { index }] of levers.entries()) {
    const [p10 = 0, p50 = 0, p90 = 0] = quantilesOf(amounts[at]!, percentiles);
    risks[index] = { p10, p50, p90, share: shares[at] ?? null };
    yield 0.9 + (0.1 * (at + 1)) / levers.length;
  }
  const byYear = savings.map((path) => quantilesOf(path, percentiles));
  const { seed, correlation } = chance;
  return {
    trials,
    seed,
    correlation,
    p10: byYear.map(([p10 = 0]) => p10),
    p50: byYear.map(([, p50 = 0]) => p50),
    p90: byYear.map(([, , p90 = 0]) => p90),
    levers: risks,
    ...probability,
    heldTrials,
  };
}

const percentiles = [0.1, 0.5, 0.9];

/** Amounts kept for the percentiles of levers: 128 MB. Of more levers × trials than that the first trials count for them. */
const mostKept = 2 ** 24;

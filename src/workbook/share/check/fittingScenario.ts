import { nameKey } from "../../../cells/names";
import { goneFrom } from "../../../plan/scenarios/scenarioFindings";
import type { Plan } from "../../../plan/plan";
import type { Scenario } from "../../../plan/scenario";

/** The scenario without what it says of levers, groups and words that the register does not have: that changes none of its results. */
export function fittingScenario(plan: Plan, scenario: Scenario): Scenario {
  const gone = goneFrom(plan, scenario);
  const { off, leverFactors, groupFactors, statusFactors, horizon, ...rest } = scenario;
  const meaning = scenario.weightsFrom ?? "status";
  const words = new Set(plan.levers.map((lever) => nameKey(lever[meaning])));
  const goneWords = Object.keys(statusFactors ?? {}).filter((word) => !words.has(nameKey(word)));
  const staying = off?.filter((name) => !gone.off.includes(name));
  return {
    ...rest,
    ...(staying && staying.length > 0 && { off: staying }),
    ...kept("leverFactors", leverFactors, gone.leverFactors),
    ...kept("groupFactors", groupFactors, gone.groupFactors),
    ...kept("statusFactors", statusFactors, goneWords),
    ...(horizon !== undefined && horizon <= plan.years.length && { horizon }),
  };
}

function kept(
  key: "leverFactors" | "groupFactors" | "statusFactors",
  factors: Record<string, number> | undefined,
  gone: readonly string[],
): Partial<Scenario> {
  const left = Object.entries(factors ?? {}).filter(([name]) => !gone.includes(name));
  return left.length > 0 ? { [key]: Object.fromEntries(left) } : {};
}

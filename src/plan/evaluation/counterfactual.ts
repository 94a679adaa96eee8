import type { Plan } from "../plan";
import type { Scenario } from "../scenario";

/** What is spent without any lever, and what is there to pay for it. */
export interface Counterfactual {
  years: number;
  /** C: categories × years. */
  spend: number[][];
  need: number[];
  funding: number[];
}

/** The plan's spend and funding with the scenario's differences: points on each year's growth, amounts on each year. */
export function counterfactualOf(plan: Plan, scenario: Scenario): Counterfactual {
  const years = Math.max(1, Math.min(plan.years.length, Math.floor(scenario.horizon ?? plan.years.length)));
  const grown = plan.categories.map(({ base, spend }) =>
    withGrowth(base, spend.slice(0, years), scenario.growthChange ?? 0),
  );
  const spend = withAmount(grown, years, scenario.needAmountChange ?? 0);
  const need = Array.from({ length: years }, (_, year) => spend.reduce((sum, row) => sum + (row[year] ?? 0), 0));
  const funding = withGrowth(plan.funding.base, plan.funding.byYear.slice(0, years), scenario.fundingChange ?? 0).map(
    (amount) => amount + (scenario.fundingAmountChange ?? 0),
  );
  return { years, spend, need, funding };
}

/** Each year's growth changed by so many points: Π(1 + g + Δ). Where the year before is unknown or 0, that year grows by Δ alone. */
function withGrowth(base: number | null, path: number[], change: number): number[] {
  if (change === 0) return path;
  let written = base;
  let changed = base;
  return path.map((amount) => {
    const next = written && changed !== null ? changed * Math.max(0, amount / written + change) : amount * (1 + change);
    written = amount;
    changed = next;
    return next;
  });
}

/** An amount on each year's need, spread over the categories by spend; spend does not fall below 0. */
function withAmount(spend: number[][], years: number, change: number): number[][] {
  if (change === 0) return spend;
  const need = Array.from({ length: years }, (_, year) => spend.reduce((sum, row) => sum + (row[year] ?? 0), 0));
  return spend.map((row) =>
    row.map((amount, year) =>
      Math.max(0, amount + change * (need[year] ? amount / (need[year] ?? 1) : 1 / spend.length)),
    ),
  );
}

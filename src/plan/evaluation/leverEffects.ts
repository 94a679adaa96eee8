import type { Counterfactual } from "./counterfactual";
import { deliveryOf, isOff } from "./delivery";
import { deploymentOf, type Deployment } from "./deployment";
import type { Lever, Plan } from "../plan";
import type { Scenario } from "../scenario";

/** What a lever does under a scenario, before it meets the others. */
export interface LeverEffect {
  lever: Lever;
  isOff: boolean;
  /** Whether it works on what the other levers leave; else it adds. */
  overlaps: boolean;
  deployment: Deployment;
  /** E by year: share of the spend of its categories, the same for each of them. Not yet held at 1. */
  share: number[];
  /** Spend of its categories by year. */
  spend: number[];
  /** Share × spend by year; an amount where there is no spend, too. */
  standalone: number[];
}

/** E = w·x·ℓ of a level, w·x·(1 − (1 − r)ⁿ) of a yearly efficiency (w·x·r where not recurrent), w·x·A/ΣC of an amount. */
export function leverEffects(plan: Plan, scenario: Scenario, { years, spend }: Counterfactual): LeverEffect[] {
  return plan.levers.map((lever) => {
    const deployment = deploymentOf(lever, years);
    const delivery = deliveryOf(lever, scenario);
    const own = Array.from({ length: years }, (_, year) =>
      lever.categories.reduce((sum, category) => sum + (spend[category]?.[year] ?? 0), 0),
    );
    const written = own.map(
      (total, year) => fullEffect(lever, deployment, year, total) * (deployment.share[year] ?? 0),
    );
    const off = isOff(lever, scenario);
    const share = written.map((effect) => (delivery === 0 ? 0 : effect * delivery));
    const standalone = share.map((effect, year) => {
      if (delivery === 0) return 0;
      if (lever.effect.kind !== "amount") return effect * (own[year] ?? 0);
      return lever.effect.amount * (deployment.share[year] ?? 0) * delivery;
    });
    return { lever, isOff: off, overlaps: overlapsUnder(lever, scenario), deployment, share, spend: own, standalone };
  });
}

/** Income always adds; the scenario may say that all other levers overlap, or none. */
function overlapsUnder(lever: Lever, scenario: Scenario): boolean {
  if (lever.type === "Income") return false;
  if (scenario.overlap === "all") return true;
  if (scenario.overlap === "none") return false;
  return lever.overlaps;
}

function fullEffect({ effect, recurrent }: Lever, { activeYears }: Deployment, year: number, spend: number): number {
  switch (effect.kind) {
    case "level":
      return effect.share;
    case "yearlyEfficiency":
      return recurrent ? -Math.expm1((activeYears[year] ?? 0) * Math.log1p(-effect.rate)) : effect.rate;
    case "amount":
      return spend === 0 ? 0 : effect.amount / spend;
  }
}

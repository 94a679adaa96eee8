import { amountsOf, writtenByYear, type WrittenSaving } from "./asWritten";
import { spendUnder, type Counterfactual } from "../counterfactual";
import { deliveryOf, isOff } from "./delivery";
import { deploymentOf, type Deployment } from "./deployment";
import { countsAsSaving, signed } from "../kinds";
import type { Lever, Plan } from "../../plan";
import type { Scenario } from "../../scenario";

/** What a row of the register does under a scenario, before it meets the others. */
export interface LeverEffect {
  lever: Lever;
  isOff: boolean;
  /** Whether it works on what the other levers leave; else it adds. */
  overlaps: boolean;
  /** Adds as it stands, with no spend to be held at: income, contingencies, and every amount where there is no spending. */
  isFree: boolean;
  deployment: Deployment;
  /** E by year: share of the spend of its categories, the same for each of them. Not yet held at 1. */
  share: number[];
  /** Spend of its categories by year. */
  spend: number[];
  /** Share × spend by year; an amount where there is no spend, too. Nothing where the row's kind is no saving. */
  standalone: number[];
}

/** E = w·x·ℓ of a level, w·x·(1 − (1 − r)ⁿ) of a yearly efficiency (w·x·r where not recurrent), w·x·A/ΣC of an amount, x·a/ΣC of figures by year. */
export function leverEffects(plan: Plan, scenario: Scenario, { years, spend }: Counterfactual): LeverEffect[] {
  return plan.levers.map((lever) => {
    const deployment = deploymentOf(lever, years);
    const written = writtenByYear(lever, deployment);
    return effectOf(lever, written, deployment, spendUnder(lever, spend, years), scenario);
  });
}

/** Of what a row says, given how much of it is delivered and the spend that it applies to. */
export function effectOf(
  lever: Lever,
  written: WrittenSaving,
  deployment: Deployment,
  spend: number[],
  scenario: Scenario,
): LeverEffect {
  const delivery = countsAsSaving(lever.kind) ? deliveryOf(lever, scenario) : 0;
  const delivered = (size: number): number => (delivery === 0 ? 0 : size * delivery);
  const standalone = signed(lever.kind, amountsOf(written, spend)).map(delivered);
  const share = written.isShare
    ? written.byYear.map(delivered)
    : standalone.map((amount, year) => (spend[year] ? amount / spend[year] : 0));
  const isFree = lever.type === "Income" || lever.kind !== "Saving" || lever.categories.length === 0;
  const overlaps = !isFree && overlapsUnder(lever, scenario);
  return { lever, isOff: isOff(lever, scenario), overlaps, isFree, deployment, share, spend, standalone };
}

/** The scenario may say that all levers overlap that have a spend to work on, or none. */
function overlapsUnder(lever: Lever, scenario: Scenario): boolean {
  if (scenario.overlap === "all") return true;
  if (scenario.overlap === "none") return false;
  return lever.overlaps;
}

import type { UncertainAmount } from "../../../engine/delivery/deliveries";
import type { Plan } from "../../plan";
import type { Scenario } from "../../scenario";
import { counterfactualOf, type Counterfactual } from "../counterfactual";
import { countsAsSaving } from "../kinds";
import { hasRange } from "../levers/delivery";
import { leverEffects, type LeverEffect } from "../levers/leverEffects";

/** A plan ready to be evaluated many times, whose levers differ only in how much of them is delivered. */
export interface TrialPlan {
  counterfactual: Counterfactual;
  levers: TrialLever[];
  /** Categories with the same levers are one: what is saved of each is the same share. */
  groups: TrialGroup[];
}

/** A row that counts; every number is what it is where all of it is delivered, and goes with the delivery. */
export interface TrialLever {
  /** In the register. */
  index: number;
  effect: LeverEffect;
  delivery: UncertainAmount;
}

interface TrialGroup {
  /** Spend by year. */
  spend: number[];
  /** Positions in `levers` of those that overlap, and of those that add. */
  overlapping: number[];
  adding: number[];
}

export function trialPlanOf(plan: Plan, scenario: Scenario): TrialPlan {
  const full: Scenario = { ...scenario, delivery: "planned" };
  const counterfactual = counterfactualOf(plan, full);
  const levers = leverEffects(plan, full, counterfactual).flatMap((effect, index): TrialLever[] =>
    effect.isOff || !countsAsSaving(effect.lever.kind) ? [] : [{ index, effect, delivery: deliveryOf(effect) }],
  );
  return { counterfactual, levers, groups: groupsOf(levers, counterfactual) };
}

/** PERT of the range, a likely that is missing being 1 held between its ends; certain at Likely, else in full, where there is none. */
function deliveryOf({ lever }: LeverEffect): UncertainAmount {
  const { low, likely, high } = lever.delivery;
  if (lever.kind !== "Saving") return { low: 1, likely: 1, high: 1 };
  if (!hasRange(lever) || low === null || high === null) {
    const certain = likely ?? 1;
    return { low: certain, likely: certain, high: certain };
  }
  const [from, to] = [Math.min(low, high), Math.max(low, high)];
  return { low: from, likely: Math.max(from, Math.min(to, likely ?? 1)), high: to };
}

function groupsOf(levers: TrialLever[], { spend, years }: Counterfactual): TrialGroup[] {
  const groups = new Map<string, TrialGroup>();
  for (const [category, path] of spend.entries()) {
    const here = levers.flatMap(({ effect }, at) =>
      !effect.isFree && effect.lever.categories.includes(category) ? [at] : [],
    );
    if (here.length === 0) continue;
    const key = here.join();
    const group = groups.get(key) ?? {
      spend: new Array<number>(years).fill(0),
      overlapping: here.filter((at) => levers[at]?.effect.overlaps),
      adding: here.filter((at) => !levers[at]?.effect.overlaps),
    };
    group.spend = group.spend.map((sum, year) => sum + (path[year] ?? 0));
    groups.set(key, group);
  }
  return [...groups.values()];
}

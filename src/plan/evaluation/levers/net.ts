import { discountFactor } from "../../../engine/value/discount";
import { countsAsSaving } from "../kinds";
import { priceIn } from "./asWritten";
import type { LeverEffect } from "./leverEffects";

/**
 * A lever's saving by year less what it costs: the investment in its year, the running cost in each active year, double running in so many years from
 * Start. Costs are those of the plan as written, however much is delivered; a lever that is off costs nothing, and rows that do not count do not
 * either. A one-off cost is nothing but one.
 */
export function netOf(effect: LeverEffect, attributed: number[], oneOffCost: number[] | null): number[] {
  return attributed.map((saving, index) => saving - costIn(effect, index + 1) - (oneOffCost?.[index] ?? 0));
}

/** Net discounted by the Green Book, year 0 = 1; an investment in the base year counts there. */
export function presentValueOf(effect: LeverEffect, net: number[]): number {
  return net.reduce((sum, amount, index) => sum + amount * discountFactor(index + 1), -costIn(effect, 0));
}

function costIn(effect: LeverEffect, year: number): number {
  const { running, once } = costsIn(effect, year);
  return running + once;
}

/** What a lever costs in a year, 0 the base year: its running cost, and once its investment and double running. */
export function costsIn(effect: LeverEffect, year: number): { running: number; once: number } {
  const { lever, deployment, isOff } = effect;
  if (isOff || !(countsAsSaving(lever.kind) || lever.kind === "One-off cost")) return { running: 0, once: 0 };
  const investment = year === lever.investmentYear ? lever.investment : 0;
  if (year < 1) return { running: 0, once: investment };
  const start = firstYearOf(effect);
  const price = priceIn(lever, year - 1);
  const isDouble = start !== null && year >= start && year < start + lever.doubleRunningYears;
  return {
    running: (deployment.isActive[year - 1] ? lever.runningCost : 0) * price,
    once: (investment + (isDouble ? lever.doubleRunning : 0)) * price,
  };
}

/** The year in which a lever's saving starts, 1 the plan's first; null where it never does. Figures by year say it themselves. */
export function firstYearOf({ lever, deployment }: LeverEffect): number | null {
  if (lever.effect.kind !== "byYear") return lever.start;
  const first = deployment.isActive.indexOf(true);
  return first < 0 ? null : first + 1;
}

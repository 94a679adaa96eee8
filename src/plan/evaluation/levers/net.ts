import { discountFactor } from "../../../engine/value/discount";
import { countsAsSaving } from "../kinds";
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

function costIn({ lever, deployment, isOff }: LeverEffect, year: number): number {
  if (isOff || !(countsAsSaving(lever.kind) || lever.kind === "One-off cost")) return 0;
  const investment = year === lever.investmentYear ? lever.investment : 0;
  if (year < 1) return investment;
  const running = deployment.isActive[year - 1] ? lever.runningCost : 0;
  // Figures by year say themselves when the saving starts.
  const start = lever.effect.kind === "byYear" ? deployment.isActive.indexOf(true) + 1 : lever.start;
  const isDouble = start !== 0 && year >= start && year < start + lever.doubleRunningYears;
  return investment + running + (isDouble ? lever.doubleRunning : 0);
}

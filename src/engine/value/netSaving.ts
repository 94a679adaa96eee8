import { discountFactors, type DiscountRate } from "./discount";

/**
 * Net present value of savings less costs: Σ (savingₜ − costₜ)·factorₜ, the first entry being year 0 (not discounted).
 *
 * @param savings by year, year 0 first
 * @param costs by year, positive numbers, as many as savings
 */
export function netPresentValue(
  savings: readonly number[],
  costs: readonly number[],
  schedule: DiscountRate = "greenbook",
): number {
  const factors = discountFactors(savings.length, schedule);
  return savings.reduce((sum, saving, year) => sum + (saving - (costs[year] ?? 0)) * factors[year]!, 0);
}

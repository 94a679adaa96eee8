import { discountSchedules, type DiscountSchedule, type DiscountScheduleName } from "./discountSchedules";

/** A schedule of the Green Book by name, or one real rate for every year (a fraction in (−1, 1)). */
export type DiscountRate = DiscountScheduleName | number;

/**
 * Factor that brings a real amount of a year back to year 0: Π over the years 1…year of 1/(1 + rate of that year).
 *
 * @param year whole, ≥ 0; year 0 has factor 1
 */
export function discountFactor(year: number, schedule: DiscountRate = "greenbook"): number {
  if (typeof schedule === "number") return (1 + schedule) ** -year;
  return factorOf(year, discountSchedules[schedule]);
}

/** Factors for years 0…n − 1. */
export function discountFactors(length: number, schedule: DiscountRate = "greenbook"): number[] {
  return Array.from({ length }, (_, year) => discountFactor(year, schedule));
}

function factorOf(year: number, schedule: DiscountSchedule): number {
  let factor = 1;
  let from = 0;
  for (const { to, rate } of schedule.bands) {
    if (year <= from) break;
    factor *= (1 + rate) ** -(Math.min(year, to) - from);
    from = to;
  }
  return factor;
}

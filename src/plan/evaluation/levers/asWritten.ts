import { deploymentOf, type Deployment } from "./deployment";
import type { Lever } from "../../plan";

/** What a row says by itself, before delivery: amounts in the plan's unit, or shares of the spend that it applies to. */
export interface WrittenSaving {
  isShare: boolean;
  byYear: number[];
}

/** By year: w·A, the amounts given, w·ℓ, or w·(1 − (1 − r)ⁿ) (w·r where not recurrent). */
export function writtenByYear(lever: Lever, { share, activeYears }: Deployment): WrittenSaving {
  const { effect, recurrent } = lever;
  switch (effect.kind) {
    case "amount":
      return { isShare: false, byYear: share.map((inPlace, year) => effect.amount * inPlace * priceIn(lever, year)) };
    case "byYear":
      return { isShare: false, byYear: share.map((_, year) => (effect.amounts[year] ?? 0) * priceIn(lever, year)) };
    case "level":
      return { isShare: true, byYear: share.map((inPlace) => effect.share * inPlace) };
    case "yearlyEfficiency": {
      const compounded = (years: number): number => -Math.expm1(years * Math.log1p(-effect.rate));
      return {
        isShare: true,
        byYear: share.map((inPlace, year) => inPlace * (recurrent ? compounded(activeYears[year] ?? 0) : effect.rate)),
      };
    }
  }
}

/** Of the last year alone, had it run all twelve months of it, phasing as reached. Non-recurrent: nothing, unless the register states it. */
export function writtenFullYear(lever: Lever, years: number): WrittenSaving {
  const { effect, recurrent } = lever;
  if (effect.kind === "byYear") {
    const hasBegun = effect.amounts.slice(0, years).some((amount) => amount !== 0) || years >= effect.amounts.length;
    return { isShare: false, byYear: [hasBegun ? effect.fullYear * priceIn(lever, years - 1) : 0] };
  }
  const whole = { ...lever, firstYearShare: 1 };
  const { isShare, byYear } = writtenByYear(whole, deploymentOf(whole, years));
  return { isShare, byYear: [recurrent ? (byYear[years - 1] ?? 0) : 0] };
}

/** What an amount of a year is to be times; 1 where the plan is shown in the prices in which it is written. */
export function priceIn({ priceIndex }: Lever, year: number): number {
  return priceIndex?.[year] ?? 1;
}

/** Its amounts, given the spend that it applies to. */
export function amountsOf({ isShare, byYear }: WrittenSaving, spend: number[]): number[] {
  return isShare ? byYear.map((share, year) => share * (spend[year] ?? 0)) : byYear;
}

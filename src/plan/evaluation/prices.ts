import type { Lever, Plan } from "../plan";
import type { Scenario } from "../scenario";

/**
 * The plan in the prices that the scenario asks for: amounts of year t times or over (1 + deflator)ᵗ, the base year as it is, shares of spend as they are. A plan
 * that does not say which prices it is in, or is in those already, stays as it is (priceProblems says so).
 */
export function inPrices(plan: Plan, { prices, deflator }: Scenario): Plan {
  if (prices === undefined || deflator === undefined || plan.prices === "unstated" || plan.prices === prices)
    return plan;
  const yearly = prices === "cash" ? 1 + deflator : 1 / (1 + deflator);
  const index = plan.years.map((_, year) => yearly ** (year + 1));
  const priced = (path: number[]): number[] => path.map((amount, year) => amount * (index[year] ?? 1));
  return {
    ...plan,
    prices,
    priceBasis: `${prices === "cash" ? "cash" : `real, ${plan.baseYear} prices`}, at a deflator of ${Number((100 * deflator).toPrecision(6))}% a year`,
    categories:
      plan.categories &&
      plan.categories.map((category) => ({
        ...category,
        spend: priced(category.spend),
        ...(category.growth && {
          growth: { ...category.growth, inflation: (1 + category.growth.inflation) * yearly - 1 },
        }),
      })),
    funding: plan.funding && {
      ...plan.funding,
      byYear: priced(plan.funding.byYear),
      ...(plan.funding.oneOff && {
        oneOff: { ...plan.funding.oneOff, byYear: priced(plan.funding.oneOff.byYear) },
      }),
    },
    target: plan.target && plan.target.map((amount, year) => amount && amount * (index[year] ?? 1)),
    levers: plan.levers.map((lever): Lever => ({ ...lever, priceIndex: index })),
  };
}

/** Why a scenario's prices cannot be had. */
export function priceProblems(plan: Plan, { prices, deflator }: Scenario): string[] {
  if (prices === undefined) return [];
  if (plan.prices === "unstated")
    return [
      `the scenario asks for ${names[prices]}, and no heading or title says which prices the amounts are in; they stay as they are`,
    ];
  if (plan.prices !== prices && deflator === undefined)
    return [
      `the scenario asks for ${names[prices]} without a deflator, so the amounts stay in ${names[plan.prices]}; a yearly rate such as 2% is needed`,
    ];
  return [];
}

const names = { cash: "cash", real: "real terms" };

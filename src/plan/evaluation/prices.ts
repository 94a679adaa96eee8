import type { Lever, Plan, StatedPosition } from "../plan";
import type { Scenario } from "../scenario";

/**
 * The plan in the prices that the scenario asks for: amounts of year t times or over (1 + deflator)ᵗ or the level of the plan's Prices table, shares of spend as
 * they are. What is turned into real terms is in the base year's prices. A plan that does not say which prices it is in, or is in those already, stays as it is
 * (priceProblems says so).
 */
export function inPrices(plan: Plan, scenario: Scenario): Plan {
  const change = changeOfPrices(plan, scenario);
  if (!change) return plan;
  const { prices, factors, by } = change;
  return {
    ...plan,
    prices,
    priceBasis: `${prices === "cash" ? "cash" : `real, ${plan.baseYear} prices`}, ${by}`,
    categories: categoriesTimes(plan.categories, factors),
    funding: fundingTimes(plan.funding, factors),
    target: plan.target && plan.target.map((amount, year) => amount && amount * (factors[year + 1] ?? 1)),
    ...(plan.position && { position: positionTimes(plan.position, factors) }),
    levers: plan.levers.map((lever) => timesPrices(lever, factors.slice(1))),
  };
}

/** Spending times a factor by year, the base year's first; growth that is told apart says what of it is prices. */
export function categoriesTimes(categories: Plan["categories"], factors: readonly number[]): Plan["categories"] {
  const prices = factors.slice(1).map((factor, year) => factor / (factors[year] ?? 1));
  return (
    categories &&
    categories.map((category) => ({
      ...category,
      base: baseTimes(category.base, factors),
      spend: pathTimes(category.spend, factors),
      ...(category.growth && { growth: { ...category.growth, prices } }),
    }))
  );
}

/** Funding times a factor by year, the base year's first. */
export function fundingTimes(funding: Plan["funding"], factors: readonly number[]): Plan["funding"] {
  const times = ({ base, byYear }: { base: number | null; byYear: number[] }) => ({
    base: baseTimes(base, factors),
    byYear: pathTimes(byYear, factors),
  });
  return funding && { ...times(funding), ...(funding.oneOff && { oneOff: times(funding.oneOff) }) };
}

function baseTimes(amount: number | null, [factor = 1]: readonly number[]): number | null {
  return amount && amount * factor;
}

function pathTimes(path: readonly number[], factors: readonly number[]): number[] {
  return path.map((amount, year) => amount * (factors[year + 1] ?? 1));
}

/** The lever with its amounts and costs of each year times a factor, beside what they are times already. */
export function timesPrices(lever: Lever, factors: readonly number[]): Lever {
  return { ...lever, priceIndex: factors.map((factor, year) => factor * (lever.priceIndex?.[year] ?? 1)) };
}

function positionTimes(position: StatedPosition, factors: readonly number[]): StatedPosition {
  const [factor = 1] = factors;
  return {
    ...position,
    prices: factors.map((one) => one / factor),
    reported: position.reported * factor,
    nonRecurrentIncome: position.nonRecurrentIncome && position.nonRecurrentIncome * factor,
    nonRecurrentSavings: position.nonRecurrentSavings * factor,
    nonRecurrentCosts: position.nonRecurrentCosts * factor,
    fullYearEffects: position.fullYearEffects * factor,
  };
}

/** By year, the base year first, what amounts are times; a deflator of the scenario goes before a Prices table. */
export function changeOfPrices(
  { prices: now, priceIndex, years }: Plan,
  { prices, deflator }: Scenario,
): { prices: "cash" | "real"; factors: number[]; by: string } | null {
  if (prices === undefined || now === "unstated" || now === prices) return null;
  const index = [0, ...years.map((_, year) => year + 1)];
  if (deflator !== undefined) {
    const yearly = prices === "cash" ? 1 + deflator : 1 / (1 + deflator);
    const by = `at a deflator of ${Number((100 * deflator).toPrecision(6))}% a year`;
    return { prices, factors: index.map((year) => yearly ** year), by };
  }
  if (!priceIndex) return null;
  const level = (year: number): number => priceIndex.levels[year] ?? 1;
  const factors = index.map((year) => (prices === "cash" ? level(year) / priceIndex.ofPlan : 1 / level(year)));
  return { prices, factors, by: `by ${priceIndex.series}` };
}

/** Why a scenario's prices cannot be had. */
export function priceProblems(plan: Plan, { prices, deflator }: Scenario): string[] {
  if (prices === undefined) return [];
  if (plan.prices === "unstated")
    return [
      `the scenario asks for ${names[prices]}, and no heading or title says which prices the amounts are in; they stay as they are`,
    ];
  if (plan.prices !== prices && deflator === undefined && !plan.priceIndex)
    return [
      `the scenario asks for ${names[prices]} without a deflator, so the amounts stay in ${names[plan.prices]}; a yearly rate such as 2% or a Prices table is needed`,
    ];
  return [];
}

const names = { cash: "cash", real: "real terms" };

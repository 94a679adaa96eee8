import fc from "fast-check";
import { savesFromStart, tidy, yearName, type LeverTruth, type PlanTruth } from "./planTruth";

/** A plan that one heading row and one row a lever can say in full; features make it richer. */
export const plans: fc.Arbitrary<PlanTruth> = fc
  .record({
    firstYear: fc.integer({ min: 2012, max: 2030 }),
    yearCount: fc.integer({ min: 2, max: 4 }),
    categories: fc.uniqueArray(
      fc.record({
        name: fc.constantFrom(...categoryNames()),
        base: fc.integer({ min: 400, max: 4000 }),
        growth: fc.integer({ min: -20, max: 60 }),
      }),
      { minLength: 1, maxLength: 4, selector: ({ name }) => name },
    ),
    funding: fc.integer({ min: 900, max: 1000 }),
    levers: fc.uniqueArray(
      fc.record({
        name: fc.constantFrom(...leverNames()),
        group: fc.constantFrom("Workforce", "Estates", "Digital"),
        amount: fc.integer({ min: 11, max: 99 }),
        start: fc.nat({ max: 3 }),
        category: fc.nat({ max: 4 }),
      }),
      { minLength: 2, maxLength: 9, selector: ({ name }) => name },
    ),
  })
  .map(({ firstYear, yearCount, categories, funding, levers }) => {
    const indices = Array.from({ length: yearCount }, (_, index) => index);
    const spending = categories.map(({ name, base, growth }) => ({
      name,
      base,
      spend: indices.map((index) => tidy(Math.round(base * (1 + (growth * (index + 1)) / 1000)))),
    }));
    const plan: PlanTruth = {
      firstYear,
      baseYear: yearName(firstYear - 1),
      years: indices.map((index) => yearName(firstYear + index)),
      unit: "£m",
      prices: "unstated",
      categories: spending,
      funding: indices.map((index) =>
        Math.round((spending.reduce((sum, { spend }) => sum + (spend[index] ?? 0), 0) * funding) / 1000),
      ),
      target: null,
      levers: [],
    };
    const amounts = withoutChanceTotals(levers.map(({ amount }) => amount));
    plan.levers = levers.map(({ name, group, start, category }, index) => {
      const lever = plainLever(name, {
        reference: `CIP${String(index + 1).padStart(3, "0")}`,
        group,
        start: Math.min(start + 1, yearCount),
        appliesTo: category === 4 ? [] : [spending[category % spending.length]?.name ?? ""],
      });
      savesFromStart(plan, lever, tidy((amounts[index] ?? 0) / 10));
      return lever;
    });
    return plan;
  });

/** A recurrent cost reduction about which nothing more is said. */
export function plainLever(name: string, changes: Partial<LeverTruth> = {}): LeverTruth {
  return {
    reference: "",
    name,
    group: "",
    kind: "Saving",
    appliesTo: [],
    effect: { is: "amounts", byYear: [], fullYear: 0 },
    start: 1,
    end: null,
    recurrent: true,
    isIdentified: true,
    type: "Cost reduction",
    cashEffect: "not stated",
    status: "",
    low: null,
    likely: null,
    high: null,
    investment: 0,
    runningCost: 0,
    ...changes,
  };
}

/** No amount may be the sum of those right above it: nobody could tell it from a subtotal without a name. */
export function withoutChanceTotals(amounts: number[]): number[] {
  const result: number[] = [];
  for (const amount of amounts) {
    let value = amount;
    while (isRunningSum(result, value)) value++;
    result.push(value);
  }
  return result;
}

function isRunningSum(above: number[], value: number): boolean {
  let sum = 0;
  for (const one of [...above].reverse()) {
    sum += one;
    if (sum === value) return true;
  }
  return false;
}

function categoryNames(): string[] {
  return ["Acute care", "Community", "Mental health", "Prescribing", "Adult social care", "Highways"];
}

function leverNames(): string[] {
  return [
    ...["Theatre productivity", "Agency premium", "Energy contracts", "Outpatient follow-ups", "Medicines switching"],
    ...[
      "Estate rationalisation",
      "Procurement",
      "Length of stay",
      "Shared payroll",
      "Fleet renewal",
      "Fees and charges",
    ],
  ];
}

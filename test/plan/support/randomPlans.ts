import fc from "fast-check";
import type { Lever, Plan } from "../../../src/plan/plan";
import type { Scenario } from "../../../src/plan/scenario";
import { lever, plan } from "./plans";

const years = ["Y1", "Y2", "Y3", "Y4", "Y5"];

/** Evenly spread, ends included; fast-check's own doubles are mostly next to nothing. */
export function between(min: number, max: number): fc.Arbitrary<number> {
  return fc.integer({ min: 0, max: 10_000 }).map((part) => min + ((max - min) * part) / 10_000);
}

const amount = between(-3, 12);
const cost = fc.oneof(fc.constant(0), between(0, 4));

const effects: fc.Arbitrary<Lever["effect"]> = fc.oneof(
  amount.map((one) => ({ kind: "amount" as const, amount: one })),
  between(-0.2, 0.4).map((share) => ({ kind: "level" as const, share })),
  between(-0.05, 0.1).map((rate) => ({ kind: "yearlyEfficiency" as const, rate })),
  fc
    .array(fc.oneof(fc.constant(0), amount), { minLength: years.length, maxLength: years.length })
    .map((amounts) => ({ kind: "byYear" as const, amounts, fullYear: amounts.at(-1)!, asWritten: amounts.at(-1)! })),
);

const kinds = [
  "Pressure",
  "Undelivered brought forward",
  "Contingency",
  "Mitigation",
  "One-off cost",
  "Funding switch",
] as const;

const ranges = fc.oneof(
  fc.constant({ low: null, likely: null, high: null }),
  fc.constant({ low: null, likely: 0.7, high: null }),
  fc.tuple(between(-0.2, 0.9), between(0, 1), between(0, 1.2), fc.boolean()).map(([low, part, width, hasLikely]) => ({
    low,
    likely: hasLikely ? low + part * width : null,
    high: low + width,
  })),
);

/** Levers with ramps, fades, ends, overlap, one-off savings over several years, income, running costs and investment. */
function levers(categories: number, most: number): fc.Arbitrary<Lever[]> {
  const one = fc.record({
    effect: effects,
    kind: fc.oneof({ weight: 8, arbitrary: fc.constant("Saving" as const) }, fc.constantFrom(...kinds)),
    overlaps: fc.boolean(),
    categories: fc.uniqueArray(fc.nat({ max: categories - 1 }), { minLength: 1 }),
    start: fc.integer({ min: -1, max: years.length }),
    end: fc.option(fc.integer({ min: 5, max: 7 })),
    firstYearShare: fc.constantFrom(1, 0.5, 0.25),
    phasing: fc.constantFrom(
      "immediate" as const,
      "linear" as const,
      "scurve" as const,
      "fade" as const,
      "adoption" as const,
    ),
    ramp: fc.integer({ min: 1, max: 4 }),
    recurrent: fc.boolean(),
    isRecurrenceStated: fc.boolean(),
    type: fc.constantFrom("Cost reduction" as const, "Cost avoidance" as const, "Income" as const),
    baselineOnly: fc.oneof({ weight: 5, arbitrary: fc.constant(false) }, fc.constant(true)),
    status: fc.constantFrom("Fully developed", "Opportunity", ""),
    group: fc.constantFrom("A", "B", ""),
    delivery: ranges,
    investment: cost,
    investmentYear: fc.integer({ min: 0, max: years.length }),
    runningCost: cost,
    doubleRunning: cost,
    doubleRunningYears: fc.integer({ min: 1, max: 2 }),
  });
  return fc
    .array(one, { maxLength: most })
    .map((list) => list.map((changes, index) => lever({ ...changes, name: `Lever ${index}` })));
}

/** Plans of one to three categories and five years, with spending and funding; `most` levers at most. */
export function randomPlans(most = 8): fc.Arbitrary<Plan> {
  return fc.integer({ min: 1, max: 3 }).chain((count) =>
    fc
      .record({
        list: levers(count, most),
        bases: fc.array(between(20, 100), { minLength: count, maxLength: count }),
        inflation: between(0, 0.05),
        demand: between(-0.02, 0.04),
        areApart: fc.boolean(),
        isBaseKnown: fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, fc.constant(false)),
        reserves: fc.option(between(0, 5)),
      })
      .map(({ list, bases, inflation, demand, areApart, isBaseKnown, reserves }) =>
        plan(list, {
          years,
          categories: bases.map((base, index) => ({
            name: `Category ${index}`,
            base: isBaseKnown ? base : null,
            spend: years.map((_, year) => base * ((1 + inflation) * (1 + demand)) ** (year + 1)),
            ...(areApart && index === 0 && { growth: { inflation, demand } }),
          })),
          funding: {
            base: 60,
            byYear: years.map((_, year) => 60 + year),
            ...(reserves !== null && {
              oneOff: { base: 0, byYear: years.map((_, year) => (year < 2 ? reserves : 0)) },
            }),
          },
        }),
      ),
  );
}

export const randomScenarios: fc.Arbitrary<Scenario> = fc.record({
  name: fc.constant("x"),
  delivery: fc.constantFrom("planned" as const, "low" as const, "expected" as const, "high" as const),
  overlap: fc.constantFrom("asWritten" as const, "all" as const, "none" as const),
  method: fc.constantFrom(
    "shapley" as const,
    "lmdi" as const,
    "sequential" as const,
    "prorata" as const,
    "standalone" as const,
    "last" as const,
  ),
  growthChange: fc.constantFrom(0, 0, 0.01, -0.02),
  fundingChange: fc.constantFrom(0, 0, 0.01),
  needAmountChange: fc.constantFrom(0, 0, 3),
  horizon: fc.integer({ min: 1, max: years.length }),
});

import fc from "fast-check";
import { layOut } from "./drawLayout";
import { allFeatures } from "./features/allFeatures";
import { samePlan, type PlanRead } from "./samePlan";
import { plainLever, plans } from "./truth/drawPlan";
import type { PlanTruth } from "./truth/planTruth";

/** A reader that reads everything. */
function asRead(plan: PlanTruth): PlanRead {
  const { levers, ...rest } = structuredClone(plan);
  return { ...rest, levers: levers.map((lever) => ({ ...lever, cashEffect: [lever.cashEffect], area: null })) };
}

const names = allFeatures.map(({ name }) => name);
const truths = fc
  .record({ plan: plans, features: fc.subarray(names, { maxLength: 5 }) })
  .map(({ plan, features }) => layOut(plan, features, 1).plan)
  .filter(({ years, levers, categories }) => categories !== null && years.length > 1 && levers.length > 1);

test("a plan is the same as itself, in whatever order its levers are read", () => {
  fc.assert(
    fc.property(truths, (plan) => {
      const read = asRead(plan);
      expect(samePlan(plan, read)).toBeNull();
      expect(samePlan(plan, { ...read, levers: [...read.levers].reverse() })).toBeNull();
    }),
    { numRuns: 100 },
  );
});

test("a plan in another unit is the same plan, and a thousandfold one is not", () => {
  const [plan] = fc.sample(plans, { numRuns: 1, seed: 1 });
  const inThousands = asRead(plan!);
  const times = (values: number[]): number[] => values.map((value) => value * 1000);
  for (const { effect } of inThousands.levers)
    Object.assign(effect, { byYear: times(effect.byYear), fullYear: effect.fullYear * 1000 });
  for (const category of inThousands.categories ?? []) category.spend = times(category.spend);
  inThousands.funding = times(inThousands.funding ?? []);
  expect(samePlan(plan!, { ...inThousands, unit: "£k" })).toBeNull();
  expect(samePlan(plan!, inThousands)).toMatch(/spends .* was read/);
});

/** What a reader may do wrong, and what is then said of it. */
const faults: { what: string; spoil(read: PlanRead): void; says: RegExp }[] = [
  { what: "a lost row", spoil: (read) => read.levers.pop(), says: /was lost/ },
  {
    what: "a total counted",
    spoil: (read) => read.levers.push({ ...plainLever("Total"), cashEffect: ["not stated"], area: null }),
    says: /'Total' is no lever and counts as one/,
  },
  {
    what: "a factor of a thousand",
    spoil: ({ levers: [first] }) => Object.assign(first!.effect, { fullYear: first!.effect.fullYear * 1000 + 1 }),
    says: /effect: a full year of/,
  },
  {
    what: "a year shifted",
    spoil: ({ levers: [first] }) => first!.effect.byYear.unshift(77),
    says: /effect: .* is true, 77/,
  },
  {
    what: "a part-year effect prorated again",
    spoil: ({ levers: [first] }) => (first!.effect.byYear = first!.effect.byYear.map((amount) => amount / 2 + 1)),
    says: /effect/,
  },
  { what: "another base year", spoil: (read) => (read.baseYear = "1999/00"), says: /^years: .* 1999\/00/ },
  { what: "years that are not the plan's", spoil: (read) => read.years!.pop(), says: /^years/ },
  {
    what: "a category's total counted as a category",
    spoil: (read) => read.categories!.push({ name: "Total", base: 1, spend: [1] }),
    says: /'Total' is no category/,
  },
  {
    what: "a percent read as an amount",
    spoil: ({ levers: [first] }) => (first!.effect.is = first!.effect.is === "level" ? "amounts" : "level"),
    says: /effect/,
  },
  {
    what: "a pressure read as a saving, or the reverse",
    spoil: ({ levers: [first] }) => (first!.kind = first!.kind === "Saving" ? "Pressure" : "Saving"),
    says: /kind/,
  },
  {
    what: "a one-off read as recurrent, or the reverse",
    spoil: ({ levers: [first] }) => (first!.recurrent = !first!.recurrent),
    says: /recurrent/,
  },
  { what: "another currency", spoil: (read) => (read.unit = "€m"), says: /^unit: £m is true, €m was read/ },
  { what: "funding that was not read", spoil: (read) => (read.funding = read.funding ? null : [1]), says: /funding/ },
  {
    what: "an investment in another unit",
    spoil: ({ levers: [first] }) => (first!.investment = first!.investment! * 1000 + 1),
    says: /investment/,
  },
];

test.each(faults)("$what is seen, and said in one line", ({ spoil, says }) => {
  fc.assert(
    fc.property(truths, (plan) => {
      const read = asRead(plan);
      spoil(read);
      const said = samePlan(plan, read);
      expect(said).toMatch(says);
      expect(said).not.toContain("\n");
    }),
    { numRuns: 30 },
  );
});

import fc from "fast-check";
import { evaluate } from "../../../src/plan/evaluation/evaluate";
import type { KindOfRow, Lever } from "../../../src/plan/plan";
import { lever, plan, registerAlone } from "../support/plans";

const years = ["Y1", "Y2", "Y3", "Y4"];
const flat = { years, categories: [{ name: "Acute", base: 100, spend: [100, 100, 100, 100] }] };
const runs = { numRuns: 1000 };

/** A full-year amount from a year on, part of its first year. */
const amounts = fc.record({
  amount: fc.double({ min: -5, max: 15, noNaN: true }),
  start: fc.integer({ min: 1, max: 4 }),
  firstYearShare: fc.constantFrom(1, 0.75, 0.25),
  overlaps: fc.boolean(),
  recurrent: fc.boolean(),
});

/** The same saving as figures by year. */
function asFigures({ effect, start, firstYearShare, recurrent }: Lever): Lever["effect"] {
  const amount = effect.kind === "amount" ? effect.amount : NaN;
  return {
    kind: "byYear",
    amounts: years.map((_, index) => {
      if (index + 1 < start || (!recurrent && index + 1 > start)) return 0;
      return index + 1 === start ? amount * firstYearShare : amount;
    }),
    fullYear: recurrent ? amount : 0,
    asWritten: amount,
  };
}

const written = fc
  .array(amounts, { minLength: 1, maxLength: 5 })
  .map((list) =>
    list.map(({ amount, ...changes }, index) =>
      lever({ ...changes, name: `Lever ${index}`, effect: { kind: "amount", amount } }),
    ),
  );

function expectSame(a: readonly number[], b: readonly number[]): void {
  expect(a).toHaveLength(b.length);
  a.forEach((value, index) => expect(Math.abs(value - (b[index] ?? NaN))).toBeLessThanOrEqual(1e-9));
}

test("figures by year that say what an amount would are the same saving, with spending and without", () => {
  fc.assert(
    fc.property(written, fc.constantFrom("planned" as const, "low" as const), fc.boolean(), (list, delivery, alone) => {
      const figures = list.map((one) => ({ ...one, effect: asFigures(one) }));
      const of = (levers: Lever[]) =>
        evaluate(alone ? registerAlone(levers, { years }) : plan(levers, flat), { name: "x", delivery });
      const [a, b] = [of(list), of(figures)];
      expectSame(b.summary.savings, a.summary.savings);
      expectSame([b.registerTotal], [a.registerTotal]);
      a.levers.forEach((one, index) => {
        const other = b.levers[index]!;
        expectSame(other.attributed, one.attributed);
        expectSame([other.fullYearEffect, other.riskAdjusted], [one.fullYearEffect, one.riskAdjusted]);
      });
    }),
    runs,
  );
});

test("where every lever runs all twelve months and recurs, the full-year effect is what the last year credits", () => {
  fc.assert(
    fc.property(written, (list) => {
      const whole = list.map((one) => ({ ...one, firstYearShare: 1, recurrent: true }));
      for (const { attributed, fullYearEffect } of evaluate(plan(whole, flat), { name: "x" }).levers)
        expectSame([fullYearEffect], [attributed.at(-1) ?? NaN]);
    }),
    runs,
  );
});

test("without spending, savings are the plain sums of the levers", () => {
  fc.assert(
    fc.property(written, (list) => {
      const { summary, levers } = evaluate(registerAlone(list, { years }), { name: "x" });
      expectSame(
        summary.savings,
        years.map((_, year) =>
          list.reduce((sum, one) => {
            const { effect } = { effect: asFigures(one) };
            return sum + (effect.kind === "byYear" ? (effect.amounts[year] ?? NaN) : NaN);
          }, 0),
        ),
      );
      for (const { overlap } of levers) expect(overlap).toEqual([0, 0, 0, 0]);
    }),
    runs,
  );
});

test("the risk-adjusted amount is the same in every scenario of delivery", () => {
  const ranges = fc.constantFrom(
    { low: null, likely: null, high: null },
    { low: 0.2, likely: 0.9, high: 1.2 },
    { low: null, likely: 0.5, high: null },
  );
  fc.assert(
    fc.property(written, ranges, fc.constantFrom("", "Amber", "Unidentified"), (list, delivery, status) => {
      const levers = list.map((one) => ({ ...one, delivery, status }));
      const adjusted = (scenario: Parameters<typeof evaluate>[1]) =>
        evaluate(plan(levers, flat), scenario).levers.map(({ riskAdjusted }) => riskAdjusted);
      const planned = adjusted({ name: "As planned" });
      for (const one of ["low", "expected", "high"] as const)
        expectSame(adjusted({ name: "x", delivery: one }), planned);
      expectSame(adjusted({ name: "x", leverFactors: { "Lever 0": 0.5 } }), planned);
    }),
    runs,
  );
});

test("a row of another kind changes no saving but its own, and is found in the results", () => {
  const kinds: KindOfRow[] = [
    "Pressure",
    "Undelivered brought forward",
    "Mitigation",
    "One-off cost",
    "Funding switch",
    "Contingency",
  ];
  fc.assert(
    fc.property(written, fc.constantFrom(...kinds), fc.integer({ min: 1, max: 9 }), (list, kind, amount) => {
      const row = lever({ name: "Row", kind, categories: [], effect: { kind: "amount", amount } });
      const [before, after] = [list, [...list, row]].map((levers) => evaluate(plan(levers, flat), { name: "x" }));
      const own = kind === "Contingency" ? -amount : 0;
      expectSame(
        after!.summary.savings,
        before!.summary.savings.map((saving) => saving + own),
      );
      expect(after!.kinds).toMatchObject([{ kind, rows: [{ name: "Row" }] }]);
      expect(Math.abs(after!.kinds[0]!.amounts[0]!)).toBe(amount);
    }),
    runs,
  );
});

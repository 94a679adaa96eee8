import fc from "fast-check";
import type { Method } from "../../../src/engine/attribution/methods";
import type { Breakdown } from "../../../src/plan/breakdown";
import { evaluate } from "../../../src/plan/evaluation/evaluate";
import type { Lever, Plan } from "../../../src/plan/plan";
import type { Scenario } from "../../../src/plan/scenario";
import { lever, plan } from "../support/plans";

const sumsExactly: Method[] = ["shapley", "lmdi", "sequential", "prorata"];
const orderFree: Method[] = ["shapley", "lmdi"];

const share = fc.double({ min: -0.2, max: 0.6, noNaN: true });

const effects: fc.Arbitrary<Lever["effect"]> = fc.oneof(
  fc.double({ min: -5, max: 20, noNaN: true }).map((amount) => ({ kind: "amount" as const, amount })),
  share.map((value) => ({ kind: "level" as const, share: value })),
  fc.double({ min: -0.05, max: 0.1, noNaN: true }).map((rate) => ({ kind: "yearlyEfficiency" as const, rate })),
  fc
    .array(fc.double({ min: -5, max: 20, noNaN: true }), { minLength: 4, maxLength: 4 })
    .map((amounts) => ({ kind: "byYear" as const, amounts, fullYear: amounts[3]!, asWritten: amounts[3]! })),
);

const otherKinds = ["Pressure", "Contingency", "Mitigation", "One-off cost", "Funding switch"] as const;

const levers = (categories: number): fc.Arbitrary<Lever[]> =>
  fc
    .array(
      fc.record({
        effect: effects,
        kind: fc.oneof({ weight: 6, arbitrary: fc.constant("Saving" as const) }, fc.constantFrom(...otherKinds)),
        overlaps: fc.boolean(),
        categories: fc.uniqueArray(fc.nat({ max: categories - 1 }), { minLength: 1 }),
        start: fc.integer({ min: -1, max: 4 }),
        end: fc.option(fc.integer({ min: 4, max: 6 })),
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
        type: fc.constantFrom("Cost reduction" as const, "Income" as const),
        baselineOnly: fc.boolean(),
        status: fc.constantFrom("Green", "Unidentified", ""),
        isIdentified: fc.boolean(),
        group: fc.constantFrom("A", "B", ""),
        delivery: fc.constantFrom(
          { low: null, likely: null, high: null },
          { low: 0.5, likely: 1, high: 1.3 },
          { low: -0.3, likely: 0.4, high: 2 },
        ),
      }),
      { maxLength: 7 },
    )
    .map((list) => list.map((changes, index) => lever({ ...changes, name: `Lever ${index}` })));

const plans: fc.Arbitrary<Plan> = fc.integer({ min: 1, max: 3 }).chain((count) =>
  fc
    .tuple(
      levers(count),
      fc.array(fc.double({ min: 20, max: 100, noNaN: true }), { minLength: count, maxLength: count }),
      fc.double({ min: -0.02, max: 0.06, noNaN: true }),
      fc.option(fc.constant<(number | null)[]>([null, 10, 20, 30])),
    )
    .map(([list, bases, growth, target]) =>
      plan(list, {
        years: ["Y1", "Y2", "Y3", "Y4"],
        categories: bases.map((base, index) => ({
          name: `Category ${index}`,
          base,
          spend: [1, 2, 3, 4].map((year) => base * (1 + growth) ** year),
        })),
        funding: { base: 60, byYear: [60, 61, 62, 63] },
        target,
      }),
    ),
);

const scenarios: fc.Arbitrary<Scenario> = fc.record({
  name: fc.constant("x"),
  delivery: fc.constantFrom("planned" as const, "low" as const, "expected" as const, "high" as const),
  overlap: fc.constantFrom("asWritten" as const, "all" as const, "none" as const),
});

const runs = { numRuns: 1000 };

function close(actual: number, expected: number, scale = 1): void {
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(expected), scale));
}

function byName(breakdown: Breakdown): Map<string, number[]> {
  return new Map(breakdown.levers.map(({ name, attributed }) => [name, attributed]));
}

test("levers sum to the combined saving, and saving and remaining to the gap", () => {
  fc.assert(
    fc.property(plans, scenarios, fc.constantFrom(...sumsExactly), (written, scenario, method) => {
      const { summary, levers: results, groups, types, checks } = evaluate(written, { ...scenario, method });
      summary.savings.forEach((saving, year) => {
        const scale = summary.need?.[year] ?? 1;
        for (const parts of [results, groups, types])
          close(
            parts.reduce((sum, { attributed }) => sum + (attributed[year] ?? 0), 0),
            saving,
            scale,
          );
        const gap = summary.gap?.[year] ?? null;
        if (gap === null) expect(summary.remaining?.[year]).toBeNull();
        else close(saving + (summary.remaining?.[year] ?? NaN), gap, scale);
        close((summary.identified[year] ?? 0) + (summary.unidentified[year] ?? 0), saving, scale);
      });
      expect(checks.reconciliation).toBeLessThanOrEqual(1e-9 * Math.max(...(summary.need ?? [])));
    }),
    runs,
  );
});

test("stand-alone less overlap is what is attributed, and no category saves more than it spends", () => {
  fc.assert(
    fc.property(plans, scenarios, (written, scenario) => {
      const { summary, levers: results } = evaluate(written, scenario);
      for (const { attributed, standalone, overlap } of results)
        attributed.forEach((amount, year) => close((standalone[year] ?? 0) - (overlap[year] ?? 0), amount));
      summary.savings.forEach((saving, year) => {
        const income = results
          .filter(({ type, kind }) => type === "Income" || kind === "Contingency")
          .reduce((sum, { attributed }) => sum + (attributed[year] ?? 0), 0);
        expect(saving - income).toBeLessThanOrEqual((summary.need?.[year] ?? 0) * (1 + 1e-9));
      });
    }),
    runs,
  );
});

test("the order of levers does not matter to shapley and lmdi", () => {
  fc.assert(
    fc.property(plans, scenarios, fc.constantFrom(...orderFree), (written, scenario, method) => {
      const straight = byName(evaluate(written, { ...scenario, method }));
      const turned = byName(evaluate({ ...written, levers: [...written.levers].reverse() }, { ...scenario, method }));
      for (const [name, attributed] of straight)
        attributed.forEach((amount, year) => close(turned.get(name)?.[year] ?? NaN, amount, 100));
    }),
    runs,
  );
});

test("the order of categories does not matter", () => {
  fc.assert(
    fc.property(plans, scenarios, (written, scenario) => {
      const last = written.categories!.length - 1;
      const turned: Plan = {
        ...written,
        categories: [...written.categories!].reverse(),
        levers: written.levers.map((one) => ({ ...one, categories: one.categories.map((index) => last - index) })),
      };
      const [a, b] = [evaluate(written, scenario), evaluate(turned, scenario)];
      a.levers.forEach(({ attributed }, index) =>
        attributed.forEach((amount, year) => close(b.levers[index]?.attributed[year] ?? NaN, amount, 100)),
      );
    }),
    runs,
  );
});

test("a lever that is off is as one that is not there", () => {
  fc.assert(
    fc.property(plans, scenarios, fc.nat({ max: 6 }), (written, scenario, at) => {
      const name = `Lever ${at}`;
      const off = evaluate(written, { ...scenario, off: [name] });
      const without = evaluate({ ...written, levers: written.levers.filter((one) => one.name !== name) }, scenario);
      off.summary.savings.forEach((saving, year) => close(without.summary.savings[year] ?? NaN, saving, 100));
      const others = byName(without);
      for (const result of off.levers) {
        if (result.name === name)
          expect([
            result.fullYearEffect,
            result.total,
            result.standalone.reduce((sum, amount) => sum + amount, 0),
            result.net.reduce((sum, amount) => sum + amount, 0),
          ]).toEqual([0, 0, 0, 0]);
        else result.attributed.forEach((amount, year) => close(others.get(result.name)?.[year] ?? NaN, amount, 100));
      }
    }),
    runs,
  );
});

test("splitting an amount that adds leaves everybody else's share as it was", () => {
  fc.assert(
    fc.property(plans, fc.double({ min: 0.1, max: 0.9, noNaN: true }), (written, part) => {
      const whole = lever({ name: "Whole", effect: { kind: "amount", amount: 2 } });
      const split = [part, 1 - part].map((share, index) =>
        lever({ name: `Part ${index}`, effect: { kind: "amount", amount: 2 * share } }),
      );
      const small = written.levers.map((one) => ({
        ...one,
        effect: one.effect.kind === "amount" ? { kind: "amount" as const, amount: one.effect.amount / 20 } : one.effect,
      }));
      const quiet = small.filter(({ overlaps }) => overlaps);
      const a = byName(evaluate({ ...written, levers: [...quiet, whole] }, { name: "x" }));
      const b = byName(evaluate({ ...written, levers: [...quiet, ...split] }, { name: "x" }));
      for (const { name } of quiet)
        a.get(name)?.forEach((amount, year) => close(b.get(name)?.[year] ?? NaN, amount, 100));
      a.get("Whole")?.forEach((amount, year) =>
        close((b.get("Part 0")?.[year] ?? NaN) + (b.get("Part 1")?.[year] ?? NaN), amount, 100),
      );
    }),
    runs,
  );
});

test("the unit does not matter: £m for £bn makes every amount a thousand times as large", () => {
  fc.assert(
    fc.property(plans, (written) => {
      const times = (value: number): number => value * 1000;
      const larger: Plan = {
        ...written,
        categories: written.categories!.map(({ name, base, spend }) => ({
          name,
          base: base === null ? null : times(base),
          spend: spend.map(times),
        })),
        levers: written.levers.map((one) => ({ ...one, effect: timesEffect(one.effect, times) })),
      };
      const [a, b] = [evaluate(written, { name: "x" }), evaluate(larger, { name: "x" })];
      a.levers.forEach(({ attributed }, index) =>
        attributed.forEach((amount, year) => close(b.levers[index]?.attributed[year] ?? NaN, times(amount), 1e5)),
      );
    }),
    runs,
  );
});

function timesEffect(effect: Lever["effect"], times: (value: number) => number): Lever["effect"] {
  if (effect.kind === "amount") return { ...effect, amount: times(effect.amount) };
  if (effect.kind !== "byYear") return effect;
  const { amounts, fullYear, asWritten } = effect;
  return { ...effect, amounts: amounts.map(times), fullYear: times(fullYear), asWritten: times(asWritten) };
}

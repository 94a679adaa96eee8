import fc from "fast-check";
import { evaluate } from "../../../src/plan/evaluation/evaluate";
import { simulatePlan } from "../../../src/plan/evaluation/simulation/simulation";
import type { Plan } from "../../../src/plan/plan";
import { lever, plan } from "../support/plans";
import { between, randomPlans, randomScenarios } from "../support/randomPlans";

const inCash = (written: Plan): Plan => ({ ...written, prices: "cash", priceBasis: "cash" });

/** Of a base year that ended otherwise than Spending and Funding say. */
const position = {
  source: "Position!A1:B7",
  reported: -4,
  nonRecurrentIncome: 6,
  nonRecurrentSavings: 2,
  nonRecurrentCosts: 1,
  fullYearEffects: -1.5,
};

/** One rate for all years, or a Prices table with one of its own for each. */
const rises = fc.oneof(between(-0.02, 0.06), fc.array(between(-0.02, 0.08), { minLength: 5, maxLength: 5 }));

test("every amount of a year is over the level of that year's prices, and shares are as they were", () => {
  fc.assert(
    fc.property(randomPlans(), randomScenarios, rises, (drawn, asked, rising) => {
      const deflator = typeof rising === "number" ? rising : undefined;
      const levels = [1];
      for (const year of drawn.years.keys())
        levels.push((levels[year] ?? 1) * (1 + (typeof rising === "number" ? rising : (rising[year] ?? 0))));
      const table = { series: "CPI", source: "Prices!A1:G2", levels, ofPlan: 1 };
      const written = { ...inCash(drawn), ...(deflator === undefined && { priceIndex: table, position }) };
      // Points on growth and amounts on each year are of the prices shown.
      const { growthChange: _, fundingChange: __, needAmountChange: ___, ...scenario } = asked;
      const cash = evaluate(written, scenario);
      const real = evaluate(written, { ...scenario, prices: "real", ...(deflator !== undefined && { deflator }) });
      const close = (a: number, b: number): void =>
        expect(Math.abs(a - b)).toBeLessThanOrEqual(1e-9 * (1 + cash.summary.need!.reduce((x, y) => x + y, 0)));
      cash.years.forEach((_year, year) => {
        const index = levels[year + 1] ?? NaN;
        for (const series of ["need", "funding", "savings", "identified"] as const)
          close(real.summary[series]?.[year] ?? NaN, (cash.summary[series]?.[year] ?? NaN) / index);
        cash.levers.forEach((one, at) => {
          for (const path of ["attributed", "least", "most", "standalone", "net"] as const)
            close(real.levers[at]?.[path][year] ?? NaN, one[path][year]! / index);
        });
      });
      const last = levels[cash.years.length] ?? NaN;
      cash.levers.forEach(({ fullYearEffect }, at) =>
        close(real.levers[at]?.fullYearEffect ?? NaN, fullYearEffect / last),
      );
      const closing = (from: typeof cash): number => from.position?.years.at(-1)?.closing ?? 0;
      close(closing(real), closing(cash) / last);
      for (const { steps, closing: end } of real.position?.years ?? [])
        close(
          steps.reduce((sum, { amount }) => sum + amount, 0),
          end,
        );
    }),
    { numRuns: 1000 },
  );
});

test("real terms say their year and deflator, and have a present value", () => {
  const written = inCash(plan([lever({ delivery: { low: 0.5, likely: 1, high: 1 } })]));
  const { priceBasis, levers, findings } = evaluate(written, { name: "x", prices: "real", deflator: 0.025 });
  expect(priceBasis).toBe("real, 2014/15 prices, at a deflator of 2.5% a year");
  expect(levers[0]?.presentValue).toBeGreaterThan(0);
  expect(findings).toEqual([]);
  const [cash, real] = [{ name: "x" }, { name: "x", prices: "real" as const, deflator: 0.025 }].map(
    (scenario) => simulatePlan(written, scenario).p50[2] ?? NaN,
  );
  expect(real).toBeCloseTo(cash! / 1.025 ** 3, 9);
});

test("prices that cannot be had are said, and the amounts stay", () => {
  const messages = (written: Plan, scenario: object): string[] =>
    evaluate(written, { name: "x", ...scenario }).findings.map(({ message }) => message);
  const cash = inCash(plan([lever()]));
  expect(messages(cash, { prices: "real" })).toEqual([
    "the scenario asks for real terms without a deflator, so the amounts stay in cash; a yearly rate such as 2% or a Prices table is needed",
  ]);
  expect(messages({ ...cash, prices: "unstated" }, { prices: "cash", deflator: 0.02 })).toEqual([
    "the scenario asks for cash, and no heading or title says which prices the amounts are in; they stay as they are",
  ]);
  expect(messages(cash, { prices: "cash" })).toEqual([]);
  expect(evaluate(cash, { name: "x", prices: "real" }).priceBasis).toBe("cash");
});

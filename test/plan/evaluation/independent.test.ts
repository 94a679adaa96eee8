import { evaluate } from "../../../src/plan/evaluation/evaluate";
import { simulatePlan } from "../../../src/plan/evaluation/simulation/simulation";
import type { Lever, Plan } from "../../../src/plan/plan";
import reference from "../../reference/plan.json";
import { lever, plan } from "../support/plans";

type Case = (typeof reference.cases)[number];
type GivenLever = Case["plan"]["levers"][number];

/** Whole plans worked out by numpy and scipy, over all orders of the levers (test/reference/plan.py). */
const cases = reference.cases.map((one, at) => [`plan ${at + 1}`, one, planOf(one)] as const);

function planOf({ plan: { categories, levers, pressures, funding, position } }: Case): Plan {
  const years = funding.byYear.map((_, year) => `Y${year + 1}`);
  return plan(
    [
      ...levers.map(leverOf),
      ...pressures.map((amounts, at) =>
        lever({
          name: `Pressure ${at}`,
          kind: "Pressure",
          categories: categories.map((_, index) => index),
          effect: { kind: "byYear", amounts, fullYear: 0, asWritten: 0 },
        }),
      ),
    ],
    {
      years,
      categories: categories.map(({ name, base, inflation, demand }) => ({
        name,
        base,
        spend: years.map((_, year) => base * ((1 + inflation) * (1 + demand)) ** (year + 1)),
        growth: { inflation, demand },
      })),
      funding: { base: funding.base, byYear: funding.byYear, oneOff: { base: 0, byYear: funding.reserves } },
      ...(position && { position: { source: "Position!A1:B7", ...position } }),
    },
  );
}

function leverOf(given: GivenLever): Lever {
  const { form, size, months, income, phasing, low, likely, high, ...same } = given;
  const effects: Record<string, Lever["effect"]> = {
    amount: { kind: "amount", amount: size },
    level: { kind: "level", share: size },
    yearlyEfficiency: { kind: "yearlyEfficiency", rate: size },
  };
  return lever({
    ...same,
    phasing: phasing as Lever["phasing"],
    effect: effects[form]!,
    firstYearShare: months / 12,
    type: income ? "Income" : "Cost reduction",
    doubleRunningYears: 1,
    delivery: { low, likely, high },
  });
}

function close(actual: number[] | undefined, expected: number[], size: number): void {
  expect(actual).toHaveLength(expected.length);
  expected.forEach((value, at) => expect(Math.abs((actual?.[at] ?? NaN) - value)).toBeLessThanOrEqual(1e-10 * size));
}

describe.each(cases)("%s", (_, expected, written) => {
  const size = written.funding?.byYear[0] ?? 1;
  const breakdown = evaluate(written, { name: "As planned", positionForm: "plan" });

  test("each lever's share, and the least and the most of it in any order", () => {
    expected.attributed.forEach((_path, at) => {
      const result = breakdown.levers[at];
      close(result?.attributed, expected.attributed[at]!, size);
      close(result?.least, expected.least[at]!, size);
      close(result?.most, expected.most[at]!, size);
    });
  });

  test("the position, step by step", () => {
    const years = breakdown.position?.years ?? [];
    expect(years).toHaveLength(expected.position.length);
    expected.position.forEach(({ steps, closing, underlying }, at) => {
      const year = years[at];
      close([year?.closing ?? NaN, year?.underlying ?? NaN], [closing, underlying], size);
      const names = Object.keys(steps) as (keyof typeof steps)[];
      const ours = names.map((name) => year?.steps.find((step) => step.name === name)?.amount ?? 0);
      close(
        ours,
        names.map((name) => steps[name]),
        size,
      );
      for (const { name, amount } of year?.steps ?? [])
        if (!(name in steps)) expect(Math.abs(amount)).toBeLessThanOrEqual(1e-10 * size);
    });
  });

  test("percentiles of the savings by year, within five standard errors of both samples", () => {
    const { correlation, trials, percentiles } = expected;
    const simulated = simulatePlan(written, { name: "x", correlation, trials });
    expect(simulated.heldTrials).toBe(0);
    percentiles.forEach(({ values, errors }, year) => {
      const ours = [simulated.p10[year], simulated.p50[year], simulated.p90[year]];
      values.forEach((value, at) => expect(Math.abs((ours[at] ?? NaN) - value)).toBeLessThanOrEqual(errors[at]!));
    });
  });
});

import { evaluate } from "../../../../src/plan/evaluation/evaluate";
import { lever, plan } from "../../support/plans";

const asPlanned = { name: "As planned" };

function expectPath(path: (number | null)[] | null, expected: number[]): void {
  expect(path).toHaveLength(expected.length);
  path?.forEach((value, index) => expect(value).toBeCloseTo(expected[index] ?? NaN, 10));
}

describe("what is shown beside the savings", () => {
  test("a lever alone overlaps with nothing, not even by rounding", () => {
    const { levers } = evaluate(
      plan([lever({ effect: { kind: "level", share: 0.0601 }, phasing: "linear", ramp: 3 })]),
      asPlanned,
    );
    expect(levers[0]?.overlap).toEqual([0, 0, 0]);
  });

  test("identified and unidentified, and the gap without baseline assumptions", () => {
    const { summary, checks } = evaluate(
      plan([
        lever({ name: "A", baselineOnly: true, effect: { kind: "amount", amount: 4 } }),
        lever({ name: "B", isIdentified: false, effect: { kind: "amount", amount: 5 } }),
        lever({ name: "C", effect: { kind: "amount", amount: 6 } }),
      ]),
      asPlanned,
    );
    expectPath(summary.identified, [10, 10, 10]);
    expectPath(summary.unidentified, [5, 5, 5]);
    // gap 20; 4 of it exist only against the baseline
    expectPath(summary.gapWithoutBaselineAssumptions, [16, 16, 16]);
    // 5 unidentified and 5 met by nothing, of 20
    expect([checks.balancingItem, checks.uncovered]).toEqual([0.25, 0.25]);
  });

  test("an opening deficit is part of the gap", () => {
    const { summary } = evaluate(plan([], { funding: { base: 90, byYear: [90, 90, 90] } }), asPlanned);
    expectPath(summary.gap, [10, 10, 10]);
  });

  test("the required rate is what REQUIREDEFF answers", () => {
    // 1 − (80/100)^(1/t)
    expectPath(evaluate(plan([]), asPlanned).summary.requiredRate, [0.2, 1 - Math.sqrt(0.8), 1 - Math.cbrt(0.8)]);
  });

  test("new in each year", () => {
    const ramped = plan([lever({ phasing: "linear", ramp: 2 })]);
    const { summary, checks } = evaluate(ramped, asPlanned);
    expectPath(summary.newInYear, [5, 5, 0]);
    expect(checks.ramp.steepest).toBeCloseTo(2, 12);
  });

  test("net of investment, running cost and double running, and its present value", () => {
    const written = plan([
      lever({ start: 2, investment: 3, investmentYear: 1, runningCost: 1, doubleRunning: 2, doubleRunningYears: 1 }),
    ]);
    const [result] = evaluate(written, asPlanned).levers;
    // year 1: −3; year 2: 10 − 1 − 2; year 3: 10 − 1
    expectPath(result?.net ?? [], [-3, 7, 9]);
    expect(result?.presentValue).toBeCloseTo(-3 / 1.035 + 7 / 1.035 ** 2 + 9 / 1.035 ** 3, 10);
  });

  test("an investment in the base year is not discounted and shows in no year", () => {
    const [result] = evaluate(plan([lever({ investment: 3, investmentYear: 0 })]), asPlanned).levers;
    expectPath(result?.net ?? [], [10, 10, 10]);
    expect(result?.presentValue).toBeCloseTo(-3 + 10 / 1.035 + 10 / 1.035 ** 2 + 10 / 1.035 ** 3, 10);
  });

  test("running cost stops with the active years, the recurrent saving does not", () => {
    const [result] = evaluate(plan([lever({ end: 1, runningCost: 1 })]), asPlanned).levers;
    expectPath(result?.net ?? [], [9, 10, 10]);
  });

  test("no present value of cash, with the reason", () => {
    const { levers, checks } = evaluate(plan([lever()], { prices: "cash", priceBasis: "cash" }), asPlanned);
    expect(levers[0]?.presentValue).toBeNull();
    expect(checks.presentValueNote).toBe(
      "no present value: the plan is in cash, and only amounts in real terms are discounted",
    );
  });

  test("share of the gap is of the last year, and empty where there is none", () => {
    expect(evaluate(plan([lever()]), asPlanned).levers[0]?.shareOfGap).toBeCloseTo(0.5, 12);
    expect(
      evaluate(plan([lever()], { funding: { base: 100, byYear: [100, 100, 100] } }), asPlanned).levers[0]?.shareOfGap,
    ).toBeNull();
  });

  test("the register's own total: full-year amounts and last year's percents, as written", () => {
    const written = plan([
      lever({ name: "A", phasing: "linear", ramp: 10 }),
      lever({ name: "B", effect: { kind: "yearlyEfficiency", rate: 0.02 } }),
    ]);
    // 10 + 100·(1 − 0.98³)
    expect(evaluate(written, { name: "x", off: ["A"], delivery: "low" }).registerTotal).toBeCloseTo(15.8808, 10);
  });

  test("system view, effort and ranges", () => {
    const { checks } = evaluate(
      plan([
        lever({ name: "A", costReleased: 0.6, effort: 2, end: 2, delivery: { low: 0.5, likely: 1, high: 1 } }),
        lever({ name: "B", effort: 1, start: 2, effect: { kind: "amount", amount: 30 } }),
      ]),
      asPlanned,
    );
    expect(checks.systemSavings).toBeCloseTo(36, 12);
    expect(checks.effort).toEqual([2, 3, 1]);
    expect(checks.rangeShare).toBeCloseTo(0.25, 12);
  });

  test("subtotals are sums of lever results, in the order of the register", () => {
    const { groups, recurrence } = evaluate(
      plan([
        lever({ name: "A", group: "Local" }),
        lever({ name: "B", group: "National", recurrent: false }),
        lever({ name: "C", group: "Local" }),
      ]),
      asPlanned,
    );
    expect(groups).toEqual([
      { name: "Local", attributed: [20, 20, 20], fullYearEffect: 20, total: 60 },
      { name: "National", attributed: [10, 0, 0], fullYearEffect: 0, total: 10 },
    ]);
    expect(recurrence.map(({ name }) => name)).toEqual(["Recurrent", "Non-recurrent"]);
  });
});

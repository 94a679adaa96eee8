import { evaluate } from "../../../src/plan/evaluation/evaluate";
import type { Lever } from "../../../src/plan/plan";
import { category, lever, plan, registerAlone } from "../support/plans";

const asPlanned = { name: "As planned" };

function byYear(amounts: number[], fullYear: number, asWritten = fullYear): Pick<Lever, "effect"> {
  return { effect: { kind: "byYear", amounts, fullYear, asWritten } };
}

/** Part of a year, a one-off, one not identified, and a full-year amount. */
const register = registerAlone([
  lever({ name: "Theatres", ...byYear([150, 300, 300], 300) }),
  lever({ name: "Rebate", recurrent: false, ...byYear([80, 0, 0], 0, 80) }),
  lever({ name: "To be found", isIdentified: false, ...byYear([0, 100, 200], 200) }),
  lever({ name: "Agency", effect: { kind: "amount", amount: 40 }, start: 2, firstYearShare: 0.25 }),
]);

describe("a register alone", () => {
  test("its amounts add, and nothing is said of need, funding and gap", () => {
    const { summary, levers, checks, registerTotal } = evaluate(register, asPlanned);
    expect(summary).toMatchObject({
      need: null,
      funding: null,
      target: null,
      gap: null,
      remaining: null,
      gapWithoutBaselineAssumptions: null,
      requiredRate: null,
      contingency: null,
      savings: [230, 410, 540],
      identified: [230, 310, 340],
      unidentified: [0, 100, 200],
      newInYear: [230, 180, 130],
    });
    expect(levers.map(({ attributed }) => attributed)).toEqual([
      [150, 300, 300],
      [80, 0, 0],
      [0, 100, 200],
      [0, 10, 40],
    ]);
    expect(levers.map(({ shareOfGap }) => shareOfGap)).toEqual([null, null, null, null]);
    // As the register adds up: 300 + 80 + 200 + 40.
    expect(registerTotal).toBe(620);
    expect(checks).toMatchObject({ reconciliation: 0, balancingItem: null, uncovered: null, overlapShare: null });
  });

  test("the full-year effect is never the part year's, and none of a one-off's", () => {
    const full = ({ levers }: ReturnType<typeof evaluate>) => levers.map(({ fullYearEffect }) => fullYearEffect);
    expect(full(evaluate(register, asPlanned))).toEqual([300, 0, 200, 40]);
    // In the second year Agency runs three months of twelve, and To be found 100 of the 200 that it comes to.
    expect(full(evaluate(register, { name: "x", horizon: 2 }))).toEqual([300, 0, 200, 40]);
    // In the first year Agency and To be found have not begun.
    expect(full(evaluate(register, { name: "x", horizon: 1 }))).toEqual([300, 0, 0, 0]);
  });

  test("Start, its month, End and the phasing never shape figures by year; delivery does", () => {
    const shaped = lever({
      start: 3,
      firstYearShare: 0.5,
      end: 3,
      phasing: "linear",
      ramp: 4,
      recurrent: false,
      delivery: { low: 0.5, likely: 1, high: 1 },
      ...byYear([10, 20, 30], 30),
    });
    expect(evaluate(registerAlone([shaped]), asPlanned).summary.savings).toEqual([10, 20, 30]);
    const low = evaluate(registerAlone([shaped]), { name: "Low", delivery: "low" });
    expect(low.summary.savings).toEqual([5, 10, 15]);
    expect(low.levers[0]?.fullYearEffect).toBe(15);
    // As planned 30, of which (0.5 + 4·1 + 1)/6 is expected, whatever the scenario.
    expect(low.levers[0]?.riskAdjusted).toBeCloseTo((30 * 5.5) / 6, 12);
  });

  test("a target is the gap that the savings close, also where years have none", () => {
    const { summary, levers, checks } = evaluate({ ...register, target: [null, 400, 600] }, asPlanned);
    expect(summary.gap).toEqual([null, 400, 600]);
    expect(summary.remaining).toEqual([null, -10, 60]);
    expect(levers[0]?.shareOfGap).toBe(0.5);
    expect(checks).toMatchObject({ reconciliation: 0, targetAgainstFunding: null });
    expect(checks.balancingItem).toBeCloseTo(200 / 600, 12);
    expect(checks.uncovered).toBeCloseTo(60 / 600, 12);
  });

  test("running cost counts in the years with figures, double running from the first of them", () => {
    const costly = lever({
      start: 1,
      runningCost: 2,
      doubleRunning: 3,
      doubleRunningYears: 1,
      ...byYear([0, 10, 10], 10),
    });
    expect(evaluate(registerAlone([costly]), asPlanned).levers[0]?.net).toEqual([0, 5, 8]);
  });

  test("a scenario that changes spend, funding or overlap has nothing to change, and says so", () => {
    const scenario = { name: "x", overlap: "all" as const, growthChange: 0.01, fundingChange: 0.01 };
    const { findings, summary } = evaluate(register, scenario);
    expect(summary.savings).toEqual([230, 410, 540]);
    expect(findings.map(({ message }) => message)).toEqual([
      "the scenario changes what is spent, and the workbook has no Spending table",
      "the scenario changes funding, and the workbook has no Funding table",
      "the scenario lets amounts overlap; without a Spending table to overlap on they add",
    ]);
  });
});

describe("with some of the tables", () => {
  test("spending without funding: need, and no gap", () => {
    const { summary } = evaluate(plan([lever()], { funding: null }), asPlanned);
    expect(summary).toMatchObject({
      need: [100, 100, 100],
      funding: null,
      gap: null,
      remaining: null,
      requiredRate: null,
    });
  });

  test("funding without spending: no gap", () => {
    const { summary } = evaluate(plan([lever({ categories: [] })], { categories: null }), asPlanned);
    expect(summary).toMatchObject({ need: null, funding: [80, 80, 80], gap: null, savings: [10, 10, 10] });
  });

  test("a target beside need and funding is what remains is measured by; the difference is a check", () => {
    const { summary, checks } = evaluate(plan([lever()], { target: [15, null, 20] }), asPlanned);
    expect(summary.gap).toEqual([15, null, 20]);
    expect(summary.remaining).toEqual([5, null, 10]);
    // Need less funding is 20 a year.
    expect(checks.targetAgainstFunding).toEqual([5, null, 0]);
  });

  test("figures by year that overlap work on what the others leave", () => {
    const overlapping = plan(
      [
        lever({ name: "A", overlaps: true, ...byYear([10, 20, 20], 20) }),
        lever({ name: "B", overlaps: true, effect: { kind: "level", share: 0.5 } }),
      ],
      { categories: [category("Acute", 100, 100, 100)] },
    );
    const { summary, levers } = evaluate(overlapping, asPlanned);
    // 100·(1 − 0.9·0.5) = 55, 100·(1 − 0.8·0.5) = 60; Shapley halves what overlaps: 20·0.5/2 = 5.
    expect(summary.savings.map((saving) => Number(saving.toFixed(9)))).toEqual([55, 60, 60]);
    expect(levers[0]?.attributed[2]).toBeCloseTo(15, 12);
    expect(levers[0]?.fullYearEffect).toBeCloseTo(15, 12);
  });

  test("the full-year effect is credited as the saving is: with all levers running twelve months", () => {
    const late = lever({
      name: "Late",
      overlaps: true,
      start: 3,
      firstYearShare: 0.5,
      effect: { kind: "amount", amount: 20 },
    });
    const { levers } = evaluate(plan([late, lever({ name: "B", effect: { kind: "level", share: 0.5 } })]), asPlanned);
    // This year 10 of 100: 10 − 10·0.5/2. A full year 20: 20 − 20·0.5/2; the level gives way accordingly.
    expect(levers.map(({ attributed }) => Number(attributed[2]?.toFixed(9)))).toEqual([7.5, 47.5]);
    expect(levers.map(({ fullYearEffect }) => Number(fullYearEffect.toFixed(9)))).toEqual([15, 45]);
  });

  test("a phasing counts as far as it has got", () => {
    const { levers } = evaluate(
      plan([lever({ phasing: "linear", ramp: 4, start: 2, firstYearShare: 0.5 })]),
      asPlanned,
    );
    // The second of four years: half of 10.
    expect(levers[0]?.fullYearEffect).toBe(5);
  });
});

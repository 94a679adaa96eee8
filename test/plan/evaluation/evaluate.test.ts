import { evaluate } from "../../../src/plan/evaluation/evaluate";
import { category, lever, plan } from "../support/plans";

const asPlanned = { name: "As planned" };

/** Savings by year of one lever alone. */
function savingsOf(changes: Parameters<typeof lever>[0], planChanges: Parameters<typeof plan>[1] = {}): number[] {
  return evaluate(plan([lever(changes)], planChanges), asPlanned).summary.savings;
}

function expectPath(path: (number | null)[] | null, expected: number[]): void {
  expect(path).toHaveLength(expected.length);
  path?.forEach((value, index) => expect(value).toBeCloseTo(expected[index] ?? NaN, 10));
}

const fiveYears = ["Year 1", "Year 2", "Year 3", "Year 4", "Year 5"];
const flat = { years: fiveYears, categories: [category("Acute", 100, 100, 100, 100, 100)] };

describe("what one lever saves", () => {
  test("an amount saves itself in full from the first year", () => expectPath(savingsOf({}), [10, 10, 10]));

  test("a level with a linear ramp of 4 years saves a quarter more each year", () => {
    // 8% of 100 is 8; in place 1/4, 2/4, 3/4, 1, 1
    expectPath(
      savingsOf({ effect: { kind: "level", share: 0.08 }, phasing: "linear", ramp: 4 }, flat),
      [2, 4, 6, 8, 8],
    );
  });

  test("a level follows its category's growing spend", () => {
    // 10% of 100, 110, 121
    expectPath(
      savingsOf({ effect: { kind: "level", share: 0.1 } }, { categories: [category("Acute", 100, 110, 121)] }),
      [10, 11, 12.1],
    );
  });

  test("a yearly efficiency compounds while active and stands still after End", () => {
    // 1 − 0.98 = 0.02; 1 − 0.98² = 0.0396; 1 − 0.98³ = 0.058808; then no further year
    expectPath(
      savingsOf({ effect: { kind: "yearlyEfficiency", rate: 0.02 }, end: 3 }, flat),
      [2, 3.96, 5.8808, 5.8808, 5.8808],
    );
  });

  test("a yearly efficiency that starts late counts its own active years", () => {
    expectPath(savingsOf({ effect: { kind: "yearlyEfficiency", rate: 0.02 }, start: 4 }, flat), [0, 0, 0, 2, 3.96]);
  });

  test("a yearly efficiency that does not recur saves its rate in each active year alone", () => {
    expectPath(
      savingsOf({ effect: { kind: "yearlyEfficiency", rate: 0.02 }, recurrent: false, start: 2, end: 3 }, flat),
      [0, 2, 2, 0, 0],
    );
  });

  test("a non-recurrent amount without End counts in its Start year alone", () => {
    expectPath(savingsOf({ recurrent: false, start: 2 }, flat), [0, 10, 0, 0, 0]);
  });

  test("a non-recurrent amount with End is gone after it", () => {
    expectPath(savingsOf({ recurrent: false, start: 2, end: 4 }, flat), [0, 10, 10, 10, 0]);
  });

  test("a fading saving is full in its first year and halves every ramp years", () => {
    // 2^−0, 2^−½, 2^−1, 2^−1½, 2^−2 of 10
    expectPath(savingsOf({ phasing: "fade", ramp: 2 }, flat), [10, 7.0710678118654755, 5, 3.5355339059327378, 2.5]);
  });

  test("a recurrent lever keeps its last share in place after End", () => {
    // linear over 5 years, ended in the second: 2/5 stays
    expectPath(savingsOf({ phasing: "linear", ramp: 5, end: 2 }, flat), [2, 4, 4, 4, 4]);
  });

  test("an s-curve over 4 years", () => {
    // 3x² − 2x³ at ¼, ½, ¾, 1
    expectPath(savingsOf({ phasing: "scurve", ramp: 4 }, flat), [1.5625, 5, 8.4375, 10, 10]);
  });

  test("adoption follows the Bass curve up to its ceiling", () => {
    // ADOPTION(3) × 0.5 × 10 from the published example values
    expectPath(savingsOf({ phasing: "adoption", ceiling: 0.5 }), [
      0.0357581642564416 * 5,
      0.0850562814021822 * 5,
      0.150500071963713 * 5,
    ]);
  });

  test("a start month cuts the first year alone", () => {
    // October to March is 6 of 12 months
    expectPath(savingsOf({ start: 2, firstYearShare: 0.5 }, flat), [0, 5, 10, 10, 10]);
  });

  test("after an End in the part year the full-year share stays in place", () => {
    expectPath(savingsOf({ start: 2, end: 2, firstYearShare: 0.5 }, flat), [0, 5, 10, 10, 10]);
  });

  test("a start before the first year counts in full from year 1, whatever its ramp", () => {
    expectPath(savingsOf({ start: -1, phasing: "linear", ramp: 10, firstYearShare: 0.5 }), [10, 10, 10]);
    expectPath(savingsOf({ start: -1, effect: { kind: "yearlyEfficiency", rate: 0.02 } }), [2, 3.96, 5.8808]);
  });

  test("an amount on several categories is spread by their spend", () => {
    const { levers } = evaluate(
      plan(
        [
          lever({ categories: [0, 1] }),
          lever({ name: "Rest", categories: [0], effect: { kind: "level", share: 0.5 }, overlaps: true }),
        ],
        {
          categories: [category("Acute", 75, 75, 75), category("Community", 25, 25, 25)],
        },
      ),
      asPlanned,
    );
    expectPath(levers[0]?.attributed ?? [], [10, 10, 10]);
    expectPath(levers[1]?.attributed ?? [], [37.5, 37.5, 37.5]);
  });
});

describe("levers together", () => {
  test("amounts that do not overlap add", () => {
    const { summary } = evaluate(
      plan([lever({ name: "A" }), lever({ name: "B", effect: { kind: "amount", amount: 5 } })]),
      asPlanned,
    );
    expectPath(summary.savings, [15, 15, 15]);
    expectPath(summary.remaining, [5, 5, 5]);
  });

  test("overlapping amounts work on what the others leave", () => {
    // 10 of 100 and 20 of 100: 100 · (1 − 0.9 · 0.8) = 28; Shapley halves the overlap of 2: 9 and 19
    const { summary, levers, checks } = evaluate(
      plan([
        lever({ name: "A", overlaps: true }),
        lever({ name: "B", overlaps: true, effect: { kind: "amount", amount: 20 } }),
      ]),
      asPlanned,
    );
    expectPath(summary.savings, [28, 28, 28]);
    expectPath(
      levers.map(({ fullYearEffect }) => fullYearEffect),
      [9, 19],
    );
    expectPath(levers[0]?.overlap ?? [], [1, 1, 1]);
    expect(checks.overlapShare).toBeCloseTo(2 / 30, 12);
  });

  test("levels overlap by default, per category", () => {
    // Acute 60·(1 − 0.9·0.8) = 16.8; Community 40·0.1 = 4
    const { summary } = evaluate(
      plan(
        [
          lever({ name: "Everywhere", categories: [0, 1], effect: { kind: "level", share: 0.1 } }),
          lever({ name: "Acute", categories: [0], effect: { kind: "level", share: 0.2 } }),
        ],
        { categories: [category("Acute", 60, 60, 60), category("Community", 40, 40, 40)] },
      ),
      asPlanned,
    );
    expectPath(summary.savings, [20.8, 20.8, 20.8]);
  });

  test("a percent that does not overlap adds its share of the spend", () => {
    const { summary } = evaluate(
      plan([
        lever({ name: "A", effect: { kind: "level", share: 0.1 }, overlaps: false }),
        lever({ name: "B", effect: { kind: "level", share: 0.2 } }),
      ]),
      asPlanned,
    );
    expectPath(summary.savings, [30, 30, 30]);
  });

  test("income adds always, even where everything is to overlap, and beyond the spend", () => {
    const written = plan([lever({ type: "Income", effect: { kind: "amount", amount: 150 }, overlaps: true })]);
    expectPath(evaluate(written, { name: "All", overlap: "all" }).summary.savings, [150, 150, 150]);
    expect(evaluate(written, asPlanned).checks.heldAtSpend).toBe(0);
  });

  test("a scenario may let all amounts overlap, or none", () => {
    const written = plan([lever({ name: "A" }), lever({ name: "B", effect: { kind: "level", share: 0.2 } })]);
    expectPath(evaluate(written, { name: "x", overlap: "all" }).summary.savings, [28, 28, 28]);
    expectPath(evaluate(written, { name: "x", overlap: "none" }).summary.savings, [30, 30, 30]);
  });

  const overlapping = plan([
    lever({ name: "A", overlaps: true }),
    lever({ name: "B", overlaps: true, effect: { kind: "amount", amount: 20 } }),
  ]);
  test.each([
    ["shapley", [9, 19]],
    ["lmdi", [8.98038939247064, 19.0196106075294]],
    ["sequential", [10, 18]],
    ["prorata", [28 / 3, 56 / 3]],
    ["standalone", [10, 20]],
    ["last", [8, 18]],
  ] as const)("attribution by %s", (method, expected) => {
    const breakdown = evaluate(overlapping, { name: "x", method });
    breakdown.levers.forEach(({ fullYearEffect }, index) =>
      expect(fullYearEffect).toBeCloseTo(expected[index] ?? NaN, 10),
    );
    expect(breakdown.checks.reconciliation).toBe(0);
  });

  test("pro rata without an answer says so and takes Shapley", () => {
    const cancelling = plan([
      lever({ name: "A", overlaps: true }),
      lever({ name: "B", overlaps: true, effect: { kind: "amount", amount: -10 } }),
    ]);
    const { checks, levers } = evaluate(cancelling, { name: "x", method: "prorata" });
    // 100·(1 − 0.9·1.1) = 1: 10·(1 + 1.1)/2 = 10.5 and −10·(1 + 0.9)/2 = −9.5
    expect(checks.proRataCancelled).toBe(3);
    expectPath(
      levers.map(({ fullYearEffect }) => fullYearEffect),
      [10.5, -9.5],
    );
  });
});

describe("limits of the spend", () => {
  test("delivery above plan holds a lever at the spend it applies to, and counts how often", () => {
    const { summary, checks } = evaluate(
      plan([lever({ effect: { kind: "amount", amount: 80 }, delivery: { low: null, likely: null, high: 1.5 } })]),
      { name: "High", delivery: "high" },
    );
    // 80 · 1.5 = 120 on a spend of 100, in three years
    expectPath(summary.savings, [100, 100, 100]);
    expect(checks.heldAtSpend).toBe(3);
  });

  test("a category's levers together are held at its spend, what adds giving way", () => {
    const { summary, levers, checks } = evaluate(
      plan([
        lever({ name: "Adds", effect: { kind: "amount", amount: 40 } }),
        lever({ name: "Works on the rest", effect: { kind: "level", share: 0.6 } }),
      ]),
      { name: "x", groupFactors: { "": 1.25 } },
    );
    // 50 + 75 on 100: the 75 stand, 25 of the 50 fit
    expectPath(summary.savings, [100, 100, 100]);
    expectPath(
      levers.map(({ fullYearEffect }) => fullYearEffect),
      [25, 75],
    );
    expect(checks.heldAtSpend).toBe(3);
    expect(checks.reconciliation).toBe(0);
  });
});

describe("scenarios", () => {
  const ranged = plan([
    lever({ name: "Ranged", delivery: { low: -0.5, likely: 0.8, high: 1.2 } }),
    lever({ name: "By status", status: "Amber" }),
    lever({ name: "Plain" }),
  ]);

  test.each([
    ["planned", [10, 10, 10]],
    // Low: its Low, else the status weight, else 1
    ["low", [-5, 6, 10]],
    // Expected: (−0.5 + 4·0.8 + 1.2)/6 = 0.65, else the status weight, else 1
    ["expected", [6.5, 6, 10]],
    // High: its High, else 1
    ["high", [12, 10, 10]],
  ] as const)("delivery %s", (delivery, expected) => {
    const { levers } = evaluate(ranged, { name: "x", delivery });
    levers.forEach(({ fullYearEffect }, index) => expect(fullYearEffect).toBeCloseTo(expected[index] ?? NaN, 10));
  });

  test("risk-adjusted: the PERT mean, else the status weight; under Expected it is not taken twice", () => {
    expectPath(
      evaluate(ranged, asPlanned).levers.map(({ riskAdjusted }) => riskAdjusted),
      [6.5, 6, 10],
    );
    expectPath(
      evaluate(ranged, { name: "x", delivery: "expected" }).levers.map(({ riskAdjusted }) => riskAdjusted),
      [6.5, 6, 10],
    );
  });

  test("status weights of the scenario go before the illustrative ones", () => {
    expect(evaluate(ranged, { name: "x", statusWeights: { amber: 0.5 } }).levers[1]?.riskAdjusted).toBeCloseTo(5, 12);
  });

  test("levers off by name, factors by lever and by group multiply", () => {
    const written = plan([lever({ name: "A", group: "G" }), lever({ name: "B", group: "G" }), lever({ name: "C" })]);
    const { levers, findings } = evaluate(written, {
      name: "x",
      off: [" c "],
      leverFactors: { a: 0.5 },
      groupFactors: { g: 0.8 },
    });
    expectPath(
      levers.map(({ fullYearEffect }) => fullYearEffect),
      [4, 8, 0],
    );
    expect(findings).toEqual([]);
  });

  test("a name that the register does not have is a warning", () => {
    const { findings } = evaluate(plan([lever()]), { name: "x", off: ["Gone"] });
    expect(findings).toEqual([
      { level: "warning", cell: "", message: "the scenario turns off 'Gone', which the register does not have" },
    ]);
  });

  test("points on growth compound from the base year", () => {
    // 100 at 0% + 2 points a year, funding 80 at 0% − 1 point
    const { summary } = evaluate(plan([]), { name: "x", growthChange: 0.02, fundingChange: -0.01 });
    expectPath(summary.need, [102, 104.04, 106.1208]);
    expectPath(summary.funding, [79.2, 78.408, 77.62392]);
  });

  test("amounts on need and funding", () => {
    const { summary } = evaluate(plan([]), { name: "x", needAmountChange: 6, fundingAmountChange: 2 });
    expectPath(summary.gap, [24, 24, 24]);
  });

  test("a shorter horizon", () => {
    const { years, summary } = evaluate(plan([lever()]), { name: "x", horizon: 2 });
    expect(years).toEqual(["2015/16", "2016/17"]);
    expectPath(summary.savings, [10, 10]);
  });
});

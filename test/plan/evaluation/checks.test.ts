import fc from "fast-check";
import { evaluate } from "../../../src/plan/evaluation/evaluate";
import { checkLines } from "../../../src/plan/report/notes/checkLines";
import type { Lever } from "../../../src/plan/plan";
import type { Scenario } from "../../../src/plan/scenario";
import { lever, plan, registerAlone } from "../support/plans";
import { randomPlans, randomScenarios } from "../support/randomPlans";

const saidBy = (levers: Lever[], scenario: Scenario = { name: "x" }): Record<string, number | null> =>
  Object.fromEntries(
    checkLines(evaluate(registerAlone(levers), scenario)).map(({ note, figure = null }) => [note, figure]),
  );

function byMonth(amounts: number[], changes: Partial<Lever> = {}): Lever {
  const sum = amounts.reduce((total, one) => total + one, 0);
  const full = 12 * (amounts.at(-1) ?? 0);
  const effect = { kind: "byYear" as const, amounts: [sum, full, full], fullYear: full, asWritten: full };
  return lever({ ...changes, effect: { ...effect, months: { year: 1, amounts } } });
}

test("back-loading and the exit run-rate are said where months are known, of what is delivered", () => {
  const late = [0, 0, 0, 0, 0, 0, 1, 1, 1, 2, 2, 3];
  const levers = [
    byMonth(late, { name: "Late" }),
    byMonth(
      late.map(() => 1),
      { name: "Even", delivery: { low: 0.5, likely: null, high: null } },
    ),
    lever({ name: "Whole" }),
  ];
  const { checks, levers: results } = evaluate(registerAlone(levers), { name: "x", delivery: "low" });
  expect(checks.backLoading).toEqual({ year: "2015/16", secondHalf: 13 / 16, lastQuarter: 8.5 / 16 });
  expect(results.map(({ exitRunRate }) => exitRunRate)).toEqual([36, 6, null]);
  expect(saidBy(levers)).toMatchObject({
    "Of the 2015/16 savings whose months are given, share that comes in months 7 to 12": 16 / 22,
    "Of the 2015/16 savings whose months are given, share that comes in the last three months": 10 / 22,
  });
  expect(Object.keys(saidBy([lever()])).filter((note) => note.includes("months"))).toEqual([]);
});

describe("transfers between organisations", () => {
  const saving = lever({ name: "Rent", organisation: "A", counterparty: "B", effect: { kind: "amount", amount: 5 } });
  const paid = lever({ name: "Paid", organisation: "b", counterparty: "A", effect: { kind: "amount", amount: -5 } });

  test("that cancel are said once", () => {
    const { checks } = evaluate(registerAlone([saving, lever({ name: "Own", organisation: "A" }), paid]), {
      name: "x",
    });
    expect(checks.eliminations).toEqual([{ levers: ["Rent", "Paid"], organisations: ["A", "b"], amounts: [5, 5, 5] }]);
    expect(saidBy([saving, paid])["'Rent' (A) is the other side of 'Paid' (b); what cancels in 2017/18, £m"]).toBe(5);
  });

  test.each([
    ["amounts differ", { ...paid, effect: { kind: "amount" as const, amount: -4 } }],
    ["another organisation is meant", { ...paid, counterparty: "C" }],
    ["one of them is gone after a year", { ...paid, recurrent: false }],
  ])("that do not, as %s, are not", (_, other) => {
    expect(evaluate(registerAlone([saving, other]), { name: "x" }).checks.eliminations).toEqual([]);
  });
});

test("effort is held against the capacity that the scenario gives", () => {
  const levers = [lever({ effort: 30 }), lever({ name: "Later", effort: 100, start: 2 })];
  expect(saidBy(levers)).toMatchObject({ "Effort of 2015/16": 30, "Effort of 2016/17": 130, "Effort of 2017/18": 130 });
  expect(saidBy(levers, { name: "x", capacity: 120 })).toMatchObject({
    "Effort of 2015/16": 30,
    "Effort of 2016/17, more than there is": 130,
    "Effort of 2017/18, more than there is": 130,
    "Capacity of a year": 120,
  });
});

test("what the base year had is not new in the first", () => {
  const effect = { kind: "byYear" as const, amounts: [3, 5, 5], fullYear: 5, asWritten: 5 };
  const { summary } = evaluate(registerAlone([lever({ effect: { ...effect, base: 1 } }), lever({ name: "New" })]), {
    name: "x",
  });
  expect(summary).toMatchObject({ baseYearSavings: 1, savings: [13, 15, 15], newInYear: [12, 2, 0] });
  expect(evaluate(registerAlone([lever({ effect })]), { name: "x" }).summary).toMatchObject({
    baseYearSavings: null,
    newInYear: [3, 2, 0],
  });
});

test("checks that have nothing to say are left out", () => {
  const lines = saidBy([lever()]);
  expect(lines).toEqual({
    "Adds up: largest difference of any year, £m": 0,
    "Overlap not tested: schemes were taken as separate": null,
  });
});

test("a scenario can leave out what only avoids cost, deliver by status, and set a target", () => {
  const levers = [
    lever({ name: "Avoided", type: "Cost avoidance", effect: { kind: "amount", amount: 3 } }),
    lever({ name: "Idea", status: "Opportunity", effect: { kind: "amount", amount: 10 } }),
    lever({ name: "Sure", status: "Fully developed", effect: { kind: "amount", amount: 20 } }),
  ];
  const saved = (scenario: Partial<Scenario>): number | undefined =>
    evaluate(plan(levers), { name: "x", ...scenario }).summary.savings.at(-1);
  expect(saved({})).toBe(33);
  expect(saved({ costAvoidance: "leftOut" })).toBe(30);
  expect(saved({ statusFactors: { opportunity: 0.5 } })).toBe(28);
  const { summary, findings } = evaluate(plan(levers), { name: "x", target: 40, statusFactors: { Closed: 0 } });
  expect(summary).toMatchObject({ target: [null, null, 40], gap: [null, null, 40], remaining: [null, null, 7] });
  expect(findings.map(({ message }) => message)).toEqual([
    "the scenario has a factor for the status 'Closed', which the register does not have",
  ]);
});

test("least, attributed and most are in order where nothing is held and the method is order-free or an order", () => {
  fc.assert(
    fc.property(randomPlans(), randomScenarios, (written, scenario) => {
      if (scenario.method === "prorata" || scenario.method === "lmdi") return;
      const { levers, summary } = evaluate(written, scenario);
      for (const { attributed, least, most } of levers)
        attributed.forEach((amount, year) => {
          const slack = 1e-9 * (1 + (summary.need?.[year] ?? 0));
          expect(least[year]).toBeLessThanOrEqual(amount + slack);
          expect(most[year]).toBeGreaterThanOrEqual(amount - slack);
        });
    }),
    { numRuns: 1000 },
  );
});

test("what is said of all savings together is the same whether the method shown sums to them or not", () => {
  fc.assert(
    fc.property(randomPlans(), randomScenarios, fc.constantFrom("standalone", "last"), (written, scenario, method) => {
      const shared = evaluate(written, { ...scenario, method: "shapley" });
      const shown = evaluate(written, { ...scenario, method });
      expect(shown.position).toEqual(shared.position);
      expect(shown.summary).toEqual(shared.summary);
      expect({ ...shown.checks, reconciliation: 0 }).toEqual({ ...shared.checks, reconciliation: 0 });
    }),
  );
});

test("no saving moves to another organisation where none is named, whatever the method", () => {
  const levers = ["A", "B"].map((name) => lever({ name, overlaps: true, effect: { kind: "level", share: 0.2 } }));
  for (const method of ["shapley", "standalone", "last"] as const) {
    const notes = checkLines(evaluate(plan(levers), { name: "x", method, overlap: "all" })).map(({ note }) => note);
    expect(notes.filter((note) => note.includes("another organisation"))).toEqual([]);
  }
});

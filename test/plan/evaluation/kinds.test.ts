import { evaluate } from "../../../src/plan/evaluation/evaluate";
import type { KindOfRow, Lever } from "../../../src/plan/plan";
import { category, lever, plan, registerAlone } from "../support/plans";

const asPlanned = { name: "As planned" };

function row(kind: KindOfRow, amounts: number[], changes: Partial<Lever> = {}): Lever {
  const effect = { kind: "byYear" as const, amounts, fullYear: amounts.at(-1) ?? 0, asWritten: amounts.at(-1) ?? 0 };
  return lever({ name: kind, kind, effect, ...changes });
}

const saving = lever({ name: "Theatres", effect: { kind: "amount", amount: 10 } });

describe("rows that are no saving", () => {
  test("pressures and undelivered savings brought forward add to need", () => {
    const { summary, levers, registerTotal } = evaluate(
      plan([
        saving,
        row("Pressure", [3, 6, 9], { categories: [] }),
        row("Undelivered brought forward", [2, 2, 2], { categories: [] }),
      ]),
      asPlanned,
    );
    expect(summary.need).toEqual([105, 108, 111]);
    expect(summary.gap).toEqual([25, 28, 31]);
    expect(summary.savings).toEqual([10, 10, 10]);
    expect(levers.map(({ attributed, standalone }) => [attributed[2], standalone[2]])).toEqual([
      [10, 10],
      [0, 0],
      [0, 0],
    ]);
    expect(registerTotal).toBe(10);
  });

  test("a pressure on categories is part of what their levers work on", () => {
    const { summary } = evaluate(
      plan(
        [
          lever({ name: "Everywhere", categories: [0, 1], effect: { kind: "level", share: 0.1 } }),
          row("Pressure", [20, 20, 20], { categories: [0] }),
        ],
        { categories: [category("Acute", 60, 60, 60), category("Community", 40, 40, 40)] },
      ),
      asPlanned,
    );
    expect(summary.need).toEqual([120, 120, 120]);
    expect(summary.savings.map((amount) => Number(amount.toFixed(9)))).toEqual([12, 12, 12]);
  });

  test("with a target alone pressures are shown and change nothing", () => {
    const { summary, kinds } = evaluate(
      registerAlone([saving, row("Pressure", [3, 6, 9])], { target: [null, null, 30] }),
      asPlanned,
    );
    expect(summary).toMatchObject({ need: null, gap: [null, null, 30], remaining: [null, null, 20] });
    expect(kinds).toEqual([
      {
        kind: "Pressure",
        amounts: [3, 6, 9],
        rows: [{ name: "Pressure", reference: "", cell: "", amounts: [3, 6, 9] }],
      },
    ]);
  });

  test.each([[-1], [1]])("a contingency takes off what it holds, written with the sign %d", (sign) => {
    const { summary, levers, groups, kinds, registerTotal } = evaluate(
      registerAlone([
        { ...saving, group: "Local" },
        row(
          "Contingency",
          [2, 3, 4].map((amount) => sign * amount),
          { group: "Local" },
        ),
      ]),
      asPlanned,
    );
    expect(summary.savings).toEqual([8, 7, 6]);
    expect(summary.contingency).toEqual([-2, -3, -4]);
    expect(levers[1]).toMatchObject({ attributed: [-2, -3, -4], fullYearEffect: -4, riskAdjusted: -4 });
    // Apart from the group in which it is written.
    expect(groups.map(({ name, attributed }) => [name, attributed[2]])).toEqual([
      ["Local", 10],
      ["Contingency", -4],
    ]);
    expect(kinds.map(({ kind, amounts }) => [kind, ...amounts])).toEqual([["Contingency", -2, -3, -4]]);
    // As the register adds it up.
    expect(registerTotal).toBe(10 + sign * 4);
  });

  test("a contingency is the same under every delivery", () => {
    const written = registerAlone([row("Contingency", [-2, -2, -2], { delivery: { low: 0.5, likely: 1, high: 2 } })]);
    for (const delivery of ["low", "expected", "high"] as const)
      expect(evaluate(written, { name: "x", delivery }).summary.savings).toEqual([-2, -2, -2]);
  });

  test("a mitigation does not count", () => {
    const costly = { investment: 2, runningCost: 1, effort: 3 };
    const { summary, kinds, levers, checks } = evaluate(
      registerAlone([saving, row("Mitigation", [6, 0, 0], costly)]),
      asPlanned,
    );
    expect(summary.savings).toEqual([10, 10, 10]);
    expect(levers[1]?.net).toEqual([0, 0, 0]);
    expect(checks.effort).toEqual([0, 0, 0]);
    expect(kinds.map(({ kind, amounts }) => [kind, ...amounts])).toEqual([["Mitigation", 6, 0, 0]]);
  });

  test.each([[1], [-1]])("a one-off cost is a cost of its years, written with the sign %d", (sign) => {
    const { summary, levers } = evaluate(registerAlone([saving, row("One-off cost", [sign * 5, 0, 0])]), asPlanned);
    expect(summary.savings).toEqual([10, 10, 10]);
    expect(levers[1]?.net).toEqual([-5, 0, 0]);
    // Real terms, the first year of the plan discounted by 3.5%.
    expect(levers[1]?.presentValue).toBeCloseTo(-5 / 1.035, 12);
  });

  test("a one-off cost of one amount falls into its year alone", () => {
    const once = lever({ kind: "One-off cost", start: 2, effect: { kind: "amount", amount: 5 } });
    expect(evaluate(registerAlone([once]), asPlanned).levers[0]?.net).toEqual([0, -5, 0]);
  });

  test("a funding switch is funding in its years", () => {
    const { summary } = evaluate(plan([saving, row("Funding switch", [4, 0, 0])]), asPlanned);
    expect(summary).toMatchObject({ funding: [84, 80, 80], gap: [16, 20, 20], savings: [10, 10, 10] });
    const once = lever({ kind: "Funding switch", effect: { kind: "amount", amount: 4 } });
    expect(evaluate(plan([once]), asPlanned).summary.funding).toEqual([84, 80, 80]);
    const always = { ...once, isRecurrenceStated: true };
    expect(evaluate(plan([always]), asPlanned).summary.funding).toEqual([84, 84, 84]);
  });

  test("a row that is off does nothing, whatever its kind", () => {
    const written = plan([
      row("Pressure", [3, 3, 3], { categories: [] }),
      row("Funding switch", [4, 4, 4]),
      row("Contingency", [-2, -2, -2]),
    ]);
    const { summary } = evaluate(written, { name: "x", off: ["Pressure", "Funding switch", "Contingency"] });
    expect(summary).toMatchObject({ need: [100, 100, 100], funding: [80, 80, 80], savings: [0, 0, 0] });
  });
});

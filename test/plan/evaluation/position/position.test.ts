import fc from "fast-check";
import type { Breakdown, LeverResult } from "../../../../src/plan/breakdown";
import { evaluate } from "../../../../src/plan/evaluation/evaluate";
import type { Plan } from "../../../../src/plan/plan";
import type { Position, PositionYear } from "../../../../src/plan/position";
import { lever, plan, registerAlone } from "../../support/plans";
import { randomPlans, randomScenarios } from "../../support/randomPlans";

const runs = { numRuns: 1000 };
const forms = ["plan", "council"] as const;

function positionOf(written: Plan, form: (typeof forms)[number] = "plan"): Position {
  const { position } = evaluate(written, { name: "x", positionForm: form });
  if (!position) throw new Error("no position");
  return position;
}

function step(year: PositionYear | undefined, name: string): number {
  return year?.steps.find((one) => one.name === name)?.amount ?? 0;
}

/** Net of the register's rows in a year: what is saved less what it costs, one-off costs too. */
function netOf({ levers }: Breakdown, year: number): number {
  return levers.reduce((sum, { net, attributed }) => sum + (net[year] ?? 0) - (attributed[year] ?? 0), 0);
}

test("every step sums to the closing, which is funding less need and costs and the savings, and the next year opens with it", () => {
  fc.assert(
    fc.property(randomPlans(), randomScenarios, fc.constantFrom(...forms), (written, scenario, positionForm) => {
      const breakdown = evaluate(written, { ...scenario, positionForm });
      const { position, summary, years } = breakdown;
      const isBaseKnown = written.categories!.every(({ base }) => base !== null);
      if (!isBaseKnown && years.length === 1) return void expect(position).toBeNull();
      expect(position?.years.map(({ year }) => year)).toEqual(isBaseKnown ? years : years.slice(1));
      const sign = positionForm === "plan" ? 1 : -1;
      let opening = isBaseKnown
        ? 60 - written.categories!.reduce((sum, { base }) => sum + (base ?? 0), 0)
        : (summary.funding?.[0] ?? NaN) -
          (summary.need?.[0] ?? NaN) +
          (summary.savings[0] ?? NaN) +
          netOf(breakdown, 0);
      for (const { year, steps, closing, council } of position?.years ?? []) {
        const at = years.indexOf(year);
        const size = 1e-9 * steps.reduce((sum, { amount }) => sum + Math.abs(amount), 1);
        const sum = steps.reduce((total, { amount }) => total + amount, 0);
        expect(Math.abs(sum - closing)).toBeLessThanOrEqual(size);
        const isLeft = (summary.funding?.[at] ?? NaN) - (summary.need?.[at] ?? NaN) + (summary.savings[at] ?? NaN);
        const expected = isLeft + netOf(breakdown, at);
        expect(Math.abs(sign * closing - expected)).toBeLessThanOrEqual(size);
        if (council) {
          const funding = summary.funding?.[at] ?? NaN;
          expect(Math.abs(council.netBudget - funding + expected)).toBeLessThanOrEqual(size);
        } else expect(Math.abs((steps[0]?.amount ?? NaN) - opening)).toBeLessThanOrEqual(size);
        opening = expected;
      }
    }),
    runs,
  );
});

test("both forms say the same: the gap that is left is the deficit, the underlying one too", () => {
  fc.assert(
    fc.property(randomPlans(), randomScenarios, (written, scenario) => {
      const [asPlan, asCouncil] = forms.map(
        (positionForm) => evaluate(written, { ...scenario, positionForm }).position,
      );
      expect(asPlan === null).toBe(asCouncil === null);
      asPlan?.years.forEach((year, at) => {
        const other = asCouncil?.years[at];
        const size = 1e-9 * year.steps.reduce((sum, { amount }) => sum + Math.abs(amount), 100);
        for (const what of ["closing", "closingBeforeInvestment", "underlying"] as const)
          expect(Math.abs(year[what] + (other?.[what] ?? NaN))).toBeLessThanOrEqual(size);
        expect(year.fullYearEffectToCome).toBe(other?.fullYearEffectToCome);
      });
    }),
    runs,
  );
});

test("the full-year effect still to come is the next year's step, in both forms", () => {
  fc.assert(
    fc.property(randomPlans(), randomScenarios, (written, scenario) => {
      const names = {
        plan: ["Full-year effect of last year's schemes", 1],
        council: ["Full-year effect of earlier savings", -1],
      } as const;
      for (const form of forms) {
        const years = evaluate(written, { ...scenario, positionForm: form }).position?.years ?? [];
        years.slice(1).forEach((year, at) => {
          const size = 1e-9 * year.steps.reduce((sum, { amount }) => sum + Math.abs(amount), 1);
          const [name, sign] = names[form];
          expect(Math.abs(sign * step(year, name) - (years[at]?.fullYearEffectToCome ?? NaN))).toBeLessThanOrEqual(
            size,
          );
        });
      }
    }),
    runs,
  );
});

test("each saving is in the step of its year: new, then full-year effect, then change; one-offs are unwound", () => {
  const started = (result: LeverResult, written: Plan): number | null => {
    const own = written.levers.find(({ name }) => name === result.name)!;
    if (own.start < 1 || own.effect.kind !== "byYear") return own.start;
    const first = own.effect.amounts.findIndex((one) => one !== 0);
    return first < 0 ? null : first + 1;
  };
  fc.assert(
    fc.property(randomPlans(), randomScenarios, (written, scenario) => {
      // By Shapley's parts, whatever the method shown.
      const { position } = evaluate(written, { ...scenario, positionForm: "plan" });
      const breakdown = { ...evaluate(written, { ...scenario, method: "shapley" }), position };
      const counted = breakdown.levers.filter(({ kind }) => kind === "Saving" || kind === "Contingency");
      breakdown.position?.years.forEach((year) => {
        const at = breakdown.years.indexOf(year.year);
        const expected = { new: 0, full: 0, change: 0, unwound: 0, once: 0, baseline: 0 };
        for (const result of counted) {
          const now = result.attributed[at] ?? 0;
          const before = at === 0 ? 0 : (result.attributed[at - 1] ?? 0);
          const start = started(result, written);
          if (result.baselineOnly) expected.baseline += now - before;
          else if (!result.recurrent) {
            expected.once += now;
            expected.unwound -= before;
          } else if (start === null || start >= at + 1) expected.new += now;
          else if (start === at || at === 0) expected.full += now - before;
          else expected.change += now - before;
        }
        const size = 1e-9 * year.steps.reduce((sum, { amount }) => sum + Math.abs(amount), 1);
        const names = {
          new: "New recurrent savings",
          full: "Full-year effect of last year's schemes",
          change: "Change in earlier schemes",
          unwound: "Non-recurrent savings of last year",
          once: "Non-recurrent savings",
          baseline: "Savings only against the baseline",
        };
        for (const [part, name] of Object.entries(names))
          expect(Math.abs(step(year, name) - expected[part as keyof typeof expected])).toBeLessThanOrEqual(size);
      });
    }),
    runs,
  );
});

describe("by hand", () => {
  const written = plan(
    [
      lever({ name: "Half a year", effect: { kind: "amount", amount: 8 }, firstYearShare: 0.5, start: 1 }),
      lever({ name: "Once", effect: { kind: "amount", amount: 3 }, recurrent: false, start: 1, end: 2 }),
      lever({ name: "Before", effect: { kind: "amount", amount: 2 }, start: 0 }),
      lever({
        name: "Later",
        effect: { kind: "amount", amount: 5 },
        start: 2,
        investment: 4,
        investmentYear: 2,
        runningCost: 1,
      }),
    ],
    {
      categories: [
        {
          name: "Pay",
          base: 100,
          spend: [1, 2, 3].map((year) => 100 * 1.0506 ** year),
          growth: { inflation: 0.03, demand: 0.02 },
        },
      ],
      funding: { base: 95, byYear: [96, 97, 98] },
    },
  );

  test("a plan's form", () => {
    const { form, years } = positionOf(written);
    expect(form).toBe("plan");
    expect(years[0]?.steps.map(({ name, amount }) => [name, Number(amount.toFixed(6))])).toEqual([
      ["Opening position", -5],
      ["Non-recurrent savings of last year", 0],
      ["One-off costs of last year", 0],
      ["Full-year effect of last year's schemes", 2],
      ["Inflation", -3.03],
      ["Demand", -2.03],
      ["Funding", 1],
      ["New recurrent savings", 4],
      ["Non-recurrent savings", 3],
      ["Running costs", 0],
      ["Investment and double running", 0],
    ]);
    expect(years[0]?.closing).toBeCloseTo(-0.06, 9);
    expect(years[0]?.underlying).toBeCloseTo(-3.06, 9);
    expect(years[0]?.fullYearEffectToCome).toBeCloseTo(4, 9);
    expect(step(years[1], "Full-year effect of last year's schemes")).toBeCloseTo(4, 9);
    expect(step(years[1], "Investment and double running")).toBe(-4);
    expect(step(years[1], "Running costs")).toBe(-1);
    expect(years[1]?.closingBeforeInvestment).toBeCloseTo((years[1]?.closing ?? NaN) + 4, 9);
    expect(step(years[2], "One-off costs of last year")).toBe(4);
    expect(step(years[2], "Non-recurrent savings of last year")).toBe(-3);
    expect(years[2]?.closing).toBeCloseTo(98 - 100 * 1.0506 ** 3 + 8 + 2 + 5 - 1, 9);
  });

  test("a council's form", () => {
    const council = positionOf(
      {
        ...written,
        levers: [
          ...written.levers,
          lever({ name: "Reserves", kind: "Funding switch", effect: { kind: "amount", amount: 2 }, start: 1 }),
          lever({ name: "Fees", type: "Income", effect: { kind: "amount", amount: 1 }, start: 1 }),
          lever({ name: "Care", kind: "Pressure", categories: [], effect: { kind: "amount", amount: 6 }, start: 1 }),
        ],
      },
      "council",
    );
    const [first, second] = council.years;
    expect(first?.steps.map(({ name, amount }) => [name, Number(amount.toFixed(6))])).toEqual([
      ["Base budget brought forward", 100],
      ["Reversal of one-offs", 0],
      ["Inflation", 3.03],
      ["Pressures", 6],
      ["Demand", 2.03],
      ["Full-year effect of earlier savings", -2],
      ["New savings", -7],
      ["Income", -1],
      ["Running costs", 0],
      ["Investment and double running", 0],
      ["Funding", -96],
      ["Use of reserves and one-off funding", -2],
    ]);
    expect(first?.council?.netBudget).toBeCloseTo(101.06, 9);
    expect(first?.council?.gapBeforeReserves).toBeCloseTo(5.06, 9);
    expect(first?.council?.annualGap).toBeCloseTo(0.06, 9);
    expect(first?.closing).toBeCloseTo(3.06, 9);
    expect(step(second, "Base budget brought forward")).toBeCloseTo(101.06, 9);
    expect(step(second, "Use of reserves and one-off funding")).toBe(0);
  });

  test("councils' form is taken where there are pressures, reserves, or an MTFS", () => {
    const formOf = (one: Plan): string | undefined => evaluate(one, { name: "x" }).position?.form;
    expect(formOf(written)).toBe("plan");
    expect(formOf({ ...written, sources: { ...written.sources, spending: "'MTFS 2025'!A1:E2" } })).toBe("council");
    expect(
      formOf({ ...written, funding: { base: 95, byYear: [96, 97, 98], oneOff: { base: 0, byYear: [1, 0, 0] } } }),
    ).toBe("council");
    expect(
      formOf({ ...written, funding: { base: 95, byYear: [96, 97, 98], oneOff: { base: 0, byYear: [0, 0, 0] } } }),
    ).toBe("plan");
    expect(formOf({ ...written, levers: [...written.levers, lever({ name: "P", kind: "Pressure" })] })).toBe("council");
  });

  test("without spending or funding there is no position", () => {
    expect(evaluate(registerAlone(written.levers), { name: "x" }).position).toBeNull();
    expect(evaluate({ ...written, funding: null }, { name: "x" }).position).toBeNull();
  });
});

import fc from "fast-check";
import { evaluate } from "../../../../src/plan/evaluation/evaluate";
import type { Plan, StatedPosition } from "../../../../src/plan/plan";
import type { PositionYear } from "../../../../src/plan/position";
import { lever, plan } from "../../support/plans";
import { between, randomPlans, randomScenarios } from "../../support/randomPlans";

const runs = { numRuns: 1000 };
const size = between(0, 8);

const stated: fc.Arbitrary<StatedPosition> = fc.record({
  source: fc.constant("Position!A1:B7"),
  reported: between(-20, 20),
  nonRecurrentIncome: fc.option(size),
  nonRecurrentSavings: size,
  nonRecurrentCosts: size,
  fullYearEffects: between(-4, 4),
});

function step(year: PositionYear | undefined, name: string): number {
  return year?.steps.find((one) => one.name === name)?.amount ?? 0;
}

const goesOn = ({ reported, ...parts }: StatedPosition): number =>
  reported -
  (parts.nonRecurrentIncome ?? 0) -
  parts.nonRecurrentSavings +
  parts.nonRecurrentCosts +
  parts.fullYearEffects;

test("a Position table opens the first year, its one-offs are unwound in it, and what Spending and Funding do not hold is in every closing", () => {
  fc.assert(
    fc.property(
      randomPlans(),
      randomScenarios,
      stated,
      fc.constantFrom("plan" as const, "council" as const),
      (drawn, asked, position, positionForm) => {
        const scenario = { ...asked, positionForm };
        const [without, given] = [drawn, { ...drawn, position }].map((one) => evaluate(one, scenario).position);
        const isBaseGiven = drawn.categories!.every(({ base }) => base !== null);
        if (!isBaseGiven) return;
        const left = 60 - drawn.categories!.reduce((sum, { base }) => sum + (base ?? 0), 0);
        const apart = goesOn(position) - left;
        const sign = positionForm === "plan" ? 1 : -1;
        const close = (a: number, b: number): void => expect(Math.abs(a - b)).toBeLessThanOrEqual(1e-9 * 1000);
        expect(given?.years).toHaveLength(without?.years.length ?? -1);
        given?.years.forEach((year, at) => {
          const before = without?.years[at];
          close(year.closing, (before?.closing ?? NaN) + sign * apart);
          close(year.underlying, (before?.underlying ?? NaN) + sign * apart);
          close(year.notInSpendingAndFunding ?? NaN, apart);
          close(
            year.steps.reduce((sum, { amount }) => sum + amount, 0),
            year.closing,
          );
        });
        expect(without?.years.every((year) => year.notInSpendingAndFunding === null)).toBe(true);
        const [first] = given?.years ?? [];
        if (positionForm === "council") return;
        close(step(first, "Opening position"), position.reported);
        close(step(first, "Non-recurrent savings of last year"), -position.nonRecurrentSavings);
        close(step(first, "One-off funding of last year"), -(position.nonRecurrentIncome ?? 0));
        close(step(first, "One-off costs of last year"), position.nonRecurrentCosts);
        const name = "Full-year effect of last year's schemes";
        close(step(first, name), step(without?.years[0], name) + position.fullYearEffects);
      },
    ),
    runs,
  );
});

test("without a base year in Spending or Funding it opens the first year, and both move in one step", () => {
  fc.assert(
    fc.property(randomPlans(), randomScenarios, stated, (drawn, asked, position) => {
      const written: Plan = { ...drawn, position, funding: { ...drawn.funding!, base: null } };
      const found = evaluate(written, { ...asked, positionForm: "plan" });
      const known = evaluate(drawn, { ...asked, positionForm: "plan" });
      const [first] = found.position?.years ?? [];
      const close = (a: number, b: number): void => expect(Math.abs(a - b)).toBeLessThanOrEqual(1e-9 * 1000);
      expect(found.position?.years).toHaveLength(found.years.length);
      close(step(first, "Opening position"), position.reported);
      for (const name of ["Inflation", "Demand", "Growth", "Funding"]) expect(step(first, name)).toBe(0);
      close(first?.steps.reduce((sum, { amount }) => sum + amount, 0) ?? NaN, first?.closing ?? NaN);
      // What is not known to be apart is not.
      expect(first?.notInSpendingAndFunding).toBe(0);
      const last = known.position?.years.at(-1);
      if (last) close(found.position?.years.at(-1)?.closing ?? NaN, last.closing);
    }),
    runs,
  );
});

test("by hand: a deficit of 4 with 6 of support, 2.5 of savings and 1 of costs that do not come again, and a pay award of 1.5 to come", () => {
  const written = plan([lever({ effect: { kind: "amount", amount: 3 } })], {
    categories: [{ name: "All", base: 150, spend: [156, 156, 156] }],
    funding: { base: 140, byYear: [143, 143, 143] },
    position: {
      source: "Position!A2:B8",
      reported: -4,
      nonRecurrentIncome: 6,
      nonRecurrentSavings: 2.5,
      nonRecurrentCosts: 1,
      fullYearEffects: -1.5,
    },
  });
  const [first, second] = evaluate(written, { name: "x" }).position?.years ?? [];
  expect(first?.steps).toEqual([
    { name: "Opening position", amount: -4 },
    { name: "Non-recurrent savings of last year", amount: -2.5 },
    { name: "One-off funding of last year", amount: -6 },
    { name: "One-off costs of last year", amount: 1 },
    { name: "Full-year effect of last year's schemes", amount: -1.5 },
    { name: "Growth", amount: -6 },
    { name: "Funding", amount: 3 },
    { name: "New recurrent savings", amount: 3 },
  ]);
  // −13 goes on and Spending and Funding say −10: −3 in every year.
  expect([first?.closing, first?.notInSpendingAndFunding]).toEqual([-13, -3]);
  expect(second?.steps[0]).toEqual({ name: "Opening position", amount: -13 });
  expect(second?.closing).toBe(-13);
});

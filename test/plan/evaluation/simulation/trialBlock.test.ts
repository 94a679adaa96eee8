import fc from "fast-check";
import { evaluate } from "../../../../src/plan/evaluation/evaluate";
import { trialBlock } from "../../../../src/plan/evaluation/simulation/trialBlock";
import { trialPlanOf } from "../../../../src/plan/evaluation/simulation/trialPlan";
import { lever, plan } from "../../support/plans";
import { between, randomPlans, randomScenarios } from "../../support/randomPlans";

const trials = 5;

test("every trial is what the plan comes to with that much of each lever delivered", () => {
  fc.assert(
    fc.property(
      randomPlans(10),
      randomScenarios,
      fc.array(between(0, 1), { minLength: 10 * trials, maxLength: 10 * trials }),
      // So little spent that levers, alone or together, reach it.
      fc.constantFrom(1, 4, 8),
      (drawn, asked, places, size) => {
        const written = {
          ...drawn,
          categories: drawn.categories!.map((one) => ({ ...one, spend: one.spend.map((amount) => amount / size) })),
        };
        const scenario = { ...asked, delivery: "planned" as const };
        const prepared = trialPlanOf(written, scenario);
        const deliveries = prepared.levers.map(({ delivery: { low, high } }, at) =>
          Float64Array.from({ length: trials }, (_, trial) => low + places[at * trials + trial]! * (high - low)),
        );
        const block = trialBlock(prepared, scenario.method ?? "shapley", trials);
        // The arrays are used again: what a run before has left does not count.
        block.run(
          deliveries.map((one) => one.map((x) => x / 2)),
          trials,
        );
        block.run(deliveries, trials);
        for (let trial = 0; trial < trials; trial++) {
          const leverFactors = Object.fromEntries(
            prepared.levers.map(({ effect }, at) => [effect.lever.name, deliveries[at]![trial]!]),
          );
          const { summary, levers, checks } = evaluate(written, { ...scenario, leverFactors });
          const scale = 1e-9 * (1 + summary.need!.reduce((most, need) => Math.max(most, need), 0));
          summary.savings.forEach((saving, year) =>
            expect(Math.abs(block.savings[year]![trial]! - saving)).toBeLessThanOrEqual(scale),
          );
          prepared.levers.forEach(({ index }, at) => {
            const own = levers[index]?.attributed.at(-1) ?? NaN;
            expect(Math.abs(block.attributed[at]![trial]! - own)).toBeLessThanOrEqual(scale);
          });
          expect(block.held[trial] === 1).toBe(checks.heldAtSpend > 0);
        }
      },
    ),
    { numRuns: 1000 },
  );
});

test("levers at the whole spend, and amounts cut to what is left, by hand", () => {
  const written = plan([
    lever({ name: "Half", effect: { kind: "level", share: 0.5 }, delivery: { low: 0, likely: 1, high: 3 } }),
    lever({ name: "Sixty", effect: { kind: "amount", amount: 60 } }),
    lever({ name: "Cost", effect: { kind: "amount", amount: -4 } }),
  ]);
  const block = trialBlock(trialPlanOf(written, { name: "x" }), "shapley", 3);
  block.run([Float64Array.of(0.5, 1, 3), Float64Array.of(1, 1, 1), Float64Array.of(1, 1, 1)], 3);
  expect([...block.savings[2]!]).toEqual([81, 100, 100]);
  expect(block.attributed.map((one) => [...one].map((amount) => Number(amount.toFixed(9))))).toEqual([
    [25, 50, 100],
    [60, 54, 4],
    [-4, -4, -4],
  ]);
  expect([...block.held]).toEqual([0, 1, 1]);
});

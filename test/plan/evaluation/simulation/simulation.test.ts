import fc from "fast-check";
import { percentilesOfTotal, probabilityOfReaching, riskContributions } from "../../../../src/engine/delivery/simulate";
import { evaluate } from "../../../../src/plan/evaluation/evaluate";
import { simulatePlan, simulationSteps } from "../../../../src/plan/evaluation/simulation/simulation";
import type { Plan } from "../../../../src/plan/plan";
import { lever, plan, registerAlone } from "../../support/plans";
import { between, randomPlans, randomScenarios } from "../../support/randomPlans";

const range = fc
  .tuple(between(-0.5, 0.9), between(0, 1), between(0.01, 1.5))
  .map(([low, part, width]) => ({ low, likely: low + part * width, high: low + width }));

/** A register of one year whose amounts add. */
const adding = fc.array(fc.tuple(between(0.1, 50), range), {
  minLength: 1,
  maxLength: 30,
});

function registerOf(rows: [number, { low: number; likely: number; high: number }][], target: number): Plan {
  return registerAlone(
    rows.map(([amount, delivery], index) => lever({ name: `L${index}`, effect: { kind: "amount", amount }, delivery })),
    { years: ["2025/26"], target: [target] },
  );
}

describe("levers that add, in one year, with the same seed", () => {
  const chance = { correlation: 0.3, trials: 500, seed: 11 };

  test("have the functions' percentiles, probability and shares", () => {
    fc.assert(
      fc.property(adding, (rows) => {
        const amounts = rows.map(([amount, { low, likely, high }]) => ({
          low: amount * low,
          likely: amount * likely,
          high: amount * high,
        }));
        const target = amounts.reduce((sum, { likely }) => sum + likely, 0);
        const { p10, p50, p90, probability, levers } = simulatePlan(registerOf(rows, target), { name: "x", ...chance });
        const size = amounts.reduce((sum, { low, high }) => sum + Math.abs(low) + Math.abs(high), 0);
        const expected = percentilesOfTotal([0.1, 0.5, 0.9], amounts, chance);
        [p10, p50, p90].forEach(([value = NaN], at) =>
          expect(Math.abs(value - expected[at]!)).toBeLessThanOrEqual(1e-13 * size),
        );
        expect(probability).toBe(probabilityOfReaching(target, amounts, chance));
        riskContributions(amounts, chance).forEach((share, at) => expect(levers[at]?.share).toBeCloseTo(share, 9));
      }),
      { numRuns: 1000 },
    );
  });
});

test("percentiles rise, shares sum to 1, and a plan without ranges is certain, whatever the plan", () => {
  fc.assert(
    fc.property(randomPlans(), randomScenarios, fc.integer(), (written, scenario, seed) => {
      const { p10, p50, p90, levers, probability, probabilityNote } = simulatePlan(written, {
        ...scenario,
        trials: 200,
        seed,
      });
      p50.forEach((middle, year) => {
        expect(p10[year]).toBeLessThanOrEqual(middle);
        expect(p90[year]).toBeGreaterThanOrEqual(middle);
      });
      for (const risk of levers) if (risk) expect(risk.p10 <= risk.p50 && risk.p50 <= risk.p90).toBe(true);
      const shares = levers.flatMap((risk) => (risk && risk.share !== null ? [risk.share] : []));
      const sums = scenario.method !== "standalone" && scenario.method !== "last";
      if (shares.length > 0 && sums) expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
      expect(probability === null).toBe(probabilityNote.startsWith("not assessed: "));
      if (written.levers.every(({ delivery }) => delivery.low === null)) {
        expect(p10).toEqual(p90);
        expect(shares).toEqual([]);
      }
    }),
    { numRuns: 1000 },
  );
});

describe("the probability that the gap closes", () => {
  const wide = { low: 0.5, likely: 1, high: 1.2 };
  const levers = [
    lever({ name: "A", effect: { kind: "amount", amount: 15 }, delivery: wide }),
    lever({ name: "B", effect: { kind: "amount", amount: 5 } }),
  ];

  test("is given need and funding as written, where enough of the savings have a range", () => {
    const { probability, probabilityNote } = simulatePlan(plan(levers), { name: "x" });
    expect(probability).toBeGreaterThan(0.1);
    expect(probability).toBeLessThan(0.9);
    expect(probabilityNote).toBe("given need and funding as written");
    const easy = simulatePlan(plan(levers, { funding: { base: 80, byYear: [95, 95, 95] } }), { name: "x" });
    expect(easy.probability).toBe(1);
    expect(simulatePlan(plan(levers), { name: "x", target: 30 })).toMatchObject({
      probability: 0,
      probabilityNote: "given the target as written",
    });
  });

  test("is not assessed, with the reason, where fewer have one or nothing is to be closed", () => {
    const few = [{ ...levers[0]!, effect: { kind: "amount" as const, amount: 10 } }, levers[1]!];
    expect(simulatePlan(plan(few), { name: "x" })).toMatchObject({
      probability: null,
      probabilityNote:
        "not assessed: only 66% of the savings in 2017/18 have a low–high range, and at least 75% are needed",
    });
    expect(simulatePlan(registerAlone(levers), { name: "x" })).toMatchObject({
      probability: null,
      probabilityNote: "not assessed: nothing says what is to be closed in 2017/18",
    });
  });
});

test("a lever that is off and a row that saves nothing have no risk; one without a range is certain at Likely", () => {
  const { levers } = simulatePlan(
    plan([
      lever({ name: "A", delivery: { low: 0.5, likely: 1, high: 1.2 } }),
      lever({ name: "B", delivery: { low: null, likely: 0.8, high: null } }),
      lever({ name: "C" }),
      lever({ name: "D", kind: "Pressure" }),
    ]),
    { name: "x", off: ["C"] },
  );
  expect(levers.map((risk) => risk?.share ?? null)).toEqual([1, 0, null, null]);
  expect(levers[1]).toMatchObject({ p10: 8, p50: 8, p90: 8 });
});

test("it goes in short steps, says how far it is, and ends where nobody asks for more", () => {
  const written = plan([lever({ delivery: { low: 0.5, likely: 1, high: 1.2 } })]);
  const parts: number[] = [];
  const steps = simulationSteps(written, { name: "x", trials: 20_000 });
  for (let step = steps.next(); !step.done; step = steps.next()) parts.push(step.value);
  expect(parts.length).toBeGreaterThan(15);
  expect(parts).toEqual([...parts].sort((a, b) => a - b));
  expect(parts.at(-1)).toBe(1);
  const stopped = simulationSteps(written, { name: "x", trials: 1_000_000 });
  stopped.next();
  expect(stopped.return(undefined as never).done).toBe(true);
});

test.each([
  [{ correlation: 1.2 }, "the scenario's correlation is 1.2 and was taken as 0.3; it is to be from 0 to below 1"],
  [
    { trials: 10 },
    "the scenario's trials is 10 and was taken as 10000; it is to be a whole number from 100 to 1,000,000",
  ],
  [{ seed: 0.5 }, "the scenario's seed is 0.5 and was taken as 1; it is to be a whole number"],
])("what cannot be is said: %p", (wrong, message) => {
  const written = plan([lever()]);
  expect(evaluate(written, { name: "x", ...wrong }).findings.map((finding) => finding.message)).toEqual([message]);
  expect(simulatePlan(written, { name: "x", ...wrong })).toMatchObject({ correlation: 0.3, trials: 10_000, seed: 1 });
});

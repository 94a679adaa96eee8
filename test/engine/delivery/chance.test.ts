import betaQuantile from "@stdlib/stats-base-dists-beta-quantile";
import normalCdf from "@stdlib/stats-base-dists-normal-cdf";
import normalQuantile from "@stdlib/stats-base-dists-normal-quantile";
import fc from "fast-check";
import { normalSource } from "../../../src/engine/delivery/normalSource";
import { pertMean } from "../../../src/engine/delivery/pert";
import { pertTable, tableRange, tableSteps } from "../../../src/engine/delivery/pertTable";
import { percentilesOfTotal, probabilityOfReaching, riskContributions } from "../../../src/engine/delivery/simulate";
import { quantileOfSorted } from "../../../src/engine/numbers/quantile";

test.each([1, 1.04, 1.3, 2, 2.7, 3, 3.6, 4.4, 4.97, 5])(
  "the table of PERT quantiles is right to 3e-6 of the range (α = %p)",
  (alpha) => {
    const table = pertTable(alpha);
    for (let step = 0; step < tableSteps; step += 13) {
      const z = ((step + 0.5) / tableSteps) * 2 * tableRange - tableRange;
      const p = normalCdf(-Math.abs(z), 0, 1);
      const exact = z < 0 ? betaQuantile(p, alpha, 6 - alpha) : 1 - betaQuantile(p, 6 - alpha, alpha);
      expect(Math.abs((table[step]! + table[step + 1]!) / 2 - exact)).toBeLessThan(3e-6);
    }
  },
);

test("normal numbers: moments, tails and the table behind them", () => {
  const count = 500_000;
  const drawn = new Float64Array(count);
  normalSource(1, 1).fill(0, drawn, count);
  const mean = (power: number): number => drawn.reduce((sum, z) => sum + z ** power, 0) / count;
  // Within 4 standard errors: sqrt(1, 2, 15, 96 / n).
  expect(Math.abs(mean(1))).toBeLessThan(4 * Math.sqrt(1 / count));
  expect(Math.abs(mean(2) - 1)).toBeLessThan(4 * Math.sqrt(2 / count));
  expect(Math.abs(mean(3))).toBeLessThan(4 * Math.sqrt(15 / count));
  expect(Math.abs(mean(4) - 3)).toBeLessThan(4 * Math.sqrt(96 / count));
  const sorted = drawn.slice().sort();
  for (const p of [1e-4, 0.01, 0.25, 0.5, 0.75, 0.99, 1 - 1e-4]) {
    const z = normalQuantile(p, 0, 1);
    const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
    expect(Math.abs(quantileOfSorted(sorted, p) - z)).toBeLessThan((4 * Math.sqrt((p * (1 - p)) / count)) / density);
  }
});

test("the numbers of a seed never change (but with a note in the list of changes)", () => {
  const source = normalSource(1, 65);
  const first = (dimension: number): number[] => {
    const drawn = new Float64Array(3);
    source.fill(dimension, drawn, 3);
    return [...drawn];
  };
  // The last of them is beyond the table, where numbers are random.
  expect([0, 1, 63, 64].map(first)).toMatchInlineSnapshot(`
   [
     [
       -0.4372495416886992,
       0.2759853135017899,
       1.3728284904917238,
     ],
     [
       0.5465322212581545,
       -1.0403127114759223,
       0.7665415429940357,
     ],
     [
       0.06678178099277968,
       -1.0093675414751142,
       -0.2594128069527821,
     ],
     [
       0.07041427874660242,
       -1.003431344258722,
       -1.6723763982446287,
     ],
   ]
  `);
  const levers = [
    { low: 10.6, likely: 14, high: 18 },
    { low: 0, likely: 2.5, high: 7.5 },
  ];
  expect(
    percentilesOfTotal([0.1, 0.5, 0.9], levers, {
      correlation: 0.3,
      trials: 1000,
      seed: 42,
    }),
  ).toMatchInlineSnapshot(`
   [
     14.149370673387034,
     16.93164837126868,
     19.988681150154118,
   ]
  `);
});

describe("laws of the simulation", () => {
  const lever = fc
    .tuple(
      fc.double({ min: -100, max: 100, noNaN: true }),
      fc.double({ min: 0, max: 50, noNaN: true }),
      fc.double({ min: 0, max: 50, noNaN: true }),
    )
    .map(([low, a, b]) => ({ low, likely: low + a, high: low + a + b }));
  const levers = fc.array(lever, { minLength: 1, maxLength: 6 });
  const chance = fc.record({
    correlation: fc.double({ min: 0, max: 0.99, noNaN: true }),
    trials: fc.integer({ min: 100, max: 300 }),
    seed: fc.integer(),
  });
  const runs = { numRuns: 1000 };

  test("percentiles rise and stay between the sums of low and high", () => {
    fc.assert(
      fc.property(levers, chance, (amounts, luck) => {
        const found = percentilesOfTotal([0, 0.1, 0.25, 0.5, 0.75, 0.9, 1], amounts, luck);
        const [least, most] = [amounts.reduce((s, a) => s + a.low, 0), amounts.reduce((s, a) => s + a.high, 0)];
        found.reduce((before, each) => (expect(each).toBeGreaterThanOrEqual(before), each));
        expect(found[0]).toBeGreaterThanOrEqual(least - 1e-9);
        expect(found.at(-1)).toBeLessThanOrEqual(most + 1e-9);
      }),
      runs,
    );
  });

  test("the same seed repeats, digit by digit", () => {
    fc.assert(
      fc.property(levers, chance, (amounts, luck) => {
        expect(percentilesOfTotal([0.1, 0.9], amounts, luck)).toEqual(percentilesOfTotal([0.1, 0.9], amounts, luck));
      }),
      runs,
    );
  });

  test("the probability falls as the target rises, from 1 to 0", () => {
    fc.assert(
      fc.property(levers, chance, (amounts, luck) => {
        const [least, most] = [amounts.reduce((s, a) => s + a.low, 0), amounts.reduce((s, a) => s + a.high, 0)];
        const targets = [least, least + (most - least) / 3, (least + most) / 2, most + 1];
        const found = targets.map((target) => probabilityOfReaching(target, amounts, luck));
        expect(found[0]).toBe(1);
        expect(found.at(-1)).toBe(0);
        found.reduce((before, each) => (expect(each).toBeLessThanOrEqual(before), each));
      }),
      runs,
    );
  });

  test("shares of the uncertainty sum to 1, and a certain lever brings none", () => {
    fc.assert(
      fc.property(levers, chance, (amounts, luck) => {
        fc.pre(amounts.some(({ low, high }) => high - low > 1e-3));
        const shares = riskContributions([...amounts, { low: 5, likely: 5, high: 5 }], luck);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
        expect(shares.at(-1)).toBe(0);
      }),
      runs,
    );
  });
});

test("a median of one lever is its distribution's, and correlation widens the total", () => {
  const amount = { low: 0, likely: 3, high: 10 };
  const trials = 1_000_000;
  const [median] = percentilesOfTotal([0.5], [amount], {
    correlation: 0,
    trials,
    seed: 3,
  });
  // Four standard errors of a median of a million.
  expect(Math.abs(median! - 10 * betaQuantile(0.5, 2.2, 3.8))).toBeLessThan(0.012);
  const spread = (correlation: number): number => {
    const [p10, p90] = percentilesOfTotal([0.1, 0.9], new Array(20).fill(amount), {
      correlation,
      trials: 20_000,
      seed: 3,
    });
    return p90! - p10!;
  };
  expect(spread(0.3)).toBeGreaterThan(2 * spread(0));
  expect(pertMean(0, 3, 10)).toBeCloseTo(22 / 6, 12);
});

test("certain amounts reach what they add up to", () => {
  const certain = [0.1, 0.2].map((amount) => ({
    low: amount,
    likely: amount,
    high: amount,
  }));
  expect(
    probabilityOfReaching(0.3, certain, {
      correlation: 0,
      trials: 100,
      seed: 1,
    }),
  ).toBe(1);
  expect(
    probabilityOfReaching(0.3001, certain, {
      correlation: 0,
      trials: 100,
      seed: 1,
    }),
  ).toBe(0);
});

describe("evenly spread trials", () => {
  const bits = 7;
  const cells = 2 ** bits;
  const normals = (seed: number, dimension: number): number[] => {
    const drawn = new Float64Array(cells);
    normalSource(seed, 64).fill(dimension, drawn, cells);
    return [...drawn];
  };

  test("any dimension's first 2^k numbers have one in each 2^k-th of the distribution, whatever the seed", () => {
    fc.assert(
      fc.property(fc.integer(), fc.nat({ max: 63 }), (seed, dimension) => {
        const found = normals(seed, dimension).map((z) => Math.floor(cells * normalCdf(z, 0, 1)));
        expect([...new Set(found)].sort((a, b) => a - b)).toEqual(Array.from({ length: cells }, (_, cell) => cell));
      }),
      { numRuns: 1000 },
    );
  });

  test("the first two dimensions' have one in each part of the square, however it is cut into 2^k", () => {
    fc.assert(
      fc.property(fc.integer(), fc.nat({ max: bits }), (seed, across) => {
        const [wide, high] = [2 ** across, 2 ** (bits - across)];
        const [x, y] = [normals(seed, 0), normals(seed, 1)];
        const found = x.map(
          (z, at) => Math.floor(wide * normalCdf(z, 0, 1)) * high + Math.floor(high * normalCdf(y[at]!, 0, 1)),
        );
        expect(new Set(found).size).toBe(cells);
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    [5, 0.3, 4],
    [50, 0.3, 5],
    [50, 0, 2],
  ])(
    "percentiles of %p levers that go together by %p are as near as with %p times as many random ones",
    (count, correlation, times) => {
      const levers = Array.from({ length: count }, (_, i) => ({ low: i, likely: i + 1 + (i % 3) / 2, high: i + 4 }));
      const [trials, seeds, step] = [1000, 60, 0.01];
      const fractions = [0.1, 0.5, 0.9];
      const around = fractions.flatMap((p) => [p - step, p, p + step]);
      const known = percentilesOfTotal(around, levers, { correlation, trials: 500_000, seed: 99 });
      let ratio = 0;
      const drawn = Array.from({ length: seeds }, (_, seed) =>
        percentilesOfTotal(fractions, levers, { correlation, trials, seed: seed + 1 }),
      );
      for (const [at, p] of fractions.entries()) {
        const [below = 0, exact = 0, above = 0] = known.slice(3 * at, 3 * at + 3);
        const squared = drawn.reduce((sum, found) => sum + (found[at]! - exact) ** 2, 0) / seeds;
        // Variance of a percentile of independent trials: p(1 − p)/(n·f²).
        const random = ((p * (1 - p)) / trials) * ((above - below) / (2 * step)) ** 2;
        ratio += random / squared / fractions.length;
      }
      expect(ratio).toBeGreaterThan(times);
    },
  );
});

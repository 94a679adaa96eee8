import fc from "fast-check";
import { shapleyOfGame } from "../../../src/engine/attribution/coalitions";
import { decompose, decompositions, type Decomposition } from "../../../src/engine/attribution/decompose";
import { productShapley } from "../../../src/engine/attribution/productGame";
import { preciseSum } from "../../../src/engine/numbers/sum";

const runs = { numRuns: 1000 };
const any = fc.oneof(
  { weight: 9, arbitrary: fc.double({ min: -10, max: 10, noNaN: true }) },
  { weight: 1, arbitrary: fc.constant(0) },
);
const positive = fc.oneof(
  { weight: 9, arbitrary: fc.double({ min: 0.01, max: 10, noNaN: true }) },
  { weight: 1, arbitrary: fc.constant(0) },
);

/** Two states of the same size, as each method takes them. */
const states = (method: Decomposition): fc.Arbitrary<[number[][], number[][]]> => {
  const value = method === "lmdi" ? positive : any;
  return fc.tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 4 })).chain(([m, n]) => {
    const state = fc.array(fc.array(value, { minLength: n, maxLength: n }), { minLength: m, maxLength: m });
    return fc.tuple(state, state);
  });
};

const total = (state: number[][]): number =>
  preciseSum(state[0]!.map((_, category) => state.reduce((product, factor) => product * factor[category]!, 1)));

/** What rounding may do: relative to the largest products that the two states can make. */
const scale = (before: number[][], after: number[][]): number =>
  1e-12 *
  before[0]!.reduce(
    (sum, _, k) =>
      sum + before.reduce((p, factor, i) => p * Math.max(Math.abs(factor[k]!), Math.abs(after[i]![k]!), 1e-3), 1),
    0,
  );

/** LMDI with a zero before and another after has no limit that sums; Ang's rule then gives what both ends give: nothing. */
const orderFree = (method: Decomposition): boolean => method !== "sequential";

describe.each(decompositions.map((method) => [method]))("%s", (method) => {
  test("effects sum to the change", () => {
    fc.assert(
      fc.property(states(method), ([before, after]) => {
        const effects = decompose(before, after, method);
        expect(Math.abs(preciseSum(effects) - (total(after) - total(before)))).toBeLessThanOrEqual(
          scale(before, after),
        );
      }),
      runs,
    );
  });

  if (orderFree(method)) {
    test("forward and backward are opposites", () => {
      fc.assert(
        fc.property(states(method), ([before, after]) => {
          const forward = decompose(before, after, method);
          decompose(after, before, method).forEach((effect, factor) =>
            expect(Math.abs(effect + forward[factor]!)).toBeLessThanOrEqual(scale(before, after)),
          );
        }),
        runs,
      );
    });

    test("does not depend on the order of factors", () => {
      fc.assert(
        fc.property(states(method), ([before, after]) => {
          const turned = decompose([...before].reverse(), [...after].reverse(), method).reverse();
          decompose(before, after, method).forEach((effect, factor) =>
            expect(Math.abs(effect - turned[factor]!)).toBeLessThanOrEqual(scale(before, after)),
          );
        }),
        runs,
      );
    });
  }

  test("a factor that does not change has no effect", () => {
    fc.assert(
      fc.property(states(method), ([before, after]) => {
        const still = [before[0]!, ...after.slice(1)];
        expect(Math.abs(decompose(before, still, method)[0]!)).toBe(0);
      }),
      runs,
    );
  });
});

test("shapley is the definition, by all orders of swapping", () => {
  fc.assert(
    fc.property(states("shapley"), ([before, after]) => {
      const m = before.length;
      const game = Array.from({ length: 2 ** m }, (_, set) =>
        total(before.map((factor, i) => ((set >> i) & 1 ? after[i]! : factor))),
      );
      const slow = shapleyOfGame(game, m);
      decompose(before, after).forEach((effect, factor) =>
        expect(Math.abs(effect - slow[factor]!)).toBeLessThanOrEqual(scale(before, after)),
      );
    }),
    runs,
  );
});

test("levers are factors that go from 1 to 1 − e", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: -0.5, max: 1, noNaN: true }), { minLength: 1, maxLength: 60 }), (effects) => {
      const parts = productShapley(1, effects);
      const size = preciseSum(parts.map(Math.abs)) + 1e-300;
      decompose(
        effects.map(() => [1]),
        effects.map((effect) => [1 - effect]),
      ).forEach((change, lever) => expect(Math.abs(change + parts[lever]!)).toBeLessThanOrEqual(1e-12 * size + 1e-14));
    }),
    runs,
  );
});

describe("Shapley value of any game", () => {
  const games = fc
    .integer({ min: 1, max: 8 })
    .chain((m) =>
      fc.tuple(
        fc.constant(m),
        fc.array(fc.double({ min: -100, max: 100, noNaN: true }), { minLength: 2 ** m, maxLength: 2 ** m }),
      ),
    );

  test("sums to the value of all less that of none", () => {
    fc.assert(
      fc.property(games, ([m, values]) => {
        expect(preciseSum(shapleyOfGame(values, m))).toBeCloseTo(values.at(-1)! - values[0]!, 9);
      }),
      runs,
    );
  });

  test("a player who adds nothing gets nothing; two who add the same get the same", () => {
    fc.assert(
      fc.property(games, ([m, values]) => {
        // Player m adds nothing; players m and m + 1 are twins.
        const idle = [...values, ...values];
        expect(shapleyOfGame(idle, m + 1)[m]).toBe(0);
        const joined = values.map((value) => value + 5);
        const twins = [...values, ...joined, ...joined, ...joined];
        const parts = shapleyOfGame(twins, m + 2);
        expect(parts[m]).toBeCloseTo(parts[m + 1]!, 9);
      }),
      runs,
    );
  });

  test("16 players", () => {
    const values = Float64Array.from({ length: 2 ** 16 }, (_, set) =>
      Math.min(40, 3 * set.toString(2).replaceAll("0", "").length),
    );
    expect(shapleyOfGame(values, 16)).toEqual(new Array(16).fill(expect.closeTo(2.5, 9)));
  });
});

test("sequential is the product of what is swapped and what waits, though running products leave the range of doubles", () => {
  const wide = fc
    .tuple(fc.double({ min: 0.5, max: 2, noNaN: true }), fc.integer({ min: -3, max: 3 }))
    .map(([x, e]) => x * 10 ** (100 * e));
  fc.assert(
    fc.property(fc.array(fc.tuple(wide, wide), { minLength: 1, maxLength: 8 }), (factors) => {
      const effects = decompose(
        factors.map(([a]) => [a]),
        factors.map(([, b]) => [b]),
        "sequential",
      );
      factors.forEach(([a, b], at) => {
        const others = factors.flatMap(([before, after], i) => (i < at ? [after] : i > at ? [before] : []));
        // The logarithm has no range to leave.
        const log = Math.log10(Math.abs(b - a)) + others.reduce((sum, factor) => sum + Math.log10(factor), 0);
        if (a === b) expect(effects[at]).toBe(0);
        else if (Math.abs(log) < 300) expect(Math.abs(Math.log10(Math.abs(effects[at]!)) - log)).toBeLessThan(1e-9);
      });
    }),
    runs,
  );
});

import fc from "fast-check";
import { attribute } from "../../../src/engine/attribution/attribute";
import { orderRange } from "../../../src/engine/attribution/orderRange";
import { sequentialShares } from "../../../src/engine/attribution/sequential";

const effect = fc.oneof(
  { weight: 6, arbitrary: fc.double({ min: -0.8, max: 1, noNaN: true }) },
  { weight: 1, arbitrary: fc.constantFrom(0, 1, 1e-12) },
);
const base = fc.double({ min: -1e6, max: 1e6, noNaN: true });

function orders(count: number): number[][] {
  if (count === 0) return [[]];
  return orders(count - 1).flatMap((order) =>
    Array.from({ length: count }, (_, at) => [...order.slice(0, at), count - 1, ...order.slice(at)]),
  );
}

test("the ends are the least and the most over all orders of up to six levers, and attained", () => {
  fc.assert(
    fc.property(base, fc.array(effect, { minLength: 1, maxLength: 6 }), (amount, effects) => {
      const { least, most } = orderRange(amount, effects);
      const credited = orders(effects.length).map((order) => {
        const inOrder = sequentialShares(
          amount,
          order.map((lever) => effects[lever]!),
        );
        return effects.map((_, lever) => inOrder[order.indexOf(lever)]!);
      });
      effects.forEach((_, lever) => {
        const all = credited.map((amounts) => amounts[lever]!);
        const slack = 1e-12 * Math.abs(amount);
        expect(Math.abs(least[lever]! - Math.min(...all))).toBeLessThanOrEqual(slack);
        expect(Math.abs(most[lever]! - Math.max(...all))).toBeLessThanOrEqual(slack);
      });
    }),
    { numRuns: 300 },
  );
});

test("what Shapley, stand-alone and last-in credit lies between them", () => {
  fc.assert(
    fc.property(base, fc.array(effect, { minLength: 1, maxLength: 60 }), (amount, effects) => {
      const { least, most } = orderRange(amount, effects);
      for (const method of ["shapley", "standalone", "last", "sequential"] as const)
        attribute(amount, effects, method).forEach((value, lever) => {
          const slack = 1e-11 * Math.max(Math.abs(least[lever]!), Math.abs(most[lever]!), Math.abs(amount) * 1e-6);
          expect(value).toBeGreaterThanOrEqual(least[lever]! - slack);
          expect(value).toBeLessThanOrEqual(most[lever]! + slack);
        });
    }),
    { numRuns: 1000 },
  );
});

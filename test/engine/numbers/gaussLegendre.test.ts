import reference from "../../reference/quadrature.json";
import { gaussLegendre } from "../../../src/engine/numbers/gaussLegendre";

const ulps = (value: number, exact: string): number =>
  Math.abs(value - Number(exact)) / (Number(exact) * Number.EPSILON);

describe.each(reference.rules.map((rule) => [rule.n, rule.lowerHalf] as const))(
  "rule with %i nodes",
  (n, lowerHalf) => {
    const rule = gaussLegendre(n);

    test("has nodes, complements and weights right to the last digits (mpmath, 25 digits)", () => {
      lowerHalf.forEach(([node, complement, weight], k) => {
        expect(ulps(rule.nodes[k]!, node!)).toBeLessThanOrEqual(2);
        expect(ulps(rule.complements[k]!, complement!)).toBeLessThanOrEqual(2);
        expect(ulps(rule.weights[k]!, weight!)).toBeLessThanOrEqual(6);
        expect(rule.weights[n - 1 - k]).toBe(rule.weights[k]);
        expect(rule.nodes[n - 1 - k]).toBe(rule.complements[k]);
      });
    });
  },
);

test("integrates the powers it must", () => {
  for (const n of [1, 2, 5, 17, 64]) {
    const { nodes, weights } = gaussLegendre(n);
    for (let power = 0; power < 2 * n; power++) {
      let integral = 0;
      nodes.forEach((node, k) => (integral += weights[k]! * node ** power));
      expect(integral * (power + 1)).toBeCloseTo(1, 12);
    }
  }
});

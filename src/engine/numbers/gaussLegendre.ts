import { legendreAt } from "./legendre";

/** A rule for integrals over 0…1: Σ weights·f(nodes). `complements` are 1 − nodes to full precision. */
interface Quadrature {
  nodes: Float64Array;
  complements: Float64Array;
  weights: Float64Array;
}

const rules = new Map<number, Quadrature>();

/**
 * Gauss–Legendre rule with n nodes on 0…1, exact for polynomials up to degree 2n − 1.
 *
 * Newton's iteration in plain doubles finds each root of Pₙ to about n ulp; one last step evaluates Pₙ in double-double
 * arithmetic, which makes nodes, complements and weights right to the last digit or two for any n (checked against
 * 50-digit tables in test/reference). Rules are kept, so a rule is computed once.
 *
 * @param n number of nodes, whole, ≥ 1
 */
export function gaussLegendre(n: number): Quadrature {
  const known = rules.get(n);
  if (known) return known;
  const rule = { nodes: new Float64Array(n), complements: new Float64Array(n), weights: new Float64Array(n) };
  for (let k = 0; k < Math.ceil(n / 2); k++) {
    const { node, complement, weight } = lowerNode(n, k);
    const mirror = n - 1 - k;
    rule.nodes[k] = rule.complements[mirror] = node;
    rule.complements[k] = rule.nodes[mirror] = complement;
    rule.weights[k] = rule.weights[mirror] = weight;
  }
  rules.set(n, rule);
  return rule;
}

/** The k-th node from the left; it lies in (0, 1/2]. */
function lowerNode(n: number, k: number): { node: number; complement: number; weight: number } {
  const middle = 2 * k + 1 === n;
  const x = middle ? 0 : -rootNear(n, Math.cos((Math.PI * (k + 0.75)) / (n + 0.5)));
  const { value, derivative } = legendreAt(n, x);
  // The distance to the true root is some n ulp of x: far below x itself, so first order is enough for it.
  const step = middle ? 0 : -value / derivative;
  // P″ from Legendre's equation, (1 − x²)·P″ = 2x·P′ − n(n + 1)·P, carries P′ over to the root.
  const sine = (1 - x) * (1 + x);
  const slope = derivative + (step * (2 * x * derivative - n * (n + 1) * value)) / sine;
  const sineAtRoot = sine - 2 * x * step;
  return {
    node: (1 + x + step) / 2,
    complement: (1 - x - step) / 2,
    weight: 1 / (sineAtRoot * slope * slope),
  };
}

/** Newton's iteration on Pₙ by the three-term recurrence, in doubles. */
function rootNear(n: number, guess: number): number {
  let x = guess;
  for (let iteration = 0; iteration < 10; iteration++) {
    let previous = 1;
    let current = x;
    for (let degree = 2; degree <= n; degree++) {
      const next = ((2 * degree - 1) * x * current - (degree - 1) * previous) / degree;
      previous = current;
      current = next;
    }
    const derivative = (n * (previous - x * current)) / ((1 - x) * (1 + x));
    const step = current / derivative;
    x -= step;
    if (Math.abs(step) < 1e-14) break;
  }
  return x;
}

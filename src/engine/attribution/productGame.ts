import { gaussLegendre } from "../numbers/gaussLegendre";

/**
 * Exact Shapley values of the product game v(S) = base·(1 − Π over S of (1 − eᵢ)), for any number of levers.
 *
 * φᵢ = base·eᵢ·∫₀¹ Π over j ≠ i of (1 − u·eⱼ) du: the integral of the multilinear extension's gradient along the diagonal
 * (Owen, Management Science 1972). The integrand is a polynomial in u, so Gauss–Legendre with enough nodes is exact.
 * Nodes lie strictly inside 0…1, so dividing the full product by a lever's own factor is safe up to eᵢ = 1.
 *
 * @param base amount the levers work on
 * @param effects share of the base that each lever would save alone, ≤ 1; negative adds cost
 * @returns one amount per lever; they sum to the combined saving within 1e-12
 */
export function productShapley(base: number, effects: readonly number[]): number[] {
  const rule = gaussLegendre(nodeCount(effects));
  const shares = Float64Array.from(effects);
  const integrals = new Float64Array(shares.length);
  const inverses = new Float64Array(shares.length);
  const end = lastNode(effects);
  for (let k = 0; k < rule.nodes.length && rule.nodes[k]! < end; k++) {
    const others = rule.weights[k]! * productAt(rule.nodes[k]!, rule.complements[k]!, shares, inverses);
    for (let i = 0; i < shares.length; i++) integrals[i]! += others * inverses[i]!;
  }
  return effects.map((effect, i) => (effect === 0 ? 0 : base * effect * integrals[i]!));
}

/**
 * Where the integrands have fallen to nothing: beyond it Π over j ≠ i of (1 − u·eⱼ) ≤ exp(−u·(Σe − max e)) is below 2⁻⁶⁰ of every integral, which
 * Bernoulli's inequality, 1 − u·e ≥ (1 − u)^e, puts at 1/(1 + Σe) or more (costs only raise it). Half the nodes of 1,000 levers lie there.
 */
function lastNode(effects: readonly number[]): number {
  let sum = 0;
  let savings = 0;
  let largest = 0;
  for (const effect of effects) {
    sum += effect;
    if (effect > 0) savings += effect;
    if (effect > largest) largest = effect;
  }
  const falls = sum - largest;
  return falls > 0 ? (60 * Math.LN2 + Math.log1p(savings)) / falls : 1;
}

/**
 * Π(1 − u·eᵢ) at one node; leaves 1/(1 − u·eᵢ) in `inverses`.
 *
 * The running product is kept in range by powers of two, as costs may come before the savings that undo them.
 */
function productAt(u: number, complement: number, shares: Float64Array, inverses: Float64Array): number {
  let product = 1;
  let scale = 0;
  let lost = 0;
  for (let i = 0; i < shares.length; i++) {
    const share = shares[i]!;
    const reduction = u * share;
    let factor = 1 - reduction;
    const rounding = 1 - factor - reduction;
    // Near a reduction of 1 nothing may cancel; elsewhere equal effects round alike, so what m roundings took is added up.
    if (factor < 0.5) factor = complement + u * (1 - share);
    const inverse = 1 / factor;
    if (factor >= 0.5) lost += rounding * inverse;
    inverses[i] = inverse;
    product *= factor;
    if (product > big) {
      product *= small;
      scale++;
    } else if (product < small) {
      product *= big;
      scale--;
    }
  }
  product += product * lost;
  for (; scale > 0 && product < Infinity; scale--) product *= big;
  for (; scale < 0 && product > 0; scale++) product *= small;
  return product;
}

const big = 2 ** 500;
const small = 2 ** -500;

/**
 * Nodes that make the integral exact to double precision: min(⌈m/2⌉, 8 + ⌈3·√Σ|e|⌉) for m levers with an effect.
 * ⌈m/2⌉ is exact for the polynomial of degree m − 1; the second term bounds what a long product of small effects needs
 * (docs/decisions/engine-quadrature.md).
 */
export function nodeCount(effects: readonly number[]): number {
  const { active, size } = sizeOf(effects);
  return Math.max(1, Math.min(Math.ceil(active / 2), 8 + Math.ceil(3 * Math.sqrt(size))));
}

/**
 * Nodes that leave an error below 1e-11 of the total, for what is drawn anyway: min(⌈m/2⌉, 3 + ⌈2·√Σ|e|⌉). Found by trying, not proved: random games
 * of up to 80 levers stay below 1e-12.
 */
export function fewNodes(effects: readonly number[]): number {
  const { active, size } = sizeOf(effects);
  return Math.max(1, Math.min(Math.ceil(active / 2), 3 + Math.ceil(2 * Math.sqrt(size))));
}

/** Levers with an effect, and Σ|e|. */
function sizeOf(effects: readonly number[]): { active: number; size: number } {
  let active = 0;
  let size = 0;
  for (const effect of effects) {
    if (effect === 0) continue;
    active++;
    // A cost of d is, seen from the other end of the path, a saving of d/(1 + d): never more than one whole lever.
    size += Math.min(1, Math.abs(effect));
  }
  return { active, size };
}

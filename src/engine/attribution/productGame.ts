import { gaussLegendre } from "../numbers/gaussLegendre";
import { scaledProduct } from "../numbers/scaledProduct";

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
  const integrals = new Float64Array(effects.length);
  const factors = new Float64Array(effects.length);
  for (let k = 0; k < rule.nodes.length; k++) {
    const u = rule.nodes[k]!;
    const complement = rule.complements[k]!;
    let lost = 0;
    for (let i = 0; i < factors.length; i++) {
      const effect = effects[i]!;
      const reduction = u * effect;
      let factor = 1 - reduction;
      if (factor < 0.5) factor = complement + u * (1 - effect);
      // Equal effects round alike, so m roundings of 1 − u·e would add up; what they lost is carried along.
      else lost += (1 - factor - reduction) / factor;
      factors[i] = factor;
    }
    const product = rule.weights[k]! * scaledProduct(factors) * (1 + lost);
    for (let i = 0; i < factors.length; i++) integrals[i]! += product / factors[i]!;
  }
  return effects.map((effect, i) => (effect === 0 ? 0 : base * effect * integrals[i]!));
}

/**
 * Nodes that make the integral exact to double precision: min(⌈m/2⌉, 8 + ⌈3·√Σ|e|⌉) for m levers with an effect.
 * ⌈m/2⌉ is exact for the polynomial of degree m − 1; the second term bounds what a long product of small effects needs
 * (docs/decisions/engine-quadrature.md).
 */
export function nodeCount(effects: readonly number[]): number {
  let active = 0;
  let size = 0;
  for (const effect of effects) {
    if (effect === 0) continue;
    active++;
    // A cost of d is, seen from the other end of the path, a saving of d/(1 + d): never more than one whole lever.
    size += Math.min(1, Math.abs(effect));
  }
  return Math.max(1, Math.min(Math.ceil(active / 2), 8 + Math.ceil(3 * Math.sqrt(size))));
}

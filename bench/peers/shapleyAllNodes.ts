import { nodeCount } from "../../src/engine/attribution/productGame";
import { gaussLegendre } from "../../src/engine/numbers/gaussLegendre";

/** Shapley values of the product game as they were worked out until version 0.1: at every node, those too where nothing is left of the integrand. */
export function shapleyAtAllNodes(base: number, effects: readonly number[]): number[] {
  const rule = gaussLegendre(nodeCount(effects));
  const shares = Float64Array.from(effects);
  const integrals = new Float64Array(shares.length);
  const inverses = new Float64Array(shares.length);
  for (let k = 0; k < rule.nodes.length; k++) {
    const others = rule.weights[k]! * productAt(rule.nodes[k]!, rule.complements[k]!, shares, inverses);
    for (let i = 0; i < shares.length; i++) integrals[i]! += others * inverses[i]!;
  }
  return effects.map((effect, i) => (effect === 0 ? 0 : base * effect * integrals[i]!));
}

function productAt(u: number, complement: number, shares: Float64Array, inverses: Float64Array): number {
  let product = 1;
  let scale = 0;
  let lost = 0;
  for (let i = 0; i < shares.length; i++) {
    const share = shares[i]!;
    const reduction = u * share;
    let factor = 1 - reduction;
    const rounding = 1 - factor - reduction;
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

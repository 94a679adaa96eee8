import { gaussLegendre } from "../numbers/gaussLegendre";
import { fewNodes } from "./productGame";

/** Shapley values of the product game for many trials at once, whose levers have other effects in each: see productShapley. */
export interface TrialGame {
  /**
   * Adds what each lever contributes in each trial.
   *
   * @param base amount the levers work on
   * @param effects levers × trials: share of the base that each would save alone, ≤ 1
   * @param amounts levers × trials
   */
  add(base: number, effects: readonly Float64Array[], amounts: readonly Float64Array[], trials: number): void;
}

/**
 * @param largest the largest size that each lever's effect can have in any trial: it sets the number of nodes
 * @param block most trials at once
 */
export function trialGame(largest: readonly number[], block: number): TrialGame {
  const rule = gaussLegendre(fewNodes(largest));
  const products = new Float64Array(block);
  const integrals = largest.map(() => new Float64Array(block));
  return {
    add(base, effects, amounts, trials) {
      for (const integral of integrals) integral.fill(0, 0, trials);
      for (let k = 0; k < rule.nodes.length; k++) {
        const u = rule.nodes[k]!;
        const complement = rule.complements[k]!;
        products.fill(rule.weights[k]!, 0, trials);
        for (const effect of effects) multiply(products, effect, u, complement, trials);
        for (let lever = 0; lever < effects.length; lever++)
          addOthers(integrals[lever]!, products, effects[lever]!, u, complement, trials);
      }
      for (let lever = 0; lever < effects.length; lever++) {
        const [integral, effect, amount] = [integrals[lever]!, effects[lever]!, amounts[lever]!];
        for (let trial = 0; trial < trials; trial++) amount[trial]! += base * effect[trial]! * integral[trial]!;
      }
    },
  };
}

/** Products times 1 − u·e, as (1 − u) + u·(1 − e): nothing cancels near u·e = 1. */
function multiply(products: Float64Array, effect: Float64Array, u: number, complement: number, trials: number): void {
  for (let trial = 0; trial < trials; trial++) products[trial]! *= complement + u * (1 - effect[trial]!);
}

/** Adds the products of all other levers. */
function addOthers(
  integral: Float64Array,
  products: Float64Array,
  effect: Float64Array,
  u: number,
  complement: number,
  trials: number,
): void {
  for (let trial = 0; trial < trials; trial++)
    integral[trial]! += products[trial]! / (complement + u * (1 - effect[trial]!));
}

import { gaussLegendre } from "../numbers/gaussLegendre";
import { logRatio } from "../numbers/logRatio";
import { runningProducts, scaledProduct } from "../numbers/scaledProduct";
import { preciseSum } from "../numbers/sum";
import { nodeCount } from "./productGame";

/** Ways to split a change of Σ Π among factors. */
export const decompositions = ["shapley", "lmdi", "sequential"] as const;

export type Decomposition = (typeof decompositions)[number];

/**
 * Change of y = Σ over categories of Π over factors, attributed to the factors.
 *
 * @param before factors × categories
 * @param after the same size; for "lmdi" both without negative numbers
 * @returns one effect per factor; they sum to y(after) − y(before)
 */
export function decompose(
  before: readonly (readonly number[])[],
  after: readonly (readonly number[])[],
  method: Decomposition = "shapley",
): number[] {
  const effects = new Array<number>(before.length).fill(0);
  const categories = before[0]?.length ?? 0;
  for (let category = 0; category < categories; category++) {
    const from = before.map((factor) => factor[category]!);
    const to = after.map((factor) => factor[category]!);
    decomposeProduct[method](from, to).forEach((effect, factor) => (effects[factor]! += effect));
  }
  return effects;
}

const decomposeProduct: Record<Decomposition, (from: number[], to: number[]) => number[]> = {
  shapley: shapleyOfProduct,
  lmdi: logMeanOfProduct,
  sequential: sequenceOfProduct,
};

/**
 * Das Gupta's decomposition (1993), which is the Shapley value of swapping each factor from `from` to `to`:
 * (bᵢ − aᵢ)·∫₀¹ Π over j ≠ i of ((1 − u)·aⱼ + u·bⱼ) du.
 */
function shapleyOfProduct(from: number[], to: number[]): number[] {
  const m = from.length;
  // Each factor is taken as a share of its larger end, so that no partial product overflows.
  const sizes = from.map((a, i) => Math.max(Math.abs(a), Math.abs(to[i]!)) || 1);
  const start = from.map((a, i) => a / sizes[i]!);
  const end = to.map((b, i) => b / sizes[i]!);
  const rule = gaussLegendre(nodesFor(start, end));
  const integrals = new Float64Array(m);
  const left = new Float64Array(m + 1).fill(1);
  const factors = new Float64Array(m);
  for (let k = 0; k < rule.nodes.length; k++) {
    const u = rule.nodes[k]!;
    const v = rule.complements[k]!;
    for (let i = 0; i < m; i++) {
      factors[i] = v * start[i]! + u * end[i]!;
      left[i + 1] = left[i]! * factors[i]!;
    }
    let right = rule.weights[k]!;
    for (let i = m - 1; i >= 0; i--) {
      integrals[i]! += left[i]! * right;
      right *= factors[i]!;
    }
  }
  const size = scaledProduct(sizes);
  return start.map((a, i) => (end[i] === a ? 0 : (end[i]! - a) * integrals[i]! * size));
}

/** As many nodes as the product game of the relative changes needs; all ⌈m/2⌉ where a factor changes sign. */
function nodesFor(start: readonly number[], end: readonly number[]): number {
  const moving = start.flatMap((a, i) => (a === end[i] ? [] : [{ a, b: end[i]! }]));
  if (moving.some(({ a, b }) => a * b < 0)) return Math.max(1, Math.ceil(moving.length / 2));
  return nodeCount(moving.map(({ a, b }) => 1 - Math.min(Math.abs(a), Math.abs(b))));
}

/**
 * Additive LMDI (Ang, Energy Policy 2005): L(v_T, v_0)·ln(bᵢ/aᵢ), with Ang's limits where a factor is zero before or
 * after: the vanishing or appearing factors take the whole change, equally where there are several.
 */
function logMeanOfProduct(from: number[], to: number[]): number[] {
  const appeared = from.map((a, i) => a === 0 && to[i]! > 0);
  const vanished = from.map((a, i) => a > 0 && to[i] === 0);
  const [wasNothing, isNothing] = [from.includes(0), to.includes(0)];
  if (wasNothing && isNothing) return from.map(() => 0);
  const [before, after] = [scaledProduct(from), scaledProduct(to)];
  if (wasNothing) return from.map((_, i) => (appeared[i] ? after / appeared.filter(Boolean).length : 0));
  if (isNothing) return from.map((_, i) => (vanished[i] ? -before / vanished.filter(Boolean).length : 0));
  const logs = from.map((a, i) => logRatio(a, to[i]!));
  const total = preciseSum(logs);
  // L(v_T, v_0) = v·(1 − e^−|x|)/|x|, v the larger of the two and x the change of the logarithm: nothing cancels or overflows.
  const mean = total === 0 ? before : (Math.max(before, after) * -Math.expm1(-Math.abs(total))) / Math.abs(total);
  return logs.map((log) => (log === 0 ? 0 : log * mean));
}

/** Factors swapped one after another in listed order: those before it already swapped, those after it not yet. */
function sequenceOfProduct(from: number[], to: number[]): number[] {
  const swapped = runningProducts(to);
  const waiting = runningProducts([...from].reverse());
  return from.map((a, i) => {
    const behind = from.length - 1 - i;
    const parts = [to[i]! - a, swapped.products[i]!, waiting.products[behind]!];
    return scaledProduct(parts, swapped.scales[i]! + waiting.scales[behind]!);
  });
}

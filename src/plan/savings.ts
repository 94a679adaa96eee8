import { attribute } from "../engine/attribution/attribute";
import { combinedSaving } from "../engine/attribution/combined";
import type { Method } from "../engine/attribution/methods";
import { EffectsCancelOut } from "../engine/attribution/proRata";
import { preciseSum } from "../engine/numbers/sum";
import type { Counterfactual } from "./counterfactual";
import type { LeverEffect } from "./leverEffects";

/** What the levers save together, and whose saving it is. Arrays by year start at year 1. */
export interface Savings {
  /** S. */
  combined: number[];
  /** Levers × years, in the order of the effects. */
  attributed: number[][];
  /** Alone, held at the lever's own spend: levers × years. */
  standalone: number[][];
  /** Category-years in which a lever, or a category's levers together, were held at the spend. */
  held: number;
  /** Category-years in which pro rata has no answer and Shapley took its place. */
  cancelled: number;
}

/** More than a category spends by rounding alone is not more. */
const tolerance = 1e-9;

/**
 * S = Σ amounts that add + Σ over categories of C·(1 − Π(1 − E)) of the levers that overlap. No lever saves more than the spend it applies to and no
 * category more than it spends (income apart): what goes beyond is held there. Per category and year the method splits what overlaps; what adds
 * keeps its own amount.
 */
export function savingsOf(effects: LeverEffect[], { years, spend }: Counterfactual, method: Method): Savings {
  const attributed = effects.map(() => new Array<number>(years).fill(0));
  const standalone = effects.map(({ standalone: own }) => own.slice());
  const combined: number[] = [];
  let held = 0;
  let cancelled = 0;
  for (let year = 0; year < years; year++) {
    const shares = effects.map((effect, index) => {
      const share = effect.share[year] ?? 0;
      const alone = effect.standalone[year] ?? 0;
      if (effect.lever.type === "Income") return share;
      const isBeyond = share > 1 + tolerance || (effect.spend[year] === 0 && alone > 0);
      if (isBeyond) {
        held += effect.lever.categories.length;
        row(standalone, index)[year] = effect.spend[year] ?? 0;
      }
      return Math.min(share, 1);
    });
    const parts: number[] = [];
    for (const [category, path] of spend.entries()) {
      const cost = path[year] ?? 0;
      const overlapping: number[] = [];
      const adding: number[] = [];
      for (const [index, { lever, overlaps }] of effects.entries()) {
        if (lever.type === "Income" || !shares[index] || !categoriesOf(effects[index]).has(category)) continue;
        (overlaps ? overlapping : adding).push(index);
      }
      const overlapShares = overlapping.map((index) => shares[index] ?? 0);
      const together = combinedSaving(cost, overlapShares);
      const amounts = adding.map((index) => (shares[index] ?? 0) * cost);
      const kept = holdAtSpend(amounts, cost - together, tolerance * cost);
      if (kept < 1) held++;
      adding.forEach((index, at) => {
        const amount = (amounts[at] ?? 0) * ((amounts[at] ?? 0) > 0 ? kept : 1);
        row(attributed, index)[year]! += amount;
        parts.push(amount);
      });
      parts.push(together);
      let split: number[];
      try {
        split = attribute(cost, overlapShares, method);
      } catch (problem) {
        if (!(problem instanceof EffectsCancelOut)) throw problem;
        cancelled++;
        split = attribute(cost, overlapShares, "shapley");
      }
      overlapping.forEach((index, at) => (row(attributed, index)[year]! += split[at] ?? 0));
    }
    for (const [index, { lever, standalone: own }] of effects.entries()) {
      if (lever.type !== "Income") continue;
      row(attributed, index)[year] = own[year] ?? 0;
      parts.push(own[year] ?? 0);
    }
    combined.push(preciseSum(parts));
  }
  return { combined, attributed, standalone, held, cancelled };
}

/** What the positive amounts are to be times so that all of them fit into the room; 1 where they do. */
function holdAtSpend(amounts: number[], room: number, slack: number): number {
  const total = preciseSum(amounts);
  if (total <= room + slack) return 1;
  const positive = preciseSum(amounts.filter((amount) => amount > 0));
  return Math.max(0, Math.min(1, (room - (total - positive)) / positive));
}

const categorySets = new WeakMap<number[], Set<number>>();

function categoriesOf(effect: LeverEffect | undefined): Set<number> {
  const list = effect?.lever.categories ?? [];
  const known = categorySets.get(list) ?? new Set(list);
  categorySets.set(list, known);
  return known;
}

function row(table: number[][], index: number): number[] {
  return table[index] ?? [];
}

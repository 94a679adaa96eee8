import { attribute } from "../../engine/attribution/attribute";
import { combinedSaving } from "../../engine/attribution/combined";
import type { Method } from "../../engine/attribution/methods";
import { orderRange } from "../../engine/attribution/orderRange";
import { EffectsCancelOut } from "../../engine/attribution/proRata";
import { preciseSum } from "../../engine/numbers/sum";
import type { Counterfactual } from "./counterfactual";
import type { LeverEffect } from "./levers/leverEffects";

/** What the levers save together, and whose saving it is. Arrays by year start at year 1. */
export interface Savings {
  /** S. */
  combined: number[];
  /** Levers × years, in the order of the effects. */
  attributed: number[][];
  /** The least and the most that any order of the levers credits each with: of what adds, what is attributed. */
  least: number[][];
  most: number[][];
  /** Alone, held at the lever's own spend: levers × years. */
  standalone: number[][];
  /** Category-years in which a lever, or a category's levers together, were held at the spend. */
  held: number;
  /** Category-years in which pro rata has no answer and Shapley took its place. */
  cancelled: number;
}

/**
 * S = Σ amounts that add + Σ over categories of C·(1 − Π(1 − E)) of the levers that overlap. No lever saves more than the spend it applies to and no
 * category more than it spends (income and contingencies apart): what goes beyond is held there. Per category and year the method splits what overlaps; what adds
 * keeps its own amount.
 */
export function savingsOf(effects: LeverEffect[], { years, spend }: Counterfactual, method: Method): Savings {
  const own = heldAtOwnSpend(effects, years);
  const [attributed, least, most] = [0, 1, 2].map(() => effects.map(() => new Array<number>(years).fill(0))) as [
    number[][],
    number[][],
    number[][],
  ];
  // Where all of an amount that adds was kept, it is credited as it stands, not as the sum of its shares.
  const isCut = effects.map(() => new Array<boolean>(years).fill(false));
  const parts = Array.from({ length: years }, () => [] as number[]);
  let held = own.held;
  let cancelled = 0;
  const give = (to: number[][], lever: number, year: number, amount: number): void => {
    const row = to[lever];
    if (row) row[year] = (row[year] ?? 0) + amount;
  };
  for (const [category, path] of spend.entries()) {
    const here = effects.flatMap(({ lever }, index) =>
      !effects[index]?.isFree && lever.categories.includes(category) ? [index] : [],
    );
    const overlapping = here.filter((index) => effects[index]?.overlaps);
    const adding = here.filter((index) => !effects[index]?.overlaps);
    for (let year = 0; year < years; year++) {
      const cost = path[year] ?? 0;
      const shares = overlapping.map((index) => own.share[index]?.[year] ?? 0);
      const together = combinedSaving(cost, shares);
      const split = splitOf(cost, shares, method);
      if (split.isCancelled) cancelled++;
      const ends = orderRange(cost, shares);
      for (const [at, index] of overlapping.entries()) {
        give(attributed, index, year, split.amounts[at] ?? 0);
        give(least, index, year, ends.least[at] ?? 0);
        give(most, index, year, ends.most[at] ?? 0);
      }
      const amounts = adding.map((index) => (own.share[index]?.[year] ?? 0) * cost);
      const kept = keptWithin(amounts, cost - together, tolerance * cost);
      if (kept < 1) held++;
      for (const [at, index] of adding.entries()) {
        const amount = (amounts[at] ?? 0) * ((amounts[at] ?? 0) > 0 ? kept : 1);
        give(attributed, index, year, amount);
        if (kept < 1) isCut[index]![year] = true;
      }
      parts[year]?.push(together);
    }
  }
  for (const [index, { overlaps }] of effects.entries()) {
    if (overlaps) continue;
    const row = attributed[index]!;
    for (let year = 0; year < years; year++) {
      if (!isCut[index]?.[year]) row[year] = own.standalone[index]?.[year] ?? 0;
      parts[year]?.push(row[year] ?? 0);
    }
    least[index] = most[index] = row.slice();
  }
  return { combined: parts.map(preciseSum), attributed, least, most, standalone: own.standalone, held, cancelled };
}

/** More than a category spends by rounding alone is not more. */
export const tolerance = 1e-9;

/** Shares and stand-alone savings with E ≤ 1: no lever but income saves more than the spend it applies to. */
function heldAtOwnSpend(
  effects: LeverEffect[],
  years: number,
): { share: number[][]; standalone: number[][]; held: number } {
  const share = effects.map((effect) => effect.share.slice());
  const standalone = effects.map((effect) => effect.standalone.slice());
  let held = 0;
  for (const [index, effect] of effects.entries()) {
    if (effect.isFree) continue;
    for (let year = 0; year < years; year++) {
      const spend = effect.spend[year] ?? 0;
      const isBeyond = (effect.share[year] ?? 0) > 1 + tolerance || (spend === 0 && (effect.standalone[year] ?? 0) > 0);
      if (!isBeyond) {
        share[index]![year] = Math.min(effect.share[year] ?? 0, 1);
        continue;
      }
      held += effect.lever.categories.length;
      share[index]![year] = spend === 0 ? 0 : 1;
      standalone[index]![year] = spend;
    }
  }
  return { share, standalone, held };
}

/** The method's split of what overlaps; Shapley's where pro rata has no answer. */
export function splitOf(cost: number, shares: number[], method: Method): { amounts: number[]; isCancelled: boolean } {
  try {
    return { amounts: attribute(cost, shares, method), isCancelled: false };
  } catch (problem) {
    if (!(problem instanceof EffectsCancelOut)) throw problem;
    return { amounts: attribute(cost, shares, "shapley"), isCancelled: true };
  }
}

/** What the positive amounts are to be times so that all of them fit into the room; 1 where they do. */
function keptWithin(amounts: number[], room: number, slack: number): number {
  const total = preciseSum(amounts);
  if (total <= room + slack) return 1;
  const positive = preciseSum(amounts.filter((amount) => amount > 0));
  return Math.max(0, Math.min(1, (room - (total - positive)) / positive));
}

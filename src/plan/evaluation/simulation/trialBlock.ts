import { trialGame, type TrialGame } from "../../../engine/attribution/productGameTrials";
import type { Method } from "../../../engine/attribution/methods";
import { splitOf, tolerance } from "../savings";
import type { TrialLever, TrialPlan } from "./trialPlan";

/** Evaluates some trials at once: savings by year, and what each lever is credited with in the last year. */
interface TrialBlock {
  /** By year, then by trial. */
  savings: Float64Array[];
  /** By lever, then by trial: of the last year. */
  attributed: Float64Array[];
  /** 1 in trials in which a lever, or a category's levers together, were held at the spend. */
  held: Uint8Array;
  /** @param deliveries levers × trials */
  run(deliveries: readonly Float64Array[], trials: number): void;
}

/**
 * The arrays are used again at each run.
 *
 * @param block most trials at once
 */
export function trialBlock({ levers, groups, counterfactual }: TrialPlan, method: Method, block: number): TrialBlock {
  const { years } = counterfactual;
  const arrays = (count: number): Float64Array[] => Array.from({ length: count }, () => new Float64Array(block));
  const savings = arrays(years);
  const attributed = arrays(levers.length);
  const held = new Uint8Array(block);
  const left = arrays(groups.length);
  const settled = arrays(groups.length);
  const settledSum = new Float64Array(block);
  const kept = arrays(groups.length);
  const shares = arrays(levers.length);
  const amounts = new Float64Array(block);
  const ranges = levers.map((lever) => Array.from({ length: years }, (_, year) => rangeOf(lever, year)));
  // Whether the group's levers might together save more than is spent: mostly they cannot, and need no looking at.
  const mayCut = groups.map(({ overlapping, adding }) =>
    Array.from({ length: years }, (_, year) => {
      const least = overlapping.reduce((rest, at) => rest * (1 - Math.min(1, ranges[at]?.[year]?.mostShare ?? 0)), 1);
      const most = adding.reduce((sum, at) => sum + Math.max(0, ranges[at]?.[year]?.mostShare ?? 0), 0);
      return most > least - tolerance / 2 && adding.length > 0;
    }),
  );
  const groupsOf = levers.map((_, at) => groups.flatMap(({ adding }, group) => (adding.includes(at) ? [group] : [])));
  // The year from which a lever saves the same to the end, so that it is looked at once; `years` where others or the spend may hold it.
  const settledFrom = levers.map(({ effect }, at) => {
    const mayChange =
      ranges[at]?.some(({ mayBeHeld }) => mayBeHeld) || groupsOf[at]?.some((g) => mayCut[g]?.includes(true));
    if (!effect.overlaps && mayChange) return years;
    return settledFromYear(effect.overlaps ? effect.share : effect.standalone);
  });
  const games = groups.map(({ overlapping }): TrialGame =>
    trialGame(
      overlapping.map((at) => ranges[at]?.[years - 1]?.size ?? 0),
      block,
    ),
  );

  /** E = min(1, e·x) of one lever into `to`. */
  function shareOf(at: number, year: number, delivery: Float64Array, to: Float64Array, trials: number): void {
    const share = levers[at]?.effect.share[year] ?? 0;
    for (let trial = 0; trial < trials; trial++) to[trial] = share * delivery[trial]!;
    if ((ranges[at]?.[year]?.mostShare ?? 0) <= 1) return;
    for (let trial = 0; trial < trials; trial++) {
      if (to[trial]! > 1 + tolerance) held[trial] = 1;
      if (to[trial]! > 1) to[trial] = 1;
    }
  }

  /** Products times what a lever leaves, 1 − E. */
  function takeOff(products: Float64Array, at: number, year: number, delivery: Float64Array, trials: number): void {
    const share = levers[at]?.effect.share[year] ?? 0;
    if ((ranges[at]?.[year]?.mostShare ?? 0) <= 1) {
      for (let trial = 0; trial < trials; trial++) products[trial]! *= 1 - share * delivery[trial]!;
      return;
    }
    shareOf(at, year, delivery, amounts, trials);
    for (let trial = 0; trial < trials; trial++) products[trial]! *= 1 - amounts[trial]!;
  }

  /** What is left of the spend after the group's levers that overlap, as a share; and what of those that add is kept. */
  function runGroup(group: number, year: number, deliveries: readonly Float64Array[], trials: number): void {
    const { overlapping, adding } = groups[group]!;
    const done = settled[group]!;
    if (year === 0) done.fill(1, 0, trials);
    for (const at of overlapping) if (settledFrom[at] === year) takeOff(done, at, year, deliveries[at]!, trials);
    const rest = left[group]!;
    rest.set(done.subarray(0, trials));
    for (const at of overlapping) if (settledFrom[at]! > year) takeOff(rest, at, year, deliveries[at]!, trials);
    if (!mayCut[group]?.[year]) return;
    const positive = kept[group]!.fill(0, 0, trials);
    const all = amounts.fill(0, 0, trials);
    for (const at of adding) {
      const share = shares[at]!;
      shareOf(at, year, deliveries[at]!, share, trials);
      for (let trial = 0; trial < trials; trial++) {
        all[trial]! += share[trial]!;
        if (share[trial]! > 0) positive[trial]! += share[trial]!;
      }
    }
    for (let trial = 0; trial < trials; trial++) {
      const sum = all[trial]!;
      const isHeld = sum > rest[trial]! + tolerance;
      const part = positive[trial]!;
      positive[trial] = isHeld ? Math.max(0, Math.min(1, (rest[trial]! - (sum - part)) / part)) : 1;
      if (isHeld) held[trial] = 1;
    }
  }

  /** What a lever that adds saves in each trial. */
  function addingAmounts(at: number, year: number, deliveries: readonly Float64Array[], trials: number): Float64Array {
    const { effect } = levers[at]!;
    const delivery = deliveries[at]!;
    const amount = effect.standalone[year] ?? 0;
    const spend = effect.spend[year] ?? 0;
    for (let trial = 0; trial < trials; trial++) amounts[trial] = amount * delivery[trial]!;
    if (ranges[at]?.[year]?.mayBeHeld) {
      const share = effect.share[year] ?? 0;
      for (let trial = 0; trial < trials; trial++) {
        const isBeyond = share * delivery[trial]! > 1 + tolerance || (spend === 0 && amounts[trial]! > 0);
        if (!isBeyond) continue;
        amounts[trial] = spend;
        held[trial] = 1;
      }
    }
    const own = groupsOf[at]!;
    if (!own.some((group) => mayCut[group]?.[year])) return amounts;
    const share = effect.share[year] ?? 0;
    for (let trial = 0; trial < trials; trial++) {
      const taken = Math.min(1, share * delivery[trial]!);
      let isCut = false;
      let sum = 0;
      for (const group of own) {
        const part = mayCut[group]?.[year] ? kept[group]![trial]! : 1;
        isCut ||= part < 1;
        sum += taken * (groups[group]?.spend[year] ?? 0) * (taken > 0 ? part : 1);
      }
      if (isCut) amounts[trial] = sum;
    }
    return amounts;
  }

  function runYear(year: number, deliveries: readonly Float64Array[], trials: number): void {
    const total = savings[year]!.fill(0, 0, trials);
    for (const [group, { spend }] of groups.entries()) {
      runGroup(group, year, deliveries, trials);
      const base = spend[year] ?? 0;
      const rest = left[group]!;
      for (let trial = 0; trial < trials; trial++) total[trial]! += base * (1 - rest[trial]!);
    }
    if (year === 0) settledSum.fill(0, 0, trials);
    for (const [at, { effect }] of levers.entries()) {
      if (effect.overlaps || settledFrom[at]! < year) continue;
      const own = addingAmounts(at, year, deliveries, trials);
      const sum = settledFrom[at] === year ? settledSum : total;
      for (let trial = 0; trial < trials; trial++) sum[trial]! += own[trial]!;
    }
    for (let trial = 0; trial < trials; trial++) total[trial]! += settledSum[trial]!;
  }

  /** What each lever that adds is credited with in the last year, and the shares of those that overlap. */
  function runLevers(deliveries: readonly Float64Array[], trials: number): void {
    const year = years - 1;
    for (const [at, { effect }] of levers.entries()) {
      if (effect.overlaps) {
        shareOf(at, year, deliveries[at]!, shares[at]!, trials);
        attributed[at]!.fill(0, 0, trials);
      } else attributed[at]!.set(addingAmounts(at, year, deliveries, trials).subarray(0, trials));
    }
  }

  /** Splits what overlaps in the last year. */
  function split(trials: number): void {
    for (const [group, { overlapping, spend }] of groups.entries()) {
      const base = spend[years - 1] ?? 0;
      if (overlapping.length === 0 || base === 0) continue;
      const effects = overlapping.map((at) => shares[at]!);
      const parts = overlapping.map((at) => attributed[at]!);
      if (method === "shapley") {
        games[group]!.add(base, effects, parts, trials);
        continue;
      }
      for (let trial = 0; trial < trials; trial++) {
        const { amounts: own } = splitOf(
          base,
          effects.map((effect) => effect[trial]!),
          method,
        );
        for (const [at, part] of parts.entries()) part[trial]! += own[at] ?? 0;
      }
    }
  }

  return {
    savings,
    attributed,
    held,
    run(deliveries, trials) {
      held.fill(0, 0, trials);
      for (let year = 0; year < years; year++) runYear(year, deliveries, trials);
      runLevers(deliveries, trials);
      split(trials);
    },
  };
}

function settledFromYear(path: readonly number[]): number {
  let from = path.length - 1;
  while (from > 0 && path[from - 1] === path[from]) from--;
  return from;
}

/** How far a lever's share of the spend can go in a year, whatever is delivered. */
function rangeOf(
  { effect, delivery }: TrialLever,
  year: number,
): { mostShare: number; size: number; mayBeHeld: boolean } {
  const share = effect.share[year] ?? 0;
  const ends = [share * delivery.low, share * delivery.high];
  const mostShare = Math.max(...ends);
  const isOnNothing = (effect.spend[year] ?? 0) === 0 && (effect.standalone[year] ?? 0) !== 0;
  return {
    mostShare,
    size: Math.min(1, Math.max(...ends.map(Math.abs))),
    mayBeHeld: !effect.isFree && (mostShare > 1 || isOnNothing),
  };
}

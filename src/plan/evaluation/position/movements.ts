import { preciseSum } from "../../../engine/numbers/sum";
import type { Plan } from "../../plan";
import type { Scenario } from "../../scenario";
import { rowAmounts, type Counterfactual } from "../counterfactual";
import { difference } from "../difference";
import { countsAsSaving } from "../kinds";
import { goesOn } from "../levers/deployment";
import type { LeverEffect } from "../levers/leverEffects";
import { costsIn, firstYearOf } from "../levers/net";
import type { Savings } from "../savings";

/** What a position is made of. */
export interface Evaluated {
  plan: Plan;
  scenario: Scenario;
  counterfactual: Counterfactual;
  effects: LeverEffect[];
  /** In Shapley's parts, which sum to the combined saving: the position does not depend on the method shown. */
  savings: Savings;
  /** Full-year effect of each lever in the last year. */
  fullYear: number[];
}

/**
 * What changes from one year to the next, each part with the sign of the amount it is of: spending and costs as costs, funding as funding, savings as savings.
 * Index 0 is what the base year hands on to year 1, which is known of spending and funding alone.
 */
export interface Movements {
  inflation: number[];
  demand: number[];
  /** Of categories whose growth is not given in two parts, and what a scenario adds to it. */
  growth: number[];
  pressures: number[];
  undelivered: number[];
  /** Funding that comes again. */
  funding: number[];
  /** Funding less spending where the base year's are not given, so that only both together are known. */
  unsplit: number[];
  /** What is neither in Spending nor in Funding. */
  apart: number[];
  fullYear: number[];
  earlier: number[];
  newRecurrent: number[];
  newIncome: number[];
  baselineOnly: number[];
  running: number[];
  levels: Levels;
}

/** By year, 0 the base year; what is unknown of it is NaN. */
interface Levels {
  need: number[];
  /** Funding that comes again. */
  funding: number[];
  oneOffFunding: number[];
  savings: number[];
  nonRecurrent: number[];
  /** The part of the non-recurrent savings that is income. */
  nonRecurrentIncome: number[];
  running: number[];
  /** Investment, double running and one-off costs. */
  once: number[];
  /** What every year's position holds beside all that, the base year's too: the same in each, but for prices. */
  apart: number[];
}

/** Null where the plan has no spending or no funding. */
export function movementsOf(evaluated: Evaluated): Movements | null {
  const { plan, counterfactual } = evaluated;
  if (!plan.categories || !plan.funding || !counterfactual.need || !counterfactual.funding) return null;
  const years = counterfactual.years;
  const levels = levelsOf(evaluated, counterfactual.need, counterfactual.funding);
  const changeOf = (path: number[]): number[] => path.slice(1).map((level, year) => difference(level, path[year] ?? 0));
  const byYear = (of: (year: number) => number): number[] => Array.from({ length: years }, (_, index) => of(index + 1));
  const undelivered = changeOf([0, ...kindSum(evaluated, "Undelivered brought forward")]);
  const unpressed = [levels.need[0] ?? NaN, ...byYear((year) => sumAt(counterfactual.unpressed, year - 1))];
  const pressures = changeOf([0, ...byYear((year) => difference(levels.need[year] ?? 0, unpressed[year] ?? 0))]);
  const made: Movements = {
    ...growthOf(plan, counterfactual),
    pressures: pressures.map((all, year) => difference(all, undelivered[year] ?? 0)),
    undelivered,
    funding: changeOf(levels.funding),
    unsplit: zeros(years),
    apart: changeOf(levels.apart),
    ...savingMovements(evaluated),
    running: changeOf(levels.running),
    levels,
  };
  made.fullYear[0]! += plan.position?.fullYearEffects ?? 0;
  return plan.position && !isBaseGiven(plan) ? withUnsplitChange(made) : made;
}

/** Whether Spending and Funding say what the base year was. */
export function isBaseGiven(plan: Plan): boolean {
  return [
    sumOfBases(plan),
    plan.funding?.base ?? NaN,
    plan.funding?.oneOff ? (plan.funding.oneOff.base ?? NaN) : 0,
  ].every(Number.isFinite);
}

/** In the first year what is known of both together stands apart, and nothing of either. */
function withUnsplitChange(made: Movements): Movements {
  const withoutFirst = (path: number[]): number[] => [0, ...path.slice(1)];
  return {
    ...made,
    inflation: withoutFirst(made.inflation),
    demand: withoutFirst(made.demand),
    growth: withoutFirst(made.growth),
    funding: withoutFirst(made.funding),
    unsplit: [made.funding[0] ?? 0, ...made.unsplit.slice(1)],
  };
}

/** Growth of the spend without pressures: −Σ C(i + i·d/2) and −Σ C(d + i·d/2) where the two are given, with what they leave as growth. */
function growthOf(
  { categories }: Plan,
  { unpressed, years }: Counterfactual,
): Pick<Movements, "inflation" | "demand" | "growth"> {
  const parts = { inflation: zeros(years), demand: zeros(years), growth: zeros(years) };
  for (const [at, category] of (categories ?? []).entries()) {
    let before = category.base ?? NaN;
    for (let year = 0; year < years; year++) {
      const spend = unpressed[at]?.[year] ?? 0;
      const { inflation, demand: d, prices } = category.growth ?? { inflation: 0, demand: 0 };
      const i = prices ? (1 + inflation) * (prices[year] ?? 1) - 1 : inflation;
      const joint = (i * d) / 2;
      parts.inflation[year]! += before * (i + joint);
      parts.demand[year]! += before * (d + joint);
      parts.growth[year]! += difference(spend, before * (1 + i + d + 2 * joint));
      before = spend;
    }
  }
  return parts;
}

function levelsOf(evaluated: Evaluated, need: number[], funding: number[]): Levels {
  const { plan, effects, savings, counterfactual } = evaluated;
  const years = counterfactual.years;
  const sum = (of: (effect: LeverEffect, index: number) => number): number => preciseSum(effects.map(of));
  const byYear = (of: (year: number) => number): number[] =>
    Array.from({ length: years + 1 }, (_, year) => (year === 0 ? 0 : of(year)));
  const attributed = (index: number, year: number): number => savings.attributed[index]?.[year - 1] ?? 0;
  const isOnce = ({ lever }: LeverEffect): boolean =>
    countsAsSaving(lever.kind) && !lever.recurrent && !lever.baselineOnly;
  const given = plan.funding?.oneOff;
  const switches = oneOffSwitches(evaluated);
  const oneOffFunding = byYear((year) => (given?.byYear[year - 1] ?? 0) + (switches[year - 1] ?? 0));
  oneOffFunding[0] = given ? (given.base ?? NaN) : 0;
  const oneOffCosts = kindSum(evaluated, "One-off cost");
  const recurrentFunding = [plan.funding?.base ?? NaN, ...funding].map((all, year) =>
    difference(all, oneOffFunding[year] ?? 0),
  );
  const before = baseYearOf(plan, counterfactual, recurrentFunding[0] ?? NaN, oneOffFunding[0]);
  recurrentFunding[0] = before.funding;
  oneOffFunding[0] = before.oneOffFunding;
  const nonRecurrent = byYear((year) => sum((effect, index) => (isOnce(effect) ? attributed(index, year) : 0)));
  nonRecurrent[0] = before.nonRecurrent;
  const once = byYear((year) => sum((effect) => costsIn(effect, year).once) + (oneOffCosts[year - 1] ?? 0));
  once[0] = before.once;
  return {
    need: [before.need, ...need],
    funding: recurrentFunding,
    oneOffFunding,
    savings: [before.savings, ...savings.combined],
    nonRecurrent,
    nonRecurrentIncome: byYear((year) =>
      sum((effect, index) => (isOnce(effect) && effect.lever.type === "Income" ? attributed(index, year) : 0)),
    ),
    running: byYear((year) => sum((effect) => costsIn(effect, year).running)),
    once,
    apart: need.concat(0).map((_, year) => before.apart * (plan.position?.prices?.[year] ?? 1)),
  };
}

interface BaseYear {
  need: number;
  funding: number;
  oneOffFunding: number;
  savings: number;
  nonRecurrent: number;
  once: number;
  apart: number;
}

/**
 * The base year as Spending and Funding have it, and as a Position table completes it: what it reports, less what does not come again, plus full-year effects
 * is what goes on; by how much that is not funding less spending stands apart. Where Spending or Funding have no base year nothing stands apart, and the
 * spending is taken to be year 1's (withUnsplitChange).
 */
function baseYearOf(plan: Plan, { unpressed }: Counterfactual, funding: number, oneOffFunding: number): BaseYear {
  const need = sumOfBases(plan);
  const stated = plan.position;
  if (!stated) return { need, funding, oneOffFunding, savings: 0, nonRecurrent: 0, once: 0, apart: 0 };
  const { reported, nonRecurrentSavings, nonRecurrentCosts, fullYearEffects } = stated;
  const isGiven = isBaseGiven(plan);
  const once = stated.nonRecurrentIncome ?? (Number.isFinite(oneOffFunding) ? oneOffFunding : 0);
  const goesOn = reported - once - nonRecurrentSavings + nonRecurrentCosts + fullYearEffects;
  const spent = isGiven ? need : sumAt(unpressed, 0);
  return {
    need: spent,
    funding: isGiven ? funding : spent + goesOn,
    oneOffFunding: once,
    savings: nonRecurrentSavings - fullYearEffects,
    nonRecurrent: nonRecurrentSavings,
    once: nonRecurrentCosts,
    apart: isGiven ? rounded(goesOn - (funding - need), Math.max(Math.abs(funding), Math.abs(need))) : 0,
  };
}

/** What savings that stay do from year to year, by when they started; those from before the plan are last year's schemes in its first year. */
function savingMovements({
  effects,
  savings,
  counterfactual,
}: Evaluated): Pick<Movements, "fullYear" | "earlier" | "newRecurrent" | "newIncome" | "baselineOnly"> {
  const years = counterfactual.years;
  const made = {
    fullYear: zeros(years),
    earlier: zeros(years),
    newRecurrent: zeros(years),
    newIncome: zeros(years),
    baselineOnly: zeros(years),
  };
  for (const [index, effect] of effects.entries()) {
    const { lever } = effect;
    if (!countsAsSaving(lever.kind) || (!lever.recurrent && !lever.baselineOnly)) continue;
    const start = lever.start < 1 ? lever.start : (firstYearOf(effect) ?? years + 1);
    const path = savings.attributed[index] ?? [];
    for (let year = 1; year <= years; year++) {
      const change = difference(path[year - 1] ?? 0, year === 1 ? 0 : (path[year - 2] ?? 0));
      const isLast = start === year - 1 || (year === 1 && start < 1);
      const started = lever.type === "Income" ? made.newIncome : made.newRecurrent;
      const part = lever.baselineOnly
        ? made.baselineOnly
        : start >= year
          ? started
          : isLast
            ? made.fullYear
            : made.earlier;
      part[year - 1]! += change;
    }
  }
  return made;
}

/** Funding switches that the register does not call recurrent, by year. */
function oneOffSwitches({ plan, scenario, counterfactual }: Evaluated): number[] {
  const rows = plan.levers.filter((lever) => lever.kind === "Funding switch" && !goesOn(lever));
  return sumOf(
    rows.map((row) => rowAmounts(row, scenario, counterfactual.unpressed, counterfactual.years)),
    counterfactual.years,
  );
}

function kindSum({ plan, scenario, counterfactual }: Evaluated, kind: Plan["levers"][number]["kind"]): number[] {
  const rows = plan.levers.filter((lever) => lever.kind === kind);
  return sumOf(
    rows.map((row) => rowAmounts(row, scenario, counterfactual.unpressed, counterfactual.years)),
    counterfactual.years,
  );
}

function sumOf(rows: number[][], years: number): number[] {
  return Array.from({ length: years }, (_, year) => sumAt(rows, year));
}

function sumAt(rows: number[][], year: number): number {
  return preciseSum(rows.map((row) => row[year] ?? 0));
}

/** NaN where a category's base is unknown. */
function sumOfBases({ categories }: Plan): number {
  return preciseSum((categories ?? []).map(({ base }) => base ?? NaN));
}

function zeros(years: number): number[] {
  return new Array<number>(years).fill(0);
}

/** What only rounding leaves of amounts of a size is 0. */
function rounded(amount: number, size: number): number {
  return Math.abs(amount) <= 1e-12 * Math.abs(size) ? 0 : amount;
}

import { amountsOf, writtenByYear } from "./levers/asWritten";
import { deliveryOf } from "./levers/delivery";
import { deploymentOf } from "./levers/deployment";
import { addsToNeed, signed } from "./kinds";
import type { Category, Lever, Plan } from "../plan";
import type { Scenario } from "../scenario";

/** What is spent without any lever, what is there to pay for it, and what is to be saved. */
export interface Counterfactual {
  years: number;
  /** C: categories × years; none where the plan has no spending. */
  spend: number[][];
  /** The same without pressures, which are themselves shares of it where they are percents. */
  unpressed: number[][];
  /** Null where the plan has no spending. */
  need: number[] | null;
  /** Null where the plan has none. */
  funding: number[] | null;
  target: (number | null)[] | null;
}

/** The plan's spend and funding with its pressures and funding switches, and with the scenario's differences: points on each year's growth, amounts on each year. */
export function counterfactualOf(plan: Plan, scenario: Scenario): Counterfactual {
  const years = Math.max(1, Math.min(plan.years.length, Math.floor(scenario.horizon ?? plan.years.length)));
  const unpressed = plan.categories ? spendOf(plan.categories, scenario, years) : [];
  const pressures = plan.levers.filter(({ kind }) => addsToNeed(kind));
  const spend = withPressures(unpressed, pressures, scenario, years);
  const apart = pressures.filter(({ categories }) => categories.length === 0);
  const need = plan.categories && sums([...spend, ...apart.map((row) => rowAmounts(row, scenario, [], years))], years);
  const switches = plan.levers.filter(({ kind }) => kind === "Funding switch");
  const funding =
    plan.funding &&
    sums(
      [
        withGrowth(plan.funding.base, plan.funding.byYear.slice(0, years), scenario.fundingChange ?? 0).map(
          (amount) => amount + (scenario.fundingAmountChange ?? 0),
        ),
        ...switches.map((row) => rowAmounts(row, scenario, unpressed, years)),
      ],
      years,
    );
  return { years, spend, unpressed, need, funding, target: targetOf(plan, scenario, years) };
}

/** The plan's, or the scenario's own in the last year. */
function targetOf({ target }: Plan, scenario: Scenario, years: number): (number | null)[] | null {
  if (scenario.target === undefined) return target && target.slice(0, years);
  return Array.from({ length: years }, (_, year) =>
    year === years - 1 ? (scenario.target ?? null) : (target?.[year] ?? null),
  );
}

/** What a row comes to by year under a scenario, whatever its kind. */
export function rowAmounts(lever: Lever, scenario: Scenario, spend: number[][], years: number): number[] {
  const delivery = deliveryOf(lever, scenario);
  const written = writtenByYear(lever, deploymentOf(lever, years));
  const own = spendUnder(lever, spend, years);
  return signed(lever.kind, amountsOf(written, own)).map((amount) => (delivery === 0 ? 0 : amount * delivery));
}

/** Spend by year of the categories that a lever applies to. */
export function spendUnder({ categories }: Lever, spend: number[][], years: number): number[] {
  return Array.from({ length: years }, (_, year) =>
    categories.reduce((sum, category) => sum + (spend[category]?.[year] ?? 0), 0),
  );
}

function spendOf(categories: Category[], scenario: Scenario, years: number): number[][] {
  const grown = categories.map(({ base, spend }) =>
    withGrowth(base, spend.slice(0, years), scenario.growthChange ?? 0),
  );
  const change = scenario.needAmountChange ?? 0;
  return change === 0 ? grown : withAmounts(grown, Array<number>(years).fill(change));
}

/** Pressures on categories are spread over them by spend. */
function withPressures(written: number[][], pressures: Lever[], scenario: Scenario, years: number): number[][] {
  let spend = written;
  for (const row of pressures) {
    if (row.categories.length === 0) continue;
    const under = row.categories.map((category) => spend[category] ?? []);
    const raised = withAmounts(under, rowAmounts(row, scenario, written, years));
    spend = spend.map((path, category) => raised[row.categories.indexOf(category)] ?? path);
  }
  return spend;
}

/** Each year's growth changed by so many points: Π(1 + g + Δ). Where the year before is unknown or 0, that year grows by Δ alone. */
function withGrowth(base: number | null, path: number[], change: number): number[] {
  if (change === 0) return path;
  let written = base;
  let changed = base;
  return path.map((amount) => {
    const next = written && changed !== null ? changed * Math.max(0, amount / written + change) : amount * (1 + change);
    written = amount;
    changed = next;
    return next;
  });
}

/** An amount on each year, spread over the rows by spend; spend does not fall below 0. */
function withAmounts(spend: number[][], changes: number[]): number[][] {
  const need = sums(spend, changes.length);
  return spend.map((row) =>
    row.map((amount, year) =>
      Math.max(0, amount + (changes[year] ?? 0) * (need[year] ? amount / (need[year] ?? 1) : 1 / spend.length)),
    ),
  );
}

function sums(rows: number[][], years: number): number[] {
  return Array.from({ length: years }, (_, year) => rows.reduce((sum, row) => sum + (row[year] ?? 0), 0));
}

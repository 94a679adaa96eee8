import { addsUp, type Method } from "../../engine/attribution/methods";
import { preciseSum } from "../../engine/numbers/sum";
import type { BreakdownChecks, BreakdownSummary, LeverResult } from "../breakdown";
import type { Counterfactual } from "./counterfactual";
import { sameName } from "../../cells/names";
import type { Scenario } from "../scenario";
import { deliveryOf, hasRange } from "./levers/delivery";
import { difference, differenceOrNull } from "./difference";
import { countsAsSaving } from "./kinds";
import type { LeverEffect } from "./levers/leverEffects";
import type { Lever, Plan } from "../plan";
import type { Savings } from "./savings";
import { needLessFunding } from "./totals/summary";

/**
 * The checks printed with every breakdown.
 *
 * @param savings parts that sum to the combined saving: the method's, else Shapley's
 */
export function checksOf(
  plan: Plan,
  scenario: Scenario,
  counterfactual: Counterfactual,
  summary: BreakdownSummary,
  levers: LeverResult[],
  effects: LeverEffect[],
  savings: Savings,
  method: Method,
): BreakdownChecks {
  const at = (path: number[]): number => path.at(-1) ?? 0;
  const gap = summary.gap?.at(-1) ?? 0;
  const remaining = summary.remaining?.at(-1) ?? 0;
  const alone = preciseSum(levers.map(({ standalone }) => at(standalone)));
  const lastOf = savings.attributed.map(at);
  const withRange = preciseSum(effects.map(({ lever }, index) => (hasRange(lever) ? (lastOf[index] ?? 0) : 0)));
  const attributed = preciseSum(lastOf);
  return {
    reconciliation: reconciliationOf(summary, levers, method),
    balancingItem: gap > 0 ? at(summary.unidentified) / gap : null,
    uncovered: gap > 0 ? Math.max(0, remaining) / gap : null,
    targetAgainstFunding: targetAgainstFunding(counterfactual),
    ramp: { rise: summary.newInYear, steepest: steepest(summary.savings) },
    backLoading: backLoadingOf(plan, effects, scenario),
    capacity: scenario.capacity ?? null,
    eliminations: eliminationsOf(effects, levers),
    effort: summary.savings.map((_, year) =>
      effects.reduce(
        (sum, { lever, deployment, isOff }) =>
          sum + (!isOff && countsAsSaving(lever.kind) && deployment.isActive[year] ? lever.effort : 0),
        0,
      ),
    ),
    overlapShare: overlapShareOf(effects, alone, attributed),
    systemSavings: preciseSum(effects.map(({ lever }, index) => lever.costReleased * (lastOf[index] ?? 0))),
    rangeShare: attributed === 0 ? 0 : withRange / attributed,
    heldAtSpend: savings.held,
    presentValueNote: presentValueNotes[plan.prices],
    proRataCancelled: savings.cancelled,
  };
}

/** Of the last year whose months are given, over the levers that give them. */
function backLoadingOf(plan: Plan, effects: LeverEffect[], scenario: Scenario): BreakdownChecks["backLoading"] {
  const given = effects.flatMap(({ lever, isOff }) =>
    !isOff && countsAsSaving(lever.kind) && lever.effect.kind === "byYear" && lever.effect.months
      ? [{ ...lever.effect.months, delivery: deliveryOf(lever, scenario) }]
      : [],
  );
  const year = Math.max(0, ...given.map((months) => months.year));
  const sumFrom = (month: number): number =>
    preciseSum(
      given.flatMap((months) =>
        months.year === year ? months.amounts.slice(month - 1).map((amount) => amount * months.delivery) : [],
      ),
    );
  const all = sumFrom(1);
  if (!(all > 0)) return null;
  return { year: plan.years[year - 1] ?? "", secondHalf: sumFrom(7) / all, lastQuarter: sumFrom(10) / all };
}

/** Two rows that name each other's organisation as their counterparty, and come to nothing together in every year. */
function eliminationsOf(effects: LeverEffect[], levers: LeverResult[]): BreakdownChecks["eliminations"] {
  const rows = effects.flatMap(({ lever }, index) => {
    const amounts = levers[index]?.attributed ?? [];
    return lever.counterparty !== "" && lever.organisation !== "" && amounts.some((amount) => amount !== 0)
      ? [{ lever, amounts }]
      : [];
  });
  const taken = new Set<Lever>();
  return rows.flatMap(({ lever, amounts }) => {
    if (taken.has(lever) || preciseSum(amounts) < 0) return [];
    const mirror = rows.find(
      (other) =>
        other.lever !== lever &&
        !taken.has(other.lever) &&
        sameName(other.lever.counterparty, lever.organisation) &&
        sameName(other.lever.organisation, lever.counterparty) &&
        amounts.every((amount, year) => difference(amount, -(other.amounts[year] ?? 0)) === 0),
    );
    if (!mirror) return [];
    taken.add(lever).add(mirror.lever);
    return [
      {
        levers: [lever.name, mirror.lever.name] as [string, string],
        organisations: [lever.organisation, mirror.lever.organisation] as [string, string],
        amounts,
      },
    ];
  });
}

const presentValueNotes: Record<Plan["prices"], string> = {
  real: "present value of the net in real terms, Green Book rates, base year = 1",
  cash: "no present value: the plan is in cash, and only amounts in real terms are discounted",
  unstated: "no present value: no heading or title says that the amounts are in real terms",
};

/** Where nothing overlaps, nothing was tested. */
function overlapShareOf(effects: LeverEffect[], alone: number, together: number): number | null {
  if (!effects.some(({ overlaps, isOff }) => overlaps && !isOff)) return null;
  return alone === 0 ? 0 : difference(alone, together) / alone;
}

function targetAgainstFunding({ need, funding, target }: Counterfactual): BreakdownChecks["targetAgainstFunding"] {
  const short = needLessFunding(need, funding);
  return short && target && target.map((amount, year) => differenceOrNull(short[year], amount));
}

/** Largest difference over the years; 0 where all adds up to rounding. The last two methods do not sum to the combined saving by design. */
function reconciliationOf(summary: BreakdownSummary, levers: LeverResult[], method: Method): number {
  return summary.savings.reduce((largest, saving, year) => {
    const parts = addsUp(method) ? preciseSum(levers.map(({ attributed }) => attributed[year] ?? 0)) - saving : 0;
    const gap = summary.gap?.[year] ?? null;
    const rest = gap === null ? 0 : saving + (summary.remaining?.[year] ?? 0) - gap;
    const size = Math.max(Math.abs(saving), Math.abs(summary.need?.[year] ?? 0), Math.abs(gap ?? 0), 1e-300);
    const difference = Math.max(Math.abs(parts), Math.abs(rest));
    return Math.max(largest, difference <= 1e-12 * size ? 0 : difference);
  }, 0);
}

/** Largest ratio of a year's savings to those of the year before; null where there is none before. */
function steepest(savings: number[]): number | null {
  const ratios = savings
    .slice(1)
    .flatMap((saving, year) => ((savings[year] ?? 0) > 0 ? [saving / (savings[year] ?? 1)] : []));
  return ratios.length > 0 ? Math.max(...ratios) : null;
}

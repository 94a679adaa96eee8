import { sameName } from "../../cells/names";
import { requiredEfficiency } from "../../engine/gap";
import type { Breakdown, BreakdownSummary, LeverResult, Subtotal } from "../breakdown";
import { partOf } from "../report/breakdownBy";
import { checksOf } from "./checks";
import { counterfactualOf, type Counterfactual } from "./counterfactual";
import { expectedDelivery } from "./delivery";
import { leverEffects, type LeverEffect } from "./leverEffects";
import { netOf, presentValueOf } from "./net";
import type { Plan } from "../plan";
import { savingsOf, type Savings } from "./savings";
import type { Scenario } from "../scenario";
import { scenarioFindings } from "../scenarios/scenarioFindings";

/** What the levers save under a scenario, attributed, added up and checked. Savings, gap and costs in the plan's unit. Never throws on a sound plan. */
export function evaluate(plan: Plan, scenario: Scenario): Breakdown {
  const method = scenario.method ?? "shapley";
  const counterfactual = counterfactualOf(plan, scenario);
  const effects = leverEffects(plan, scenario, counterfactual);
  const savings = savingsOf(effects, counterfactual, method);
  const summary = summaryOf(counterfactual, effects, savings);
  const levers = effects.map((effect, index) => leverResult(plan, scenario, effect, index, savings, summary));
  const by = (part: (lever: LeverResult) => string): Subtotal[] => subtotals(levers, part);
  return {
    scenario: scenario.name,
    method,
    priceBasis: plan.priceBasis,
    unit: plan.unit,
    baseYear: plan.baseYear,
    registerTotal: registerTotalOf(plan, counterfactual.years),
    years: plan.years.slice(0, counterfactual.years),
    summary,
    levers,
    groups: by(partOf.group),
    types: by(partOf.type),
    statuses: by(partOf.status),
    organisations: by(({ organisation }) => organisation || "No organisation"),
    recurrence: by(({ recurrent }) => (recurrent ? "Recurrent" : "Non-recurrent")),
    checks: checksOf(plan, summary, levers, effects, savings, method),
    findings: [...plan.findings, ...scenarioFindings(plan, scenario)],
  };
}

/** The full-year amounts as the user would add them up, and the last year's stand-alone saving of each percent, as written. */
function registerTotalOf(plan: Plan, years: number): number {
  const asWritten = { name: "" };
  return leverEffects(plan, asWritten, counterfactualOf(plan, { ...asWritten, horizon: years })).reduce(
    (sum, { lever, standalone }) => sum + (lever.effect.kind === "amount" ? lever.effect.amount : lastOf(standalone)),
    0,
  );
}

function summaryOf(
  { need, funding }: Counterfactual,
  effects: LeverEffect[],
  { combined, attributed }: Savings,
): BreakdownSummary {
  const gap = need.map((amount, year) => difference(amount, funding[year] ?? 0));
  const sumWhere = (is: (effect: LeverEffect) => boolean): number[] =>
    combined.map((_, year) =>
      effects.reduce((sum, effect, index) => sum + (is(effect) ? (attributed[index]?.[year] ?? 0) : 0), 0),
    );
  const unidentified = sumWhere(({ lever }) => isUnidentified(lever.status));
  const baselineAssumptions = sumWhere(({ lever }) => lever.type === "Baseline assumption");
  return {
    need,
    funding,
    gap,
    savings: combined,
    identified: combined.map((saving, year) => difference(saving, unidentified[year] ?? 0)),
    unidentified,
    newInYear: combined.map((saving, year) => difference(saving, combined[year - 1] ?? 0)),
    remaining: gap.map((amount, year) => difference(amount, combined[year] ?? 0)),
    gapWithoutBaselineAssumptions: gap.map((amount, year) => difference(amount, baselineAssumptions[year] ?? 0)),
    requiredRate: need.map((amount, year) => {
      const available = funding[year] ?? 0;
      return amount > 0 && available >= 0 ? requiredEfficiency(amount, available, year + 1) : null;
    }),
    baselineAssumptions,
  };
}

function leverResult(
  plan: Plan,
  scenario: Scenario,
  effect: LeverEffect,
  index: number,
  savings: Savings,
  summary: BreakdownSummary,
): LeverResult {
  const { lever } = effect;
  const attributed = savings.attributed[index] ?? [];
  const standalone = savings.standalone[index] ?? [];
  const runRate = lastOf(attributed);
  const gap = lastOf(summary.gap);
  const net = netOf(effect, attributed);
  // Under Expected the saving is already cut to what its range or status lets one expect.
  const expected = scenario.delivery === "expected" ? 1 : expectedDelivery(lever, scenario);
  return {
    name: lever.name,
    group: lever.group,
    type: lever.type,
    status: lever.status,
    organisation: lever.organisation,
    recurrent: lever.recurrent,
    isOff: effect.isOff,
    attributed,
    standalone,
    overlap: standalone.map((alone, year) => difference(alone, attributed[year] ?? 0)),
    net,
    runRate,
    total: attributed.reduce((sum, amount) => sum + amount, 0),
    shareOfGap: gap > 0 ? runRate / gap : null,
    presentValue: plan.prices === "real" ? presentValueOf(effect, net) : null,
    riskAdjusted: runRate * expected,
  };
}

/** Sums of lever results, in the order in which their names first appear; never a new game. */
function subtotals(levers: LeverResult[], label: (lever: LeverResult) => string): Subtotal[] {
  const sums = new Map<string, Subtotal>();
  for (const lever of levers) {
    const name = label(lever);
    const sum = sums.get(name) ?? { name, attributed: lever.attributed.map(() => 0), runRate: 0, total: 0 };
    sums.set(name, {
      name,
      attributed: sum.attributed.map((amount, year) => amount + (lever.attributed[year] ?? 0)),
      runRate: sum.runRate + lever.runRate,
      total: sum.total + lever.total,
    });
  }
  return [...sums.values()];
}

/** a − b; what only rounding leaves of two equal numbers is 0, so that a gap just closed does not show as −0.0. */
function difference(a: number, b: number): number {
  const rest = a - b;
  return Math.abs(rest) <= 1e-12 * Math.max(Math.abs(a), Math.abs(b)) ? 0 : rest;
}

export function isUnidentified(status: string): boolean {
  return sameName(status, "unidentified");
}

function lastOf(path: number[]): number {
  return path[path.length - 1] ?? 0;
}

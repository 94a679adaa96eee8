import type { BreakdownSummary, LeverResult } from "../../breakdown";
import { rowAmounts, type Counterfactual } from "../counterfactual";
import { deliveryOf, expectedDelivery } from "./delivery";
import { difference } from "../difference";
import { priceIn } from "./asWritten";
import { countsAsSaving } from "../kinds";
import type { LeverEffect } from "./leverEffects";
import { netOf, presentValueOf } from "./net";
import type { Plan } from "../../plan";
import type { Savings } from "../savings";
import type { Scenario } from "../../scenario";

interface Evaluated {
  plan: Plan;
  scenario: Scenario;
  counterfactual: Counterfactual;
  effects: LeverEffect[];
  savings: Savings;
  summary: BreakdownSummary;
  /** Full-year effects under the scenario, and with everything delivered as planned. */
  fullYear: number[];
  planned: number[];
}

/** What each row of the register comes to, in the register's order. */
export function leverResults(evaluated: Evaluated): LeverResult[] {
  return evaluated.effects.map((effect, index) => leverResult(effect, index, evaluated));
}

function exitRunRate({ lever, isOff }: LeverEffect, scenario: Scenario): number | null {
  if (lever.effect.kind !== "byYear" || !lever.effect.months || !countsAsSaving(lever.kind)) return null;
  const { year, amounts } = lever.effect.months;
  return isOff ? 0 : 12 * (amounts.at(-1) ?? 0) * deliveryOf(lever, scenario) * priceIn(lever, year - 1);
}

function leverResult(effect: LeverEffect, index: number, evaluated: Evaluated): LeverResult {
  const { plan, scenario, counterfactual, savings, summary, fullYear, planned } = evaluated;
  const { lever, isOff } = effect;
  const { unpressed, years } = counterfactual;
  const attributed = savings.attributed[index] ?? [];
  const standalone = savings.standalone[index] ?? [];
  const gap = summary.gap?.at(-1) ?? 0;
  const oneOff = lever.kind === "One-off cost" ? rowAmounts(lever, scenario, unpressed, years) : null;
  const net = netOf(effect, attributed, oneOff);
  const { name, reference, group, kind, type, baselineOnly, cashEffect, efficiencyType } = lever;
  const { status, rag, risk, gate, isIdentified, organisation, recurrent } = lever;
  return {
    name,
    reference,
    group,
    kind,
    type,
    baselineOnly,
    cashEffect,
    efficiencyType,
    status,
    rag,
    risk,
    gate,
    isIdentified,
    organisation,
    recurrent,
    isOff,
    attributed,
    least: savings.least[index] ?? [],
    most: savings.most[index] ?? [],
    standalone,
    overlap: standalone.map((alone, year) => difference(alone, attributed[year] ?? 0)),
    net,
    fullYearEffect: fullYear[index] ?? 0,
    exitRunRate: exitRunRate(effect, scenario),
    total: attributed.reduce((sum, amount) => sum + amount, 0),
    shareOfGap: gap > 0 ? (attributed.at(-1) ?? 0) / gap : null,
    presentValue: plan.prices === "real" ? presentValueOf(effect, net) : null,
    riskAdjusted: (planned[index] ?? 0) * expectedDelivery(lever, scenario),
  };
}

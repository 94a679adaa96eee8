import { requiredEfficiency } from "../../../engine/gap";
import type { BreakdownSummary, Series } from "../../breakdown";
import type { Counterfactual } from "../counterfactual";
import { difference, differenceOrNull } from "../difference";
import { countsAsSaving } from "../kinds";
import type { LeverEffect } from "../levers/leverEffects";
import type { Savings } from "../savings";

/** Need, funding, target, gap and savings by year. */
export function summaryOf(
  { need, funding, target }: Counterfactual,
  effects: LeverEffect[],
  { combined, attributed }: Savings,
): BreakdownSummary {
  const gap = gapOf(need, funding, target);
  const sumWhere = (is: (effect: LeverEffect) => boolean): number[] =>
    combined.map((_, year) =>
      effects.reduce((sum, effect, index) => sum + (is(effect) ? (attributed[index]?.[year] ?? 0) : 0), 0),
    );
  const unidentified = sumWhere(({ lever }) => !lever.isIdentified);
  const baselineAssumptions = sumWhere(({ lever }) => lever.baselineOnly);
  const baseYearSavings = baseYearSavingsOf(effects);
  const hasContingency = effects.some(({ lever }) => lever.kind === "Contingency");
  return {
    need,
    funding,
    target,
    gap,
    savings: combined,
    identified: combined.map((saving, year) => difference(saving, unidentified[year] ?? 0)),
    unidentified,
    newInYear: combined.map((saving, year) => difference(saving, combined[year - 1] ?? baseYearSavings ?? 0)),
    baseYearSavings,
    remaining: lessEach(gap, combined),
    gapWithoutBaselineAssumptions: lessEach(gap, baselineAssumptions),
    requiredRate: requiredRates(need, funding),
    baselineAssumptions,
    costAvoidance: sumWhere(({ lever }) => lever.type === "Cost avoidance"),
    recurrent: sumWhere(({ lever }) => countsAsSaving(lever.kind) && lever.recurrent),
    income: sumWhere(({ lever }) => lever.type === "Income"),
    contingency: hasContingency ? sumWhere(({ lever }) => lever.kind === "Contingency") : null,
  };
}

/** What the register says was saved in the base year already; null where no lever says. */
function baseYearSavingsOf(effects: LeverEffect[]): number | null {
  const given = effects.flatMap(({ lever: { kind, effect }, isOff }) =>
    !isOff && countsAsSaving(kind) && effect.kind === "byYear" && effect.base !== undefined ? [effect.base] : [],
  );
  return given.length === 0 ? null : given.reduce((sum, amount) => sum + amount, 0);
}

/** What is to be closed: the target where there is one, else need less funding; null where nothing says. */
function gapOf(need: number[] | null, funding: number[] | null, target: Series): Series {
  return target ?? needLessFunding(need, funding);
}

export function needLessFunding(need: number[] | null, funding: number[] | null): number[] | null {
  return need && funding && need.map((amount, year) => difference(amount, funding[year] ?? 0));
}

function lessEach(series: Series, amounts: number[]): Series {
  return series && series.map((amount, year) => differenceOrNull(amount, amounts[year] ?? 0));
}

function requiredRates(need: number[] | null, funding: number[] | null): Series {
  return (
    need &&
    funding &&
    need.map((amount, year) => {
      const available = funding[year] ?? 0;
      return amount > 0 && available >= 0 ? requiredEfficiency(amount, available, year + 1) : null;
    })
  );
}

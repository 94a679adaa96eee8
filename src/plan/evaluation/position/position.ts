import { preciseSum } from "../../../engine/numbers/sum";
import type { Plan } from "../../plan";
import type { Position, PositionStep, PositionYear } from "../../position";
import type { PositionForm, Scenario } from "../../scenario";
import { addsToNeed, countsAsSaving } from "../kinds";
import { councilYear } from "./councilForm";
import { isBaseGiven, movementsOf, type Evaluated, type Movements } from "./movements";
import { planYear } from "./planForm";

/** What the plan does to the position; null where it has no spending or no funding, or nothing says where its only year begins. */
export function positionOf(evaluated: Evaluated): Position | null {
  const { plan, scenario, counterfactual } = evaluated;
  const movements = movementsOf(evaluated);
  if (!movements) return null;
  const form = formOf(plan, scenario);
  const yearOf = form === "plan" ? planYear : councilYear;
  const { levels } = movements;
  // Without the base year's spending a Position table says how it ended, not what its budget was.
  const first = isBaseGiven(plan) || (plan.position && form === "plan") ? 1 : 2;
  const years = Array.from({ length: Math.max(0, counterfactual.years - first + 1) }, (_, at): PositionYear => {
    const year = first + at;
    return {
      year: plan.years[year - 1] ?? "",
      ...yearOf(movements, year),
      fullYearEffectToCome: toCome(evaluated, movements, year),
      notInSpendingAndFunding: plan.position ? (levels.apart[year] ?? 0) : null,
    };
  });
  return years.length === 0 ? null : { form, years: withoutEmptySteps(years) };
}

/** As the scenario says; else as councils do where there are pressures, reserves, or sheets that are called MTFS. */
function formOf({ levers, funding, sources }: Plan, { positionForm }: Scenario): PositionForm {
  if (positionForm) return positionForm;
  const isCouncil =
    [funding?.oneOff?.base ?? 0, ...(funding?.oneOff?.byYear ?? [])].some((amount) => amount !== 0) ||
    levers.some(({ kind }) => addsToNeed(kind) || kind === "Funding switch") ||
    [sources.spending, sources.funding, ...sources.levers].some((address) => mediumTerm.test(address ?? ""));
  return isCouncil ? "council" : "plan";
}

const mediumTerm = /\bMTF[SP]\b|medium[- ]term financial/i;

/** The next year's full-year step; in the last year what the full-year effects have more than the year. */
function toCome({ effects, savings, fullYear, counterfactual }: Evaluated, movements: Movements, year: number): number {
  if (year < counterfactual.years) return movements.fullYear[year] ?? 0;
  const rest = preciseSum(
    effects.map(({ lever }, index) =>
      countsAsSaving(lever.kind) && lever.recurrent && !lever.baselineOnly
        ? (fullYear[index] ?? 0) - (savings.attributed[index]?.at(-1) ?? 0)
        : 0,
    ),
  );
  return Math.abs(rest) <= 1e-12 * Math.abs(savings.combined.at(-1) ?? 0) ? 0 : rest;
}

/** What only rounding leaves of amounts as large as the year's is 0; a step that is so in every year is left out, but for the first. */
function withoutEmptySteps(years: PositionYear[]): PositionYear[] {
  const clean = years.map(({ steps, ...others }) => {
    const least = 1e-13 * Math.max(...steps.map(({ amount }) => Math.abs(amount)));
    return {
      ...others,
      steps: steps.map(({ name, amount }): PositionStep => ({ name, amount: Math.abs(amount) <= least ? 0 : amount })),
    };
  });
  const isSomething = (at: number): boolean => at === 0 || clean.some(({ steps }) => steps[at]?.amount !== 0);
  return clean.map((one) => ({ ...one, steps: one.steps.filter((_, at) => isSomething(at)) }));
}

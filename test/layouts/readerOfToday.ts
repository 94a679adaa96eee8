import { readArea } from "../../src/cells/address";
import { counterfactualOf } from "../../src/plan/evaluation/counterfactual";
import { leverEffects } from "../../src/plan/evaluation/levers/leverEffects";
import type { Finding } from "../../src/plan/finding";
import type { Lever, Plan } from "../../src/plan/plan";
import { readTables } from "../../src/plan/reading/readTables";
import type { SheetGrid } from "../../src/plan/reading/sheetGrid";
import type { LeverRead, PlanRead } from "./samePlan";

/** What any reader hands to the law: its plan in the law's words, null where it refuses, and what it says of the workbook. */
export interface ReadResult {
  plan: PlanRead | null;
  findings: (Finding & { question?: unknown })[];
}

export type PlanReader = (sheets: SheetGrid[]) => ReadResult;

/** The reader in src/plan/reading. This file alone knows how its plan is built; what that plan cannot hold yet is left undefined. */
export const readerOfToday: PlanReader = (sheets) => {
  const { plan, findings } = readTables(sheets);
  return { plan: plan && asRead(plan), findings };
};

function asRead(plan: Plan): PlanRead {
  const effects = leverEffects(plan, { name: "" }, counterfactualOf(plan, { name: "" }));
  return {
    baseYear: plan.baseYear,
    years: plan.years,
    unit: plan.unit,
    prices: plan.prices,
    categories: plan.categories && plan.categories.map(({ name, base, spend }) => ({ name, base: base ?? 0, spend })),
    funding: plan.funding && plan.funding.byYear,
    target: plan.target && plan.target.map((amount) => amount ?? 0),
    levers: effects.map(({ lever, deployment }) => leverRead(plan, lever, deployment.share)),
  };
}

function leverRead(plan: Plan, lever: Lever, inPlace: readonly number[]): LeverRead {
  return {
    name: lever.name,
    ...(lever.reference !== "" && { reference: lever.reference }),
    group: lever.group,
    kind: lever.kind,
    appliesTo: lever.categories.map((index) => plan.categories?.[index]?.name ?? ""),
    effect: effectRead(plan, lever, inPlace),
    recurrent: lever.recurrent,
    isIdentified: lever.isIdentified,
    type: lever.type,
    cashEffect: [lever.cashEffect === "Not stated" ? "not stated" : lever.cashEffect],
    status: lever.status || lever.rag,
    ...lever.delivery,
    investment: lever.investment,
    runningCost: lever.runningCost,
    area: readArea(lever.address, ""),
  };
}

/** The effect in each year as the plan has it, and of a full year. */
function effectRead(plan: Plan, { effect, recurrent }: Lever, inPlace: readonly number[]): LeverRead["effect"] {
  if (effect.kind === "byYear") return { is: "amounts", byYear: effect.amounts, fullYear: effect.fullYear };
  const size = effect.kind === "amount" ? effect.amount : effect.kind === "level" ? effect.share : effect.rate;
  return {
    is: effect.kind === "amount" ? "amounts" : effect.kind === "level" ? "level" : "yearly",
    byYear: plan.years.map((_, index) => size * (inPlace[index] ?? 0)),
    fullYear: recurrent ? size : 0,
  };
}

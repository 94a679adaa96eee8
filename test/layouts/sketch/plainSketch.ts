import { percent, type CellText } from "../../plan/support/grid";
import { amountOf, type LeverTruth, type PlanTruth } from "../truth/planTruth";
import { block, column, line, type Block, type Column, type Sketch } from "./sketch";

/** The plain form of a plan: a sheet a table, one row of headings, one row a category or lever. */
export function plainSketch(plan: PlanTruth): Sketch {
  return {
    plan,
    spending: plan.categories && spendingBlock(plan),
    funding: plan.funding && fundingBlock(plan, plan.funding),
    registers: [registerBlock(plan)],
    others: [],
    questions: [],
    areBeside: false,
  };
}

export const yearId = (index: number): string => `y${index + 1}`;

/** A column for each year of the plan. */
export function yearColumns(plan: PlanTruth, options: Partial<Column> = {}): Column[] {
  return plan.years.map((year, index) => column(yearId(index), year, options));
}

export function byYear(values: readonly CellText[]): Record<string, CellText> {
  return Object.fromEntries(values.map((value, index) => [yearId(index), value]));
}

function spendingBlock(plan: PlanTruth): Block {
  return block(
    "Spending",
    [
      column("category", "Category"),
      column("base", `Base ${plan.baseYear}`, { unit: plan.unit, isMoney: true }),
      ...yearColumns(plan, { isMoney: true }),
    ],
    (plan.categories ?? []).map(({ name, base, spend }) => line("data", { category: name, base, ...byYear(spend) })),
  );
}

function fundingBlock(plan: PlanTruth, funding: number[]): Block {
  return block(
    "Funding",
    [column("source", "Funding"), ...yearColumns(plan, { isMoney: true })],
    [line("data", { source: "Allocation", ...byYear(funding) })],
  );
}

function registerBlock(plan: PlanTruth): Block {
  const { unit } = plan;
  const all: { added: Column; cell: (lever: LeverTruth) => CellText; isNeeded?: boolean }[] = [
    { added: column("name", "Scheme"), cell: ({ name }) => name, isNeeded: true },
    { added: column("group", "Workstream"), cell: ({ group }) => group || null },
    { added: column("appliesTo", "Applies to"), cell: (lever) => appliesToText(plan, lever) },
    {
      added: column("saving", "Saving", { unit, isMoney: true }),
      cell: (lever) => (lever.effect.is === "amounts" ? amountOf(lever) : null),
      isNeeded: true,
    },
    { added: column("start", "Start"), cell: ({ start }) => plan.years[start - 1] ?? null, isNeeded: true },
    { added: column("status", "Status"), cell: ({ status }) => status || null },
    ...(["low", "likely", "high"] as const).map((id) => ({
      added: column(
        id,
        id.replace(/^./, (letter) => letter.toUpperCase()),
      ),
      cell: (lever: LeverTruth) => percentOrBlank(lever[id]),
    })),
    {
      added: column("investment", "Investment", { unit, isMoney: true }),
      cell: ({ investment }) => investment || null,
    },
    {
      added: column("runningCost", "Running cost", { unit, isMoney: true }),
      cell: ({ runningCost }) => runningCost || null,
    },
  ];
  const used = all.filter(({ cell, isNeeded }) => isNeeded || plan.levers.some((lever) => cell(lever) !== null));
  return block(
    "Register",
    used.map(({ added }) => added),
    plan.levers.map((lever) =>
      line("data", Object.fromEntries(used.map(({ added, cell }) => [added.id, cell(lever)])), lever),
    ),
  );
}

function appliesToText(plan: PlanTruth, { appliesTo }: LeverTruth): string | null {
  if (!plan.categories) return null;
  return appliesTo.length === 0 ? "All" : appliesTo.join("; ");
}

function percentOrBlank(value: number | null): CellText {
  return value === null ? null : { ...percent(value), format: "0%" };
}

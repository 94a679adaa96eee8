import { cellAddress } from "../../../cells/address";
import { combinedSaving } from "../../../engine/attribution/combined";
import { counterfactualOf } from "../../evaluation/counterfactual";
import { leverEffects } from "../../evaluation/levers/leverEffects";
import type { Plan } from "../../plan";
import type { OpenTable } from "../openTable";
import { ask, type Asking } from "../questions";

/** Budgets that were approved may hold the savings already: whether they do, as the user says. */
export function areAfterSavings(spending: OpenTable, asking: Asking): boolean {
  const column = spending.columns.find(({ meaning }) => meaning === "year");
  const words = /\bapproved budgets?\b|\bnet budgets?\b|\bbudgets? (after|net of) savings\b/i;
  const isSaid = [...spending.header.titles, column?.full ?? ""].some(
    (text) => words.test(text) && !/\bbefore (the )?savings\b/i.test(text),
  );
  if (!isSaid || !column) return false;
  const choice = ask(asking, {
    id: "budgetBasis",
    cell: cellAddress(spending.header.grid.sheet, column.row, column.column),
    message: "approved budgets may hold the savings already; they were read as budgets before the savings",
    choices: { before: "before the savings", after: "after the savings" },
    usual: "before",
  });
  return choice === "after";
}

/**
 * The plan whose spend is what the budgets were before the savings: what is left of it after the levers is the budget as written. A percent takes from the
 * larger spend, so it is worked out step by step; null where it has no end, since the levers save all of it.
 */
export function beforeSavings(plan: Plan): Plan | null {
  if (!plan.categories) return plan;
  const budgets = plan.categories.map(({ spend }) => spend);
  let spend = budgets;
  for (let step = 0; step < mostSteps; step++) {
    const saved = savedOn({
      ...plan,
      categories: plan.categories.map((one, at) => ({ ...one, spend: spend[at] ?? [] })),
    });
    const next = budgets.map((path, at) => path.map((amount, year) => amount + (saved[at]?.[year] ?? 0)));
    const isSame = next.every((path, at) =>
      path.every((amount, year) => Math.abs(amount - (spend[at]?.[year] ?? 0)) <= 1e-12 * Math.abs(amount)),
    );
    spend = next;
    if (isSame) return { ...plan, categories: plan.categories.map((one, at) => ({ ...one, spend: next[at] ?? [] })) };
  }
  return null;
}

const mostSteps = 500;

/** What the levers save together on each category in each year. */
function savedOn(plan: Plan): number[][] {
  const asWritten = { name: "" };
  const counterfactual = counterfactualOf(plan, asWritten);
  const effects = leverEffects(plan, asWritten, counterfactual).filter(({ isFree }) => !isFree);
  return counterfactual.spend.map((path, category) => {
    const here = effects.filter(({ lever }) => lever.categories.includes(category));
    return path.map((cost, year) => {
      const shares = (overlaps: boolean): number[] =>
        here.filter((one) => one.overlaps === overlaps).map(({ share }) => share[year] ?? 0);
      return combinedSaving(cost, shares(true)) + shares(false).reduce((sum, share) => sum + share * cost, 0);
    });
  });
}

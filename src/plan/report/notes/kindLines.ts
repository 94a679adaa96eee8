import type { Breakdown, KindTotal } from "../../breakdown";
import type { KindOfRow, Plan } from "../../plan";
import { spanOf } from "../words/spanOf";
import { inUnit, type NoteLine } from "./noteLine";

/** What rows of a kind that is no saving do, and each of them with its cell: none is lost without a word. */
export function kindLines({ kind, amounts, rows }: KindTotal, { years, unit }: Breakdown, plan: Plan): NoteLine[] {
  const about = "Rows that are no saving";
  const span = spanOf(years);
  return [
    { about, note: inUnit(`${kind}: ${kindWords(kind, plan)}; together ${span}`, unit), figure: sum(amounts) },
    ...rows.map(({ name, reference, cell, amounts: own }): NoteLine => ({
      ...{ about, note: inUnit(`${kind}: ${reference === "" ? name : `${reference} ${name}`}, ${span}`, unit) },
      ...{ figure: sum(own), cell },
    })),
  ];
}

function kindWords(kind: KindOfRow, plan: Plan): string {
  switch (kind) {
    case "Saving":
      return "counts as a saving";
    case "Contingency":
      return "counts as a negative saving and stands apart from the levers";
    case "Pressure":
    case "Undelivered brought forward":
      return plan.categories
        ? "adds to need, saves nothing"
        : "saves nothing; without a Spending table there is no need to add it to";
    case "Mitigation":
      return "does not count in the plan";
    case "One-off cost":
      return "an investment in its years, in the net of costs";
    case "Funding switch":
      return plan.funding
        ? "funding in its years, no saving"
        : "no saving; without a Funding table there is no funding to add it to";
  }
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}

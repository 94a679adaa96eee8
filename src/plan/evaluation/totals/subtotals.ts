import type { Breakdown, LeverResult, Subtotal } from "../../breakdown";
import { partOf } from "../../report/breakdownBy";
import { countsAsSaving } from "../kinds";

type Subtotals = Pick<
  Breakdown,
  "groups" | "types" | "cashEffects" | "efficiencyTypes" | "statuses" | "organisations" | "recurrence"
>;

/** Sums of lever results by the columns that every register may have; see `subtotalsBy`. */
export function subtotalsOf(levers: LeverResult[]): Subtotals {
  const by = (part: (lever: LeverResult) => string): Subtotal[] => subtotalsBy(levers, part);
  return {
    groups: by(partOf.group),
    types: by(partOf.type),
    cashEffects: by(({ cashEffect }) => cashEffect),
    efficiencyTypes: by(({ efficiencyType }) => efficiencyType),
    statuses: by(partOf.status),
    organisations: by(({ organisation }) => organisation || "No organisation"),
    recurrence: by(({ recurrent }) => (recurrent ? "Recurrent" : "Non-recurrent")),
  };
}

/**
 * Sums of lever results, in the order in which the parts first appear; never a new game. Rows that are no saving belong to none, contingencies stand
 * apart.
 */
export function subtotalsBy(levers: LeverResult[], part: (lever: LeverResult) => string): Subtotal[] {
  const sums = new Map<string, Subtotal>();
  for (const lever of levers) {
    if (!countsAsSaving(lever.kind)) continue;
    const name = lever.kind === "Contingency" ? lever.kind : part(lever);
    const sum = sums.get(name) ?? { name, attributed: lever.attributed.map(() => 0), fullYearEffect: 0, total: 0 };
    sums.set(name, {
      name,
      attributed: sum.attributed.map((amount, year) => amount + (lever.attributed[year] ?? 0)),
      fullYearEffect: sum.fullYearEffect + lever.fullYearEffect,
      total: sum.total + lever.total,
    });
  }
  return [...sums.values()];
}

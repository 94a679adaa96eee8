import type { Breakdown } from "../../plan/breakdown";
import type { Plan } from "../../plan/plan";
import { change, decimalsFor, figure, isNothing, type FigureStyle } from "./figures";

/** What a base year tells the sentences: they speak of the change since then. */
type BaseYear = Pick<Plan, "categories" | "funding">;

/**
 * The answer in sentences that a board paper can quote: the register's own total and the gap it closes, what exists only
 * against the baseline, what is identified and what remains. All figures of the last year, to the same decimals.
 */
export function resultSentences(breakdown: Breakdown, plan: BaseYear, style: FigureStyle): string[] {
  const year = breakdown.years.at(-1);
  if (year === undefined) return [];
  const last = lastYear(breakdown);
  const decimals = decimalsFor([breakdown.registerTotal, last.gap, last.savings]);
  const money = (value: number) => figure(value, decimals, style);
  const baseline = breakdown.types.find((type) => type.name === "Baseline assumption")?.runRate ?? 0;

  const sentences = [`${total()} — ${closes()}.`];
  if (!isNothing(baseline, decimals)) sentences.push(`Of it ${money(baseline)} exists only against the baseline.`);
  sentences.push(`${identified()}; ${remains()}.`);
  return sentences;

  function total(): string {
    const register = `Register total ${money(breakdown.registerTotal)}`;
    const difference = last.savings - breakdown.registerTotal;
    if (isNothing(difference, decimals)) return register;
    return difference < 0
      ? `${register}, of which ${money(last.savings)} counts in ${year}`
      : `${register}, in ${year} ${money(last.savings)}`;
  }

  function closes(): string {
    if (last.gap <= 0 || isNothing(last.gap, decimals)) return `there is no gap in ${year} ${because()}`;
    if (last.savings < 0) return `widens the ${money(last.gap)} gap of ${year} ${because()}`;
    const part =
      isNothing(last.remaining, decimals) || last.remaining < 0 ? "closes" : `closes ${money(last.savings)} of`;
    return `${part} the ${money(last.gap)} gap of ${year} ${because()}`;
  }

  function because(): string {
    const base = totalBase(plan);
    if (base === null || plan.funding.base === null)
      return `(need ${money(last.need)}, funding ${money(last.funding)})`;
    const parts = [
      `need ${change(last.need - base, decimals, style)}`,
      `funding ${change(last.funding - plan.funding.base, decimals, style)}`,
    ];
    const deficit = base - plan.funding.base;
    if (!isNothing(deficit, decimals)) {
      parts.push(`opening ${deficit > 0 ? "deficit" : "surplus"} ${money(Math.abs(deficit))}`);
    }
    return `(${parts.join(", ")})`;
  }

  function identified(): string {
    if (isNothing(last.savings, decimals)) return "Nothing is saved";
    if (isNothing(last.unidentified, decimals)) return "All of it is identified";
    if (isNothing(last.identified, decimals)) return "None of it is identified";
    return `${money(last.identified)} is identified and ${money(last.unidentified)} is not`;
  }

  function remains(): string {
    if (isNothing(last.remaining, decimals))
      return last.gap > 0 ? "nothing of the gap remains" : "nothing is left over";
    return last.remaining > 0 ? `${money(last.remaining)} remains` : `${money(-last.remaining)} is left over`;
  }
}

/** "Cash, £bn, 2014/15 to 2020/21": what every number on the screen is counted in. */
export function basisLine(breakdown: Pick<Breakdown, "priceBasis" | "unit" | "baseYear" | "years">): string {
  const basis = breakdown.priceBasis.trim();
  const parts = [basis.charAt(0).toUpperCase() + basis.slice(1)];
  if (breakdown.unit) parts.push(breakdown.unit);
  const last = breakdown.years.at(-1);
  if (last) parts.push(`${breakdown.baseYear} to ${last}`);
  return parts.join(", ");
}

/** Spend of the base year over all categories, or null where one of them has none. */
function totalBase({ categories }: BaseYear): number | null {
  return categories.reduce<number | null>(
    (sum, { base }) => (sum === null || base === null ? null : sum + base),
    categories.length === 0 ? null : 0,
  );
}

function lastYear({ summary }: Breakdown) {
  const at = (values: number[]) => values.at(-1) ?? 0;
  return {
    need: at(summary.need),
    funding: at(summary.funding),
    gap: at(summary.gap),
    savings: at(summary.savings),
    identified: at(summary.identified),
    unidentified: at(summary.unidentified),
    remaining: at(summary.remaining),
  };
}

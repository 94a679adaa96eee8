import type { Breakdown } from "../../plan/breakdown";
import type { Plan } from "../../plan/plan";
import { change, decimalsFor, figure, isNothing, type FigureStyle } from "../../plan/report/figures";

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
  const decimals = decimalsFor([breakdown.registerTotal, last.gap ?? 0, last.savings]);
  const money = (value: number) => figure(value, decimals, style);
  const baseline = breakdown.summary.baselineAssumptions.at(-1) ?? 0;

  const { gap } = last;
  const sentences = [gap === null ? `${total()}.` : `${total()} — ${closes(gap)}.`];
  if (!isNothing(baseline, decimals)) sentences.push(`Of it ${money(baseline)} exists only against the baseline.`);
  sentences.push(gap === null ? `${identified()}.` : `${identified()}; ${remains(gap, last.remaining ?? 0)}.`);
  return sentences;

  function total(): string {
    const register = `Register total ${money(breakdown.registerTotal)}`;
    const difference = last.savings - breakdown.registerTotal;
    if (isNothing(difference, decimals)) return last.gap === null ? `${register}, all of it in ${year}` : register;
    return difference < 0
      ? `${register}, of which ${money(last.savings)} counts in ${year}`
      : `${register}, in ${year} ${money(last.savings)}`;
  }

  function closes(gap: number): string {
    const remaining = last.remaining ?? 0;
    const what = breakdown.summary.target ? "target" : "gap";
    if (gap <= 0 || isNothing(gap, decimals)) return `there is no ${what} in ${year}${because()}`;
    if (last.savings < 0) return `widens the ${money(gap)} gap of ${year}${because()}`;
    const part = isNothing(remaining, decimals) || remaining < 0 ? "closes" : `closes ${money(last.savings)} of`;
    const verb = what === "target" ? part.replace("closes", "meets") : part;
    return `${verb} the ${money(gap)} ${what} of ${year}${because()}`;
  }

  /** What makes the gap; a target stands for itself. */
  function because(): string {
    const { need, funding } = last;
    if (breakdown.summary.target || need === null || funding === null) return "";
    const base = totalBase(plan);
    const baseFunding = plan.funding?.base ?? null;
    if (base === null || baseFunding === null) return ` (need ${money(need)}, funding ${money(funding)})`;
    const parts = [
      `need ${change(need - base, decimals, style)}`,
      `funding ${change(funding - baseFunding, decimals, style)}`,
    ];
    const deficit = base - baseFunding;
    if (!isNothing(deficit, decimals)) {
      parts.push(`opening ${deficit > 0 ? "deficit" : "surplus"} ${money(Math.abs(deficit))}`);
    }
    return ` (${parts.join(", ")})`;
  }

  function identified(): string {
    if (isNothing(last.savings, decimals)) return "Nothing is saved";
    if (isNothing(last.unidentified, decimals)) return "All of it is identified";
    if (isNothing(last.identified, decimals)) return "None of it is identified";
    return `${money(last.identified)} is identified and ${money(last.unidentified)} is not`;
  }

  function remains(gap: number, remaining: number): string {
    if (isNothing(remaining, decimals)) return gap > 0 ? "nothing of the gap remains" : "nothing is left over";
    return remaining > 0 ? `${money(remaining)} remains` : `${money(-remaining)} is left over`;
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
  return (categories ?? []).reduce<number | null>(
    (sum, { base }) => (sum === null || base === null ? null : sum + base),
    categories?.length ? 0 : null,
  );
}

function lastYear({ summary }: Breakdown) {
  const at = (values: number[]) => values.at(-1) ?? 0;
  return {
    need: summary.need?.at(-1) ?? null,
    funding: summary.funding?.at(-1) ?? null,
    gap: summary.gap?.at(-1) ?? null,
    savings: at(summary.savings),
    identified: at(summary.identified),
    unidentified: at(summary.unidentified),
    remaining: summary.remaining?.at(-1) ?? null,
  };
}

import type { Breakdown } from "../../breakdown";
import type { Plan } from "../../plan";
import { figure, isNothing, percent, type FigureStyle } from "./figures";

/** What a base year tells the sentences: they speak of the change since then. */
type BaseYear = Pick<Plan, "categories" | "funding" | "position">;

/**
 * The answer in sentences that a board paper can quote: how far schemes meet the gap or target of the last year and what has no scheme or is to be
 * found; what counts only against the baseline; where the gap comes from; and how much of the register's own total that is.
 *
 * @param decimals those of the bridge and the table below, so that the same figure is written alike
 */
export function resultSentences(breakdown: Breakdown, plan: BaseYear, decimals: number, style: FigureStyle): string[] {
  const year = breakdown.years.at(-1);
  if (year === undefined) return [];
  const { gap, remaining, savings, identified, unidentified, need, funding } = lastYear(breakdown);
  const money = (value: number) => figure(value, decimals, style);
  const none = (value: number) => isNothing(value, decimals);
  const what = breakdown.summary.target ? "target" : "gap";
  const baseline = breakdown.summary.baselineAssumptions.at(-1) ?? 0;
  return [headline(), aboutBaseline(), aboutGap(), aboutRegister()].filter((sentence) => sentence !== null);

  function headline(): string {
    if (gap === null) return `${saved()}.`;
    if (gap <= 0 || none(gap)) return `There is no ${what} in ${year}; ${lowerFirst(saved(""))}.`;
    const whole = `the ${money(gap)} ${what} of ${year}`;
    if (savings < 0 && !none(savings))
      return `The plan costs more than it saves: it adds ${money(-savings)} to ${whole}.`;
    const rest = remaining ?? 0;
    const withoutScheme = none(unidentified) ? null : `${money(unidentified)} has no scheme`;
    const uncovered = withoutScheme ? `a further ${money(rest)} is uncovered` : `${money(rest)} is to be found`;
    const toFind = none(rest) ? null : rest > 0 ? uncovered : `${money(-rest)} is over`;
    if (none(identified)) return `No scheme meets ${whole} yet; ${joined(withoutScheme, toFind)}.`;
    const ends = joined(withoutScheme, toFind);
    const share =
      identified >= gap || none(gap - identified) ? whole : `${percent(identified / gap, style)} of ${whole}`;
    return `Schemes of ${money(identified)} meet ${share}${ends && `; ${ends}`}.`;
  }

  function saved(when = ` in ${year}`): string {
    if (none(savings)) return `Nothing is saved${when}`;
    if (savings < 0) return `The plan costs ${money(-savings)} more than it saves${when}`;
    if (none(identified)) return `Savings of ${money(savings)} are planned${when}, and none has a scheme`;
    const rest = none(unidentified) ? "" : `, and ${money(unidentified)} more has no scheme`;
    return `Schemes save ${money(identified)}${when}${rest}`;
  }

  function aboutBaseline(): string | null {
    return none(baseline) ? null : `${money(baseline)} of the savings counts only against the baseline.`;
  }

  /** What makes the gap; a target stands for itself. */
  function aboutGap(): string | null {
    if (breakdown.summary.target || need === null || funding === null) return null;
    const since = sinceBaseYear(breakdown, plan);
    if (!since) return `Without the plan, need of ${money(need)} meets funding of ${money(funding)}.`;
    const reported = plan.position ? -plan.position.reported : since.deficit;
    // What is in Spending and Funding makes the gap; the reported position may hold more.
    const asReported = none(reported - since.deficit) ? "" : ` (reported: ${balance(reported)})`;
    const opening = none(since.deficit) && asReported === "" ? "" : `, from ${balance(since.deficit)}${asReported}`;
    const [ofNeed, ofFunding] = [moves(since.need), moves(since.funding)];
    const sameWay = ofNeed.split(" ")[0] === ofFunding.split(" ")[0];
    return `Since ${breakdown.baseYear}${opening}, need ${ofNeed} and funding ${sameWay ? ofFunding.replace(/^\w+ /, "") : ofFunding}.`;
  }

  function balance(deficit: number): string {
    return none(deficit) ? "a balance" : `a ${deficit > 0 ? "deficit" : "surplus"} of ${money(Math.abs(deficit))}`;
  }

  function moves(by: number): string {
    if (none(by)) return "stays";
    return `${by > 0 ? "rises" : "falls"} by ${money(Math.abs(by))}`;
  }

  function aboutRegister(): string | null {
    const { registerTotal } = breakdown;
    if (none(savings - registerTotal)) return null;
    return savings < registerTotal
      ? `The register comes to ${money(registerTotal)}, of which ${money(savings)} counts in ${year}.`
      : `The register's own figures come to ${money(registerTotal)}; in ${year} they save ${money(savings)}.`;
  }
}

/** What the gap of the last year comes from: the base year's deficit and what need and funding have changed by; null where one has no base. */
export function sinceBaseYear(
  { summary }: Pick<Breakdown, "summary">,
  plan: BaseYear,
): { deficit: number; need: number; funding: number } | null {
  const [need, funding] = [summary.need?.at(-1), summary.funding?.at(-1)];
  const [base, baseFunding] = [totalBase(plan), plan.funding?.base ?? null];
  if (need === undefined || funding === undefined || base === null || baseFunding === null) return null;
  return { deficit: base - baseFunding, need: need - base, funding: funding - baseFunding };
}

function joined(first: string | null, second: string | null): string {
  return [first, second].filter((part) => part !== null).join(" and ");
}

function lowerFirst(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
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

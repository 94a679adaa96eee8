import type { Breakdown } from "../../breakdown";
import type { Plan } from "../../plan";
import { sinceBaseYear } from "../words/resultSentences";

interface SummaryFigure {
  name: string;
  /** Of the last year; null where the plan has nothing of the kind. */
  amount: number | null;
  /** Of the gap or the target, else of the savings; left out where it says nothing. */
  share?: number | null;
}

/** The figures of the last year on which the sentences rest, always the same ones in the same order. */
export function summaryFigures(
  breakdown: Breakdown,
  plan: Pick<Plan, "categories" | "funding" | "position">,
): SummaryFigure[] {
  const { summary, position, registerTotal, baseYear } = breakdown;
  const at = (series: readonly (number | null)[] | null): number | null => series?.at(-1) ?? null;
  const gap = at(summary.gap);
  const savings = at(summary.savings) ?? 0;
  const whole = gap ?? savings;
  const shared = (amount: number | null): number | null => (amount === null || whole <= 0 ? null : amount / whole);
  const remaining = at(summary.remaining);
  const since = sinceBaseYear(breakdown, plan);
  const last = position?.years.at(-1);
  const isCouncil = position?.form === "council";
  const withShare = (name: string, amount: number | null): SummaryFigure => ({ name, amount, share: shared(amount) });
  // Without a base year there is no change; a council's years below do not hold what stands in its place.
  const change = (name: string, since: number | undefined, level: number | null): SummaryFigure =>
    since === undefined && isCouncil
      ? { name, amount: level }
      : { name: `${name}, change since ${baseYear}`, amount: since ?? null };
  return [
    withShare("Schemes", at(summary.identified)),
    withShare("Without a scheme", at(summary.unidentified)),
    withShare("Savings", savings),
    withShare(summary.target ? "Target" : "Gap", gap),
    withShare(
      remaining !== null && remaining < 0 ? "Left over" : "To be found",
      remaining === null ? null : Math.abs(remaining),
    ),
    withShare("Recurrent savings", at(summary.recurrent)),
    withShare("Only against the baseline", at(summary.baselineAssumptions)),
    { name: "The register's own total", amount: registerTotal },
    change("Need", since?.need, at(summary.need)),
    change("Funding", since?.funding, at(summary.funding)),
    { name: `Spend above funding in ${baseYear}`, amount: since?.deficit ?? null },
    { name: isCouncil ? "Gap that is left" : "Closing position", amount: last?.closing ?? null },
    { name: isCouncil ? "Underlying gap" : "Underlying position", amount: last?.underlying ?? null },
    // Last, and only where it is reported, so that the rows before it keep their places.
    ...(plan.position ? [{ name: `Reported position of ${baseYear}`, amount: plan.position.reported }] : []),
  ];
}

import type { Breakdown, LeverResult } from "../../breakdown";
import { countsAsSaving } from "../../evaluation/kinds";
import type { Plan } from "../../plan";
import { decimalsIn, amountFormat, shareFormat } from "../numberFormats";
import type { OutputPage, OutputPageRow, RunNotes } from "../outputTable";
import { figure, isNothing } from "../words/figures";
import { positionMessage } from "../positionTable";
import { resultSentences } from "../words/resultSentences";
import { noteLinesOf } from "../tableIdentity";
import { summaryFigures } from "./summaryFigures";
import { summaryGrounds } from "./summaryGrounds";

/**
 * What stands above the years: always as many rows, each with one meaning, so that a formula that points at a figure
 * points at the same figure after the next run.
 */
export function summaryPage(breakdown: Breakdown, plan: Plan, notes: RunNotes): OutputPage {
  const { unit, years, summary } = breakdown;
  const year = years.at(-1) ?? "";
  const format = amountFormat(breakdown);
  const gap = summary.gap?.at(-1) ?? null;
  const of = gap === null ? "of savings" : summary.target ? "of target" : "of gap";
  const figures = summaryFigures(breakdown, plan);
  const rows: OutputPageRow[] = [
    { look: "quiet", cells: [noteLinesOf(breakdown)[0] ?? ""] },
    ...slots(sentencesOf(breakdown, plan), 5, (sentence, at) => ({
      look: at === 0 ? "headline" : "text",
      cells: [sentence],
    })),
    blank,
    { look: "heading", cells: [`Figures of ${year}`, unit || "Amount", of] },
    ...figures.map(({ name, amount, share }): OutputPageRow => ({
      look: "figure",
      cells: amount === null ? [] : [name, amount, share ?? null],
    })),
    blank,
    { look: "heading", cells: ["Largest schemes", unit || "Amount", of] },
    ...slots(largestSchemes(breakdown), 5, ({ name, attributed }): OutputPageRow => {
      const amount = attributed.at(-1) ?? 0;
      const whole = gap ?? summary.savings.at(-1) ?? 0;
      return { look: "figure", cells: [name, amount, whole > 0 ? amount / whole : null] };
    }),
    blank,
    { look: "heading", cells: ["What it rests on"] },
    ...slots(summaryGrounds(breakdown, notes), 5, (line) => ({ look: "text", cells: [line] })),
  ];
  return { columnCount, rows, numberFormats: ["@", format, shareFormat], chart: { row: 8, column: 4 } };
}

/** The sentences of the pane, and what they come to in the position: a council's first. */
export function sentencesOf(breakdown: Breakdown, plan: Pick<Plan, "categories" | "funding" | "position">): string[] {
  const decimals = decimalsIn(amountFormat(breakdown));
  const style = { locale: "en-GB", unit: breakdown.unit };
  const money = (amount: number) => figure(amount, decimals, style);
  const none = (amount: number) => isNothing(amount, decimals);
  const position = breakdown.position ? [positionMessage(breakdown.position, money, none)] : [];
  const ofPlan = resultSentences(breakdown, plan, decimals, style);
  // A council asks first whether next year balances.
  return breakdown.position?.form === "council" ? [...position, ...ofPlan] : [...ofPlan, ...position];
}

const columnCount = 3;
const blank: OutputPageRow = { look: "text", cells: [] };

/** As many rows as there may ever be: those that are not needed are blank, and stay the user's. */
function slots<T>(items: readonly T[], count: number, rowOf: (item: T, at: number) => OutputPageRow): OutputPageRow[] {
  return Array.from({ length: count }, (_, at) => (at < items.length ? rowOf(items[at] as T, at) : blank));
}

/** Schemes that save in the last year, the largest first; what has no scheme is none. */
function largestSchemes({ levers }: Breakdown): LeverResult[] {
  const last = ({ attributed }: LeverResult): number => attributed.at(-1) ?? 0;
  return levers
    .filter((lever) => !lever.isOff && countsAsSaving(lever.kind) && lever.isIdentified && last(lever) > 0)
    .sort((one, other) => last(other) - last(one))
    .slice(0, 5);
}

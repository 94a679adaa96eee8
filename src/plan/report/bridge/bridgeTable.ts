import type { Breakdown } from "../../breakdown";
import type { Plan } from "../../plan";
import { barHeadings, barRows, barSeries } from "./barColumns";
import { bridge, mostParts, usualBy } from "./bridge";
import { amountFormat, decimalsIn, unitLine } from "../numberFormats";
import type { OutputTable } from "../outputTable";
import { resultSentences } from "../words/resultSentences";
import { noteLinesOf, tableIdentity } from "../tableIdentity";

/**
 * From the gap of the last year (or the target) to what remains of it, or from zero to the savings where nothing says what is to be closed: the steps
 * that the pane shows, and the chart under its message. Beside them the columns that draw it.
 */
export function bridgeTable(
  breakdown: Breakdown,
  plan: Pick<Plan, "categories" | "funding" | "position">,
): OutputTable {
  const { years, summary, unit, scenario } = breakdown;
  const year = years.at(-1) ?? "";
  const hasGap = (summary.gap?.at(-1) ?? null) !== null;
  const format = amountFormat(breakdown);
  const steps = bridge(breakdown, { by: usualBy(breakdown), most: mostParts });
  const [message = ""] = resultSentences(breakdown, plan, decimalsIn(format), { locale: "en-GB", unit });
  const bars = barRows(steps);
  const rows = steps.map(({ name, amount }, at) => [name, amount, ...(bars[at] ?? [])]);
  return {
    ...tableIdentity("bridge", scenario),
    title: hasGap ? `From gap to remaining gap, ${year}, ${scenario}` : `Savings, ${year}, ${scenario}`,
    noteLines: [message, ...noteLinesOf(breakdown)],
    fitsOnePage: true,
    header: ["Step", "Amount", ...barHeadings],
    rows,
    numberFormats: rows.map(() => ["@", format, "@", ...barHeadings.slice(1).map(() => format)]),
    hiddenColumns: barHeadings,
    chart: {
      kind: "bridge",
      title: message,
      valueAxisTitle: valueAxisTitle(breakdown),
      numberFormat: format,
      categories: "Bar",
      barCount: steps.length,
      series: barSeries(format, hasGap),
    },
  };
}

/** "£bn, cash". */
export function valueAxisTitle(breakdown: Pick<Breakdown, "unit" | "priceBasis">): string {
  return breakdown.unit === "" ? unitLine(breakdown) : `${breakdown.unit}, ${breakdown.priceBasis}`;
}

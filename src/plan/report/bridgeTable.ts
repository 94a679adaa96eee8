import { barCells, barHeadings } from "../../engine/waterfall";
import type { Breakdown } from "../breakdown";
import { bridge } from "./bridge";
import { countsAsSaving } from "../evaluation/kinds";
import { amountFormat, unitLine } from "./numberFormats";
import type { OutputTable } from "./outputTable";
import { noteLinesOf, tableIdentity } from "./tableIdentity";

/** Levers of their own up to this number, groups beyond. */
const fewLevers = 8;

/**
 * From the gap of the last year (or the target) to what remains of it, or from zero to the savings where nothing says what is to be closed: a step
 * for each group (each lever where they are few), what counts only against the baseline and what is not identified apart, and where the method does not sum to the combined saving, what
 * it counts twice or leaves out.
 */
export function bridgeTable(breakdown: Breakdown): OutputTable {
  const { years, summary, levers, unit, scenario } = breakdown;
  const year = years.at(-1) ?? "";
  const own = levers.filter(
    ({ kind, isIdentified, baselineOnly, isOff }) => countsAsSaving(kind) && isIdentified && !baselineOnly && !isOff,
  );
  const by = own.length <= fewLevers ? "lever" : "group";
  const rows = bridge(breakdown, { by }).map((step) => [...barCells(step)]);
  const gap = summary.gap?.at(-1) ?? null;
  const format = amountFormat(breakdown);
  return {
    ...tableIdentity("bridge", scenario),
    title: gap === null ? `Savings, ${year}, ${scenario}` : `From gap to remaining gap, ${year}, ${scenario}`,
    noteLines: [
      ...noteLinesOf(breakdown),
      `${gap === null ? "Amount: the saving" : "Amount: a saving lowers the gap"}. The other columns draw the chart.`,
    ],
    fitsOnePage: true,
    header: [...barHeadings],
    rows,
    numberFormats: rows.map(() => ["@", ...Array<string>(7).fill(format)]),
    chart: {
      title: gap === null ? `Savings, ${year}` : `Gap to remaining gap, ${year}`,
      valueAxisTitle: unit === "" ? unitLine(breakdown) : `${unit}, ${breakdown.priceBasis}`,
      categories: "Step",
      series: barSeries(gap !== null),
    },
  };
}

/** The series that draw bars, in the colour of a saving what helps: what lowers a gap or a budget, what raises a total or a position. */
export function barSeries(isLoweringHelp: boolean): NonNullable<OutputTable["chart"]>["series"] {
  const [lowers, raises] = isLoweringHelp ? (["fall", "rise"] as const) : (["rise", "fall"] as const);
  return [
    { heading: "Base", role: "base" },
    { heading: "Total", role: "total" },
    { heading: "Fall", role: lowers },
    { heading: "Rise", role: raises },
    { heading: "Fall below zero", role: lowers },
    { heading: "Rise below zero", role: raises },
  ];
}

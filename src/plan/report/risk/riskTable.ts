import type { Breakdown } from "../../breakdown";
import type { PlanSimulation } from "../../planSimulation";
import { valueAxisTitle } from "../bridge/bridgeTable";
import { asHeading } from "../words/asHeading";
import { figure } from "../words/figures";
import { amountFormat, decimalsIn, shareFormat } from "../numberFormats";
import type { OutputCell, OutputChart, OutputPage, OutputPageRow, OutputTable } from "../outputTable";
import { noteLinesOf, tableIdentity } from "../tableIdentity";

/**
 * How sure the savings are: their range year by year with its chart, the chance that they meet the gap, and the levers on which the uncertainty rests, the
 * largest share first.
 */
export function riskTable(breakdown: Breakdown, simulation: PlanSimulation): OutputTable {
  const { years, summary, scenario } = breakdown;
  const lastYear = years.at(-1) ?? "";
  const format = amountFormat(breakdown);
  const counted = `In ${asHeading(scenario)}`;
  const byYear = years.map((year, at): OutputCell[] => [
    ...["Savings", year, simulation.p10[at] ?? 0, simulation.p50[at] ?? 0, simulation.p90[at] ?? 0],
    ...[summary.savings[at] ?? 0, null, null, year],
  ]);
  const levers = simulation.levers
    .flatMap((risk, at) => (risk ? [{ ...risk, lever: breakdown.levers[at]! }] : []))
    .sort((a, b) => Math.abs(b.share ?? 0) - Math.abs(a.share ?? 0))
    .map(({ lever, p10, p50, p90, share }): OutputCell[] => [
      ...[`Lever, ${lastYear}`, lever.name, p10, p50, p90, lever.attributed.at(-1) ?? 0, share, null, null],
    ]);
  const chance: OutputCell[] = ["Chance", chanceWords(breakdown, simulation), null, null, null, null, null];
  const rows = [...byYear, [...chance, simulation.probability, null], ...levers];
  const header = ["Part", "What", "P10", "P50", "P90", counted, "Share of uncertainty", "Probability", "Year"];
  const formats = ["@", "@", format, format, format, format, shareFormat, "0%", "@"];
  const filled = header.map((_, at) => rows.some((row) => row[at] !== null));
  const kept = <T>(line: readonly T[]): T[] => line.filter((_, at) => filled[at]);
  const chart = rangeChart(breakdown, simulation);
  return {
    ...tableIdentity("risk", scenario),
    title: `How sure the savings are, ${scenario}`,
    noteLines: [],
    page: pageOf(breakdown, simulation, chart.title),
    header: kept(header),
    rows: rows.map(kept),
    numberFormats: rows.map(() => kept(formats)),
    hiddenColumns: ["Year"],
    chart,
    keyColumns: 2,
  };
}

/** The range by year as lines over the rows of the years. */
function rangeChart(breakdown: Breakdown, simulation: PlanSimulation): OutputChart {
  const format = amountFormat(breakdown);
  return {
    kind: "range",
    title: rangeMessage(breakdown, simulation),
    valueAxisTitle: valueAxisTitle(breakdown),
    numberFormat: format,
    categories: "Year",
    barCount: breakdown.years.length,
    series: [
      { heading: "P10", role: "lower", labels: format },
      { heading: "P50", role: "middle" },
      { heading: "P90", role: "upper", labels: format },
      { heading: `In ${asHeading(breakdown.scenario)}`, role: "counted" },
    ],
  };
}

/** "2020/21: savings of £12.1bn to £17.9bn in eight of ten trials; As planned counts £22.0bn." */
function rangeMessage(breakdown: Breakdown, { p10, p90 }: PlanSimulation): string {
  const { years, summary, unit, scenario } = breakdown;
  const decimals = decimalsIn(amountFormat(breakdown));
  const [low, high, counted] = [p10, p90, summary.savings].map((amounts) =>
    figure(amounts.at(-1) ?? 0, decimals, { locale: "en-GB", unit }),
  );
  return `${years.at(-1) ?? ""}: savings of ${low} to ${high} in eight of ten trials; ${scenario} counts ${counted}.`;
}

/** Sentences, and room for the chart, above the table: it may have many rows. */
function pageOf(breakdown: Breakdown, simulation: PlanSimulation, message: string): OutputPage {
  const rows: OutputPageRow[] = [
    { look: "quiet", cells: [noteLinesOf(breakdown)[0] ?? ""] },
    { look: "headline", cells: [message] },
    {
      look: "text",
      cells: ["In one of ten trials the savings are at most P10, in half at most P50, in nine of ten at most P90."],
    },
    {
      look: "text",
      cells: [
        "Drawn from each lever's low to its high; levers without a range count as certain. Percentiles do not add up.",
      ],
    },
    { look: "text", cells: [drawnLine(simulation)] },
  ];
  const room = Array.from({ length: chartRows }, (): OutputPageRow => ({ look: "text", cells: [] }));
  return { columnCount: 1, rows: [...rows, ...room], numberFormats: ["@"], chart: { row: rows.length + 2, column: 0 } };
}

/** Rows of the sheet that the chart covers, with one before and after it. */
const chartRows = 22;

/** "10,000 trials, seed 1, correlation 0.3": with the same, the same digits are drawn. */
function drawnLine({ trials, seed, correlation, heldTrials }: PlanSimulation): string {
  const count = new Intl.NumberFormat("en-GB").format(trials);
  const held =
    heldTrials === 0
      ? ""
      : ` In ${new Intl.NumberFormat("en-GB").format(heldTrials)} trials levers were held at their spend.`;
  return `${count} trials, seed ${seed}, correlation ${correlation} between any two levers (illustrative unless you gave it).${held}`;
}

function chanceWords({ summary, years }: Breakdown, { probability, probabilityNote }: PlanSimulation): string {
  if (probability === null) return `${probabilityNote.charAt(0).toUpperCase()}${probabilityNote.slice(1)}`;
  return `The savings meet the ${summary.target ? "target" : "gap"} of ${years.at(-1) ?? ""}, ${probabilityNote}`;
}

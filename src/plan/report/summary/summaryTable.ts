import type { Breakdown, Series } from "../../breakdown";
import type { Plan } from "../../plan";
import type { PositionYear } from "../../position";
import { barSeries } from "../barColumns";
import { bridge, mostParts, usualBy } from "../bridge";
import { valueAxisTitle } from "../bridgeTable";
import { amountFormat, decimalsIn, shareFormat } from "../numberFormats";
import type { OutputChart, OutputTable, RunNotes } from "../outputTable";
import { positionBridge } from "../positionBridge";
import { tableIdentity } from "../tableIdentity";
import { summaryPage } from "./summaryPage";

interface YearColumn {
  heading: string;
  series: Series;
  format: string;
}

/**
 * One page: what the plan comes to in sentences and figures, its bridge, its largest schemes, what all of it rests on; and the years one
 * below the other, as far as the plan says. A council's page has the bridge of its budget and the lines of its years.
 */
export function summaryTable(breakdown: Breakdown, plan: Plan, notes: RunNotes): OutputTable {
  const { summary, years, scenario } = breakdown;
  const what = summary.gap ? "Funding gap and savings" : "Savings";
  const shown = [...positionColumns(breakdown), ...planColumns(breakdown)].filter(({ series }) => series !== null);
  return {
    ...tableIdentity("summary", scenario),
    title: `${summary.target ? "Target and savings" : what}, ${scenario}`,
    noteLines: [],
    page: summaryPage(breakdown, plan, notes),
    fitsOnePage: true,
    header: ["Year", ...shown.map(({ heading }) => heading)],
    rows: years.map((year, index) => [year, ...shown.map(({ series }) => series?.[index] ?? null)]),
    numberFormats: years.map(() => ["@", ...shown.map((column) => column.format)]),
    chart: chartOf(breakdown),
  };
}

/** The bridge of the sheet Bridge; a council's, that of Position. The sentences above are its message. */
function chartOf(breakdown: Breakdown): OutputChart {
  const { position, summary, years } = breakdown;
  const format = amountFormat(breakdown);
  const year = years.at(-1) ?? "";
  const hasGap = (summary.gap?.at(-1) ?? null) !== null;
  const axis = { valueAxisTitle: valueAxisTitle(breakdown), numberFormat: format };
  const common = { kind: "bridge", ...axis, categories: "Bar" } as const;
  if (position?.form === "council") {
    const bars = positionBridge(position, position.years.length - 1, decimalsIn(format));
    return {
      ...common,
      title: `From budget to gap, ${position.years.at(-1)?.year ?? ""}`,
      barCount: bars.length,
      series: barSeries(format, true),
      drawnOf: "position",
    };
  }
  return {
    ...common,
    title: hasGap ? `From gap to remaining gap, ${year}` : `Savings, ${year}`,
    barCount: bridge(breakdown, { by: usualBy(breakdown), most: mostParts }).length,
    series: barSeries(format, hasGap),
    drawnOf: "bridge",
  };
}

/** What a council's years say first; nothing of a year before the first whose opening is known. */
function positionColumns(breakdown: Breakdown): YearColumn[] {
  const { position, years } = breakdown;
  if (position?.form !== "council") return [];
  const format = amountFormat(breakdown);
  const byYear = new Map(position.years.map((each) => [each.year, each]));
  const of = (amountOf: (year: PositionYear) => number | null): (number | null)[] =>
    years.map((year) => {
      const found = byYear.get(year);
      return found ? amountOf(found) : null;
    });
  return [
    { heading: "Net budget", series: of(({ council }) => council?.netBudget ?? null), format },
    { heading: "Gap before reserves", series: of(({ council }) => council?.gapBeforeReserves ?? null), format },
    { heading: "Annual gap", series: of(({ council }) => council?.annualGap ?? null), format },
    { heading: "Gap that is left", series: of(({ closing }) => closing), format },
  ];
}

function planColumns(breakdown: Breakdown): YearColumn[] {
  const { summary, levers } = breakdown;
  const hasBaseline = levers.some(({ baselineOnly }) => baselineOnly);
  const format = amountFormat(breakdown);
  return [
    { heading: "Need", series: summary.need, format },
    { heading: "Funding", series: summary.funding, format },
    { heading: "Target", series: summary.target, format },
    // The target is the gap that it is to close.
    { heading: "Gap", series: summary.target ? null : summary.gap, format },
    { heading: "Savings identified", series: summary.identified, format },
    { heading: "Unidentified", series: summary.unidentified, format },
    { heading: "Of it contingency", series: summary.contingency, format },
    { heading: "Remaining gap", series: summary.remaining, format },
    { heading: "New in year", series: summary.newInYear, format },
    { heading: "Only against the baseline", series: hasBaseline ? summary.baselineAssumptions : null, format },
    {
      heading: "Gap without baseline assumptions",
      series: hasBaseline ? summary.gapWithoutBaselineAssumptions : null,
      format,
    },
    { heading: "Savings as a share of spend", series: shareOfSpend(breakdown), format: shareFormat },
    { heading: "Required rate", series: summary.requiredRate, format: shareFormat },
  ];
}

/** Where there is spending and nothing says what is to be closed. */
function shareOfSpend({ summary }: Breakdown): Series {
  if (!summary.need || summary.gap) return null;
  return summary.need.map((need, year) => (need > 0 ? (summary.savings[year] ?? 0) / need : null));
}

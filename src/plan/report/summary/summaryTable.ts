import type { Breakdown, Series } from "../../breakdown";
import type { Plan } from "../../plan";
import type { Position, PositionYear } from "../../position";
import { barSeries } from "../bridge/barColumns";
import { bridge, mostParts, usualBy } from "../bridge/bridge";
import { valueAxisTitle } from "../bridge/bridgeTable";
import { amountFormat, decimalsIn, rateFormat } from "../numberFormats";
import type { OutputChart, OutputTable, RunNotes } from "../outputTable";
import { positionBridge } from "../bridge/positionBridge";
import { tableIdentity } from "../tableIdentity";
import { summaryPage } from "./summaryPage";

/** An amount of each year. */
interface YearLine {
  heading: string;
  series: Series;
  format: string;
}

/**
 * One page: what the plan comes to in sentences and figures, its bridge, its largest schemes, what all of it rests on; and the years one
 * below the other, as far as the plan says. A council's page has the bridge of its budget and the lines of its years, beside one another.
 */
export function summaryTable(breakdown: Breakdown, plan: Plan, notes: RunNotes): OutputTable {
  const { summary, scenario } = breakdown;
  const what = summary.gap ? "Funding gap and savings" : "Savings";
  return {
    ...tableIdentity("summary", scenario),
    title: `${summary.target ? "Target and savings" : what}, ${scenario}`,
    noteLines: [],
    page: summaryPage(breakdown, plan, notes),
    fitsOnePage: true,
    ...yearsOf(breakdown),
    chart: chartOf(breakdown),
  };
}

/** A row a year; of a council, a column a year, as its budgets are set out. */
function yearsOf(breakdown: Breakdown): Pick<OutputTable, "header" | "rows" | "numberFormats" | "totalRows"> {
  const { years, position } = breakdown;
  if (position?.form === "council") {
    const lines = councilLines(breakdown, position).filter(({ series }) => series !== null);
    return {
      header: ["Line", ...years],
      rows: lines.map(({ heading, series }) => [heading, ...years.map((_, year) => series?.[year] ?? null)]),
      numberFormats: lines.map(({ format }) => ["@", ...years.map(() => format)]),
      totalRows: lines.flatMap(({ heading }, at) => (stages.has(heading) ? [at] : [])),
    };
  }
  const shown = planLines(breakdown).filter(({ series }) => series !== null);
  return {
    header: ["Year", ...shown.map(({ heading }) => heading)],
    rows: years.map((year, index) => [year, ...shown.map(({ series }) => series?.[index] ?? null)]),
    numberFormats: years.map(() => ["@", ...shown.map((column) => column.format)]),
  };
}

/** What the lines before it come to. */
const stages = new Set(["Net budget", "Gap before reserves", "Gap that is left"]);

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

/**
 * A council's years: from the budget brought forward by what changes it to the net budget, less funding and reserves to the gap, costs positive as on
 * the sheet Position; then the savings. Nothing of a year before the first whose opening is known.
 */
function councilLines(breakdown: Breakdown, position: Position): YearLine[] {
  const format = amountFormat(breakdown);
  const byYear = new Map(position.years.map((each) => [each.year, each]));
  const line = (heading: string, amountOf: (year: PositionYear) => number | null): YearLine => ({
    heading,
    format,
    series: breakdown.years.map((year) => {
      const found = byYear.get(year);
      return found ? amountOf(found) : null;
    }),
  });
  const steps = (position.years[0]?.steps ?? []).map(({ name }, at) =>
    line(name, ({ steps: own }) => own[at]?.amount ?? null),
  );
  const less = steps.findIndex(({ heading }) => heading === "Funding");
  const changes = less < 0 ? steps : steps.slice(0, less);
  const [funding, ...reserves] = less < 0 ? [] : steps.slice(less);
  return [
    ...changes,
    line("Net budget", ({ council }) => council?.netBudget ?? null),
    ...(funding ? [funding] : []),
    line("Gap before reserves", ({ council }) => council?.gapBeforeReserves ?? null),
    ...reserves,
    line("Gap that is left", ({ closing }) => closing),
    line("Annual gap", ({ council }) => council?.annualGap ?? null),
    ...planLines(breakdown).filter(({ heading }) => ofSavings.has(heading)),
  ];
}

/** What the lines of a council's budget do not say. */
const ofSavings = new Set(["Savings identified", "Unidentified", "Of it contingency", "Only against the baseline"]);

function planLines(breakdown: Breakdown): YearLine[] {
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
    { heading: "Savings as a share of spend", series: shareOfSpend(breakdown), format: rateFormat },
    { heading: "Required rate", series: summary.requiredRate, format: rateFormat },
  ];
}

/** Where there is spending and nothing says what is to be closed. */
function shareOfSpend({ summary }: Breakdown): Series {
  if (!summary.need || summary.gap) return null;
  return summary.need.map((need, year) => (need > 0 ? (summary.savings[year] ?? 0) / need : null));
}

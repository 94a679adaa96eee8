import type { Breakdown, Series } from "../breakdown";
import { amountFormat, shareFormat } from "./numberFormats";
import type { OutputTable } from "./outputTable";
import { noteLinesOf, tableIdentity } from "./tableIdentity";

/** The years one below the other: what is to be closed and what the savings do about it, as far as the plan says. */
export function summaryTable(breakdown: Breakdown): OutputTable {
  const { summary, years, levers } = breakdown;
  const hasBaseline = levers.some(({ baselineOnly }) => baselineOnly);
  const format = amountFormat(breakdown);
  const columns: { heading: string; series: Series; format: string }[] = [
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
  const shown = columns.filter(({ series }) => series !== null);
  const what = summary.gap ? "Funding gap and savings" : "Savings";
  return {
    ...tableIdentity("summary", breakdown.scenario),
    title: `${summary.target ? "Target and savings" : what}, ${breakdown.scenario}`,
    noteLines: [...noteLinesOf(breakdown), ...(summary.requiredRate ? [requiredRateLine] : [])],
    fitsOnePage: true,
    header: ["Year", ...shown.map(({ heading }) => heading)],
    rows: years.map((year, index) => [year, ...shown.map(({ series }) => series?.[index] ?? null)]),
    numberFormats: years.map(() => ["@", ...shown.map((column) => column.format)]),
  };
}

const requiredRateLine =
  "Required rate: constant yearly efficiency from the base year that would bring need down to funding in that year.";

/** Where there is spending and nothing says what is to be closed. */
function shareOfSpend({ summary }: Breakdown): Series {
  if (!summary.need || summary.gap) return null;
  return summary.need.map((need, year) => (need > 0 ? (summary.savings[year] ?? 0) / need : null));
}

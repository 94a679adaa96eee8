import { bridgeTable } from "./bridgeTable";
import type { Breakdown, Subtotal } from "../breakdown";
import { notesTable } from "./notesTable";
import { amountFormat, shareFormat } from "./numberFormats";
import type { OutputTable, RunNotes } from "./outputTable";
import type { Plan } from "../plan";
import { noteLinesOf, tableIdentity } from "./tableIdentity";

/** The tables of a breakdown as they are written to sheets of their own, in order: Summary, Breakdown, Groups, Types, Bridge, Notes. */
export function outputTables(breakdown: Breakdown, plan: Plan, notes: RunNotes): OutputTable[] {
  return [
    summaryTable(breakdown),
    breakdownTable(breakdown),
    subtotalTable(breakdown, "groups", "Savings by group", "Group", breakdown.groups),
    subtotalTable(breakdown, "types", "Savings by type", "Type", breakdown.types),
    bridgeTable(breakdown),
    notesTable(breakdown, plan, notes),
  ];
}

function summaryTable(breakdown: Breakdown): OutputTable {
  const { summary, years } = breakdown;
  const format = amountFormat(breakdown);
  const header = [
    "Year",
    "Need",
    "Funding",
    "Gap",
    "Savings identified",
    "Unidentified",
    "Remaining gap",
    "New in year",
    "Only against the baseline",
    "Gap without baseline assumptions",
    "Required rate",
  ];
  const rows = years.map((year, index) => [
    year,
    ...[
      summary.need,
      summary.funding,
      summary.gap,
      summary.identified,
      summary.unidentified,
      summary.remaining,
      summary.newInYear,
      summary.baselineAssumptions,
      summary.gapWithoutBaselineAssumptions,
    ].map((path) => path[index] ?? 0),
    summary.requiredRate[index] ?? null,
  ]);
  const formats = ["@", ...Array<string>(9).fill(format), shareFormat];
  return {
    ...tableIdentity("summary", breakdown.scenario),
    title: `Funding gap and savings, ${breakdown.scenario}`,
    noteLines: [
      ...noteLinesOf(breakdown),
      "Required rate: constant yearly efficiency from the base year that would bring need down to funding in that year.",
    ],
    header,
    rows,
    numberFormats: rows.map(() => formats),
  };
}

function breakdownTable(breakdown: Breakdown): OutputTable {
  const { years, levers, unit } = breakdown;
  const last = years.length - 1;
  const lastYear = years[last] ?? "";
  const span = years.length > 1 ? `${years[0]}–${lastYear}` : lastYear;
  const format = amountFormat(breakdown);
  const at = (path: number[]): number => path[last] ?? 0;
  const columns: {
    heading: string;
    format: string;
    value: (lever: Breakdown["levers"][number]) => string | number | null;
  }[] = [
    { heading: "Lever", format: "@", value: ({ name }) => name },
    { heading: "Group", format: "@", value: ({ group }) => group },
    { heading: "Type", format: "@", value: ({ type }) => type },
    { heading: "Status", format: "@", value: ({ status }) => status },
    ...years.map((year, index) => ({
      heading: year,
      format,
      value: ({ attributed }: Breakdown["levers"][number]) => attributed[index] ?? 0,
    })),
    { heading: `Run rate ${lastYear}`, format, value: ({ runRate }) => runRate },
    { heading: `Sum ${span}`, format, value: ({ total }) => total },
    { heading: `Share of gap ${lastYear}`, format: shareFormat, value: ({ shareOfGap }) => shareOfGap },
    { heading: `Stand-alone ${lastYear}`, format, value: ({ standalone }) => at(standalone) },
    { heading: `Overlap ${lastYear}`, format, value: ({ overlap }) => at(overlap) },
    { heading: `Net of costs ${lastYear}`, format, value: ({ net }) => at(net) },
    { heading: `Net of costs ${span}`, format, value: ({ net }) => net.reduce((sum, amount) => sum + amount, 0) },
    { heading: "Present value of net", format, value: ({ presentValue }) => presentValue },
    { heading: `Risk-adjusted ${lastYear}`, format, value: ({ riskAdjusted }) => riskAdjusted },
  ];
  // One year is its own run rate, sum and net: headings stay unique because of their first words, save the doubled net.
  const unique = columns.filter(
    ({ heading }, index) => columns.findIndex((other) => other.heading === heading) === index,
  );
  return {
    ...tableIdentity("breakdown", breakdown.scenario),
    title: `Savings by lever, ${breakdown.scenario}`,
    noteLines: [
      ...noteLinesOf(breakdown),
      `Years: saving attributed to the lever in that year. Sum: over the years ${span}, each year's whole saving. ${unit ? `Amounts in ${unit}; ` : ""}${breakdown.checks.presentValueNote}.`,
    ],
    header: unique.map(({ heading }) => heading),
    rows: levers.map((lever) => unique.map(({ value }) => value(lever))),
    numberFormats: levers.map(() => unique.map((column) => column.format)),
  };
}

function subtotalTable(
  breakdown: Breakdown,
  id: "groups" | "types",
  title: string,
  first: string,
  subtotals: Subtotal[],
): OutputTable {
  const { years, summary } = breakdown;
  const lastYear = years[years.length - 1] ?? "";
  const gap = summary.gap[years.length - 1] ?? 0;
  const format = amountFormat(breakdown);
  const span = years.length > 1 ? `${years[0]}–${lastYear}` : lastYear;
  const rows = subtotals.map(({ name, attributed, runRate, total }) => [
    name,
    ...attributed,
    runRate,
    total,
    gap > 0 ? runRate / gap : null,
  ]);
  const formats = ["@", ...years.map(() => format), format, format, shareFormat];
  return {
    ...tableIdentity(id, breakdown.scenario),
    title: `${title}, ${breakdown.scenario}`,
    noteLines: [
      ...noteLinesOf(breakdown),
      id === "types"
        ? "Savings of type Baseline assumption exist only against the baseline."
        : "Sums of the levers' attributed savings.",
    ],
    header: [first, ...years, `Run rate ${lastYear}`, `Sum ${span}`, `Share of gap ${lastYear}`],
    rows,
    numberFormats: rows.map(() => formats),
  };
}

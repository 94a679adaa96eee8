import type { Breakdown, LeverResult } from "../breakdown";
import { countsAsSaving } from "../evaluation/kinds";
import { partOf } from "./breakdownBy";
import { amountFormat, shareFormat } from "./numberFormats";
import type { OutputTable } from "./outputTable";
import { noteLinesOf, tableIdentity } from "./tableIdentity";

interface Column {
  heading: string;
  format: string;
  value: (lever: LeverResult) => string | number | null;
}

/** A row for each lever that saves, is a contingency or costs, with its years and what there is to know of it. */
export function breakdownTable(breakdown: Breakdown): OutputTable {
  const { years, unit } = breakdown;
  const levers = breakdown.levers.filter(({ kind }) => countsAsSaving(kind) || kind === "One-off cost");
  const span = spanOf(years);
  // One year is its own sum: of two columns with the same heading the first says all.
  const all = columnsOf(breakdown, levers);
  const unique = all.filter(({ heading }, index) => all.findIndex((other) => other.heading === heading) === index);
  return {
    ...tableIdentity("breakdown", breakdown.scenario),
    title: `Savings by lever, ${breakdown.scenario}`,
    noteLines: [
      ...noteLinesOf(breakdown),
      `Years: saving attributed to the lever in that year. Sum: over the years ${span}, each year's whole saving. Full-year effect: of the last year, had every lever run all twelve months of it. ${unit ? `Amounts in ${unit}; ` : ""}${breakdown.checks.presentValueNote}.`,
    ],
    header: unique.map(({ heading }) => heading),
    rows: levers.map((lever) => unique.map(({ value }) => value(lever))),
    numberFormats: levers.map(() => unique.map((column) => column.format)),
  };
}

function columnsOf(breakdown: Breakdown, levers: LeverResult[]): Column[] {
  const { years, summary } = breakdown;
  const last = years.length - 1;
  const lastYear = years[last] ?? "";
  const span = spanOf(years);
  const format = amountFormat(breakdown);
  const at = (path: number[]): number => path[last] ?? 0;
  const text = (heading: string, value: (lever: LeverResult) => string): Column => ({ heading, format: "@", value });
  const amount = (heading: string, value: (lever: LeverResult) => number | null): Column => ({
    heading,
    format,
    value,
  });
  const gap = summary.gap?.at(-1) ?? null;
  return [
    text("Lever", ({ name }) => name),
    ...where(levers, [
      ["Reference", ({ reference }) => reference],
      ["Group", ({ group }) => group],
      ["Kind", ({ kind }) => (kind === "Saving" ? "" : kind)],
    ]),
    text("Type", partOf.type),
    ...where(levers, [
      ["Cash effect", ({ cashEffect }) => stated(cashEffect)],
      ["Efficiency type", ({ efficiencyType }) => stated(efficiencyType)],
      ["Status", ({ status }) => status],
      ["RAG", ({ rag }) => rag],
      ["Risk", ({ risk }) => risk],
      ["Gate", ({ gate }) => gate],
    ]),
    ...years.map((year, index) => amount(year, ({ attributed }) => attributed[index] ?? 0)),
    amount(`Full-year effect ${lastYear}`, ({ fullYearEffect }) => fullYearEffect),
    ...(levers.some(({ exitRunRate }) => exitRunRate !== null)
      ? [amount("Exit run-rate", ({ exitRunRate }) => exitRunRate)]
      : []),
    amount(`Sum ${span}`, ({ total }) => total),
    ...(gap === null
      ? []
      : [
          {
            heading: `Share of gap ${lastYear}`,
            format: shareFormat,
            value: ({ shareOfGap }: LeverResult) => shareOfGap,
          },
        ]),
    ...(breakdown.checks.overlapShare === null
      ? []
      : [
          amount(`Stand-alone ${lastYear}`, ({ standalone }) => at(standalone)),
          amount(`Least ${lastYear}`, ({ least }) => at(least)),
          amount(`Most ${lastYear}`, ({ most }) => at(most)),
          amount(`Overlap ${lastYear}`, ({ overlap }) => at(overlap)),
        ]),
    amount(`Net of costs ${lastYear}`, ({ net }) => at(net)),
    amount(`Net of costs ${span}`, ({ net }) => net.reduce((sum, one) => sum + one, 0)),
    ...(levers.some(({ presentValue }) => presentValue !== null)
      ? [amount("Present value of net", ({ presentValue }) => presentValue)]
      : []),
    amount(`Risk-adjusted ${lastYear}`, ({ riskAdjusted }) => riskAdjusted),
  ];

  /** The columns of text in which any lever has one. */
  function where(rows: LeverResult[], candidates: [string, (lever: LeverResult) => string][]): Column[] {
    return candidates
      .filter(([, value]) => rows.some((row) => value(row) !== ""))
      .map(([heading, value]) => text(heading, value));
  }
}

function stated(word: string): string {
  return word === "Not stated" ? "" : word;
}

/** "2015/16–2017/18". */
export function spanOf(years: string[]): string {
  const lastYear = years.at(-1) ?? "";
  return years.length > 1 ? `${years[0]}–${lastYear}` : lastYear;
}

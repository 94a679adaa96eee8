import { sameName } from "../../cells/names";
import type { Breakdown, LeverResult, Series, Subtotal } from "../breakdown";
import { countsAsSaving } from "../evaluation/kinds";
import { subtotalsBy } from "../evaluation/totals/subtotals";
import { barHeadings, barRows } from "../report/bridge/barColumns";
import { overlapNotAttributed } from "../report/breakdown/overlapNotAttributed";
import { bridge, mostParts, usualBy } from "../report/bridge/bridge";
import { partOf } from "../report/breakdownBy";
import { positionTable } from "../report/positionTable";

/** A block as its cells; "" where there is nothing. */
export type Block = (string | number)[][];

/**
 * The years one below the other. Columns are there or not by what the plan has, never by its figures, so that a formula which points into the block
 * keeps its place.
 */
export function summaryBlock({ summary, years }: Breakdown): Block {
  const columns: [heading: string, series: Series][] = [
    ["Need", summary.need],
    ["Funding", summary.funding],
    [summary.target ? "Target" : "Gap", summary.gap],
    ["Identified", summary.identified],
    ["Unidentified", summary.unidentified],
    ["Savings", summary.savings],
    ["Remaining", summary.remaining],
    ["New in year", summary.newInYear],
  ];
  const shown = columns.filter(([, series]) => series !== null);
  return [
    ["Year", ...shown.map(([heading]) => heading)],
    ...years.map((year, at) => [year, ...shown.map(([, series]) => series?.[at] ?? "")]),
  ];
}

interface LeverFigure {
  heading: string;
  of: (lever: LeverResult) => string | number;
  /** In the row of what the method attributes to no lever; null where it has no figure there. */
  ofOverlap?: (overlap: number[]) => number;
  /** Whether the sum of the levers' figures says something. */
  addsUp?: true;
}

/** A row a lever that saves or costs, what the method attributes to none of them, and the total. */
export function breakdownBlock(breakdown: Breakdown): Block {
  const { years, summary } = breakdown;
  const levers = breakdown.levers.filter(({ kind }) => countsAsSaving(kind) || kind === "One-off cost");
  const overlap = overlapNotAttributed(breakdown);
  const gap = summary.gap?.at(-1) ?? null;
  const lastOf = (path: readonly number[]): number => path.at(-1) ?? 0;
  const figures: LeverFigure[] = [
    ...years.map((year, at): LeverFigure => ({
      ...{ heading: year, addsUp: true, of: ({ attributed }) => attributed[at] ?? 0 },
      ofOverlap: (rest) => rest[at] ?? 0,
    })),
    { heading: "Full-year effect", addsUp: true, of: ({ fullYearEffect }) => fullYearEffect },
    { heading: "Sum", addsUp: true, of: ({ total }) => total, ofOverlap: sum },
    ...(summary.gap
      ? [
          {
            heading: "Share of gap",
            addsUp: true as const,
            of: ({ shareOfGap }: LeverResult) => shareOfGap ?? "",
            ...(gap !== null && gap > 0 && { ofOverlap: (rest: number[]) => lastOf(rest) / gap }),
          },
        ]
      : []),
    { heading: "Stand-alone", addsUp: true, of: ({ standalone }) => lastOf(standalone) },
    { heading: "Least", of: ({ least }) => lastOf(least) },
    { heading: "Most", of: ({ most }) => lastOf(most) },
    { heading: "Overlap", addsUp: true, of: ({ overlap: own }) => lastOf(own) },
    { heading: "Risk-adjusted", addsUp: true, of: ({ riskAdjusted }) => riskAdjusted },
  ];
  const words = (lever: LeverResult): string[] => [
    lever.name,
    lever.reference,
    lever.group,
    partOf.type(lever),
    lever.status,
  ];
  const rows: Block = levers.map((lever) => [...words(lever), ...figures.map(({ of }) => of(lever))]);
  if (overlap)
    rows.push([
      "Overlap not attributed",
      "",
      "",
      "",
      "",
      ...figures.map(({ ofOverlap }) => ofOverlap?.(overlap) ?? ""),
    ]);
  const totals = figures.map(({ addsUp }, at): number | string => {
    const cells = rows.map((row) => row[at + wordCount]);
    const given = cells.filter((cell) => typeof cell === "number");
    // A sum leaves out nothing: where a row has no figure, there is none.
    return addsUp && given.length === rows.length - (overlap && figures[at]?.ofOverlap === undefined ? 1 : 0)
      ? sum(given)
      : "";
  });
  return [
    ["Lever", "Reference", "Group", "Type", "Status", ...figures.map(({ heading }) => heading)],
    ...rows,
    [overlap ? "Combined saving" : "Total", "", "", "", "", ...totals],
  ];
}

const wordCount = 5;

/** What savings can be split by, beside the headings of the register. */
export const splits = ["group", "type", "status", "recurrent", "organisation"] as const;
type Split = (typeof splits)[number];

/** Subtotals; `part`: of a split that is none of ours, the part that each lever of the breakdown belongs to. */
export function groupsBlock(breakdown: Breakdown, heading: string, part: (lever: LeverResult) => string): Block {
  const { years, summary } = breakdown;
  const parts = subtotalsBy(breakdown.levers, part);
  const overlap = overlapNotAttributed(breakdown);
  const gap = summary.gap?.at(-1) ?? null;
  const row = ({
    name,
    attributed,
    fullYearEffect,
    total,
  }: Omit<Subtotal, "fullYearEffect"> & { fullYearEffect: number | "" }) => [
    ...[name, ...attributed, fullYearEffect, total],
    ...(summary.gap ? [gap !== null && gap > 0 ? (attributed.at(-1) ?? 0) / gap : ""] : []),
  ];
  const all = [
    ...parts,
    ...(overlap
      ? [{ name: "Overlap not attributed", attributed: overlap, fullYearEffect: "" as const, total: sum(overlap) }]
      : []),
  ];
  const whole = {
    name: overlap ? "Combined saving" : "Total",
    attributed: years.map((_, at) => sum(all.map(({ attributed }) => attributed[at] ?? 0))),
    fullYearEffect: overlap ? ("" as const) : sum(parts.map(({ fullYearEffect }) => fullYearEffect)),
    total: sum(all.map(({ total }) => total)),
  };
  return [
    [heading, ...years, "Full-year effect", "Sum", ...(summary.gap ? ["Share of gap"] : [])],
    ...[...all, whole].map(row),
  ];
}

/** The part of each of our splits that a lever belongs to. */
export const splitParts: Record<Split, { heading: string; part: (lever: LeverResult) => string }> = {
  group: { heading: "Group", part: partOf.group },
  type: { heading: "Type", part: partOf.type },
  status: { heading: "Status", part: partOf.status },
  recurrent: { heading: "Recurrence", part: ({ recurrent }) => (recurrent ? "Recurrent" : "Non-recurrent") },
  organisation: { heading: "Organisation", part: ({ organisation }) => organisation || "No organisation" },
};

/** Columns that draw lines from bar to bar, which need blanks that no formula can give. */
const lines = /^Link \d$/;

/** The steps of the bridge to a year, and beside them the columns that draw it as stacked columns. */
export function bridgeBlock(breakdown: Breakdown, at: number): Block {
  const upTo = asOf(breakdown, at);
  const steps = bridge(upTo, { by: usualBy(upTo), most: mostParts });
  const columns = barHeadings.flatMap((heading, index) => (heading === "Bar" || lines.test(heading) ? [] : [index]));
  const bars = barRows(steps);
  return [
    ["Step", "Amount", ...columns.map((index) => barHeadings[index] ?? "")],
    ...steps.map(({ name, amount }, row) => [
      name,
      amount,
      ...columns.map((index) => {
        const cell = bars[row]?.[index];
        return typeof cell === "number" ? cell : 0;
      }),
    ]),
  ];
}

/** The breakdown as if a year were its last. */
function asOf(breakdown: Breakdown, at: number): Breakdown {
  const { years, levers, summary } = breakdown;
  if (at === years.length - 1) return breakdown;
  const cut = <T>(path: T[]): T[] => path.slice(0, at + 1);
  return {
    ...breakdown,
    years: cut(years),
    levers: levers.map((lever) => ({ ...lever, attributed: cut(lever.attributed) })),
    summary: {
      ...summary,
      need: summary.need && cut(summary.need),
      savings: cut(summary.savings),
      gap: summary.gap && cut(summary.gap),
      remaining: summary.remaining && cut(summary.remaining),
    },
  };
}

/** The year of a label, or of the year in which it starts; −1 where the plan has none such. */
export function yearAt({ years }: Breakdown, label: string): number {
  const exact = years.findIndex((year) => sameName(year, label));
  return exact >= 0 ? exact : years.findIndex((year) => year.startsWith(`${label}/`));
}

/** A row a step, a column a year; null where the plan has no position. */
export function positionBlock(breakdown: Breakdown): Block | null {
  const { position } = breakdown;
  if (!position) return null;
  const { rows } = positionTable(breakdown, position);
  const width = position.years.length + 1;
  return [
    ["Step", ...position.years.map(({ year }) => year)],
    ...rows.map((row) =>
      row.slice(0, width).map((cell) => (typeof cell === "number" || typeof cell === "string" ? cell : "")),
    ),
  ];
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}

import { sameName } from "../../../cells/names";
import type { Breakdown, LeverResult } from "../../breakdown";
import type { PlanSimulation } from "../../planSimulation";
import { partOf } from "../breakdownBy";
import { amountFormat, shareFormat } from "../numberFormats";
import type { OutputCell } from "../outputTable";
import type { CarriedColumn } from "./carriedColumns";
import { spanOf } from "../words/spanOf";

/** A column of the Breakdown. */
export interface LeverColumn {
  heading: string;
  format: string;
  /** Of its cell for a lever, where they differ. */
  formatOf?: (lever: LeverResult) => string;
  value: (lever: LeverResult) => OutputCell;
  /** In the row of what the method attributes to no lever, by year. */
  ofOverlap: (overlap: number[]) => OutputCell;
  /** The sum of its rows means something: bounds do not add up. */
  addsUp: boolean;
}

/** The columns that say something of these levers: none is empty, none repeats what another says. */
export function leverColumns(
  breakdown: Breakdown,
  levers: LeverResult[],
  { carried, simulation }: { carried: readonly CarriedColumn[]; simulation: PlanSimulation | null | undefined },
): LeverColumn[] {
  const [names, others] = wordColumns(levers);
  const columns = [...others, ...amountColumns(breakdown, levers, simulation)];
  const own = carriedBeside(breakdown, carried, [...names, ...columns]);
  return [...names, ...own, ...columns];
}

/** Those of the user's columns that say something; one whose heading is taken by a column of ours says whose it is. */
function carriedBeside(
  breakdown: Breakdown,
  carried: readonly CarriedColumn[],
  ours: readonly LeverColumn[],
): LeverColumn[] {
  const places = new Map(breakdown.levers.map((lever, at) => [lever, at]));
  const taken = ours.map(({ heading }) => heading);
  return carried.flatMap(({ heading, cells }): LeverColumn[] => {
    if (cells.every(({ value }) => value === "")) return [];
    const cellOf = (lever: LeverResult) => cells[places.get(lever) ?? -1];
    const isTaken = (name: string) => taken.some((other) => sameName(other, name));
    let name = isTaken(heading) ? `${heading} (register)` : heading;
    for (let number = 2; isTaken(name); number++) name = `${heading} (register ${number})`;
    taken.push(name);
    return [
      {
        ...{ heading: name, format: "@", addsUp: false, ofOverlap: () => "" },
        value: (lever) => cellOf(lever)?.value ?? "",
        formatOf: (lever) => cellOf(lever)?.format ?? "@",
      },
    ];
  });
}

/** What the lever is called, and what else is said of it in words; the user's own columns stand between. */
function wordColumns(levers: LeverResult[]): [names: LeverColumn[], others: LeverColumn[]] {
  const always: Words[] = [["Lever", ({ name }) => name]];
  const stated: Words[] = [
    ["Reference", ({ reference }) => reference],
    ["Group", ({ group }) => group],
    ["Kind", ({ kind }) => (kind === "Saving" ? "" : kind)],
    ["Type", partOf.type],
    ["Recurrent", recurrenceOf(levers)],
    ["Cash effect", ({ cashEffect }) => unlessNotStated(cashEffect)],
    ["Efficiency type", ({ efficiencyType }) => unlessNotStated(efficiencyType)],
    ["Status", ({ status }) => status],
    ["RAG", ({ rag }) => rag],
    ["Risk", ({ risk }) => risk],
    ["Gate", ({ gate }) => gate],
  ];
  const saying = stated.filter(([, word]) => levers.some((lever) => word(lever) !== ""));
  const columns = [...always, ...saying].map(([heading, value], index): LeverColumn => ({
    ...{ heading, format: "@", value, addsUp: false },
    ofOverlap: () => (index === 0 ? "Overlap not attributed" : ""),
  }));
  const isName = ({ heading }: LeverColumn) => ["Lever", "Reference", "Group"].includes(heading);
  return [columns.filter(isName), columns.filter((column) => !isName(column))];
}

type Words = [heading: string, word: (lever: LeverResult) => string];

/** Nothing, where all recur. */
function recurrenceOf(levers: LeverResult[]): (lever: LeverResult) => string {
  const isMixed = levers.some(({ recurrent }) => !recurrent);
  return ({ recurrent }) => (isMixed ? (recurrent ? "Recurrent" : "Non-recurrent") : "");
}

function unlessNotStated(word: string): string {
  return word === "Not stated" ? "" : word;
}

/** Years, full-year effect, sum and share of the gap; then what differs from what these say. */
function amountColumns(
  breakdown: Breakdown,
  levers: LeverResult[],
  simulation: PlanSimulation | null | undefined,
): LeverColumn[] {
  const { years, summary } = breakdown;
  const last = years.length - 1;
  const lastYear = years[last] ?? "";
  const format = amountFormat(breakdown);
  const gap = summary.gap?.at(-1) ?? null;
  const lastOf = (path: number[]): number => path[last] ?? 0;
  const credited = ({ attributed }: LeverResult): number => lastOf(attributed);
  const amount = (heading: string, value: Figure, others: Partial<LeverColumn> = {}): LeverColumn => ({
    ...{ heading, format, value, addsUp: true, ofOverlap: () => null, ...others },
  });
  /** None where it says of every lever what another column says. */
  const unless = (other: Figure, column: LeverColumn): LeverColumn[] =>
    levers.some((lever) => !isSame(column.value(lever), other(lever))) ? [column] : [];
  const bound = { addsUp: false };
  const places = new Map(breakdown.levers.map((lever, at) => [lever, at]));
  const percentiles = (["p10", "p50", "p90"] as const).map((name): LeverColumn[] =>
    unless(
      credited,
      amount(
        `${name.toUpperCase()} ${lastYear}`,
        (lever) => simulation?.levers[places.get(lever) ?? -1]?.[name] ?? credited(lever),
        bound,
      ),
    ),
  );
  return [
    ...years.map((year, index) =>
      amount(year, ({ attributed }) => attributed[index] ?? 0, { ofOverlap: (overlap) => overlap[index] ?? 0 }),
    ),
    ...unless(
      credited,
      amount(`Full-year effect ${lastYear}`, ({ fullYearEffect }) => fullYearEffect),
    ),
    ...unless(
      ({ exitRunRate, fullYearEffect }) => (exitRunRate === null ? null : fullYearEffect),
      amount("Exit run-rate", ({ exitRunRate }) => exitRunRate, bound),
    ),
    ...(years.length > 1 ? [amount(`Sum ${spanOf(years)}`, ({ total }) => total, { ofOverlap: sum })] : []),
    ...(gap !== null && gap > 0
      ? [
          amount(`Share of gap ${lastYear}`, ({ shareOfGap }) => shareOfGap, {
            format: shareFormat,
            ofOverlap: (overlap) => lastOf(overlap) / gap,
          }),
        ]
      : []),
    ...unless(
      credited,
      amount(`Stand-alone ${lastYear}`, ({ standalone }) => lastOf(standalone)),
    ),
    ...unless(
      () => 0,
      amount(`Overlap ${lastYear}`, ({ overlap }) => lastOf(overlap)),
    ),
    ...unless(
      credited,
      amount(`Least ${lastYear}`, ({ least }) => lastOf(least), bound),
    ),
    ...unless(
      credited,
      amount(`Most ${lastYear}`, ({ most }) => lastOf(most), bound),
    ),
    ...unless(
      credited,
      amount(`Net of costs ${lastYear}`, ({ net }) => lastOf(net), { ofOverlap: lastOf }),
    ),
    ...unless(
      ({ total }) => total,
      amount(`Net of costs ${spanOf(years)}`, ({ net }) => sum(net), { ofOverlap: sum }),
    ),
    ...unless(
      () => null,
      amount("Present value of net", ({ presentValue }) => presentValue),
    ),
    ...unless(
      ({ fullYearEffect }) => fullYearEffect,
      amount(`Risk-adjusted ${lastYear}`, ({ riskAdjusted }) => riskAdjusted),
    ),
    ...percentiles.flat(),
  ];
}

type Figure = (lever: LeverResult) => number | null;

/** Alike but for what rounding leaves. */
function isSame(one: OutputCell, other: number | null): boolean {
  if (typeof one !== "number" || other === null) return one === other;
  return Math.abs(one - other) <= 1e-9 * Math.max(Math.abs(one), Math.abs(other));
}

function sum(amounts: number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}

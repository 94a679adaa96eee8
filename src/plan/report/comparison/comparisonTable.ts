import { sameName } from "../../../cells/names";
import type { Breakdown } from "../../breakdown";
import { countsAsSaving } from "../../evaluation/kinds";
import { overlapNotAttributed } from "../breakdown/overlapNotAttributed";
import { amountFormat, unitLine } from "../numberFormats";
import type { OutputTable } from "../outputTable";
import { methodLine, tableIdentity } from "../tableIdentity";
import { asHeading } from "../words/asHeading";

/**
 * Scenarios of one plan side by side, and what each has more than the first: savings by year, what remains of the gap, and the levers in the last year
 * that all have, down to the combined saving.
 */
export function comparisonTable(first: Breakdown, others: readonly Breakdown[]): OutputTable {
  const all = [first, ...others];
  const count = Math.min(...all.map(({ years }) => years.length));
  const years = first.years.slice(0, count);
  const lastYear = years.at(-1) ?? "";
  const names = uniqueNames(all.map(({ scenario }) => asHeading(scenario)));
  const lines = [
    ...savingLines(all, years),
    ...gapLines(all, years),
    ...leverLines(all, count - 1, `Lever, ${lastYear}`),
  ];
  const isSplit = all.some(({ checks }) => checks.overlapShare !== null);
  const format = amountFormat(first);
  return {
    ...tableIdentity("comparison", first.scenario),
    title: `Scenarios compared: ${all.map(({ scenario }) => scenario).join(", ")}`,
    noteLines: [
      `${unitLine(first)}. ${names.length > 2 ? "Each difference is" : "The difference is"} from ${first.scenario}.${isSplit ? ` Method: ${methodLine(first.method)}.` : ""}`,
    ],
    header: ["Part", "What", ...names, ...names.slice(1).map((name) => `${name} less ${names[0]}`)],
    rows: lines.map(({ part, what, amounts }) => [
      ...[part, what, ...amounts],
      ...amounts.slice(1).map((amount) => (amount === null || amounts[0] === null ? null : amount - amounts[0]!)),
    ]),
    numberFormats: lines.map(() => ["@", "@", ...Array<string>(2 * all.length - 1).fill(format)]),
    keyColumns: 2,
    totalRows: lines.flatMap(({ isTotal }, at) => (isTotal ? [at] : [])),
  };
}

interface Line {
  part: string;
  what: string;
  /** One a scenario; null where it has none. */
  amounts: (number | null)[];
  isTotal?: boolean;
}

function savingLines(all: readonly Breakdown[], years: readonly string[]): Line[] {
  const byYear = years.map((year, at): Line => ({
    ...{ part: "Savings", what: year },
    amounts: all.map(({ summary }) => summary.savings[at] ?? 0),
  }));
  return years.length > 1 ? [...byYear, totalOf("Savings", "Total", byYear)] : byYear;
}

/** What remains is no sum of years: the gap of each year is that year's. */
function gapLines(all: readonly Breakdown[], years: readonly string[]): Line[] {
  return years.flatMap((year, at): Line[] => {
    const amounts = all.map(({ summary }) => summary.remaining?.[at] ?? null);
    return amounts.every((amount) => amount === null) ? [] : [{ part: "Remaining gap", what: year, amounts }];
  });
}

function leverLines(all: readonly Breakdown[], year: number, part: string): Line[] {
  const levers = (all[0]?.levers ?? []).flatMap(({ name, kind }, index): Line[] =>
    countsAsSaving(kind)
      ? [{ part, what: name, amounts: all.map((one) => one.levers[index]?.attributed[year] ?? 0) }]
      : [],
  );
  const overlaps = all.map((one) => overlapNotAttributed(one)?.[year] ?? 0);
  const hasOverlap = overlaps.some((amount) => amount !== 0);
  const lines = hasOverlap ? [...levers, { part, what: "Overlap not attributed", amounts: overlaps }] : levers;
  return [...lines, totalOf(part, hasOverlap ? "Combined saving" : "Total", lines)];
}

function totalOf(part: string, what: string, lines: readonly Line[]): Line {
  const amounts = (lines[0]?.amounts ?? []).map((_, at) =>
    lines.reduce((sum, line) => sum + (line.amounts[at] ?? 0), 0),
  );
  return { part, what, amounts, isTotal: true };
}

/** Headings of their own, whatever the scenarios are called. */
function uniqueNames(names: readonly string[]): string[] {
  const taken = ["Part", "What"];
  return names.map((name) => {
    let unique = name;
    for (let number = 2; taken.some((other) => sameName(other, unique)); number++) unique = `${name} (${number})`;
    taken.push(unique);
    return unique;
  });
}

import type { Breakdown } from "../../breakdown";
import { inUnit, type NoteLine } from "./noteLine";

/** The checks, each where it has something to say: in words, and what it comes to in a cell. */
export function checkLines(breakdown: Breakdown): NoteLine[] {
  const { checks, years, summary, unit } = breakdown;
  const lastYear = years.at(-1) ?? "";
  const saved = summary.savings.at(-1) ?? 0;
  const moved = saved - checks.systemSavings;
  const lines: Line[] = [
    [inUnit(adds(breakdown), unit), checks.reconciliation],
    [`Share of the ${lastYear} gap that rests on savings not identified`, orNothing(checks.balancingItem), "share"],
    [`Share of the ${lastYear} gap that is uncovered`, orNothing(checks.uncovered), "share"],
    ...(summary.gap && checks.balancingItem === null ? [[`There is no gap in ${lastYear}`, null] as Line] : []),
    ...targetLines(breakdown),
    ...rampLine(breakdown),
    ...(checks.overlapShare === null
      ? [["Overlap not tested: schemes were taken as separate", null] as Line]
      : [[`Overlap: share of what the levers would save alone in ${lastYear}`, checks.overlapShare, "share"] as Line]),
    [
      inUnit(`Savings of ${lastYear} that move to another organisation, not out of the system`, unit),
      beyond(moved, saved),
    ],
    [`Share of the ${lastYear} savings with a low and a high`, orNothing(checks.rangeShare), "share"],
    ...backLoadingLines(breakdown),
    ...checks.eliminations.map(({ levers: [one, other], organisations: [from, to], amounts }): Line => [
      inUnit(`'${one}' (${from}) is the other side of '${other}' (${to}); what cancels in ${lastYear}`, unit),
      amounts.at(-1) ?? 0,
    ]),
    [
      "Times that levers were held at the spend they apply to (a category in a year)",
      orNothing(checks.heldAtSpend),
      "count",
    ],
    ...effortLines(breakdown),
    [
      "Years of categories in which savings cancel out, so that pro rata has no answer and Shapley was taken",
      orNothing(checks.proRataCancelled),
      "count",
    ],
  ];
  return lines.flatMap(([note, figure, format]): NoteLine[] =>
    figure === undefined ? [] : [{ about: "Checks", note, figure, ...(format && { format }) }],
  );
}

/** A figure of `undefined` has nothing to say, `null` none beside its words. */
type Line = [note: string, figure: number | null | undefined, format?: NoteLine["format"]];

function adds({ checks, method }: Breakdown): string {
  if (checks.reconciliation === 0) return "Adds up: largest difference of any year";
  return method === "standalone" || method === "last"
    ? "Largest difference of any year; this method does not sum to the combined saving"
    : "Does not add up: largest difference of any year";
}

function orNothing(value: number | null): number | undefined {
  return value === null || value === 0 ? undefined : value;
}

function beyond(rest: number, whole: number): number | undefined {
  return Math.abs(rest) <= 1e-9 * Math.abs(whole) ? undefined : rest;
}

/** Where savings are more than those of the year before. */
function rampLine({ summary: { savings }, years }: Breakdown): Line[] {
  const rises = savings.flatMap((now, year) => {
    const before = savings[year - 1] ?? 0;
    return before > 0 && now > before ? [{ times: now / before, year }] : [];
  });
  const [steepest] = rises.sort((a, b) => b.times - a.times);
  if (!steepest) return [];
  const { times, year } = steepest;
  return [[`Steepest rise: savings of ${years[year]} as a multiple of those of ${years[year - 1]}`, times, "ratio"]];
}

function backLoadingLines({ checks: { backLoading } }: Breakdown): Line[] {
  if (backLoading === null) return [];
  const of = `Of the ${backLoading.year} savings whose months are given, share that comes`;
  return [
    [`${of} in months 7 to 12`, backLoading.secondHalf, "share"],
    [`${of} in the last three months`, backLoading.lastQuarter, "share"],
  ];
}

/** Against the capacity, where the scenario gives one. */
function effortLines({ checks: { effort, capacity }, years }: Breakdown): Line[] {
  if (effort.every((amount) => amount === 0)) return [];
  const lines = years.map((year, at): Line => {
    const over = capacity !== null && (effort[at] ?? 0) > capacity ? ", more than there is" : "";
    return [`Effort of ${year}${over}`, effort[at] ?? 0, "ratio"];
  });
  return capacity === null ? lines : [...lines, ["Capacity of a year", capacity, "ratio"]];
}

/** By how much need less funding is above the target, in the years that have one. */
function targetLines({ checks, years, unit }: Breakdown): Line[] {
  const differences = checks.targetAgainstFunding ?? [];
  if (differences.every((difference) => difference === null)) return [];
  if (differences.every((difference) => (difference ?? 0) === 0)) return [["Need less funding is the target", null]];
  return differences.flatMap((difference, year): Line[] =>
    difference === null ? [] : [[inUnit(`Need less funding less target, ${years[year]}`, unit), difference]],
  );
}

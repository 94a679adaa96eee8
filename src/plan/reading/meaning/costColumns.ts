import { normalise } from "../../columns/words/normalise";
import { aspectOf } from "./aspect";
import { effectMeanings } from "./effectMeanings";
import type { ColumnProfile } from "./columnProfile";
import type { HeadingRead } from "./readHeadings";

/** Costs, posts and other amounts of several years: one of them alone would count as that of every year, and two as two different things. */
export function othersByYear(
  headings: readonly HeadingRead[],
  profiles: readonly ColumnProfile[],
  series: ReadonlyMap<number, unknown>,
): Set<number> {
  const byWords = new Map<string, number[]>();
  headings.forEach(({ period, bandYear, words, matches: [best] }, index) => {
    if (series.has(index) || !(period?.kind === "year" || bandYear) || !best || effectMeanings.has(best.record.id))
      return;
    const key = normalise(words);
    const isInMoney = ranges.has(best.record.id) && (profiles[index]?.largestPlain ?? 0) > mostShare;
    if (isInMoney || byYearMeanings.has(best.record.id)) byWords.set(key, [...(byWords.get(key) ?? []), index]);
  });
  return new Set([...byWords.values()].filter((one) => one.length > 1).flat());
}

const costs = new Set("investment runningCost doubleRunning".split(" "));
const ranges = new Set("low likely high".split(" "));
/** Low, Likely and High are shares of the plan up to five times, or percents of it. */
const mostShare = 5;
const byYearMeanings = new Set([...costs, "effort", "posts"]);

/** "Investment" to the right of a band such as Year to date is the investment, where no other column says it. */
export function isCostOfItsOwn(heading: HeadingRead, headings: readonly HeadingRead[]): boolean {
  const costOf = ({ matches: [best] }: HeadingRead): string =>
    best?.how === "heading" && costs.has(best.record.id) ? best.record.id : "";
  const own = costOf(heading);
  return (
    own !== "" &&
    aspectOf(heading.heading, []) === "none" &&
    headings.every((one) => one === heading || costOf(one) !== own)
  );
}

import { normalise } from "../../../columns/words/normalise";
import { orderOf } from "../../cells/times/years";
import { yearSavingsIn } from "../aspect";
import type { HeadingRead } from "../readHeadings";
import type { SeriesGroup } from "./yearParts";

/**
 * Years of a saving whose headings differ in their words ("Saving 2026/27", "Estimated saving 2027/28") are one series where each follows the one before.
 * Of a year that stands twice the saving that says nothing else is taken, then the net one, the gross one, the cumulative one; null where the words do not decide.
 *
 * @param series the years whose words are the same, which others may go on from
 */
export function withOtherWords(
  all: readonly SeriesGroup[],
  series: readonly SeriesGroup[],
  headings: readonly HeadingRead[],
): SeriesGroup[] | null {
  const isPlan = ({ isShare, standing }: SeriesGroup): boolean => !isShare && standing === "plan";
  const [own, ...others] = series.filter(isPlan);
  const isBare = own?.words === "";
  if (others.length > 0 || (own && !isBare && !isSavingSeries(own, headings))) return null;
  const single = all.filter((group) => group !== own && isPlan(group) && group.members.length === 1);
  const areNew = all.some(({ words }) => yearSavingsIn(words) === "new");
  const byYear = new Map<number, number>();
  for (const index of own?.members ?? []) byYear.set(yearOf(headings[index]), index);
  const taken = new Set(byYear.keys());
  const ranked = single
    .flatMap(({ members: [index = 0] }) => {
      const rank = rankOf(headings[index]);
      // Beside bare years only one that is cumulative is surely a saving; beside new ones it is their sum.
      const isOut = rank === null || (isBare && rank !== cumulative) || (areNew && rank === cumulative);
      return isOut ? [] : [{ index, rank, year: yearOf(headings[index]) }];
    })
    .sort((a, b) => a.rank - b.rank);
  for (const { index, rank, year } of ranked) {
    if (taken.has(year)) continue;
    if (ranked.filter((one) => one.year === year && one.rank === rank).length > 1) return null;
    byYear.set(year, index);
    taken.add(year);
  }
  const inOrder = [...byYear.keys()].sort((a, b) => a - b);
  const isWhole = inOrder.every((year, at) => at === 0 || year === (inOrder[at - 1] ?? 0) + 1);
  const members = inOrder.map((year) => byYear.get(year) ?? 0);
  if (!isWhole || members.length < 2 || members.length === own?.members.length) return null;
  const rest = ranked.filter(({ index }) => !members.includes(index));
  return [
    { members, words: "", isShare: false, standing: "plan" },
    ...series.filter((group) => group !== own),
    ...single.filter((group) => rest.some(({ index }) => group.members.includes(index))),
  ];
}

function yearOf(heading: HeadingRead | undefined): number {
  return heading?.period?.kind === "year" ? orderOf(heading.period) : NaN;
}

function isSavingSeries({ members }: SeriesGroup, headings: readonly HeadingRead[]): boolean {
  return members.every((index) => rankOf(headings[index]) !== null);
}

/** 0 for a saving and nothing else, then net, then gross, then one that is cumulative; null where the words are of no yearly saving. */
function rankOf(heading: HeadingRead | undefined): number | null {
  if (!heading) return null;
  const words = normalise(`${heading.bandWords} ${heading.words}`);
  if (words === "cumulative") return cumulative;
  if (!/\b(savings?|efficienc(y|ies)|cip|qipp|benefits?)\b/.test(words) || otherWords.test(words)) return null;
  return /\bcumulative\b/.test(words) ? cumulative : /\bgross\b/.test(words) ? 2 : /\bnet\b/.test(words) ? 1 : 0;
}

const cumulative = 3;

/** Words that make of a year's amount the amount of a full year, a part of it, a sum over years, or no saving at all. */
const otherWords =
  /\b(full|fye|part|pye|annual|annually|annuali[sz]ed|yearly|per (annum|year)|p a|pa|recurrent|recurring|ongoing|non|rec|nr|one off|run rate|total|lifetime|share|costs?|gaps?|shortfall|pressures?|growth|investments?|wte|fte|headcount|staff|pay|volume|risks?|baseline|brought forward|b f|bf|previous|prior|last|undelivered|unachieved|not|less|low|high|likely|best|worst|draft|h1|h2)\b/;

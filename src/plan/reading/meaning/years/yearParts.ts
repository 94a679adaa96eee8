import { normalise } from "../../../columns/words/normalise";
import { middleCase, namesPlaces } from "../amountsOfOne";
import type { HeadingMatch } from "../matchHeading";
import type { HeadingRead } from "../readHeadings";

/** Columns of one kind of period whose words beside it are the same. */
export interface SeriesGroup {
  members: number[];
  words: string;
  isShare: boolean;
  /** "mixed": actuals of the months so far and forecasts of those to come. */
  standing: "plan" | "tracking" | "mixed";
}

/** Which groups of columns are what the levers save, and of the others why they are not. */
interface ChosenSeries {
  groups: SeriesGroup[];
  aside: Map<SeriesGroup, string>;
}

/**
 * Chooses among the series of one kind: the plan's, or the only one. Several of the same years whose words name parts (pay, non-pay; H1, H2) are added up,
 * unless one of them is their sum already. Words such as gross, revised or target name another view of the same amounts, and no part. One that the user
 * wants goes before all.
 */
export function chosenOf(
  groups: SeriesGroup[],
  headings: readonly HeadingRead[],
  amountsOf: (index: number) => readonly (number | null)[],
  kind: "month" | "quarter" | "year",
  wanted: SeriesGroup | undefined,
): ChosenSeries {
  const amounts = groups.filter(({ isShare }) => !isShare);
  const plans = amounts.filter(({ standing }) => standing === "plan").sort((a, b) => rank(a) - rank(b));
  const best = wanted ?? plans[0];
  if (!best) {
    const mixed = amounts.find(({ standing }) => standing === "mixed");
    return { groups: mixed ? [mixed] : amounts.length === 1 ? amounts : [], aside: new Map() };
  }
  const aside = new Map<SeriesGroup, string>();
  const name = (group: SeriesGroup): string => headings[group.members[0] ?? 0]?.full ?? "";
  const others = plans.filter((group) => group !== best && sharesYear(group, best, headings));
  const parts = kind === "year" && !isView(best) ? others.filter((group) => !isView(group)) : [];
  const all = [best, ...parts];
  const totals = parts.length > 0 ? others.filter(({ words }) => totalWords.test(words)) : [];
  const whole = [...all, ...totals].find(
    (group) => all.length > 1 && isSumOf(group, without(all, group), headings, amountsOf),
  );
  if (whole) for (const part of without(all, whole)) aside.set(part, `is part of '${name(whole)}'`);
  const bare = best.words === "" ? best : undefined;
  const later =
    kind === "year" || wanted ? [] : plans.filter((group) => group !== best && isOfOtherYears(group, best, headings));
  const chosen = wanted ? [wanted] : whole ? [whole] : bare ? [bare, ...later] : [...all, ...later];
  for (const group of groups)
    if (!group.isShare && group.standing === "plan" && !chosen.includes(group) && !aside.has(group))
      aside.set(group, `is another view of the ${kind}s, and '${name(chosen[0] ?? best)}' is read`);
  return { groups: chosen, aside };
}

/** Columns of one year that say what of it comes again, or does not, beside a series that says the same of several: "25/26 non-recurrent". */
export function otherParts(
  all: readonly SeriesGroup[],
  series: readonly SeriesGroup[],
  headings: readonly HeadingRead[],
): SeriesGroup[] {
  const parts = all.filter(
    ({ words, isShare, standing }) =>
      !isShare && standing === "plan" && recurrenceWords.test(words) && !isViewWords(words),
  );
  return parts.filter(
    (part) =>
      !series.includes(part) && parts.some((other) => series.includes(other) && sharesYear(part, other, headings)),
  );
}

const recurrenceWords = /^(non )?(rec|recurr\w+|nr|one off)( .*)?$/;

/** The columns of one year where no two years are a series: the bare year, or parts of it that nothing else explains. */
export function soleYear(all: SeriesGroup[], headings: readonly HeadingRead[]): SeriesGroup[] {
  const plans = all.filter(
    ({ isShare, standing, members, words }) =>
      !isShare &&
      standing === "plan" &&
      members.length === 1 &&
      (words === "" || !isKnown(headings[members[0] ?? 0]?.matches[0])),
  );
  const bare = plans.filter(({ words }) => words === "");
  const [first] = bare.length > 0 ? bare : plans;
  if (!first || bare.length > 1) return [];
  const same = plans.filter((group) => sharesYear(group, first, headings));
  // One column of a year and other words is left to what its words mean.
  return bare.length === 1 || (same.length > 1 && !same.some(isView)) ? same : [];
}

function isKnown(match: HeadingMatch | undefined): boolean {
  return match?.how === "heading" && !namesPlaces(match.record.id);
}

/** The longest, those that say nothing else first; a target only where nothing else is planned. */
function rank({ members, words }: SeriesGroup): number {
  return (
    (targetWords.test(words) ? 1000 : 0) +
    (isViewWords(words) ? (middleCase.test(words) ? 99 : 100) : 0) +
    (words === "" ? -0.5 : 0) +
    (sideWords.test(words) ? 0.25 : 0) -
    members.length
  );
}

/** One side of an account, which its net goes before. */
const sideWords = /\b(income|expenditure|pay)\b/;
const totalWords = /\b(total|net)\b/;

const targetWords = /\b(targets?|requirements?|required|ask)\b/;

/** Words that make of a series another view of amounts that stand beside it. */
const viewWords =
  /\b(local|lcy|gross|original|previous|cumulative|cum|total|full year|fye|part year|pye|run rate|low|high|likely|best|worst|stretch|prudent|cautious|conservative|pessimistic|optimistic|realistic|ambitious|upside|downside|case|scenario|option|baseline|budgets?|draft|submitted|revised|latest|real|cash terms|real terms|share|wte|fte|headcount|volume|gap|cost|costs|pressures?|growth|investment|p l|p and l|pnl|i e|i and e)\b/;

function isViewWords(words: string): boolean {
  return viewWords.test(words) || targetWords.test(words);
}

function isView({ words }: SeriesGroup): boolean {
  return isViewWords(words) || /\bnet\b/.test(words);
}

function without(groups: SeriesGroup[], one: SeriesGroup): SeriesGroup[] {
  return groups.filter((group) => group !== one);
}

function yearOf(heading: HeadingRead | undefined): string {
  return heading?.period?.kind === "year" ? JSON.stringify(heading.period.year) : normalise(heading?.full ?? "");
}

function sharesYear(a: SeriesGroup, b: SeriesGroup, headings: readonly HeadingRead[]): boolean {
  const years = new Set(a.members.map((index) => yearOf(headings[index])));
  return b.members.some((index) => years.has(yearOf(headings[index])));
}

/** Whether months or quarters are of other years than those of another group: what follows them and no second view. */
function isOfOtherYears(a: SeriesGroup, b: SeriesGroup, headings: readonly HeadingRead[]): boolean {
  const yearsOf = ({ members }: SeriesGroup): (string | null)[] =>
    members.map((index) => {
      const year = headings[index]?.bandYear ?? null;
      return year && JSON.stringify(year);
    });
  const [own, others] = [yearsOf(a), yearsOf(b)];
  return !own.includes(null) && !others.includes(null) && !isView(a) && own.every((year) => !others.includes(year));
}

/** Whether in each year and row a group holds the sum of the others. */
function isSumOf(
  group: SeriesGroup,
  others: SeriesGroup[],
  headings: readonly HeadingRead[],
  amountsOf: (index: number) => readonly (number | null)[],
): boolean {
  let seen = 0;
  const holds = group.members.every((index) => {
    const parts = others
      .flatMap(({ members }) => members.filter((other) => yearOf(headings[other]) === yearOf(headings[index])))
      .map(amountsOf);
    return amountsOf(index).every((amount, row) => {
      const sum = parts.reduce((total, part) => total + (part[row] ?? 0), 0);
      if (amount !== null && amount !== 0) seen++;
      return Math.abs(sum - (amount ?? 0)) <= Math.max(1e-9, Math.abs(sum) * 1e-6);
    });
  });
  return holds && seen > 1;
}

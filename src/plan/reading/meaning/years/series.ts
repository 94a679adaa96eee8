import { normalise } from "../../../columns/words/normalise";
import type { Year } from "../../cells/times/years";
import { isCaseOf, namesPlaces } from "../amountsOfOne";
import { yearSavingsIn } from "../aspect";
import type { ColumnProfile } from "../columnProfile";
import type { HeadingRead } from "../readHeadings";
import { withOtherWords } from "./savingYears";
import { sharesAmong } from "./shareSeries";
import { chosenOf, otherParts, soleYear, type SeriesGroup } from "./yearParts";

/** What a column is as a member of a series. */
export interface SeriesPlace {
  meaning: "year" | "share" | "month" | "quarter" | "setAside";
  year: Year | null;
  part: number | null;
  why: string;
}

/** What a heading is corrected to whose series is to be read in place of another that shows a plan too. */
export const chosenSeries = "chosen series";

/**
 * The series of a register's columns: months, quarters, years of amounts, years of shares. Of several series of one kind (plan, actual, forecast) the plan
 * is the saving and the others are set aside; several columns of one year that are its parts are all of it.
 *
 * @param amountsOf the numbers under a heading, row by row
 * @param isWanted whether the user has chosen a column's series
 */
export function registerSeries(
  headings: readonly HeadingRead[],
  profiles: readonly ColumnProfile[],
  fiscalYearStart: number,
  amountsOf: (index: number) => readonly (number | null)[],
  isWanted: (index: number) => boolean,
): Map<number, SeriesPlace> {
  const places = new Map<number, SeriesPlace>();
  const shares = sharesAmong(headings, profiles, amountsOf);
  for (const kind of ["month", "quarter", "year"] as const) {
    const isOne = (members: number[]): boolean => isSeries(members, headings, kind, fiscalYearStart);
    const all = groupsOf(kind, headings, profiles, shares, ({ words, bandWords }) => `${words} | ${bandWords}`);
    const series = withMixed(all, kind, headings, isOne);
    const hasPlan = series.some(({ standing }) => standing === "plan");
    const alone = series.filter(({ isShare }) => !isShare).length === 1;
    const groups = series.length === 0 && kind === "year" ? soleYear(all, headings) : series;
    const wanted = groups.find(({ members }) => members.some(isWanted));
    const chosen = chosenOf(groups, headings, amountsOf, kind, wanted);
    const isTracking = kind !== "year" && !hasPlan && alone && hasPlanBeside(headings, profiles);
    for (const group of groups) {
      const set = chosen.aside.get(group);
      const isChosen = group.isShare || (chosen.groups.includes(group) && !(isTracking && group.standing !== "plan"));
      for (const index of group.members) {
        const heading = headings[index];
        if (!heading) continue;
        const place = placeOf(heading, kind, isChosen, group.isShare, fiscalYearStart);
        places.set(index, set === undefined || isChosen ? place : { ...place, why: set });
      }
    }
  }
  return places;
}

function groupsOf(
  kind: "month" | "quarter" | "year",
  headings: readonly HeadingRead[],
  profiles: readonly ColumnProfile[],
  shares: ReadonlySet<number>,
  wordsOf: (heading: HeadingRead) => string,
): SeriesGroup[] {
  const groups = new Map<string, SeriesGroup>();
  headings.forEach((heading, index) => {
    const profile = profiles[index];
    if (!profile || !isNumeric(profile) || seriesKind(heading) !== kind) return;
    if (!shares.has(index) && isOtherThanSaving(heading, kind, profile)) return;
    const isShare = kind === "year" && (shares.has(index) || profile.percents > profile.filled / 2);
    const status = heading.aspect;
    const words = normalise(wordsOf(heading));
    const key = `${isShare ? "%" : ""} ${status} ${words}`;
    const group = groups.get(key) ?? {
      members: [],
      words: normalise(`${heading.bandWords} ${heading.words}`),
      isShare,
      standing: status === "none" || status === "plan" ? ("plan" as const) : ("tracking" as const),
    };
    group.members.push(index);
    groups.set(key, group);
  });
  return [...groups.values()];
}

/**
 * The groups that are a series. Actuals of some months beside forecasts of the others are one series; so are years of savings whose words differ, and years
 * of which some say that they are new, where nothing else is a series.
 */
function withMixed(
  all: SeriesGroup[],
  kind: "month" | "quarter" | "year",
  headings: readonly HeadingRead[],
  isOne: (members: number[]) => boolean,
): SeriesGroup[] {
  const series = all.filter(({ members }) => isOne(members));
  if (kind === "year") {
    const mixed = withOtherWords(all, series, headings);
    if (mixed) return mixed;
    if (series.length > 0) return [...series, ...otherParts(all, series, headings)];
    const bare = all.filter(({ isShare, standing, words }) => !isShare && standing === "plan" && isBareOrNew(words));
    const members = bare.flatMap((group) => group.members).sort((a, b) => a - b);
    return bare.length > 1 && isOne(members) ? [{ members, words: "", isShare: false, standing: "plan" }] : series;
  }
  const parts = all.filter(
    ({ members, standing }) => standing === "tracking" && members.every((index) => isActualOrForecast(headings[index])),
  );
  const members = parts.flatMap((group) => group.members).sort((a, b) => a - b);
  if (parts.length < 2 || !isOne(members)) return series;
  return [
    ...series.filter((group) => !parts.includes(group)),
    { members, words: "", isShare: false, standing: "mixed" },
  ];
}

function isActualOrForecast(heading: HeadingRead | undefined): boolean {
  return heading !== undefined && ["actual", "forecast"].includes(heading.aspect);
}

function isBareOrNew(words: string): boolean {
  return words === "" || yearSavingsIn(words) === "new";
}

/** Whether a column outside the series holds the planned saving, so that actual and forecast months beside it are for tracking. */
function hasPlanBeside(headings: readonly HeadingRead[], profiles: readonly ColumnProfile[]): boolean {
  return headings.some((heading, index) => {
    const [best] = heading.matches;
    const profile = profiles[index];
    return (
      heading.period === null &&
      profile !== undefined &&
      profile.filled > 0 &&
      isNumeric(profile) &&
      ["none", "plan"].includes(heading.aspect) &&
      best?.how === "heading" &&
      ["saving", "plan", "inYear"].includes(best.record.id) &&
      !/\btotal\b/.test(normalise(heading.words))
    );
  });
}

/** Year columns of spending and funding: a heading that is a year, alone or beside words of growth or of amounts. */
export function budgetYears(
  headings: readonly HeadingRead[],
  profiles: readonly ColumnProfile[],
): Map<number, SeriesPlace> {
  const places = new Map<number, SeriesPlace>();
  headings.forEach((heading, index) => {
    if (heading.period?.kind !== "year" || !profiles[index] || profiles[index].texts > profiles[index].filled / 2)
      return;
    const [match] = heading.matches;
    const isNamed =
      match?.how === "heading" && !["base", "growth"].includes(match.record.id) && normalise(heading.words) !== "";
    if (isNamed && match.record.values.holds !== "amount" && match.record.id !== "history") return;
    // "2024/25 actual" is a year; which year is the base is settled later. "Base 2024/25" says so itself.
    if (
      match?.how === "heading" &&
      (match.record.id === "category" || /\b(base|baseline|opening)\b/i.test(`${heading.bandWords} ${heading.words}`))
    )
      return;
    places.set(index, { meaning: "year", year: heading.period.year, part: null, why: "names a year" });
  });
  return places;
}

/** What a heading is as a member of a series of that kind. */
export function placeOf(
  heading: HeadingRead,
  kind: "month" | "quarter" | "year",
  isChosen: boolean,
  isShare: boolean,
  fiscalYearStart: number,
): SeriesPlace {
  const { period, bandYear } = heading;
  const why = `is one of a series of ${kind}s`;
  if (!isChosen) return { meaning: "setAside", year: null, part: null, why: `${why} that do not show the plan` };
  if (period?.kind === "month")
    return {
      meaning: "month",
      part: fiscalMonth(period.month, fiscalYearStart),
      year: yearOfMonth(period, fiscalYearStart) ?? bandYear,
      why,
    };
  if (period?.kind === "period") return { meaning: "month", part: period.number, year: bandYear, why };
  if (period?.kind === "quarter") return { meaning: "quarter", part: period.quarter, year: bandYear, why };
  return { meaning: isShare ? "share" : "year", part: null, year: period?.kind === "year" ? period.year : null, why };
}

function fiscalMonth(month: number, fiscalYearStart: number): number {
  return ((month - fiscalYearStart + 12) % 12) + 1;
}

function yearOfMonth({ month, year }: { month: number; year: number | null }, fiscalYearStart: number): Year | null {
  return year === null ? null : { kind: "fiscal", start: month >= fiscalYearStart ? year : year - 1 };
}

function seriesKind({ period }: HeadingRead): "month" | "quarter" | "year" | null {
  if (!period) return null;
  return period.kind === "period" ? "month" : period.kind;
}

/** Two years, two quarters or three months, each once. */
function isSeries(
  members: number[],
  headings: readonly HeadingRead[],
  kind: "month" | "quarter" | "year",
  fiscalYearStart: number,
): boolean {
  const keys = members.map((index) =>
    JSON.stringify(headings[index] && placeOf(headings[index], kind, true, false, fiscalYearStart)),
  );
  if (new Set(keys).size < keys.length) return false;
  return members.length >= (kind === "month" ? 3 : 2);
}

function isNumeric({ filled, numbers, numericTexts, pending, texts }: ColumnProfile): boolean {
  return filled === 0 || numbers + numericTexts + pending >= filled / 2 || texts === 0;
}

/** "Investment 2025/26" is an investment, and "FYE 26/27" a full-year effect. */
function isOtherThanSaving({ matches, words, bandWords }: HeadingRead, kind: string, profile: ColumnProfile): boolean {
  const [best] = matches;
  if (
    !best ||
    namesPlaces(best.record.id) ||
    isCaseOf(best, profile) ||
    normalise(`${bandWords} ${words}`) === "" ||
    kind !== "year"
  )
    return false;
  if (/\brun rate\b/.test(normalise(`${bandWords} ${words}`))) return false;
  // "New" heads a column of new schemes; over years it says how the savings are given.
  if (best.record.values.holds !== "amount" && yearSavingsIn(`${bandWords} ${words}`) !== null) return false;
  return best.how === "heading" && !matches.some(({ record, how }) => how === "heading" && savingWords.has(record.id));
}

const savingWords = new Set(
  (
    "saving inYear plan netSaving grossSaving actual forecast variance toDate riskAdjusted registerTotal lastYear " +
    "recurrent oneOff recurrentSaving nonRecurrentSaving cashSaving nonCashSaving"
  ).split(" "),
);

import { normalise } from "../../columns/normalise";
import type { Year } from "../cells/years";
import { yearSavingsIn } from "./aspect";
import type { ColumnProfile } from "./columnProfile";
import type { HeadingRead } from "./readHeadings";

/** What a column is as a member of a series. */
export interface SeriesPlace {
  meaning: "year" | "share" | "month" | "quarter" | "setAside";
  year: Year | null;
  part: number | null;
  why: string;
}

/**
 * The series of a register's columns: months, quarters, years of amounts, years of shares. Of several series of one kind (plan, actual, forecast) the plan
 * is the saving and the others are set aside.
 */
export function registerSeries(
  headings: readonly HeadingRead[],
  profiles: readonly ColumnProfile[],
  fiscalYearStart: number,
): Map<number, SeriesPlace> {
  const places = new Map<number, SeriesPlace>();
  for (const kind of ["month", "quarter", "year"] as const) {
    const groups = new Map<string, number[]>();
    headings.forEach((heading, index) => {
      const profile = profiles[index];
      if (!profile || !isNumeric(profile) || seriesKind(heading) !== kind || isOtherThanSaving(heading, kind)) return;
      const isShare = kind === "year" && profile.percents > profile.filled / 2;
      const key = `${isShare ? "%" : ""} ${heading.aspect} ${normalise(heading.words)} ${normalise(heading.bandWords)}`;
      groups.set(key, [...(groups.get(key) ?? []), index]);
    });
    const series = [...groups.values()].filter((members) => isSeries(members, headings, kind, fiscalYearStart));
    const best = series.filter((members) => isPlan(headings[members[0] ?? 0])).sort((a, b) => b.length - a.length);
    for (const members of series) {
      const [first = 0] = members;
      const isShare = kind === "year" && (profiles[first]?.percents ?? 0) > (profiles[first]?.filled ?? 0) / 2;
      const isChosen =
        isShare ||
        members === best.find((one) => !isShareGroup(one, profiles)) ||
        (best.length === 0 && series.length === 1);
      for (const index of members) {
        const heading = headings[index];
        if (heading) places.set(index, placeOf(heading, kind, isChosen, isShare, fiscalYearStart));
      }
    }
  }
  return places;
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

function placeOf(
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

export function fiscalMonth(month: number, fiscalYearStart: number): number {
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

function isPlan(heading: HeadingRead | undefined): boolean {
  return heading !== undefined && ["none", "plan"].includes(heading.aspect);
}

function isShareGroup(members: number[], profiles: readonly ColumnProfile[]): boolean {
  const profile = profiles[members[0] ?? 0];
  return profile !== undefined && profile.percents > profile.filled / 2;
}

function isNumeric({ filled, numbers, numericTexts, pending, texts }: ColumnProfile): boolean {
  return filled === 0 || numbers + numericTexts + pending >= filled / 2 || texts === 0;
}

/** "Investment 2025/26" is an investment, and "FYE 26/27" a full-year effect. */
function isOtherThanSaving({ matches, words, bandWords }: HeadingRead, kind: string): boolean {
  const [best] = matches;
  if (!best || normalise(`${bandWords} ${words}`) === "" || kind !== "year") return false;
  // "New" heads a column of new schemes; over years it says how the savings are given.
  if (best.record.values.holds !== "amount" && yearSavingsIn(words) !== null) return false;
  return best.how === "heading" && !savingWords.has(best.record.id);
}

const savingWords = new Set(
  "saving inYear plan netSaving grossSaving actual forecast variance toDate riskAdjusted registerTotal lastYear".split(
    " ",
  ),
);

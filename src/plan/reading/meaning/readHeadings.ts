import { nameKey } from "../../../cells/names";
import { normalise } from "../../columns/words/normalise";
import type { TableKind } from "../../tableKinds";
import { dateInText, findPeriod, periodOfDates, type Period } from "../cells/times/period";
import { serialOfDate, sinceDayZero } from "../cells/times/serialDate";
import { isUnitText } from "../cells/units";
import { findYear, type Year, type YearConvention } from "../cells/times/years";
import type { HeaderColumn } from "../extent/headerColumns";
import type { HeaderRow } from "../extent/headerRows";
import { aspectOf, type Aspect } from "./aspect";
import { isKnownHeading, matchHeading, type HeadingMatch } from "./matchHeading";
import { ratePeriodIn, type RatePeriod } from "./years/ratePeriod";
import { statusWords } from "./statusWords";

/** What the words of one heading say, before anybody looks at the cells under it. */
export interface HeadingRead extends HeaderColumn {
  period: Period | null;
  /** Year of a band over it ("2025/26 plan by month"), or beside its quarter. */
  bandYear: Year | null;
  /** Of what stretch of time its amounts are: "Saving per month". */
  per: RatePeriod | null;
  /** The heading's words without the period. */
  words: string;
  /** Those of the bands, without periods. */
  bandWords: string;
  aspect: Aspect;
  matches: readonly HeadingMatch[];
}

/** Reads each heading of a header row as one of a table of that kind. */
export function readHeadings(header: HeaderRow, kind: TableKind, convention: YearConvention): HeadingRead[] {
  const serials = header.columns.flatMap((column) => serialOf(column, header.grid.date1904) ?? []);
  const read = header.columns.map((column): HeadingRead => {
    const serial = serialOf(column, header.grid.date1904);
    const own = serial === null ? findPeriod(column.heading, convention) : null;
    const bands = column.bands.map((band) => findPeriod(band, convention));
    const period = serial === null ? (own?.period ?? null) : periodOfDates(serials, serial, convention);
    // "Q1 2025/26" is a quarter of that year.
    const beside = own && own.period.kind !== "year" ? findYear(own.rest, convention) : null;
    const rate = period === null && !isKnownHeading(column.heading, [kind]) ? ratePeriodIn(column.heading) : null;
    const words =
      serial !== null
        ? ""
        : beside
          ? beside.rest
          : own
            ? own.rest.replace(onwards, "")
            : (rate?.rest ?? column.heading);
    const over = column.bands.map((band, index) => bands[index]?.rest ?? band).join(" ");
    // "FY" over years says no more than they do.
    const bandWords = period?.kind === "year" && saysYear.test(normalise(over)) ? "" : over;
    const bandYear =
      beside?.year ?? bands.flatMap((band) => (band?.period.kind === "year" ? [band.period.year] : []))[0] ?? null;
    return {
      ...column,
      period,
      bandYear,
      per: rate?.per ?? null,
      words,
      bandWords,
      aspect: monthAspect(words, period) ?? monthAspect(bandWords, period) ?? aspectOf(column.heading, column.bands),
      matches: bestMatches(column, words, bandWords, kind, period !== null),
    };
  });
  return withYearsOfBands(kind === "levers" ? withStatusParts(withTotalsOfBands(read)) : read);
}

/** "2027/28 onwards" is the amount of that year, which goes on. */
const onwards = /^(and )?(onwards?|beyond|thereafter|ongoing)$/i;

const saysYear = /^(fy|f y|financial years?|fiscal years?|years?)$/;

/** "FY" or "Total" beside the quarters or months of a band's year is that year. */
function withTotalsOfBands(headings: HeadingRead[]): HeadingRead[] {
  const ofParts = new Set(
    headings.flatMap(({ period, bandYear }) =>
      period && period.kind !== "year" && bandYear ? [JSON.stringify(bandYear)] : [],
    ),
  );
  return headings.map((heading): HeadingRead => {
    const { period, bandYear, words } = heading;
    const isTotal = period === null && bandYear !== null && totalOfYear.test(normalise(words));
    return isTotal && ofParts.has(JSON.stringify(bandYear))
      ? { ...heading, period: { kind: "year", year: bandYear }, words: "", matches: [] }
      : heading;
  });
}

const totalOfYear = /^(fy|f y|full year|year|total|(year|fy|annual) total|total (for )?(the )?year)$/;

/** Headings that stand again and again under bands of different years, such as Rec and NR, are of those years. */
function withYearsOfBands(headings: HeadingRead[]): HeadingRead[] {
  const years = new Map<string, Set<string>>();
  // A unit under each year, beside the posts of that year, says nothing else.
  const keyOf = ({ words }: HeadingRead): string =>
    normalise(words) || (isUnitText(words) ? words.trim().toLowerCase() : "");
  for (const heading of headings)
    if (heading.period === null && heading.bandYear && keyOf(heading) !== "")
      years.set(keyOf(heading), (years.get(keyOf(heading)) ?? new Set()).add(JSON.stringify(heading.bandYear)));
  return headings.map((heading) =>
    heading.period === null && heading.bandYear && (years.get(keyOf(heading))?.size ?? 0) > 1
      ? { ...heading, period: { kind: "year", year: heading.bandYear } }
      : heading,
  );
}

/** A heading's date, as a number or spelt out, in days as Excel counts them from 1900. */
function serialOf({ serial, heading }: HeaderColumn, date1904: boolean): number | null {
  if (serial !== null) return sinceDayZero(serial, date1904);
  const date = dateInText(heading);
  return date && serialOfDate(date);
}

/** "Apr (A)" is an actual and "Oct (F)" a forecast. */
function monthAspect(words: string, period: Period | null): Aspect | null {
  if (period === null || period.kind === "year") return null;
  const word = normalise(words);
  return /^(a|act)$/.test(word) ? "actual" : /^(f|fc|f cast|e|est|estimate)$/.test(word) ? "forecast" : null;
}

/** Those of the heading alone, and with its bands; a heading that is only a period may get its meaning from the bands. */
function bestMatches(
  { heading, full }: HeaderColumn,
  words: string,
  bandWords: string,
  kind: TableKind,
  hasPeriod: boolean,
): readonly HeadingMatch[] {
  const alone = matchHeading(words, kind);
  // "Year 1" is a period; "Base year" is a heading.
  const whole = hasPeriod ? matchHeading(heading, kind).filter(({ how }) => how === "heading") : [];
  const withBands =
    bandWords === "" || nameKey(full) === nameKey(heading) ? [] : matchHeading(`${bandWords} ${words}`, kind, false);
  const all = new Map<string, HeadingMatch>();
  for (const match of [...whole, ...alone, ...withBands]) {
    const before = all.get(match.record.id);
    if (!before || before.score < match.score) all.set(match.record.id, match);
  }
  return [...all.values()].sort((a, b) => b.score - a.score);
}

/** "Delivered" beside "On track" and "At risk" is a part of the saving, and no actual of its own. */
function withStatusParts(headings: HeadingRead[]): HeadingRead[] {
  const wordsOf = ({ words }: HeadingRead): string => normalise(words);
  const parts = headings.filter((heading) => statusWords.test(wordsOf(heading)));
  const isOpen = parts.some(({ aspect }) => aspect !== "actual");
  return parts.length > 1 && isOpen
    ? headings.map((one) => (parts.includes(one) ? { ...one, aspect: "none", matches: [] } : one))
    : headings;
}

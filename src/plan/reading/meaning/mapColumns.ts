import { columnRecord } from "../../columns/allColumns";
import type { ColumnRecord } from "../../columns/column";
import { nameKey } from "../../../cells/names";
import { normalise } from "../../columns/words/normalise";
import { measureWords } from "../../columns/words/timingWords";
import { findWord } from "../../columns/words/wordMap";
import type { TableKind } from "../../tableKinds";
import { momentOf } from "../cells/times/startCell";
import type { YearConvention } from "../cells/times/years";
import { findUnit } from "../cells/units";
import type { HeaderRow } from "../extent/headerRows";
import { kindWords } from "../extent/titles";
import { amountAt } from "../extent/totals/rowSums";
import type { ReadOptions } from "../planReading";
import { withAmountsOfOne } from "./amountsOfOne";
import { assignMeanings, type Candidate } from "./assignMeanings";
import { profileOf, type ColumnProfile } from "./columnProfile";
import { effectMeanings } from "./effectMeanings";
import { readHeadings, type HeadingRead } from "./readHeadings";
import { withRelativeYears } from "./years/relativeYears";
import { budgetYears, chosenSeries, registerSeries, type SeriesPlace } from "./years/series";
import { withSoleColumns } from "./soleColumns";
import type { MappedColumn } from "../tableColumn";
import { isCostOfItsOwn, othersByYear } from "./costColumns";
import { meaningByUser, saidAt, withSaid } from "./byUser";
import { valueFit } from "./valueFit";

/**
 * The meaning of each column under a header: what the user said; then series (years, months, quarters); then single columns all together, by heading and
 * by what their cells hold, one column a meaning, "left out" being a choice.
 *
 * @param rows the rows that hold data, as far as one knows yet
 */
export function mapColumns(
  header: HeaderRow,
  kind: TableKind,
  rows: readonly number[],
  options: ReadOptions,
  convention: YearConvention,
): MappedColumn[] {
  const read = readHeadings(header, kind, convention);
  const headings = kind === "levers" ? withRelativeYears(read, header.titles, convention) : read;
  const profiles = headings.map(({ column }) => profileOf(header.grid, column, rows));
  const amountsOf = (index: number): (number | null)[] =>
    rows.map((row) => amountAt(header, row, headings[index]?.column ?? 0));
  const isChosen = (index: number): boolean =>
    headings[index] !== undefined && saidAt(header, headings[index], options) === chosenSeries;
  const series =
    kind === "levers"
      ? registerSeries(headings, profiles, convention.fiscalYearStart, amountsOf, isChosen)
      : budgetYears(headings, profiles);
  const byYear = kind === "levers" ? othersByYear(headings, profiles, series) : new Set<number>();
  const aside = kind === "levers" ? setAside(headings, profiles, series) : new Map<number, string>();
  const isYear = (word: string): boolean => momentOf(word, "General", false, convention) !== null;
  const given = headings.map((heading) => meaningByUser(header, heading, kind, options, convention));
  const taken = new Map(given.flatMap((one, index) => (one ? [[one.meaning, headings[index]?.full ?? ""]] : [])));
  const all = headings.map((heading, index): Candidate[] => {
    const profile = profiles[index];
    if (!profile || series.has(index) || aside.has(index) || byYear.has(index) || given[index]) return [];
    return candidatesOf(heading, kind, profile, isYear, index < 3);
  });
  // What the user gave to one column is no other's, and whatever would have had it is no second best of something else.
  const isFree = (own: readonly Candidate[], index: number): boolean =>
    !(own[0] && taken.has(own[0].record.id)) &&
    !repeatsAmount(index, headings, all) &&
    !isLocalTwin(index, headings, all);
  const candidates = all.map((own, index) => (isFree(own, index) ? own : []));
  const chosen = assignMeanings(candidates);
  const mapped = headings.map((heading, index): MappedColumn => {
    const profile = profiles[index] as ColumnProfile;
    const base = unmapped(heading, kind);
    const byUser = given[index];
    if (byUser) return { ...base, ...byUser };
    const place = series.get(index);
    if (place) return asSeries(base, place, heading, kind);
    if (byYear.has(index)) return { ...base, why: "is one of several by year, which are read of savings alone" };
    const set = aside.get(index);
    if (set !== undefined)
      return {
        ...base,
        meaning: set,
        origin: "words",
        why:
          set === "target"
            ? "says what is needed, and what is identified or planned stands beside it"
            : `its heading says ${heading.aspect === "toDate" ? "to date" : heading.aspect}, and the plan stands beside it`,
      };
    const choice = chosen[index];
    const lost = all[index]?.[0];
    const takenBy = lost && taken.get(lost.record.id);
    if (lost && takenBy !== undefined)
      return { ...base, wouldBe: lost.record.id, why: `'${takenBy}' is read as ${lost.record.name}` };
    if (!choice && lost && lost.score >= leastSure)
      return { ...base, wouldBe: lost.record.id, why: lostTo(lost.record, chosen, headings) };
    if (!choice) return { ...base, ...unfit(heading, profile, chosen) };
    const others = (candidates[index] ?? []).flatMap((one) => (one.record.use === "plan" ? [one.record.id] : []));
    return { ...base, ...describe(choice, heading, profile), others };
  });
  const settled =
    kind === "levers"
      ? withAmountsOfOne(withSoleColumns(mapped, profiles, header.titles), headings, profiles, header)
      : mapped;
  return settled.map((column) => withSaid(column, header, kind, options));
}

/** Whether a column of amounts is headed just like one before it: which of the two counts is asked, and neither gets a second best meaning. */
function repeatsAmount(
  index: number,
  headings: readonly HeadingRead[],
  candidates: readonly (readonly Candidate[])[],
): boolean {
  const isAmount = (at: number): boolean => effectMeanings.has(candidates[at]?.[0]?.record.id ?? "");
  const full = nameKey(headings[index]?.full ?? "");
  return isAmount(index) && headings.slice(0, index).some((other, at) => isAmount(at) && nameKey(other.full) === full);
}

/** "Saving (local)" beside "Saving (GBP)" is the same amount in each row's own currency. */
function isLocalTwin(
  index: number,
  headings: readonly HeadingRead[],
  candidates: readonly (readonly Candidate[])[],
): boolean {
  const idOf = (at: number): string => candidates[at]?.[0]?.record.id ?? "";
  return (
    effectMeanings.has(idOf(index)) &&
    localWords.test(headings[index]?.full ?? "") &&
    headings.some((other, at) => idOf(at) === idOf(index) && !localWords.test(other.full))
  );
}

const localWords = /\b(local|lcy|(original|foreign|own) currency)\b/i;

function unmapped(heading: HeadingRead, kind: TableKind): MappedColumn {
  const { column, row, heading: text, full, period, aspect } = heading;
  return {
    column,
    row,
    heading: text,
    full,
    meaning: "ignored",
    origin: "none",
    sureness: "ignored",
    why: text === "" ? "has no heading" : "is no heading that the plan needs",
    year: period?.kind === "year" ? period.year : null,
    yearKind: kind === "levers" ? null : yearKindOf(heading),
    part: null,
    aspect,
    ...(heading.per && { per: heading.per }),
  };
}

/** The meanings a column could have, with what heading and cells say for each. */
function candidatesOf(
  heading: HeadingRead,
  kind: TableKind,
  profile: ColumnProfile,
  isYear: (word: string) => boolean,
  isFirst: boolean,
): Candidate[] {
  const found = new Map<string, Candidate>();
  const isNumeric = profile.numbers > profile.filled / 2;
  const consider = (record: ColumnRecord, byHeading: number, origin: Candidate["origin"], text: string): void => {
    const fit = valueFit(record.values, profile, isYear);
    if (fit <= -1 && !(origin === "heading" && isFaulty(record, text, profile))) return;
    // "Validated by audit" over amounts names nobody, and a site under the band "Organisation" no organisation.
    if (
      isNumeric &&
      origin !== "heading" &&
      (record.values.holds === "text" || (record.values.holds === "code" && findUnit(heading.full)))
    )
      return;
    // "5 year saving £k" holds money, and no years; "Cost avoidance" is no cost.
    if (/^(year|period|month)$/.test(record.values.holds) && findUnit(heading.heading)) return;
    if (record.id === "runningCost" && /\bavoid/i.test(heading.full)) return;
    // Under a year's band a column is of that year, and names no years by row.
    if (record.values.holds === "period" && heading.bandYear) return;
    const score = byHeading + fit * 0.6;
    const before = found.get(record.id);
    if (!before || before.score < score) found.set(record.id, { record, score, fit, origin, text });
  };
  for (const { record, how, score, text } of heading.matches) {
    consider(record, 2 * score, how, text);
    // Of headings that mean much the same the cells decide: Type over "Pressure", Status over "Amber".
    for (const id of familyOf(record.id)) {
      const relative = columnRecord(kind, id);
      // A share is seen by its percents: a second column of money is none.
      if (relative && (id !== "savingShare" || profile.percents > 0)) consider(relative, 1.2 * score, "values", text);
    }
  }
  const measure = kind === "levers" ? columnRecord(kind, "measure") : undefined;
  const isStatus = heading.matches.some(({ record, how }) => how !== "likeness" && statuses.has(record.id));
  if (measure && heading.period === null && !isStatus && holdsMeasures(profile))
    consider(measure, 1.9, "values", heading.words);
  const names = kind === "levers" ? "lever" : "category";
  // "Statement of comprehensive income" over the lines of an account is a title, which names no column.
  const saysSavings = kindWords.levers.test(heading.heading);
  const isTitle =
    isFirst && found.size === 0 && (kind === "levers" ? saysSavings : heading.heading.length > longestName);
  const hasWords = normalise(heading.words) !== "" && !isTitle;
  const record = columnRecord(kind, names);
  const mayName =
    profile.distinct >= (isFirst ? 0.2 : 0.8) * profile.filled &&
    profile.distinct >= Math.min(isFirst ? 1 : 2, profile.filled);
  if (
    record &&
    !hasWords &&
    profile.texts >= 0.8 * profile.filled &&
    profile.texts > 0 &&
    mayName &&
    (heading.matches.length === 0 || isTitle)
  )
    consider(record, isFirst ? 0.7 : 0.5, "values", "");
  return [...found.values()].sort((a, b) => b.score - a.score);
}

/** A longer heading is a sentence or a title. */
const longestName = 20;

/** Columns whose words may be planned and delivered as well. */
const statuses = new Set("status rag risk gate recurrent".split(" "));

/** As many rows of plans as of actuals or of forecasts, and nothing else: the words say what each row shows, whatever stands over them. */
function holdsMeasures({ words, filled }: ColumnProfile): boolean {
  const counts = new Map<string, number>();
  for (const [word, times] of words) {
    const measure = findWord(measureWords, word);
    if (measure === undefined) return false;
    counts.set(measure, (counts.get(measure) ?? 0) + times);
  }
  const plans = counts.get("plan") ?? 0;
  const all = [...counts.values()];
  return plans > 0 && all.length > 1 && plans * all.length === filled && all.every((count) => count === plans);
}

/** Forecasts, actuals and variances of a saving are not the saving where its plan stands beside them. */
function setAside(
  headings: readonly HeadingRead[],
  profiles: readonly ColumnProfile[],
  series: ReadonlyMap<number, SeriesPlace>,
): Map<number, string> {
  const isAmount = ({ matches }: HeadingRead): boolean =>
    matches.some(({ record, score }) => record.values.holds === "amount" && score >= 0.5);
  const isSaving = ({ matches }: HeadingRead): boolean =>
    matches.some(({ record, score }) => effectMeanings.has(record.id) && score >= 0.5);
  const hasPlan = headings.some(
    (heading, index) =>
      asideAspects[heading.aspect] === undefined &&
      (isSaving(heading) || ["year", "month", "quarter"].includes(series.get(index)?.meaning ?? "")),
  );
  const isIdentified = headings.some(({ words }) => identifiedWords.test(normalise(words)));
  return new Map(
    headings.flatMap((heading, index): [number, string][] => {
      const isTarget = isIdentified && !series.has(index) && targetWords.test(normalise(heading.words));
      if (isTarget) return [[index, "target"]];
      const id = asideAspects[heading.aspect];
      const { filled = 0, numbers = 0, numericTexts = 0 } = profiles[index] ?? {};
      const isNumeric = numbers + numericTexts > filled / 2;
      if (isCostOfItsOwn(heading, headings)) return [];
      return hasPlan && id !== undefined && !series.has(index) && isNumeric && isAmount(heading) ? [[index, id]] : [];
    }),
  );
}

/** A target beside what is identified or planned is what is needed; alone it is what the levers are to save. */
const identifiedWords =
  /^((plans |savings? |schemes |total |amount )?identified( savings?| value| amount| plans| to date)?|(cip |qipp |savings? |annual |current |revised )?plan(ned)?( savings?| value)?)$/;
const targetWords =
  /^((annual |yearly )?(savings? |cip |qipp |efficiency )?(targets?|requirements?)|savings? required)( allocation| value)?$/;

/**
 * Whether a column headed with a record's very name holds faults: a short text, TRUE or an Excel error where an amount or a rate belongs. Each is said
 * where it stands; a column of sentences is something else.
 */
function isFaulty({ id, name }: ColumnRecord, text: string, { meanLength }: ColumnProfile): boolean {
  return reliedOn.has(id) && normalise(name) === text && meanLength <= longestFault;
}

const reliedOn = new Set("saving savingShare yearlyEfficiency base growth inflation demand".split(" "));
const longestFault = 20;

/** What of an amount is set aside, by the id of its column. */
const asideAspects: Partial<Record<string, string>> = {
  actual: "actual",
  forecast: "forecast",
  variance: "variance",
  toDate: "toDate",
  riskAdjusted: "riskAdjusted",
};

const families = [
  "type kind cashEffect efficiencyType measure baselineOnly",
  "status rag risk gate",
  "recurrent recurrentSaving",
  "cashEffect type cashSaving",
  "cashSaving cashEffect",
  "start period",
  "kind type measure",
  "lever reference",
  "saving savingShare",
  "savingShare yearlyEfficiency",
  "end progress",
].map((line) => line.split(" "));

function familyOf(id: string): string[] {
  return families.flatMap(([first, ...others]) => (first === id ? others : []));
}

const leastSure = 1.2;

function describe(
  { record, fit, origin, text }: Candidate,
  heading: HeadingRead,
  profile: ColumnProfile,
): Partial<MappedColumn> {
  const open = record.openHeadings;
  const own = [record.name, ...record.headings].some((one) => normalise(one) === text);
  // "Saving" over percents says as little as "Annual rate" how often they are saved.
  const isOpen =
    open !== undefined &&
    (open.headings.some((one) => normalise(one) === normalise(heading.words)) || (origin === "heading" && !own));
  const agrees = fit >= 0 || profile.filled === 0 || (own && (fit <= -1 || !numeric.has(record.values.holds)));
  const isSure = origin === "heading" && !isOpen && agrees;
  const why =
    origin === "values"
      ? text === "" && record.values.holds === "name"
        ? "stands first and holds names"
        : `holds what a column '${record.name}' holds`
      : isOpen
        ? "leaves open whether the share is saved once in place (a level) or anew each year; a level is taken"
        : origin === "heading"
          ? agrees
            ? `'${heading.heading}' is a known heading for ${record.name}`
            : "is headed so, though its cells hold something else"
          : origin === "words"
            ? `contains '${text}'`
            : `is much like '${text}'`;
  return {
    meaning: record.id,
    origin,
    sureness: isSure ? "sure" : "unsure",
    why,
    isOpenRate: isOpen && origin !== "values",
  };
}

/** A column headed Start over words that are no time is left out, and said: the levers would count from the first year without a word. */
function unfit(
  { matches }: HeadingRead,
  { texts, filled }: ColumnProfile,
  chosen: readonly (Candidate | null)[],
): Partial<MappedColumn> {
  const match = matches.find(
    ({ record, how }) => how === "heading" && (record.id === "start" || record.id === "startMonth"),
  );
  if (!match || texts <= filled / 2 || chosen.some((one) => one?.record === match.record)) return {};
  return { wouldBe: match.record.id, why: `its cells hold no ${match.record.values.holds}` };
}

const numeric = new Set<string>(["amount", "rate", "number"]);

function lostTo(record: ColumnRecord, chosen: readonly (Candidate | null)[], headings: readonly HeadingRead[]): string {
  const at = chosen.findIndex((one) => one?.record === record);
  return at < 0 ? "is no heading that the plan needs" : `'${headings[at]?.full ?? ""}' is read as ${record.name}`;
}

function asSeries(base: MappedColumn, place: SeriesPlace, heading: HeadingRead, kind: TableKind): MappedColumn {
  const yearKind = kind === "levers" ? (place.meaning === "year" ? "amount" : null) : yearKindOf(heading);
  if (place.meaning === "setAside")
    return {
      ...base,
      meaning: heading.aspect === "forecast" ? "forecast" : "actual",
      origin: "series",
      why: place.why,
    };
  return {
    ...base,
    meaning: place.meaning,
    year: place.year,
    part: place.part,
    yearKind,
    origin: "series",
    sureness: "sure",
    why: place.why,
  };
}

/** Growth or an amount, as the words beside a year say. */
function yearKindOf({ words, bandWords, matches }: HeadingRead): "growth" | "amount" | null {
  const text = normalise(`${bandWords} ${words}`);
  const [match] = matches;
  if (match?.how === "heading" && ["growth", "inflation", "demand"].includes(match.record.id)) return "growth";
  if (growthWords.test(text)) return "growth";
  return amountWords.test(text) ? "amount" : null;
}

const growthWords = /\b(growth|pressure|increase|uplift|inflation|rise|change|percent)\b/;
const amountWords =
  /\b(spend|spending|amount|need|forecast|projected|projection|cost|costs|plan|planned|budget|allocation|funding|expenditure|limit|outturn|actual|target)\b/;

import { distance } from "fastest-levenshtein";
import { columnsOf } from "../../columns/allColumns";
import type { ColumnRecord } from "../../columns/column";
import { normalise } from "../../columns/words/normalise";
import type { TableKind } from "../../tableKinds";
import { aspectOf } from "./aspect";

/** A meaning that a heading's words speak for. */
export interface HeadingMatch {
  record: ColumnRecord;
  how: "heading" | "words" | "likeness";
  /** The known heading that it is, contains or is like. */
  text: string;
  /** 0–1. */
  score: number;
}

/**
 * The meanings that a heading's words speak for, the likeliest first: one that it is, those whose words it contains, and for slips of the pen those
 * that it is nearly like.
 *
 * @param words the heading without the year or month in it
 * @param isAlone whether it stands in one cell, so that it may be a sentence
 */
export function matchHeading(words: string, table: TableKind, isAlone = true): readonly HeadingMatch[] {
  const key = `${table} ${isAlone} ${words}`;
  const known = matched.get(key);
  if (known) return known;
  const whole = matchAnew(normalise(words), lookupsOf(table));
  const found =
    whole.length > 0 || !isAlone ? withLead(whole, words, lookupsOf(table)) : matchLeading(words, lookupsOf(table));
  if (matched.size >= mostMatched) matched.clear();
  matched.set(key, found);
  return found;
}

/** Whether a text is a known heading of any of the tables. */
export function isKnownHeading(text: string, tables: readonly TableKind[]): boolean {
  if (text.length > 100) return false;
  const words = normalise(text);
  return tables.some((table) => lookupsOf(table).exact.has(words));
}

/** Whether a heading is known to name levers: Scheme, Project; not one that describes what another column names. */
export function namesLevers(heading: string): boolean {
  const [match] = matchHeading(heading, "levers");
  return match?.record.id === "lever" && match.how === "heading" && !/descri|detail|summary|narrative/i.test(heading);
}

/** The same texts come again at every reading. */
const matched = new Map<string, readonly HeadingMatch[]>();
const mostMatched = 20_000;

interface Known {
  record: ColumnRecord;
  text: string;
  parts: string[];
  score: number;
}

interface Lookups {
  exact: Map<string, Known>;
  /** Records that a heading of another one may mean, where the cells say so. */
  shared: Map<string, Known[]>;
  byWord: Map<string, Known[]>;
  all: Known[];
}

const lookups = new Map<TableKind, Lookups>();

function lookupsOf(table: TableKind): Lookups {
  const known = lookups.get(table);
  if (known) return known;
  const all = columnsOf(table).flatMap((record) =>
    [record.name, ...record.headings, ...(record.openHeadings?.headings ?? [])].map((heading, index): Known => {
      const text = normalise(heading);
      return { record, text, parts: text.split(" "), score: 1 - index / 1000 };
    }),
  );
  const exact = new Map<string, Known>();
  const byWord = new Map<string, Known[]>();
  for (const one of all) {
    if (!exact.has(one.text)) exact.set(one.text, one);
    for (const part of new Set(one.parts)) byWord.set(part, [...(byWord.get(part) ?? []), one]);
  }
  const shared = new Map<string, Known[]>();
  for (const record of columnsOf(table)) {
    for (const heading of record.sharedHeadings ?? []) {
      const text = normalise(heading);
      shared.set(text, [...(shared.get(text) ?? []), { record, text, parts: text.split(" "), score: 0.7 }]);
    }
  }
  const made = { exact, shared, byWord, all };
  lookups.set(table, made);
  return made;
}

function matchAnew(words: string, lookups: Lookups): readonly HeadingMatch[] {
  const { exact, shared, byWord, all } = lookups;
  if (words === "" || words.length > 100) return [];
  const same = [exact.get(words), ...(shared.get(words) ?? [])].filter((known) => known !== undefined);
  if (same.length > 0) return same.map(({ record, text, score }) => ({ record, how: "heading", text, score }));
  // "Rec? (Y/N)" asks of "Rec".
  const asked = words.replace(yesOrNo, "");
  if (asked !== words && (exact.has(asked) || shared.has(asked)))
    return matchAnew(asked, lookups).filter(({ record }) => record.values.holds === "words");
  const found = new Map<ColumnRecord, HeadingMatch>();
  const add = (known: Known, how: HeadingMatch["how"], score: number): void => {
    const before = found.get(known.record);
    if (!before || before.score < score)
      found.set(known.record, { record: known.record, how, text: known.text, score });
  };
  const parts = words.split(" ");
  const present = new Set(parts);
  const strange = parts.filter((word) => turningWords.has(word));
  for (const known of new Set(parts.flatMap((word) => byWord.get(word) ?? []))) {
    if (known.text.length < 4 || vagueAlone.has(known.text)) continue;
    if (!known.parts.every((part) => present.has(part)) || !strange.every((word) => known.parts.includes(word)))
      continue;
    const share = known.parts.length / parts.length;
    if (share >= 0.5) add(known, "words", 0.45 + 0.3 * share);
  }
  if (found.size === 0 && words.length >= 5 && words.length <= longestLikened && strange.length === 0) {
    const most = words.length < 9 ? 1 : 2;
    for (const known of all) {
      if (Math.abs(known.text.length - words.length) > most || known.text.length < 5) continue;
      const slips = slipsBetween(words, known.text);
      if (slips <= most) add(known, "likeness", 0.5 - 0.1 * slips);
    }
  }
  return [...found.values()].sort((a, b) => b.score - a.score);
}

/** "Type (CRES / cost avoidance)" may be a Type, whatever the examples behind it are like. */
function withLead(found: readonly HeadingMatch[], words: string, { exact }: Lookups): readonly HeadingMatch[] {
  const lead = /^([^([]+)[([].*[)\]]\s*$/.exec(words)?.[1];
  const known = lead === undefined || found[0]?.how === "heading" ? undefined : exact.get(normalise(lead));
  if (known?.record.values.holds !== "words" || found.some(({ record }) => record === known.record)) return found;
  return [{ record: known.record, how: "words", text: known.text, score: 0.75 }, ...found];
}

/**
 * Of a heading that is a sentence the words before a bracket or a comma, else the known heading with which it begins: "Start (month in which the scheme is
 * expected to begin)", "Saving net of costs".
 */
function matchLeading(words: string, { exact }: Lookups): readonly HeadingMatch[] {
  const whole = normalise(words).split(" ");
  if (whole.length < leastOfSentence) return [];
  const lead = normalise(/^[^([,;:]*/.exec(words)?.[0] ?? "").split(" ");
  for (let length = Math.min(lead.length, longestLead); length > 0; length--) {
    const known = exact.get(lead.slice(0, length).join(" "));
    if (!known || known.text.length < 3 || (length < lead.length && vagueAlone.has(known.text))) continue;
    const isTurned = turningWords.has(whole[length] ?? "") || aspectOf(words, []) !== aspectOf(known.text, []);
    return isTurned ? [] : [{ record: known.record, how: "words", text: known.text, score: 0.7 }];
  }
  return [];
}

const leastOfSentence = 4;
const longestLead = 5;

const yesOrNo = /^(is (it|this|the saving|the scheme) )|( (y n|y or n|yes no|yes or no))$/g;

/** Letters to change, add or leave out; two that changed places are one slip. */
function slipsBetween(words: string, known: string): number {
  const slips = distance(words, known);
  return slips === 2 && words.length === known.length && sortedLetters(words) === sortedLetters(known) ? 1 : slips;
}

function sortedLetters(text: string): string {
  return [...text].sort().join("");
}

/** Longer texts are sentences. */
const longestLikened = 40;

/** Words that turn a heading into something else: "Status comment" is no status. */
const turningWords = new Set(
  (
    "comment comments note notes narrative reason rationale explanation ref reference id code number no date link owner lead manager officer reviewer " +
    "approver approved previous prior last complete completed progress variance risk adjusted actual actuals forecast outturn fot ytd delivered achieved " +
    "updated check version total of centre center unit"
  ).split(" "),
);

/** Headings that say enough alone and too little among other words. */
const vagueAlone = new Set(
  (
    "year month quarter from until to area plan value name title action measure owner provider trust body rate level stage best worst kind type line item " +
    "current actual target amount mode base budget total unit"
  ).split(" "),
);

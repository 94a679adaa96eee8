import Fuse from "fuse.js";
import { meaningName } from "../columns/meanings";
import { normalise } from "../columns/normalise";
import { synonyms } from "../columns/synonyms";
import { tableKinds, type TableKind } from "../tableKinds";
import { fiscalLabel, findYear, type Year, type YearConvention } from "./years";

/** What a heading was taken to mean. */
export interface Recognition {
  /** Id of the meaning, "year" for a year's column (growth or amount is decided by its cells), "ignored" where it is none. */
  meaning: string;
  sureness: "sure" | "unsure" | "ignored";
  why: string;
  /** 0–1, to choose among several columns of the same meaning. */
  score: number;
  /** The year that the heading names, whatever it means. */
  year: Year | null;
  /** What the words beside the year say: growth, an amount, or nothing. */
  yearKind: "growth" | "amount" | null;
}

/** Recognises a heading of a table of that kind: by its synonyms, by a year, by words it contains, then, if asked, by likeness (Fuse.js). */
export function recognise(
  heading: string,
  kind: TableKind,
  convention: YearConvention,
  byLikeness = true,
): Recognition {
  const key = `${kind} ${byLikeness} ${convention.fiscalYearStart} ${convention.bareYear} ${heading}`;
  const known = recognised.get(key);
  if (known) return { ...known };
  const recognition = recogniseAnew(heading, kind, convention, byLikeness);
  if (recognised.size >= mostRecognised) recognised.clear();
  recognised.set(key, recognition);
  return { ...recognition };
}

/** Likening takes a while, and the same texts come again at every reading. */
const recognised = new Map<string, Recognition>();
const mostRecognised = 20_000;

function recogniseAnew(heading: string, kind: TableKind, convention: YearConvention, byLikeness: boolean): Recognition {
  const inText = findYear(heading, convention);
  const words = normalise(inText ? inText.rest : heading);
  const year = inText?.year ?? null;
  const named = inText ? `names the year ${yearName(inText.year, convention)}` : "";
  if (inText && words === "") return { meaning: "year", sureness: "sure", why: named, score: 1, year, yearKind: null };

  const lookups = lookupsOf(kind);
  const exact = lookups.exact.get(words);
  if (kind !== "levers" && inText && exact?.meaning !== "base" && exact?.meaning !== "category") {
    const yearKind =
      exact?.meaning === "growth" || growthWords.test(words) ? "growth" : amountWords.test(words) ? "amount" : null;
    if (yearKind) return { meaning: "year", sureness: "sure", why: named, score: 1, year, yearKind };
  }
  if (exact) {
    const { meaning, score } = exact;
    const open = openHeadings.has(words);
    const why = open ? openRate : `'${heading.trim()}' is a known heading for ${meaningName(kind, meaning)}`;
    return { meaning, sureness: open ? "unsure" : "sure", why, score, year, yearKind: null };
  }
  const contained = containedSynonym(words, lookups);
  if (contained) return { ...unsure(contained.meaning, `contains '${contained.text}'`, 0.6), year, yearKind: null };
  const likened = byLikeness ? likenedSynonym(words, lookups.fuse) : null;
  if (likened) {
    const { item, score } = likened;
    return { ...unsure(item.meaning, `is much like '${item.text}'`, 0.5 - score), year, yearKind: null };
  }
  return {
    meaning: "ignored",
    sureness: "ignored",
    why: "is no heading that the plan needs",
    score: 0,
    year,
    yearKind: null,
  };
}

/** Whether a text may be a heading of any of the tables: "known" names a year or is a synonym, "like" has the words of one. Quick, for every text of a workbook. */
export function headingLikeness(text: string): "known" | "like" | "none" {
  if (text.length > longestHeading) return "none";
  const before = likenesses.get(text);
  if (before !== undefined) return before;
  const inText = findYear(text, { fiscalYearStart: 4, bareYear: "start" });
  const words = normalise(inText ? inText.rest : text);
  const isKnown = (inText !== null && words === "") || tableKinds.some((kind) => lookupsOf(kind).exact.has(words));
  const isLike =
    isKnown || inText !== null || tableKinds.some((kind) => containedSynonym(words, lookupsOf(kind)) !== null);
  const likeness = isKnown ? "known" : isLike ? "like" : "none";
  if (likenesses.size >= mostRecognised) likenesses.clear();
  likenesses.set(text, likeness);
  return likeness;
}

const longestHeading = 100;
const likenesses = new Map<string, "known" | "like" | "none">();

const growthWords = /\b(growth|pressure|increase|uplift|inflation|rise|change|percent)\b/;
const amountWords =
  /\b(spend|spending|amount|need|forecast|projected|projection|cost|costs|plan|planned|budget|allocation|funding|expenditure|limit)\b/;

/** Headings that leave open which share is meant. */
const openHeadings = new Set(
  ["Annual rate", "Efficiency %", "Efficiency", "Efficiency rate", "Annual %", "Annual saving %", "Rate", "%", "% pa", "% p.a.", "Saving % pa", "Saving % p.a."]
    .concat(["Annual saving rate", "Yearly rate", "Annual efficiency"])
    .map((heading) => heading.toLowerCase().replace(/%/g, " percent ").replace(/[^a-z]+/g, " ").trim()),
); // prettier-ignore
const openRate = "leaves open whether the share is saved once in place (a level) or anew each year; a level is taken";

/** Longer texts are sentences, which likening would spend its time on in vain. */
const longestLikened = 40;

interface SynonymItem {
  meaning: string;
  text: string;
  parts: string[];
  /** The more usual a heading is for its meaning, the nearer to 1. */
  score: number;
}

interface Lookups {
  exact: Map<string, SynonymItem>;
  /** Synonyms by their first word. */
  byWord: Map<string, SynonymItem[]>;
  fuse: Fuse<SynonymItem>;
}

const lookupsByKind = new Map<TableKind, Lookups>();

function lookupsOf(kind: TableKind): Lookups {
  const known = lookupsByKind.get(kind);
  if (known) return known;
  const flat = Object.entries(synonyms[kind]).flatMap(([meaning, entry]) =>
    [entry.name, ...entry.headings].map((text, index) => ({
      meaning,
      text: normalise(text),
      parts: normalise(text).split(" "),
      score: 1 - index / 1000,
    })),
  );
  const exact = new Map(flat.map((item) => [item.text, item]));
  const byWord = new Map<string, SynonymItem[]>();
  for (const item of flat) byWord.set(item.parts[0] ?? "", [...(byWord.get(item.parts[0] ?? "") ?? []), item]);
  const fuse = new Fuse(flat, {
    keys: ["text"],
    includeScore: true,
    threshold: 0.3,
    ignoreLocation: false,
    distance: 40,
  });
  const lookups = { exact, byWord, fuse };
  lookupsByKind.set(kind, lookups);
  return lookups;
}

/**
 * The longest synonym whose words all stand in the heading, at least half of its words, for headings with more words than needed. Words that turn a
 * heading into something else ("Status comment") rule it out.
 */
function containedSynonym(words: string, { byWord }: Lookups): SynonymItem | null {
  const all = words.split(" ");
  const present = new Set(all);
  const strange = all.filter((word) => turningWords.has(word));
  let best: SynonymItem | null = null;
  for (const item of all.flatMap((word) => byWord.get(word) ?? [])) {
    if (item.text.length < 4 || (best && item.text.length <= best.text.length)) continue;
    if (vagueAlone.has(item.text) || 2 * item.parts.length < all.length) continue;
    if (!item.parts.every((part) => present.has(part)) || !strange.every((word) => item.parts.includes(word))) continue;
    best = item;
  }
  return best;
}

/** The synonym most like the heading, of about its length: for slips of the pen. */
function likenedSynonym(words: string, fuse: Fuse<SynonymItem>): { item: SynonymItem; score: number } | null {
  if (words.length < 5 || words.length > longestLikened) return null;
  if (words.split(" ").some((word) => turningWords.has(word))) return null;
  const close = fuse.search(words).find(({ item }) => Math.abs(item.text.length - words.length) <= 2);
  return close ? { item: close.item, score: close.score ?? 0 } : null;
}

const turningWords = new Set(
  "comment comments note notes ref reference id code number no date actual actuals forecast ytd variance owner lead manager officer reason previous prior last delivered achieved updated check total of centre center".split(
    " ",
  ),
);

/** Headings that say enough alone and too little among other words. */
const vagueAlone = new Set(
  "year month from until area plan value name title action measure owner provider trust body rate level stage best worst kind line item current actual target amount mode".split(
    " ",
  ),
);

function yearName(year: Year, convention: YearConvention): string {
  return year.kind === "fiscal" ? fiscalLabel(year.start, convention) : String(year.number);
}

function unsure(meaning: string, why: string, score: number): Omit<Recognition, "year" | "yearKind"> {
  return { meaning, sureness: "unsure", why, score };
}

import Fuse from "fuse.js";
import { fiscalLabel, findYear, type Year, type YearConvention } from "./years";
import { withoutUnit } from "./units";
import { synonyms } from "./synonyms";

/** The tables that a plan is read from. */
export type TableKind = "spending" | "funding" | "levers";

export interface Meaning {
  /** "savingShare". */
  id: string;
  /** As the user reads it: "Saving %". */
  name: string;
}

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

/** What a column of such a table can mean, for the pane's list; year columns come beside these as "growth:2015/16" and "amount:2015/16". */
export function meaningsOf(kind: TableKind): Meaning[] {
  return Object.entries(synonyms[kind]).map(([id, { name }]) => ({ id, name }));
}

/** The name of a meaning as the user reads it: "Saving %", "Growth in 2015/16". */
export function meaningName(kind: TableKind, id: string): string {
  const [what, year] = id.split(":");
  if (year !== undefined) return what === "growth" ? `Growth in ${year}` : `Amount in ${year}`;
  return synonyms[kind][id]?.name ?? "Left out";
}

/** Recognises a heading of a table of that kind: by its synonyms, by a year, by words it contains, then by likeness (Fuse.js). */
export function recognise(heading: string, kind: TableKind, convention: YearConvention): Recognition {
  const key = `${kind} ${convention.fiscalYearStart} ${convention.bareYear} ${heading}`;
  const known = recognised.get(key);
  if (known) return { ...known };
  const recognition = recogniseAnew(heading, kind, convention);
  if (recognised.size >= mostRecognised) recognised.clear();
  recognised.set(key, recognition);
  return { ...recognition };
}

/** Likening takes a while, and the same texts come again at every reading. */
const recognised = new Map<string, Recognition>();
const mostRecognised = 5000;

function recogniseAnew(heading: string, kind: TableKind, convention: YearConvention): Recognition {
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
  const contained = containedSynonym(words, lookups.flat);
  if (contained) return { ...unsure(contained.meaning, `contains '${contained.text}'`, 0.6), year, yearKind: null };
  const likened = words.length >= 4 && words.length <= longestLikened ? lookups.fuse.search(words)[0] : undefined;
  if (likened) {
    return {
      ...unsure(likened.item.meaning, `is much like '${likened.item.text}'`, 0.5 - (likened.score ?? 0)),
      year,
      yearKind: null,
    };
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
  const isKnown = (inText !== null && words === "") || kinds.some((kind) => lookupsOf(kind).exact.has(words));
  const isLike =
    isKnown || inText !== null || kinds.some((kind) => containedSynonym(words, lookupsOf(kind).flat) !== null);
  const likeness = isKnown ? "known" : isLike ? "like" : "none";
  if (likenesses.size >= mostRecognised) likenesses.clear();
  likenesses.set(text, likeness);
  return likeness;
}

const kinds: readonly TableKind[] = ["spending", "funding", "levers"];
const longestHeading = 100;
const likenesses = new Map<string, "known" | "like" | "none">();

/** Lower case, without unit and price basis, "%" as the word percent, punctuation as spaces. */
export function normalise(heading: string): string {
  return withoutUnit(heading)
    .normalize("NFKC")
    .toLowerCase()
    .replace(/%|\bper cent\b|\bpct\b/g, " percent ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

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
  flat: SynonymItem[];
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
  const fuse = new Fuse(flat, {
    keys: ["text"],
    includeScore: true,
    threshold: 0.25,
    ignoreLocation: false,
    distance: 40,
  });
  const lookups = { exact, flat, fuse };
  lookupsByKind.set(kind, lookups);
  return lookups;
}

/** The longest synonym whose words all stand in the heading, for headings with more words than needed. */
function containedSynonym(words: string, flat: SynonymItem[]): SynonymItem | null {
  const present = new Set(words.split(" "));
  let best: SynonymItem | null = null;
  for (const item of flat) {
    if (item.text.length < 4 || !item.parts.every((part) => present.has(part))) continue;
    if (!best || item.text.length > best.text.length) best = item;
  }
  return best;
}

function yearName(year: Year, convention: YearConvention): string {
  return year.kind === "fiscal" ? fiscalLabel(year.start, convention) : String(year.number);
}

function unsure(meaning: string, why: string, score: number): Omit<Recognition, "year" | "yearKind"> {
  return { meaning, sureness: "unsure", why, score };
}

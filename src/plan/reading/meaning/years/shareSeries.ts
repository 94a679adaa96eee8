import type { ColumnProfile } from "../columnProfile";
import type { HeadingRead } from "../readHeadings";

/**
 * Which year columns beside a saving hold shares of it though they are not formatted as percents: those that say phasing, profile or %, and plain numbers up to
 * 1 that come to 1, or end at 1, in every row.
 */
export function sharesAmong(
  headings: readonly HeadingRead[],
  profiles: readonly ColumnProfile[],
  amountsOf: (index: number) => readonly (number | null)[],
): ReadonlySet<number> {
  const saving = headings.findIndex((heading, index) => isSaving(heading) && holdsNumbers(profiles[index]));
  if (saving < 0) return new Set();
  const years = headings.flatMap(({ period }, index) =>
    period?.kind === "year" && (profiles[index]?.filled ?? 0) > 0 ? [index] : [],
  );
  const said = years.filter((index) => saysShare(textOf(headings[index])) && mayBeShares(headings, profiles, index));
  const plain = years.filter((index) => {
    const { period, words = "", bandWords = "", aspect } = headings[index] ?? {};
    return (
      period && `${bandWords} ${words}`.trim() === "" && aspect === "none" && mayBeShares(headings, profiles, index)
    );
  });
  const areShares = plain.length > 1 && comeToOne(plain.map(amountsOf), amountsOf(saving));
  return new Set(areShares ? [...said, ...plain] : said);
}

/** Whether the words over a year's figures say that they are shares of a saving. */
export function saysShare(text: string): boolean {
  return /\b(phasing|phased|profiled?|in place|shares?|per ?cent(age)?)\b|%/i.test(text);
}

const savings = new Set(["saving", "fullYearEffect", "netSaving", "grossSaving", "plan"]);

function isSaving({ period, matches }: HeadingRead): boolean {
  const [best] = matches;
  return period === null && best !== undefined && best.score >= 0.5 && savings.has(best.record.id);
}

function holdsNumbers({ filled, numbers, numericTexts }: Partial<ColumnProfile> = {}): boolean {
  return filled !== undefined && filled > 0 && (numbers ?? 0) + (numericTexts ?? 0) >= filled / 2;
}

function textOf(heading: HeadingRead | undefined): string {
  return heading ? `${heading.bandWords} ${heading.words}` : "";
}

function mayBeShares(headings: readonly HeadingRead[], profiles: readonly ColumnProfile[], index: number): boolean {
  const most = /%|per ?cent/i.test(headings[index]?.full ?? "") ? 100 : 1;
  return holdsNumbers(profiles[index]) && (profiles[index]?.largestPlain ?? 0) <= most;
}

/** Whether every row's figures come to 1 or end at 1, and they are not the saving itself by year. */
function comeToOne(columns: (readonly (number | null)[])[], saving: readonly (number | null)[]): boolean {
  const rows = saving.map((whole, row) => ({ whole, figures: columns.map((column) => column[row] ?? 0) }));
  const filled = rows.filter(({ figures }) => figures.some((figure) => figure !== 0));
  const is = (figure: number, other: number | null): boolean => other !== null && Math.abs(figure - other) < 0.005;
  const ends = (figures: readonly number[]): number => figures[figures.length - 1] ?? 0;
  const sum = (figures: readonly number[]): number => figures.reduce((total, figure) => total + figure, 0);
  const areAmounts = filled.every(({ whole, figures }) => is(ends(figures), whole) || is(sum(figures), whole));
  const isFraction = filled.some(({ figures }) => figures.some((figure) => !Number.isInteger(figure)));
  return (
    filled.length > 0 &&
    isFraction &&
    !areAmounts &&
    filled.every(({ figures }) => is(ends(figures), 1) || is(sum(figures), 1))
  );
}

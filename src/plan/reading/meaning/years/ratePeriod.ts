/** Of what stretch of time an amount is, where its heading says so: "Saving per month". */
export type RatePeriod = "month" | "week" | "quarter" | "day";

/** How often each comes in a year. */
export const timesAYear: Record<RatePeriod, number> = { month: 12, week: 52, quarter: 4, day: 365 };

/** The stretch of time that a heading names for its amounts, and its other words; null where it names none. */
export function ratePeriodIn(heading: string): { per: RatePeriod; rest: string } | null {
  for (const [per, pattern] of patterns) {
    const match = pattern.exec(heading);
    if (match)
      return { per, rest: `${heading.slice(0, match.index)} ${heading.slice(match.index + match[0].length)}`.trim() };
  }
  return null;
}

const named = (word: string, adverb: string, letter: string): RegExp =>
  new RegExp(
    `\\(?\\b${adverb}\\b\\)?|\\(?(\\b(per|each|every|a)\\s+(calendar\\s+)?|/\\s*)${word}\\b\\)?|\\(?\\bp\\.\\s?${letter}\\.?(?![\\p{L}\\d])\\)?` +
      `|(?<=(savings?|amount|value|benefit|costs?|£\\w*)\\s+)p${letter}\\b`,
    "iu",
  );

const patterns: [RatePeriod, RegExp][] = [
  ["month", new RegExp(`${named("month", "monthly", "m").source}|\\bpcm\\b`, "iu")],
  ["week", named("week", "weekly", "w")],
  ["quarter", named("quarter", "quarterly", "q")],
  ["day", named("day", "daily", "d")],
];

import type { ValueRule } from "../../columns/column";
import { typeOrKindWords } from "../../columns/words/typeWords";
import { findWord } from "../../columns/words/wordMap";
import type { ColumnProfile } from "./columnProfile";

/**
 * How well a column's cells go with what a meaning says they hold: 1 they are just that, 0 they say nothing (a blank column), below 0 they speak
 * against it; −1 rules it out.
 */
export function valueFit(rule: ValueRule, profile: ColumnProfile, isYear: (word: string) => boolean): number {
  const { filled, numbers, dates, texts, numericTexts, pending, percents, distinct } = profile;
  if (filled === 0) return 0;
  const of = (count: number): number => count / filled;
  const amounts = of(numbers + numericTexts + pending);
  const wordShare = (known: (word: string) => boolean): number => {
    let count = 0;
    for (const [word, times] of profile.words) if (known(word)) count += times;
    return of(count);
  };
  switch (rule.holds) {
    case "name":
      if (of(texts) < 0.5) return -1;
      return 0.3 + 0.7 * (distinct / filled) - (profile.meanLength < 3 ? 0.5 : 0);
    case "categories":
      if (of(numbers + numericTexts) > 0.5) return -1;
      // Nothing but Pressure, Growth and Saving says what the rows are, and names no spending.
      if (distinct > 1 && wordShare((word) => findWord(typeOrKindWords, word) !== undefined) === 1) return -0.4;
      return of(texts) >= 0.5 ? 0.4 : 0;
    case "text":
      return of(texts) >= 0.5 ? 0.4 : of(numbers + dates) > 0.5 ? -0.5 : 0;
    case "code":
      return distinct / filled > 0.7 ? 0.5 : -0.2;
    case "words": {
      const known = wordShare((word) => findWord(rule.words, word) !== undefined);
      if (of(numbers + dates + numericTexts) > 0.5 && known < 0.5) return -1;
      return known >= 0.5 ? 0.5 + known / 2 : known > 0 ? 0.2 : -0.2;
    }
    case "amount":
      if (amounts < 0.5 || of(percents) > 0.5) return -1;
      return profile.isCount && filled >= 3 ? -0.3 : 0.5;
    case "rate":
      if (amounts < 0.5) return -1;
      if (percents === 0 && profile.largestPlain > 100 * Math.max(1, rule.beyond)) return -1;
      return of(percents) > 0.5 ? 1 : 0.2;
    case "number":
      return amounts < 0.5 || of(percents) > 0.5 ? -1 : 0.3;
    case "period":
    case "year": {
      const named = of(dates + profile.years) + wordShare(isYear);
      if (named + of(profile.ordinals) < 0.5) return -1;
      // 10 and 12 may be amounts as well as years; 1, 2, 3 count from the first.
      return named >= 0.5 || profile.countsFromFirst ? 0.7 : 0.2;
    }
    case "month":
      // A month with its year says when something starts, year and all.
      if (of(dates) + wordShare(isMonthOfYear) > 0.5) return -0.5;
      return amounts + of(dates) + wordShare(isMonthWord) < 0.5 ? -1 : 0.6;
  }
}

/** "Oct-25": a month with its year. */
export function isMonthOfYear(word: string): boolean {
  return /^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?[\s'’/-]*(\d{4}|\d{2})$/.test(word);
}

function isMonthWord(word: string): boolean {
  return /^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/.test(word) || /^(m|month|period)?\s*\d{1,2}$/.test(word);
}

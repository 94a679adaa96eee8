import { normalise } from "../../../columns/words/normalise";
import { findYear, type Year, type YearConvention } from "../../cells/times/years";
import type { HeadingRead } from "../readHeadings";

/**
 * "Current year" beside "Next year" are the first two years: of the year that a title names, else of the plan. An in-year or part-year amount is of the
 * current year too. Without a column of the next year each heading is left to its own meaning.
 */
export function withRelativeYears(
  headings: readonly HeadingRead[],
  titles: readonly string[],
  convention: YearConvention,
): HeadingRead[] {
  const wordsOf = ({ words, bandWords, period }: HeadingRead): string =>
    period === null ? normalise(`${bandWords} ${words}`) : "";
  const next = headings.filter((heading) => nextYear.test(wordsOf(heading)));
  const current = headings.filter((heading) => thisYear.test(wordsOf(heading)));
  const [first] = current;
  const [second] = next;
  if (!first || !second || current.length > 1 || next.length > 1) return [...headings];
  const named = [...titles]
    .reverse()
    .map((title) => findYear(title, convention)?.year)
    .find((year) => year?.kind === "fiscal");
  const year = (ahead: number): Year =>
    named?.kind === "fiscal" ? { kind: "fiscal", start: named.start + ahead } : { kind: "ordinal", number: 1 + ahead };
  return headings.map((heading) =>
    heading === first || heading === second
      ? {
          ...heading,
          words: "",
          bandWords: "",
          matches: [],
          period: { kind: "year", year: year(heading === first ? 0 : 1) },
        }
      : heading,
  );
}

const of = "(?: (?:saving|savings|benefit|value|amount|plan))?";
const thisYear = new RegExp(
  `^(?:savings? )?(?:(?:this|current) (?:financial )?year|in year|pye|part year(?: effect)?)${of}$`,
);
const nextYear = new RegExp(`^(?:savings? )?(?:next|following) (?:financial )?year${of}$`);

import { textOf } from "../../../cells/cell";
import { normalise } from "../../columns/words/normalise";
import { findUnit, isUnitText } from "../cells/units";
import type { Year } from "../cells/times/years";
import { firstDataRow, type HeaderRow } from "../extent/headerRows";
import { kindWords } from "../extent/titles";
import { cellAt } from "../sheetGrid";
import { columnOf, type MappedColumn } from "../tableColumn";
import type { ColumnProfile } from "./columnProfile";
import { effectMeanings } from "./effectMeanings";
import type { HeadingMatch } from "./matchHeading";
import type { HeadingRead } from "./readHeadings";
import { statusWords } from "./statusWords";

/** What the saving of one year is split into where no column holds all of it. */
const partWords = /^(pay|non pay|income|green|amber|red|gf|hra)$/;
/** The same saving as it may turn out. */
const caseWords =
  /^((worst|base|best|low(er)?|high(er)?|medium|middle|mid|central|upper|(most )?likely|expected|stretch|prudent|cautious|conservative|pessimistic|optimistic|realistic|ambitious|upside|downside|min(imum)?|max(imum)?)( (case|scenario|estimate|view|plan|range|end|savings?))?|(option|scenario|case) \w+)$/;
/** Of several cases that which is likely. */
export const middleCase = /\b(base|medium|mid(dle)?|central|likely|expected|realistic)\b/;
/** Two figures of which the saving may be the difference. */
const otherWords =
  /\b(current|existing|proposed|before|after|old|new|previous|revised|budgets?|baseline|spend|costs?|actuals?|forecast|targets?|volume|units?|rates?|prices?|wte|fte|posts)\b/;

/** Meanings whose words may be the name of a part, such as Place. */
export function namesPlaces(meaning: string): boolean {
  return ["organisation", "division", "group", "appliesTo"].includes(meaning);
}

const cases = new Set(["low", "likely", "high"]);

/** Whether a heading of amounts is one of several cases of a saving, and no share of it that is delivered. */
export function isCaseOf({ record }: HeadingMatch, { percents, largestPlain }: ColumnProfile): boolean {
  return cases.has(record.id) && percents === 0 && largestPlain > 2;
}

/**
 * Several columns of amounts, of one year, under one band or a title that speaks of savings, where no other column is what the levers save: parts of it, which
 * are added up, or cases, of which the likely one is read. The user is asked unless the parts are known ones.
 */
export function withAmountsOfOne(
  columns: MappedColumn[],
  headings: readonly HeadingRead[],
  profiles: readonly ColumnProfile[],
  header: HeaderRow,
): MappedColumn[] {
  const { grid, titles } = header;
  const lever = columnOf(columns, "lever");
  if (!lever) return columns;
  const isOpen = ({ meaning, origin, sureness }: MappedColumn): boolean =>
    origin !== "user" &&
    origin !== "series" &&
    (meaning === "ignored" ||
      cases.has(meaning) ||
      namesPlaces(meaning) ||
      (sureness === "unsure" && effectMeanings.has(meaning)));
  if (columns.some((column) => effectMeanings.has(column.meaning) && !isOpen(column))) return columns;
  const isTitled = titles.some((title) => kindWords.levers.test(title));
  const under = firstDataRow(header);
  const textUnder = ({ column }: HeadingRead): string => textOf(cellAt(grid, under, column));
  const yearOf = ({ period, bandYear }: HeadingRead): Year | null => (period?.kind === "year" ? period.year : bandYear);
  const frameOf = (heading: HeadingRead): string => {
    const over = heading.bands.join(" ");
    if (yearOf(heading) || kindWords.levers.test(over)) return over;
    const isMoney = isTitled || titles.some(findUnit) || findUnit(heading.full) || isUnitText(textUnder(heading));
    return isMoney && lever.sureness === "sure" ? "" : "?";
  };
  const frames = new Map<string, number[]>();
  columns.forEach((column, index) => {
    const [heading, profile] = [headings[index], profiles[index]];
    if (!heading || !profile || !isOpen(column) || !isAmounts(profile)) return;
    const frame = frameOf(heading);
    frames.set(frame, [...(frames.get(frame) ?? []), index]);
  });
  const [found] = [...frames]
    .filter(([frame, { length }]) => frame !== "?" && length > 1)
    .map(([, members]) => members);
  if (!found || frames.size > 1) return columns;
  const words = found.map((index) => normalise(headings[index]?.words ?? ""));
  const are = (pattern: RegExp): boolean => words.every((text) => pattern.test(text));
  const areCases = are(caseWords);
  if (words.some((text) => !/[a-z]{2}/.test(text) || (!areCases && otherWords.test(text)))) return columns;
  const amongst: MappedColumn["amongst"] = areCases
    ? "cases"
    : are(statusWords)
      ? "statuses"
      : are(partWords)
        ? undefined
        : "parts";
  const taken = Math.max(
    0,
    words.findIndex((text) => middleCase.test(text)),
  );
  return columns.map((column, index): MappedColumn => {
    const at = found.indexOf(index);
    if (at < 0) return column;
    const asked = {
      year: headings[index] ? yearOf(headings[index]) : null,
      ...(amongst && { amongst }),
      why: "is one of several of one saving",
    };
    const { wouldBe: _, ...rest } = column;
    return areCases && at !== taken
      ? { ...rest, ...asked, meaning: "ignored", origin: "values", sureness: "ignored" }
      : {
          ...rest,
          ...asked,
          meaning: areCases && !asked.year ? "saving" : "year",
          yearKind: "amount",
          origin: "values",
          sureness: "sure",
        };
  });
}

/** Whether a column holds money, as far as its numbers tell. */
export function isAmounts({ filled, numbers, numericTexts, percents, isCount }: ColumnProfile): boolean {
  return filled > 0 && numbers + numericTexts >= 0.8 * filled && percents === 0 && !isCount;
}

import type { Finding, Question } from "../../finding";
import { bareYear } from "./bareYears";
import type { YearConvention } from "../cells/years";
import { idOfKey, isSettled } from "../questions";
import { dayOrder } from "./dayOrder";

/** Questions whose answers say how years are read, so that everything is read once more with them. */
export function isOfYears(key: string): boolean {
  return [bareYear.id, dayOrder.id].includes(idOfKey(key));
}

/** How labels of years are to be understood by what the user has answered; null where they were understood so. */
export function answeredYears(findings: readonly Finding[], convention: YearConvention): YearConvention | null {
  const answers = findings.filter(isSettled);
  const isSo = (id: string, ending: string, { key, taken }: Question): boolean =>
    idOfKey(key) === id && taken.endsWith(ending);
  const ends = answers.some(({ question }) => isSo(bareYear.id, bareYear.ends, question));
  const turned = answers.filter(({ question }) => isSo(dayOrder.id, dayOrder.monthFirst, question));
  const cells = turned.map(({ cell }) => cell);
  const known = convention.monthFirst ?? new Set();
  if ((!ends || convention.bareYear === "end") && cells.every((cell) => known.has(cell))) return null;
  return {
    ...convention,
    bareYear: ends ? "end" : convention.bareYear,
    monthFirst: new Set([...known, ...cells]),
  };
}

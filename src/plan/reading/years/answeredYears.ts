import type { Finding } from "../../finding";
import type { YearConvention } from "../cells/times/years";
import { idOfKey, isSettled } from "../questions";

/** The month in which fiscal years start, as the answers of that question name it. */
function monthOfAnswer(answer: string): number {
  return Number(answer.replace("month ", ""));
}

/** How the questions are known whose answers say how years are read, so that everything is read once more with them. */
export const yearQuestions = { bareYear: "bareYear", dayOrder: "dayOrder", fiscalStart: "fiscalStart" };

export function isOfYears(key: string): boolean {
  return Object.values(yearQuestions).includes(idOfKey(key));
}

/** How labels of years are to be understood by what the user has answered; null where they were understood so. */
export function answeredYears(findings: readonly Finding[], convention: YearConvention): YearConvention | null {
  const answeredBy = (id: string, choice: string): Finding[] =>
    findings.filter((one) => isSettled(one) && idOfKey(one.question.key) === id && one.answer === choice);
  const ends = answeredBy(yearQuestions.bareYear, "end").length > 0;
  const cells = answeredBy(yearQuestions.dayOrder, "month").map(({ cell }) => cell);
  const known = convention.monthFirst ?? new Set();
  const [fiscal] = findings.filter((one) => isSettled(one) && idOfKey(one.question.key) === yearQuestions.fiscalStart);
  const month = fiscal && isSettled(fiscal) ? monthOfAnswer(fiscal.answer) : convention.fiscalYearStart;
  if (
    month === convention.fiscalYearStart &&
    (!ends || convention.bareYear === "end") &&
    cells.every((cell) => known.has(cell))
  )
    return null;
  return {
    ...convention,
    fiscalYearStart: month,
    bareYear: ends ? "end" : convention.bareYear,
    monthFirst: new Set([...known, ...cells]),
  };
}

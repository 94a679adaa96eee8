import type { Finding } from "../finding";
import { count } from "./words/figures";

/** What is wrong in one or more cells, said once. */
export interface Fault {
  /** As the first of its findings says it. */
  message: string;
  /** Every cell that has it, in the order found. */
  cells: string[];
  /** More than one where their words differ in what they quote. */
  findings: Finding[];
}

/** Findings whose words differ only in what they quote are one fault. */
export function faultsOf(findings: readonly Finding[]): Fault[] {
  const faults = new Map<string, Fault>();
  for (const finding of findings) {
    const key = finding.message.replace(/'(?:[^']|'(?=\w))*'/g, "''").replace(/\d[\d,.]*/g, "0");
    const fault = faults.get(key) ?? { message: finding.message, cells: [], findings: [] };
    faults.set(key, {
      ...fault,
      cells: [...fault.cells, ...(finding.cells ?? [finding.cell].filter((cell) => cell !== ""))],
      findings: [...fault.findings, finding],
    });
  }
  return [...faults.values()];
}

/** What stands in the way of a run: faults to correct in the sheet, and questions that must be answered. */
export interface HeldUp {
  errors: number;
  questions: number;
}

export function heldUpBy(findings: readonly Finding[]): HeldUp {
  const errors = findings.filter(({ level }) => level === "error");
  return {
    errors: faultsOf(errors.filter(({ question }) => !question)).length,
    questions: errors.filter(({ question }) => question).length,
  };
}

/** "1 error to correct and 2 questions to answer"; "" where nothing is in the way. */
export function heldUpWords({ errors, questions }: HeldUp): string {
  return [
    errors > 0 && `${count(errors, "error")} to correct`,
    questions > 0 && `${count(questions, "question")} to answer`,
  ]
    .filter(Boolean)
    .join(" and ");
}

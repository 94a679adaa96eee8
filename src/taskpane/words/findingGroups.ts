import type { Finding } from "../../plan/finding";
import type { PlanReading } from "../../plan/reading/planReading";
import { findingKind } from "./planAreas";

/** Findings of one fault. */
export interface FindingGroup {
  /** As the first of them says it. */
  message: string;
  /** How many cells have it. */
  count: number;
  /** The findings themselves, where their words or cells differ; the first stands for all. */
  findings: Finding[];
}

interface SortedFindings {
  errors: FindingGroup[];
  /** Each to be answered by itself. */
  questions: Finding[];
  notices: FindingGroup[];
}

/** One line for one fault: findings whose words differ only in what they quote are one. What the page already says of the sheet's totals is left out. */
export function sortedFindings({ findings, sheetTotals }: PlanReading): SortedFindings {
  const totals = new Set(sheetTotals.filter(({ explainedBy }) => explainedBy).map(({ cell }) => cell));
  const said = findings.filter(({ cell, message }) => !(totals.has(cell) && message.startsWith("your total says")));
  const of = (kind: "errors" | "questions" | "notices"): Finding[] =>
    said.filter((finding) => findingKind(finding) === kind);
  const questions = of("questions");
  return {
    errors: grouped(of("errors")),
    questions: [...questions.filter(isError), ...questions.filter((question) => !isError(question))],
    notices: grouped(of("notices")),
  };
}

function isError({ level }: Finding): boolean {
  return level === "error";
}

function grouped(findings: readonly Finding[]): FindingGroup[] {
  const groups = new Map<string, FindingGroup>();
  for (const finding of findings) {
    const fault = finding.message.replace(/'(?:[^']|'(?=\w))*'/g, "''").replace(/\d[\d,.]*/g, "0");
    const group = groups.get(fault) ?? { message: finding.message, count: 0, findings: [] };
    groups.set(fault, {
      ...group,
      count: group.count + (finding.count ?? 1),
      findings: [...group.findings, finding],
    });
  }
  return [...groups.values()];
}

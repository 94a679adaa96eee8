import type { Finding } from "../../../plan/finding";
import { faultsOf, type Fault } from "../../../plan/report/faults";
import { findingKind } from "./planAreas";

interface SortedFindings {
  errors: Fault[];
  /** Each to be answered by itself. */
  questions: Finding[];
  notices: Fault[];
}

/**
 * What is to be corrected, answered and known, each fault once.
 *
 * @param told cells of the sheet's totals whose difference the page says already
 */
export function sortedFindings(findings: readonly Finding[], told: ReadonlySet<string>): SortedFindings {
  const isTold = ({ about, cell, cells = [cell] }: Finding): boolean =>
    about === "total that differs" && cells.every((total) => told.has(total));
  const of = (kind: "errors" | "questions" | "notices"): Finding[] =>
    findings.filter((finding) => findingKind(finding) === kind && !isTold(finding));
  const questions = of("questions");
  return {
    errors: faultsOf(of("errors")),
    questions: [...questions.filter(isError), ...questions.filter((question) => !isError(question))],
    notices: faultsOf(of("notices")),
  };
}

function isError({ level }: Finding): boolean {
  return level === "error";
}

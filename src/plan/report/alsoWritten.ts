import type { OutputTable } from "./outputTable";
import type { WrittenForm } from "./writtenForm";

/** What the user chose of a write: sheets beside those of every run, and the form of all. */
export interface AlsoWritten {
  /** Left out: values. */
  form?: WrittenForm;
  /** How sure the savings are: draws how much of each lever is delivered. */
  risk?: boolean;
  /** What the register shows of each claim. */
  assurance?: boolean;
  /** Names of scenarios to stand beside the one that is written. */
  compare?: string[];
}

/** Which tables that makes, as far as the plan has them. */
export function alsoIds({ risk, assurance, compare = [] }: AlsoWritten): OutputTable["id"][] {
  return [
    ...(risk ? ["risk" as const] : []),
    ...(compare.length > 0 ? ["comparison" as const] : []),
    ...(assurance ? ["assurance" as const, "assuranceLog" as const] : []),
  ];
}

import type { Proof } from "./claimWords";
import type { Paperwork } from "./paperwork";

/** What an auditor asks of a saving; docs/assurance.md says whose question it is. */
interface AuditClaim {
  id: ClaimId;
  heading: string;
  /** Whether it counts towards documented fully, partly, not. */
  counts: boolean;
  /** The column of the register that answers it; without one it is worked out. */
  column?: RegisterClaim;
}

export interface RegisterClaim {
  meaning: keyof Paperwork;
  proof: Proof;
}

export type ClaimId =
  | "cashEffect"
  | "efficiencyType"
  | "recurrence"
  | "priceBasis"
  | "baseline"
  | "calculation"
  | "netOfCosts"
  | "notMoved"
  | "qualityImpact"
  | "reviewedBy"
  | "budgetReduced"
  | "evidence"
  | "range";

export const claims: readonly AuditClaim[] = [
  { id: "cashEffect", heading: "Cash effect", counts: true },
  { id: "efficiencyType", heading: "Efficiency type", counts: false },
  { id: "recurrence", heading: "Recurrence", counts: true },
  { id: "priceBasis", heading: "Cash or real terms", counts: false },
  { id: "baseline", heading: "Baseline", counts: true, column: { meaning: "baselineSource", proof: "words" } },
  { id: "calculation", heading: "Calculation", counts: true, column: { meaning: "calculation", proof: "words" } },
  { id: "netOfCosts", heading: "Net of costs", counts: false },
  { id: "notMoved", heading: "Costs not moved elsewhere", counts: false },
  {
    id: "qualityImpact",
    heading: "Impact on services",
    counts: true,
    column: { meaning: "qualityImpact", proof: "reference" },
  },
  { id: "reviewedBy", heading: "Reviewed by", counts: true, column: { meaning: "reviewedBy", proof: "words" } },
  {
    id: "budgetReduced",
    heading: "Budget reduced",
    counts: true,
    column: { meaning: "budgetReduced", proof: "reference" },
  },
  { id: "evidence", heading: "Evidence of delivery", counts: true, column: { meaning: "evidence", proof: "words" } },
  { id: "range", heading: "Range stated", counts: false },
];

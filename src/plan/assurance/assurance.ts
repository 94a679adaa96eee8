import { sameName } from "../../cells/names";
import type { Breakdown, LeverResult } from "../breakdown";
import { countsAsSaving } from "../evaluation/kinds";
import { hasRange } from "../evaluation/levers/delivery";
import type { Lever, Plan } from "../plan";
import type { Said } from "./claimWords";
import { saidBy } from "./claimWords";
import { claims, type ClaimId, type RegisterClaim } from "./claims";
import type { Paperwork } from "./paperwork";

/** What the register shows of each lever's claim to be a saving, and how much of the saving that documents. */
export interface Assurance {
  /** Of the last year's savings, in the plan's unit. */
  fully: number;
  partly: number;
  not: number;
  /** In the register's order, of what counts as a saving. */
  levers: LeverAssurance[];
}

export interface LeverAssurance {
  name: string;
  reference: string;
  lead: string;
  amount: number;
  documented: "fully" | "partly" | "not";
  claims: Record<ClaimId, Claim>;
}

export interface Claim {
  said: Said;
  /** What says so: "J10234 on 02/07", "Cash-releasing". */
  words: string;
  /** Where it says so, or where it would; null where the register has no such column. */
  cell: string | null;
}

/** `paperwork`: what the register's cells hold, lever by lever in the plan's order. */
export function assuranceOf(plan: Plan, breakdown: Breakdown, paperwork: Paperwork): Assurance {
  const levers = breakdown.levers.flatMap((result, at): LeverAssurance[] => {
    const lever = plan.levers[at];
    if (!lever || !countsAsSaving(result.kind)) return [];
    const own = Object.fromEntries(
      claims.map((claim) => [
        claim.id,
        claim.column ? registerClaim(claim.column, at, paperwork) : derived(claim.id, lever, plan, at, paperwork),
      ]),
    ) as Record<ClaimId, Claim>;
    return [leverAssurance(result, own, paperwork.lead?.[at]?.text ?? "")];
  });
  const sum = (documented: LeverAssurance["documented"]): number =>
    levers.reduce((so, lever) => so + (lever.documented === documented ? lever.amount : 0), 0);
  return { fully: sum("fully"), partly: sum("partly"), not: sum("not"), levers };
}

function leverAssurance(
  { name, reference, attributed }: LeverResult,
  own: Record<ClaimId, Claim>,
  lead: string,
): LeverAssurance {
  const reviewed = own.reviewedBy;
  // Whoever answers for a saving has not verified it.
  if (reviewed.said === "Yes" && lead !== "" && sameName(reviewed.words, lead))
    own.reviewedBy = { ...reviewed, said: "No", words: `${reviewed.words}, who owns it` };
  const counted = claims.filter(({ counts }) => counts).map(({ id }) => own[id].said);
  const isMet = (said: Said): boolean => said === "Yes" || said === "Not applicable";
  const documented = counted.every(isMet)
    ? "fully"
    : counted.some((said) => isMet(said) || said === "Asserted")
      ? "partly"
      : "not";
  return { name, reference, lead, amount: attributed.at(-1) ?? 0, documented, claims: own };
}

function registerClaim({ meaning, proof }: RegisterClaim, at: number, paperwork: Paperwork): Claim {
  const beside = paperwork[meaning]?.[at] ?? null;
  if (!beside) return { said: "Not stated", words: "", cell: null };
  return { said: saidBy(beside.text, proof), words: beside.text.trim(), cell: beside.cell };
}

/** What the reading knows already. */
function derived(id: ClaimId, lever: Lever, plan: Plan, at: number, paperwork: Paperwork): Claim {
  const cellOf = (meaning: keyof Paperwork): string | null => paperwork[meaning]?.[at]?.cell ?? null;
  const stated = (words: string, isStated: boolean, cell: string | null): Claim =>
    isStated ? { said: "Yes", words, cell } : { said: "Not stated", words: "", cell };
  switch (id) {
    case "cashEffect":
      return stated(lever.cashEffect, lever.cashEffect !== "Not stated", cellOf("cashEffect"));
    case "efficiencyType":
      return stated(lever.efficiencyType, lever.efficiencyType !== "Not stated", cellOf("efficiencyType"));
    case "recurrence":
      return stated(lever.recurrent ? "Recurrent" : "Non-recurrent", lever.isRecurrenceStated, cellOf("recurrent"));
    case "priceBasis":
      return stated(plan.priceBasis, plan.prices !== "unstated", null);
    case "netOfCosts":
      return netOfCosts(lever, at, paperwork);
    case "range":
      return stated("low and high", hasRange(lever), cellOf("low"));
    case "notMoved":
      return lever.counterparty !== ""
        ? { said: "No", words: `other side: ${lever.counterparty}`, cell: cellOf("counterparty") }
        : { said: "Not stated", words: "", cell: cellOf("counterparty") };
    default:
      return { said: "Not stated", words: "", cell: null };
  }
}

/** A column of costs that holds a figure, 0 too, says what the saving takes to make. */
function netOfCosts(lever: Lever, at: number, paperwork: Paperwork): Claim {
  const columns = [paperwork.investment, paperwork.runningCost, paperwork.doubleRunning].map(
    (column) => column?.[at] ?? null,
  );
  const filled = columns.find((beside) => beside !== null && beside.text.trim() !== "");
  const cell = (filled ?? columns.find((beside) => beside !== null))?.cell ?? null;
  if (!filled) return { said: "Not stated", words: "", cell };
  const hasCosts = lever.investment !== 0 || lever.runningCost !== 0 || lever.doubleRunning !== 0;
  return { said: "Yes", words: hasCosts ? "costs are given" : "no costs", cell };
}

import { waterfall } from "../../../engine/waterfall";
import type { Position, PositionStep } from "../../position";
import { isEnd, type BridgeStep } from "./bridge";
import { isNothing } from "../words/figures";

/**
 * A year of the position as a bridge, from its opening (or what the budget brought forward is above funding) to its closing (or the gap that is
 * left); steps that are nothing at these decimals, because only other years have them, are left out. A council's whole budget
 * beside its changes would leave nothing of them to be seen, so that it begins with what funding leaves of it.
 */
export function positionBridge(position: Position, at: number, decimals = Infinity): BridgeStep[] {
  const { form, years } = position;
  const year = years[at];
  const [opening, ...changes] = form === "council" ? netOfFunding(year?.steps ?? []) : (year?.steps ?? []);
  if (!year || !opening) return [];
  const end = { name: form === "council" ? "Gap that is left" : "Closing position", amount: year.closing };
  const falls = changes.map(({ name, amount }) => ({ name, amount: -amount }));
  // What raises a position helps, what raises a budget does not.
  const helps = (amount: number): boolean => (form === "council" ? amount <= 0 : amount >= 0);
  const bars = waterfall(opening, falls, end).map((bar, index): BridgeStep => {
    const change = changes[index - 1];
    if (index === 0) return { ...bar, kind: "gap", amount: opening.amount };
    if (!change) return { ...bar, kind: "total", amount: year.closing };
    return { ...bar, kind: helps(change.amount) ? "saving" : "cost", amount: change.amount };
  });
  return bars.filter((bar) => isEnd(bar) || !isNothing(bar.amount, decimals));
}

export const budgetLessFunding = "Base budget less funding";

/** The budget brought forward less the year's funding in place of both. */
export function netOfFunding(steps: readonly PositionStep[]): PositionStep[] {
  const [base, ...changes] = steps;
  if (!base) return [];
  const funding = changes.find(({ name }) => name === "Funding");
  if (!funding) return [base, ...changes];
  const opening = { name: budgetLessFunding, amount: base.amount + funding.amount };
  return [opening, ...changes.filter((step) => step !== funding)];
}

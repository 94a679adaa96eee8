import { waterfall } from "../../engine/waterfall";
import type { Position } from "../position";
import type { BridgeStep } from "./bridge";

/** A year of the position as a bridge, from its opening (or the budget brought forward) to its closing (or the gap that is left). */
export function positionBridge({ form, years }: Position, at: number): BridgeStep[] {
  const year = years[at];
  const [opening, ...changes] = year?.steps ?? [];
  if (!year || !opening) return [];
  const end = { name: form === "council" ? "Gap that is left" : "Closing position", amount: year.closing };
  const falls = changes.map(({ name, amount }) => ({ name, amount: -amount }));
  // What raises a position helps, what raises a budget does not.
  const helps = (amount: number): boolean => (form === "council" ? amount <= 0 : amount >= 0);
  return waterfall(opening, falls, end).map((bar, index): BridgeStep => {
    const change = changes[index - 1];
    if (index === 0) return { ...bar, kind: "gap", amount: opening.amount };
    if (!change) return { ...bar, kind: "total", amount: year.closing };
    return { ...bar, kind: helps(change.amount) ? "saving" : "cost", amount: change.amount };
  });
}

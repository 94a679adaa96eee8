import type { BridgeStep } from "../../plan/report/bridge/bridge";
import { isNothing } from "../../plan/report/words/figures";

/** The year stands over the bridge, so that its last bar need not say it; what goes beyond the gap is left over. */
export function stepName({ kind, name, amount }: BridgeStep, decimals: number): string {
  if (kind === "total") return name.startsWith("Savings ") ? "Savings" : name;
  if (kind !== "remaining") return name;
  return amount < 0 && !isNothing(amount, decimals) ? "Left over" : "Remaining";
}

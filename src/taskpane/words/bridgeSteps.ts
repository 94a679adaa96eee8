import type { Breakdown } from "../../plan/breakdown";
import { isNothing } from "./figures";
import { shares, type BreakdownBy } from "./shares";

export interface BridgeStep {
  name: string;
  kind: "total" | "fall" | "rise";
  /** Signed: the gap, minus each saving, what remains. */
  amount: number;
  /** The ends of the bar, from < to. */
  from: number;
  to: number;
}

/** From the last year's gap down to what remains; beyond `most` parts the smallest become one step. */
export function bridgeSteps(breakdown: Breakdown, by: BreakdownBy, most = 10): BridgeStep[] {
  const { year, rows, overlap, decimals } = shares(breakdown, by);
  const parts = rows.map(({ name, amount }) => ({ name, amount }));
  const kept = parts.length > most ? parts.slice(0, most - 1) : parts;
  const others = parts.slice(kept.length);
  if (others.length > 0) {
    kept.push({ name: `${others.length} smaller`, amount: others.reduce((sum, part) => sum + part.amount, 0) });
  }
  if (overlap !== 0) kept.push({ name: "Overlap", amount: overlap });

  const gap = breakdown.summary.gap.at(-1) ?? 0;
  const steps: BridgeStep[] = [bar(`Gap ${year}`, "total", gap, 0, gap)];
  let level = gap;
  for (const { name, amount } of kept) {
    steps.push(bar(name, amount < 0 ? "rise" : "fall", -amount, level, level - amount));
    level -= amount;
  }
  const remaining = breakdown.summary.remaining.at(-1) ?? level;
  steps.push(bar(remaining < 0 && !isNothing(remaining, decimals) ? "Left over" : "Remaining", "total", remaining, 0, remaining));
  return steps;
}

function bar(name: string, kind: BridgeStep["kind"], amount: number, start: number, end: number): BridgeStep {
  return { name, kind, amount, from: Math.min(start, end), to: Math.max(start, end) };
}

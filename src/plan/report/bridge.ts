import type { Breakdown } from "../breakdown";
import { partOf, type BreakdownBy } from "./breakdownBy";
import { isUnidentified } from "../evaluation/evaluate";

/** One bar of the bridge. */
export interface BridgeStep {
  name: string;
  kind: "gap" | "fall" | "rise" | "remaining";
  /** What it changes the gap by, a saving with a minus; at the ends, the gap and what remains of it. */
  amount: number;
  /** The ends of the bar, from ≤ to. */
  from: number;
  to: number;
}

export interface BridgeOptions {
  by: BreakdownBy;
  /** Parts beyond this many: the smallest become one step. */
  most?: number;
  /** Unidentified savings have one step of their own, after the parts. */
  unidentifiedApart?: boolean;
}

/**
 * From the gap of the last year to what remains of it, the largest saving first, and where the method does not sum to the
 * combined saving, what it counts twice or leaves out. Levers that are off have no step.
 */
export function bridge(
  breakdown: Breakdown,
  { by, most = Infinity, unidentifiedApart = false }: BridgeOptions,
): BridgeStep[] {
  const { summary, years, levers } = breakdown;
  const year = years.at(-1) ?? "";
  const isApart = ({ status }: { status: string }): boolean => unidentifiedApart && isUnidentified(status);
  const on = levers.filter(({ isOff }) => !isOff);

  const amounts = new Map<string, number>();
  for (const lever of on.filter((one) => !isApart(one))) {
    const name = partOf[by](lever);
    amounts.set(name, (amounts.get(name) ?? 0) + lever.runRate);
  }
  const savings = smallestJoined(
    [...amounts].map(([name, amount]) => ({ name, amount })),
    most,
  );
  if (on.some(isApart)) savings.push({ name: "Unidentified", amount: summary.unidentified.at(-1) ?? 0 });
  const rest = notAttributed(breakdown, savings);
  if (rest !== 0) savings.push({ name: "Overlap not attributed", amount: rest });

  const gap = summary.gap.at(-1) ?? 0;
  const remaining = summary.remaining.at(-1) ?? 0;
  let level = gap;
  const steps = savings.map(({ name, amount }): BridgeStep => {
    const before = level;
    level -= amount;
    return bar(name, amount < 0 ? "rise" : "fall", -amount, before, level);
  });
  return [
    bar(`Gap ${year}`, "gap", gap, 0, gap),
    ...steps,
    bar(`Remaining gap ${year}`, "remaining", remaining, 0, remaining),
  ];
}

/** The last year's combined saving less the sum of these parts of it; what rounding leaves is 0. */
export function notAttributed({ summary }: Breakdown, parts: readonly { amount: number }[]): number {
  const saving = summary.savings.at(-1) ?? 0;
  const rest = saving - parts.reduce((sum, { amount }) => sum + amount, 0);
  return Math.abs(rest) > 1e-9 * Math.max(Math.abs(saving), Math.abs(summary.need.at(-1) ?? 0)) ? rest : 0;
}

interface Saving {
  name: string;
  amount: number;
}

function smallestJoined(savings: readonly Saving[], most: number): Saving[] {
  const sorted = [...savings].sort((a, b) => b.amount - a.amount);
  if (sorted.length <= most) return sorted;
  const others = sorted.slice(most - 1);
  const joined = { name: `${others.length} smaller`, amount: others.reduce((sum, { amount }) => sum + amount, 0) };
  return [...sorted.slice(0, most - 1), joined];
}

function bar(name: string, kind: BridgeStep["kind"], amount: number, start: number, end: number): BridgeStep {
  return { name, kind, amount, from: Math.min(start, end), to: Math.max(start, end) };
}

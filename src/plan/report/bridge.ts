import type { Breakdown, LeverResult } from "../breakdown";
import { partOf, type BreakdownBy } from "./breakdownBy";
import { countsAsSaving } from "../evaluation/kinds";

/** One bar of the bridge. */
export interface BridgeStep {
  name: string;
  /** The ends; between them a saving, which lowers the gap, or what is none; savings alone end in their total. */
  kind: "gap" | "saving" | "cost" | "remaining" | "total";
  /** What it changes the gap by, a saving with a minus; of savings alone the saving itself; at the ends, the gap, what remains of it, the total. */
  amount: number;
  /** The ends of the bar, from ≤ to. */
  from: number;
  to: number;
  /** Where the running total stands once the step is taken. */
  after: number;
}

export interface BridgeOptions {
  by: BreakdownBy;
  /** Parts beyond this many: the smallest become one step. */
  most?: number;
  /** Unidentified savings have one step of their own, after the parts. */
  unidentifiedApart?: boolean;
}

/**
 * From the gap of the last year (or the target) to what remains of it, the largest saving first, and where the method does not sum to the
 * combined saving, what it counts twice or leaves out. Where nothing says what is to be closed, the savings are built up from zero to
 * their total. Levers that are off have no step; contingencies have one of their own.
 */
export function bridge(
  breakdown: Breakdown,
  { by, most = Infinity, unidentifiedApart = false }: BridgeOptions,
): BridgeStep[] {
  const { summary, years, levers } = breakdown;
  const year = years.at(-1) ?? "";
  const on = levers.filter(({ isOff, kind }) => !isOff && countsAsSaving(kind));
  const contingencies = on.filter(({ kind }) => kind === "Contingency");
  const isApart = ({ kind, isIdentified }: LeverResult): boolean =>
    kind !== "Contingency" && unidentifiedApart && !isIdentified;

  const amounts = new Map<string, number>();
  for (const lever of on) {
    if (isApart(lever) || lever.kind === "Contingency") continue;
    const name = partOf[by](lever);
    amounts.set(name, (amounts.get(name) ?? 0) + lastOf(lever));
  }
  const savings = smallestJoined(
    [...amounts].map(([name, amount]) => ({ name, amount })),
    most,
  );
  if (on.some(isApart)) savings.push({ name: "Unidentified", amount: sum(on.filter(isApart).map(lastOf)) });
  if (contingencies.length > 0) savings.push({ name: "Contingency", amount: sum(contingencies.map(lastOf)) });
  const rest = notAttributed(breakdown, savings);
  if (rest !== 0) savings.push({ name: "Overlap not attributed", amount: rest });

  const gap = summary.gap?.at(-1) ?? null;
  const remaining = summary.remaining?.at(-1) ?? 0;
  const way = gap === null ? 1 : -1;
  let level = gap ?? 0;
  const steps = savings.map(({ name, amount }): BridgeStep => {
    const before = level;
    level += way * amount;
    return bar(name, amount < 0 ? "cost" : "saving", way * amount, before, level);
  });
  if (gap === null) {
    const total = summary.savings.at(-1) ?? 0;
    return [...steps, bar(`Savings ${year}`, "total", total, 0, total)];
  }
  return [
    bar(`${summary.target ? "Target" : "Gap"} ${year}`, "gap", gap, 0, gap),
    ...steps,
    bar(`Remaining gap ${year}`, "remaining", remaining, 0, remaining),
  ];
}

/** Whether a step is one of the ends, not a change. */
export function isEnd({ kind }: BridgeStep): boolean {
  return kind === "gap" || kind === "remaining" || kind === "total";
}

function lastOf({ attributed }: LeverResult): number {
  return attributed.at(-1) ?? 0;
}

function sum(amounts: number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}

/** The last year's combined saving less the sum of these parts of it; what rounding leaves is 0. */
export function notAttributed({ summary }: Breakdown, parts: readonly { amount: number }[]): number {
  const saving = summary.savings.at(-1) ?? 0;
  const rest = saving - sum(parts.map(({ amount }) => amount));
  return Math.abs(rest) > 1e-9 * Math.max(Math.abs(saving), Math.abs(summary.need?.at(-1) ?? 0)) ? rest : 0;
}

interface Saving {
  name: string;
  amount: number;
}

function smallestJoined(savings: readonly Saving[], most: number): Saving[] {
  const sorted = [...savings].sort((a, b) => b.amount - a.amount);
  if (sorted.length <= most) return sorted;
  const others = sorted.slice(most - 1);
  const joined = { name: `${others.length} smaller`, amount: sum(others.map(({ amount }) => amount)) };
  return [...sorted.slice(0, most - 1), joined];
}

function bar(name: string, kind: BridgeStep["kind"], amount: number, start: number, end: number): BridgeStep {
  return { name, kind, amount, from: Math.min(start, end), to: Math.max(start, end), after: end };
}

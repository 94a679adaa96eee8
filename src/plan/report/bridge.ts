import { waterfall, type Bar } from "../../engine/waterfall";
import type { Breakdown, LeverResult } from "../breakdown";
import { partOf, type BreakdownBy } from "./breakdownBy";
import { countsAsSaving } from "../evaluation/kinds";

/** One bar of the bridge. */
export interface BridgeStep extends Bar {
  /** The ends; between them a saving, which lowers the gap, or what is none; savings alone end in their total. */
  kind: "gap" | "saving" | "cost" | "remaining" | "total";
  /** What it changes the gap by, a saving with a minus; of savings alone the saving itself; at the ends, the gap, what remains of it, the total. */
  amount: number;
}

interface BridgeOptions {
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
  const kinds = savings.map(({ amount }) => (amount < 0 ? "cost" : "saving"));
  const clean = withoutRoundingErrors(breakdown);
  if (gap === null) {
    const raising = savings.map(({ name, amount }) => ({ name, amount: -amount }));
    const end = { name: `Savings ${year}`, amount: summary.savings.at(-1) ?? 0 };
    const [, ...bars] = waterfall({ name: "", amount: 0 }, raising, end);
    return bars.map((bar, index) => ({ ...clean(bar), kind: kinds[index] ?? "total" }));
  }
  const start = { name: `${summary.target ? "Target" : "Gap"} ${year}`, amount: gap };
  const end = { name: `Remaining gap ${year}`, amount: summary.remaining?.at(-1) ?? 0 };
  const bars = waterfall(start, savings, end);
  return bars.map((bar, index) => ({ ...clean(bar), kind: index === 0 ? "gap" : (kinds[index - 1] ?? "remaining") }));
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

/** What only rounding left of amounts as large as the need and the gap is 0. */
function withoutRoundingErrors({ summary }: Breakdown): (bar: Bar) => Bar {
  const least = 1e-13 * Math.max(Math.abs(summary.need?.at(-1) ?? 0), Math.abs(summary.gap?.at(-1) ?? 0));
  const clean = (value: string | number) => (typeof value === "number" && Math.abs(value) <= least ? 0 : value);
  return (bar) =>
    Object.fromEntries(Object.entries(bar).map(([part, value]) => [part, clean(value)])) as unknown as Bar;
}

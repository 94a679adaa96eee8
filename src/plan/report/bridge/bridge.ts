import { waterfall, type Bar } from "../../../engine/waterfall";
import type { Breakdown, LeverResult } from "../../breakdown";
import { partOf, type BreakdownBy } from "../breakdownBy";
import { countsAsSaving } from "../../evaluation/kinds";

/** One bar of the bridge. */
export interface BridgeStep extends Bar {
  /**
   * The ends; between them a saving, which lowers the gap: one with a scheme, one that counts only against the baseline, one without a scheme; or what is
   * none. Savings alone end in their total.
   */
  kind: "gap" | "saving" | "baselineOnly" | "unidentified" | "cost" | "remaining" | "total";
  /** What it changes the gap by, a saving with a minus; of savings alone the saving itself; at the ends, the gap, what remains of it, the total. */
  amount: number;
}

/** By what a bridge is split where nobody has chosen: by group, or by lever where all are of one. */
export function usualBy({ levers }: Pick<Breakdown, "levers">): BreakdownBy {
  const own = levers.filter((lever) => !lever.isOff && countsAsSaving(lever.kind) && apartAs(lever) === null);
  return new Set(own.map(partOf.group)).size > 1 ? "group" : "lever";
}

/** More parts than these: the smallest become one step. */
export const mostParts = 8;

interface BridgeOptions {
  by: BreakdownBy;
  /** Parts beyond this many: the smallest become one step. */
  most?: number;
}

/**
 * From the gap of the last year (or the target) to what remains of it, the largest saving first, and where the method does not sum to the
 * combined saving, what it counts twice or leaves out. Where nothing says what is to be closed, the savings are built up from zero to
 * their total. Levers that are off have no step; what counts only against the baseline, what has no scheme, and contingencies have one of their own each.
 */
export function bridge(breakdown: Breakdown, { by, most = Infinity }: BridgeOptions): BridgeStep[] {
  const { summary, years, levers } = breakdown;
  const year = years.at(-1) ?? "";
  const on = levers.filter(({ isOff, kind }) => !isOff && countsAsSaving(kind));
  const amounts = new Map<string, number>();
  for (const lever of on.filter((one) => apartAs(one) === null)) {
    const name = partOf[by](lever);
    amounts.set(name, (amounts.get(name) ?? 0) + lastOf(lever));
  }
  const savings = smallestJoined(
    [...amounts].map(([name, amount]): Saving => ({ name, amount, kind: "saving" })),
    most,
  );
  for (const { name, kind } of apart) {
    const own = on.filter((lever) => apartAs(lever) === name);
    if (own.length > 0) savings.push({ name, amount: sum(own.map(lastOf)), kind });
  }
  const rest = notAttributed(breakdown, savings);
  if (rest !== 0) savings.push({ name: "Overlap not attributed", amount: rest, kind: "saving" });

  const gap = summary.gap?.at(-1) ?? null;
  const kinds = savings.map(({ amount, kind }) => (amount < 0 ? "cost" : kind));
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
  kind: "saving" | "baselineOnly" | "unidentified";
}

/** What has a step of its own, after the parts, whatever they are. */
const apart = [
  { name: "Only against the baseline", kind: "baselineOnly" },
  { name: "Not identified", kind: "unidentified" },
  { name: "Contingency", kind: "saving" },
] as const;

/** The step apart that a lever belongs to; null for one that is part of its group, type or status. */
export function apartAs({ kind, isIdentified, baselineOnly }: LeverResult): (typeof apart)[number]["name"] | null {
  if (kind === "Contingency") return "Contingency";
  if (!isIdentified) return "Not identified";
  return baselineOnly ? "Only against the baseline" : null;
}

function smallestJoined(savings: readonly Saving[], most: number): Saving[] {
  const sorted = [...savings].sort((a, b) => b.amount - a.amount);
  if (sorted.length <= most) return sorted;
  const others = sorted.slice(most - 1);
  const joined: Saving = {
    name: `${others.length} smaller`,
    amount: sum(others.map(({ amount }) => amount)),
    kind: "saving",
  };
  return [...sorted.slice(0, most - 1), joined];
}

/** What only rounding left of amounts as large as the need and the gap is 0. */
function withoutRoundingErrors({ summary }: Breakdown): (bar: Bar) => Bar {
  const least = 1e-13 * Math.max(Math.abs(summary.need?.at(-1) ?? 0), Math.abs(summary.gap?.at(-1) ?? 0));
  const clean = (value: string | number) => (typeof value === "number" && Math.abs(value) <= least ? 0 : value);
  return (bar) =>
    Object.fromEntries(Object.entries(bar).map(([part, value]) => [part, clean(value)])) as unknown as Bar;
}

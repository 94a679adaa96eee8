import { waterfall } from "../../engine/waterfall";
import type { Breakdown } from "../breakdown";
import { bridge } from "./bridge";
import { isUnidentified } from "../evaluation/evaluate";
import { amountFormat, unitWords } from "./numberFormats";
import type { OutputTable } from "./outputTable";
import { noteLinesOf, tableIdentity } from "./tableIdentity";

/** Levers of their own up to this number, groups beyond. */
const fewLevers = 8;

/**
 * From the gap of the last year to what remains of it: a step for each group (each lever where they are few), the unidentified savings apart, and
 * where the method does not sum to the combined saving, what it counts twice or leaves out.
 */
export function bridgeTable(breakdown: Breakdown): OutputTable {
  const { years, summary, levers, unit, scenario } = breakdown;
  const last = years.length - 1;
  const year = years[last] ?? "";
  const identified = levers.filter(({ status, isOff }) => !isUnidentified(status) && !isOff);
  const by = identified.length <= fewLevers ? "lever" : "group";
  const steps = bridge(breakdown, { by, unidentifiedApart: true });
  const savings = steps.slice(1, -1).map(({ name, amount }) => ({ label: name, amount: -amount }));
  const gap = summary.gap[last] ?? 0;
  const bars = waterfall({ label: steps[0]?.name ?? "", amount: gap }, savings, steps.at(-1)?.name ?? "");
  // The running total ends where the summary says; what only rounding left is 0.
  const least = 1e-13 * Math.max(Math.abs(summary.need[last] ?? 0), Math.abs(gap));
  const clean = (value: number): number => (Math.abs(value) <= least ? 0 : value);
  const rows = bars.map(({ step, ...bar }) => [
    step,
    ...[bar.amount, bar.base, bar.fall, bar.rise, bar.fallBelowZero, bar.riseBelowZero, bar.total].map(clean),
  ]);
  const format = amountFormat(breakdown);
  return {
    ...tableIdentity("bridge", scenario),
    title: `From gap to remaining gap, ${year}, ${scenario}`,
    noteLines: [...noteLinesOf(breakdown), "Amount: a saving lowers the gap. The other columns draw the chart."],
    header: ["Step", "Amount", "Base", "Fall", "Rise", "Fall below zero", "Rise below zero", "Total"],
    rows,
    numberFormats: rows.map(() => ["@", ...Array<string>(7).fill(format)]),
    chart: {
      title: `Gap to remaining gap, ${year}`,
      valueAxisTitle: unit === "" ? unitWords(breakdown) : `${unit}, ${breakdown.priceBasis}`,
      categories: "Step",
      series: [
        { heading: "Base", role: "base" },
        { heading: "Total", role: "total" },
        { heading: "Fall", role: "fall" },
        { heading: "Rise", role: "rise" },
        { heading: "Fall below zero", role: "fall" },
        { heading: "Rise below zero", role: "rise" },
      ],
    },
  };
}

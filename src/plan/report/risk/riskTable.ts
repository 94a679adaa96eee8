import type { Breakdown } from "../../breakdown";
import type { PlanSimulation } from "../../planSimulation";
import { amountFormat, shareFormat } from "../numberFormats";
import type { OutputCell, OutputTable } from "../outputTable";
import { noteLinesOf, tableIdentity } from "../tableIdentity";

/** How sure the savings are: their range year by year, the chance that they meet the gap, and the levers on which the uncertainty rests, the largest share first. */
export function riskTable(breakdown: Breakdown, simulation: PlanSimulation): OutputTable {
  const { years, summary, scenario } = breakdown;
  const lastYear = years.at(-1) ?? "";
  const format = amountFormat(breakdown);
  const byYear = years.map((year, at): OutputCell[] => [
    ...["Savings", year, simulation.p10[at] ?? 0, simulation.p50[at] ?? 0, simulation.p90[at] ?? 0],
    ...[summary.savings[at] ?? 0, null, null],
  ]);
  const levers = simulation.levers
    .flatMap((risk, at) => (risk ? [{ ...risk, lever: breakdown.levers[at]! }] : []))
    .sort((a, b) => Math.abs(b.share ?? 0) - Math.abs(a.share ?? 0))
    .map(({ lever, p10, p50, p90, share }): OutputCell[] => [
      ...[`Lever, ${lastYear}`, lever.name, p10, p50, p90, lever.attributed.at(-1) ?? 0, share, null],
    ]);
  const chance: OutputCell[] = ["Chance", chanceWords(breakdown, simulation), null, null, null, null, null];
  const rows = [...byYear, [...chance, simulation.probability], ...levers];
  const header = ["Part", "What", "P10", "P50", "P90", `In ${scenario}`, "Share of uncertainty", "Probability"];
  const formats = ["@", "@", format, format, format, format, shareFormat, "0%"];
  const filled = header.map((_, at) => rows.some((row) => row[at] !== null));
  const kept = <T>(line: readonly T[]): T[] => line.filter((_, at) => filled[at]);
  return {
    ...tableIdentity("risk", scenario),
    title: `How sure the savings are, ${scenario}`,
    noteLines: [
      ...noteLinesOf(breakdown),
      `P10, P50, P90: in one of ten trials, in half, in nine of ten the savings are at most so much; percentiles do not add up. Drawn from each lever's low to its high; levers without a range count as certain.`,
      drawnLine(simulation),
    ],
    header: kept(header),
    rows: rows.map(kept),
    numberFormats: rows.map(() => kept(formats)),
    keyColumns: 2,
  };
}

/** "10,000 trials, seed 1, correlation 0.3": with the same, the same digits are drawn. */
function drawnLine({ trials, seed, correlation, heldTrials }: PlanSimulation): string {
  const count = new Intl.NumberFormat("en-GB").format(trials);
  const held =
    heldTrials === 0
      ? ""
      : ` In ${new Intl.NumberFormat("en-GB").format(heldTrials)} trials levers were held at their spend.`;
  return `${count} trials, seed ${seed}, correlation ${correlation} between any two levers (illustrative unless you gave it).${held}`;
}

function chanceWords({ summary, years }: Breakdown, { probability, probabilityNote }: PlanSimulation): string {
  if (probability === null) return `${probabilityNote.charAt(0).toUpperCase()}${probabilityNote.slice(1)}`;
  return `The savings meet the ${summary.target ? "target" : "gap"} of ${years.at(-1) ?? ""}, ${probabilityNote}`;
}

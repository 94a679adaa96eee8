import type { Breakdown } from "../breakdown";
import { unitWords } from "./numberFormats";
import type { OutputTable, RunNotes } from "./outputTable";
import type { Plan } from "../plan";
import { methodWords, tableIdentity } from "./tableIdentity";
import { withUnit } from "./withUnit";

/** How the numbers came about: scenario, method, price basis, sources, the findings accepted, the checks. */
export function notesTable(breakdown: Breakdown, plan: Plan, notes: RunNotes): OutputTable {
  const { checks, years, summary, unit } = breakdown;
  const last = years.length - 1;
  const lastYear = years[last] ?? "";
  const amount = (value = 0): string => `${value < 0 ? "−" : ""}${withUnit(threeDigits.format(Math.abs(value)), unit)}`;
  const share = (value: number): string => `${digits(100 * value)}%`;
  const lines: [string, string][] = [
    ["Scenario", breakdown.scenario],
    ["Method", methodWords(breakdown.method)],
    ["Unit and price basis", unitWords(breakdown)],
    ["Years", `${breakdown.baseYear} (base), ${years[0] ?? ""} to ${lastYear}`],
    ["Spending read from", plan.sources.spending],
    ["Funding read from", plan.sources.funding],
    ["Levers read from", plan.sources.levers],
    ["Register total", amount(breakdown.registerTotal)],
    ["Add-in version", notes.addInVersion],
    ["Time of the run", notes.time],
    [
      "Check: reconciliation",
      checks.reconciliation === 0 ? "adds up (difference 0)" : `difference ${amount(checks.reconciliation)}`,
    ],
    [
      "Check: balancing item",
      checks.balancingItem === null
        ? `no gap in ${lastYear}`
        : `${share(checks.balancingItem)} of the ${lastYear} gap is met by unidentified savings or by nothing`,
    ],
    [
      "Check: ramp",
      checks.ramp.steepest === null
        ? "no savings in the year before to compare with"
        : `savings reach at most ${digits(checks.ramp.steepest)} times those of the year before`,
    ],
    [
      "Check: overlap",
      `${share(checks.overlapShare)} of stand-alone savings in ${lastYear} would be counted twice by adding them up`,
    ],
    [
      "Check: system view",
      `${amount(checks.systemSavings)} of the ${amount(summary.savings[last])} in ${lastYear} leaves the system`,
    ],
    ["Check: ranges", `${share(checks.rangeShare)} of savings in ${lastYear} have a Low–Likely–High range`],
    [
      "Check: held at the spend",
      checks.heldAtSpend === 0 ? "never" : `${checks.heldAtSpend} times (a category in a year)`,
    ],
    [
      "Check: effort by year",
      checks.effort.every((effort) => effort === 0) ? "no effort given" : checks.effort.map(digits).join(", "),
    ],
    ["Check: present value", checks.presentValueNote],
  ];
  if (checks.proRataCancelled > 0)
    lines.push([
      "Check: pro rata",
      `has no answer in ${checks.proRataCancelled} category-years where savings cancel out; Shapley was taken there`,
    ]);
  for (const { cell, message } of breakdown.findings)
    lines.push(["Finding accepted", cell ? `${cell}: ${message}` : message]);
  return {
    ...tableIdentity("notes", breakdown.scenario),
    title: `Notes, ${breakdown.scenario}`,
    noteLines: [],
    header: ["Note", "Value"],
    rows: lines,
    numberFormats: lines.map(() => ["@", "@"]),
  };
}

/** As a sentence of a board paper has it: 22.0, 1,230. */
const threeDigits = new Intl.NumberFormat("en-GB", { minimumSignificantDigits: 3, maximumSignificantDigits: 3 });

function digits(value: number): string {
  return String(Number(value.toPrecision(3))).replace("-", "−");
}

import type { Breakdown } from "../breakdown";
import { amountWords, digits, shareWords } from "./words";

/** The checks in words, each where it has something to say. */
export function checkLines(breakdown: Breakdown): [string, string][] {
  const { checks, years, summary, unit, levers } = breakdown;
  const lastYear = years.at(-1) ?? "";
  const amount = (value: number): string => amountWords(value, unit);
  const saved = summary.savings.at(-1) ?? 0;
  const lines: [string, string | null][] = [
    [
      "reconciliation",
      checks.reconciliation === 0 ? "adds up (difference 0)" : `difference ${amount(checks.reconciliation)}`,
    ],
    ["not identified", gapShare(checks.balancingItem, `of the ${lastYear} gap rests on savings not identified`)],
    ["uncovered", gapShare(checks.uncovered, `of the ${lastYear} gap is met by nothing`)],
    ["gap", summary.gap && checks.balancingItem === null ? `no gap in ${lastYear}` : null],
    ["target against need and funding", targetWords(breakdown)],
    [
      "ramp",
      checks.ramp.steepest === null
        ? null
        : `savings reach at most ${digits(checks.ramp.steepest)} times those of the year before`,
    ],
    [
      "overlap",
      checks.overlapShare === null
        ? "not tested: schemes were taken as separate"
        : `${shareWords(checks.overlapShare)} of stand-alone savings in ${lastYear} would be counted twice by adding them up`,
    ],
    [
      "system view",
      Math.abs(checks.systemSavings - saved) <= 1e-9 * Math.abs(saved)
        ? null
        : `${amount(checks.systemSavings)} of the ${amount(saved)} in ${lastYear} leaves the system`,
    ],
    [
      "ranges",
      checks.rangeShare === 0
        ? null
        : `${shareWords(checks.rangeShare)} of savings in ${lastYear} have a low–high range`,
    ],
    [
      "back-loading",
      checks.backLoading === null
        ? null
        : `${shareWords(checks.backLoading.secondHalf)} of the ${checks.backLoading.year} savings whose months are given come in months 7 to 12, ${shareWords(checks.backLoading.lastQuarter)} in the last three`,
    ],
    ...checks.eliminations.map(({ levers: names, organisations, amounts }): [string, string] => [
      "transfers between organisations",
      `'${names[0]}' (${organisations[0]}) is the other side of '${names[1]}' (${organisations[1]}): ${amount(amounts.at(-1) ?? 0)} in ${lastYear} cancels`,
    ]),
    ["held at the spend", checks.heldAtSpend === 0 ? null : `${checks.heldAtSpend} times (a category in a year)`],
    ["effort by year", checks.effort.every((effort) => effort === 0) ? null : effortWords(breakdown)],
    ["present value", levers.length === 0 ? null : checks.presentValueNote],
    [
      "pro rata",
      checks.proRataCancelled === 0
        ? null
        : `has no answer in ${checks.proRataCancelled} category-years where savings cancel out; Shapley was taken there`,
    ],
  ];
  return lines.flatMap(([name, words]): [string, string][] => (words === null ? [] : [[`Check: ${name}`, words]]));
}

/** Against the capacity, where the scenario gives one. */
function effortWords({ checks, years }: Breakdown): string {
  const { effort, capacity } = checks;
  const byYear = effort.map(digits).join(", ");
  if (capacity === null) return byYear;
  const over = years.filter((_, year) => (effort[year] ?? 0) > capacity);
  return `${byYear}, of ${digits(capacity)} a year${over.length > 0 ? `: more than there is in ${over.join(", ")}` : ""}`;
}

function gapShare(share: number | null, words: string): string | null {
  return share === null || share === 0 ? null : `${shareWords(share)} ${words}`;
}

function targetWords({ checks, years, unit }: Breakdown): string | null {
  const differences = (checks.targetAgainstFunding ?? []).flatMap((difference, year) =>
    difference === null ? [] : [{ year: years[year] ?? "", difference }],
  );
  if (differences.length === 0) return null;
  if (differences.every(({ difference }) => difference === 0)) return "need less funding is the target";
  return `need less funding is ${differences
    .map(({ year, difference }) =>
      difference === 0
        ? `the target in ${year}`
        : `${amountWords(Math.abs(difference), unit)} ${difference > 0 ? "above" : "below"} the target in ${year}`,
    )
    .join(", ")}`;
}

import type { Breakdown } from "../../plan/breakdown";
import { amountDecimals } from "../../plan/report/numberFormats";

/** What each scenario comes to in one year. */
interface ScenarioFigures {
  name: string;
  savings: number;
  /** Of the gap; null where there is none. */
  remaining: number | null;
}

interface ScenariosSideBySide {
  year: string;
  /** As on the sheet Comparison: those of the first scenario. */
  decimals: number;
  rows: ScenarioFigures[];
  /** Whether any has a gap. */
  hasGap: boolean;
}

/** All scenarios in the last year that they all have. */
export function sideBySide(breakdowns: readonly Breakdown[]): ScenariosSideBySide {
  const last = commonYears(breakdowns) - 1;
  const rows = breakdowns.map(({ scenario, summary }) => ({
    name: scenario,
    savings: summary.savings[last] ?? 0,
    remaining: summary.remaining?.[last] ?? null,
  }));
  return {
    year: breakdowns[0]?.years[last] ?? "",
    decimals: breakdowns[0] ? amountDecimals(breakdowns[0]) : 0,
    rows,
    hasGap: rows.some(({ remaining }) => remaining !== null),
  };
}

interface LeverDifference {
  name: string;
  first: number;
  second: number;
}

interface TwoScenarios {
  year: string;
  decimals: number;
  /** Those that differ, the largest difference first. */
  rows: LeverDifference[];
  /** Levers that are the same in both, added up. */
  same: LeverDifference;
  sameCount: number;
  total: LeverDifference;
}

/** Where two scenarios of one plan differ, lever by lever, in the last year that both have; the rows add up to the totals. */
export function twoScenarios(first: Breakdown, second: Breakdown): TwoScenarios {
  const last = commonYears([first, second]) - 1;
  const all = first.levers.map(({ name, attributed }, index) => ({
    name,
    first: attributed[last] ?? 0,
    second: second.levers[index]?.attributed[last] ?? 0,
  }));
  const total = { name: "Savings", first: first.summary.savings[last] ?? 0, second: second.summary.savings[last] ?? 0 };
  const least = 1e-9 * Math.max(Math.abs(total.first), Math.abs(total.second), Number.MIN_VALUE);
  const differs = (row: LeverDifference): boolean => Math.abs(row.second - row.first) > least;
  const rows = all.filter(differs).sort((a, b) => Math.abs(b.second - b.first) - Math.abs(a.second - a.first));
  // What the levers do not add up to, where overlaps are counted more than once, stands with the rest.
  const sum = (of: (row: LeverDifference) => number): number => rows.reduce((so, row) => so + of(row), 0);
  return {
    year: first.years[last] ?? "",
    decimals: amountDecimals(first),
    rows,
    same: {
      name: "All others",
      first: total.first - sum((row) => row.first),
      second: total.second - sum((row) => row.second),
    },
    sameCount: all.length - rows.length,
    total,
  };
}

function commonYears(breakdowns: readonly Breakdown[]): number {
  return Math.min(...breakdowns.map(({ years }) => years.length));
}

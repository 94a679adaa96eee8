import type { Finding } from "./finding";
import type { CashEffect, EfficiencyType, KindOfRow, LeverType } from "./plan";
import type { Position } from "./position";

/**
 * The result of a run: what `savings run --json` prints (breakdownJson.ts), and what the pane and the written tables show. By-year arrays start
 * at year 1; a series that the plan does not have is null.
 */
export interface Breakdown {
  scenario: string;
  method: string;
  priceBasis: string;
  unit: string;
  baseYear: string;
  /** The register's own total: its amounts as the user would add them up, last year's stand-alone savings of its percents. */
  registerTotal: number;
  years: string[];
  summary: BreakdownSummary;
  /** Every row of the register, in its order; those of a kind that saves nothing have nothing attributed. */
  levers: LeverResult[];
  groups: Subtotal[];
  types: Subtotal[];
  cashEffects: Subtotal[];
  efficiencyTypes: Subtotal[];
  statuses: Subtotal[];
  organisations: Subtotal[];
  recurrence: Subtotal[];
  /** Kinds of row other than Saving, each with what its rows come to; only those that the register has. */
  kinds: KindTotal[];
  /** Null where the plan has no spending or no funding. */
  position: Position | null;
  checks: BreakdownChecks;
  findings: Finding[];
}

/** By year; null in a year that has none, and altogether where the plan has none. */
export type Series = (number | null)[] | null;

export interface BreakdownSummary {
  /** Spend without any lever, pressures included. */
  need: number[] | null;
  /** Funding switches included. */
  funding: number[] | null;
  /** Savings required. */
  target: Series;
  /** The target, else need less funding. */
  gap: Series;
  savings: number[];
  identified: number[];
  unidentified: number[];
  /** Of the first year what it has more than the base year, where the register says what that had. */
  newInYear: number[];
  /** Null where the register does not say. */
  baseYearSavings: number | null;
  remaining: Series;
  gapWithoutBaselineAssumptions: Series;
  /** Constant yearly efficiency from the base year that would bring need down to funding in that year. */
  requiredRate: Series;
  /** Savings that exist only against the baseline. */
  baselineAssumptions: number[];
  costAvoidance: number[];
  /** What comes again each year. */
  recurrent: number[];
  income: number[];
  /** What contingencies take off, negative; null where the register has none. */
  contingency: number[] | null;
}

export interface LeverResult {
  name: string;
  reference: string;
  group: string;
  kind: KindOfRow;
  type: LeverType;
  baselineOnly: boolean;
  cashEffect: CashEffect;
  efficiencyType: EfficiencyType;
  status: string;
  rag: string;
  risk: string;
  gate: string;
  isIdentified: boolean;
  organisation: string;
  recurrent: boolean;
  /** Off under the scenario: all its numbers are 0. */
  isOff: boolean;
  attributed: number[];
  /** The least and the most that any order of the levers would credit it with. */
  least: number[];
  most: number[];
  standalone: number[];
  overlap: number[];
  net: number[];
  /** Credited in the last year, had every lever run all twelve months of it. */
  fullYearEffect: number;
  /** Twelve times the last month of the year whose months the register gives; null where it gives none. */
  exitRunRate: number | null;
  /** Sum over the years. */
  total: number;
  /** Of the last year's gap; null where there is none. */
  shareOfGap: number | null;
  /** Green Book present value of the net, or null with the reason in checks. */
  presentValue: number | null;
  /** As-planned full-year effect × expected delivery. */
  riskAdjusted: number;
}

export interface Subtotal {
  name: string;
  attributed: number[];
  fullYearEffect: number;
  total: number;
}

/** The rows of a kind that is no saving. */
export interface KindTotal {
  kind: KindOfRow;
  /** What the rows come to: need added, cost, funding, mitigation; a contingency as the negative saving that it is. */
  amounts: number[];
  rows: { name: string; reference: string; cell: string; amounts: number[] }[];
}

interface BackLoading {
  /** The last year whose months are given. */
  year: string;
  /** Shares of that year's savings in months 7 to 12, and in the last three. */
  secondHalf: number;
  lastQuarter: number;
}

export interface BreakdownChecks {
  /** Σ levers − combined saving, and combined + remaining − gap: the largest over the years; 0 when all adds up. */
  reconciliation: number;
  /** Share of the last year's gap that rests on savings not identified; null where there is no gap. */
  balancingItem: number | null;
  /** Share of the last year's gap that nothing covers; null where there is no gap. */
  uncovered: number | null;
  /** Need less funding less target, by year: null where not all three are there. */
  targetAgainstFunding: Series;
  /** Rise of savings on the year before, by year, and the largest ratio to the year before (null where it was 0). */
  ramp: { rise: number[]; steepest: number | null };
  /** How late in the year the savings come, of the levers whose months are given; null where none is. */
  backLoading: BackLoading | null;
  /** Delivery capacity that the levers use, by year. */
  effort: number[];
  /** What there is of it a year; null where the scenario does not say. */
  capacity: number | null;
  /** Savings whose other side is a cost of another organisation in the register, so that both cancel. */
  eliminations: { levers: [string, string]; organisations: [string, string]; amounts: number[] }[];
  /** Overlap as a share of stand-alone savings in the last year; null where no lever overlaps, so that it was not tested. */
  overlapShare: number | null;
  /** Savings of the last year that leave the system (× Cost released). */
  systemSavings: number;
  /** Share of the last year's savings that has a Low–Likely–High range. */
  rangeShare: number;
  /** Levers held at the spend they apply to, with the number of category-years. */
  heldAtSpend: number;
  presentValueNote: string;
  /** Category-years in which pro rata has no answer, so that Shapley took its place. */
  proRataCancelled: number;
}

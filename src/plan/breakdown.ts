import type { Finding } from "./finding";

/** The result of a run: what `savings run --json` prints (breakdownJson.ts), and what the pane and the written tables show. By-year arrays start at year 1. */
export interface Breakdown {
  scenario: string;
  method: string;
  priceBasis: string;
  unit: string;
  baseYear: string;
  /** The register's own total: the full-year amounts as the user would add them up, last year's stand-alone savings otherwise. */
  registerTotal: number;
  years: string[];
  summary: BreakdownSummary;
  levers: LeverResult[];
  groups: Subtotal[];
  types: Subtotal[];
  statuses: Subtotal[];
  organisations: Subtotal[];
  recurrence: Subtotal[];
  checks: BreakdownChecks;
  findings: Finding[];
}

export interface BreakdownSummary {
  need: number[];
  funding: number[];
  gap: number[];
  savings: number[];
  identified: number[];
  unidentified: number[];
  newInYear: number[];
  remaining: number[];
  gapWithoutBaselineAssumptions: number[];
  /** Constant yearly efficiency from the base year that would bring need down to funding in that year; null where there is none. */
  requiredRate: (number | null)[];
  /** Savings that exist only against the baseline (type Baseline assumption). */
  baselineAssumptions: number[];
}

export interface LeverResult {
  name: string;
  group: string;
  type: string;
  status: string;
  organisation: string;
  recurrent: boolean;
  /** Off under the scenario: all its numbers are 0. */
  isOff: boolean;
  attributed: number[];
  standalone: number[];
  overlap: number[];
  net: number[];
  /** Last year. */
  runRate: number;
  /** Sum over the years. */
  total: number;
  /** Of the last year's gap; null where there is none. */
  shareOfGap: number | null;
  /** Green Book present value of the net, or null with the reason in checks. */
  presentValue: number | null;
  /** Run rate × PERT mean of Low, Likely, High, else × the status weight, else × 1. */
  riskAdjusted: number;
}

export interface Subtotal {
  name: string;
  attributed: number[];
  runRate: number;
  total: number;
}

export interface BreakdownChecks {
  /** Σ levers − combined saving, and combined + remaining − gap: the largest over the years; 0 when all adds up. */
  reconciliation: number;
  /** Share of the last year's gap met by Unidentified or by nothing; null where there is no gap. */
  balancingItem: number | null;
  /** Rise of savings on the year before, by year, and the largest ratio to the year before (null where it was 0). */
  ramp: { rise: number[]; steepest: number | null };
  /** Delivery capacity that the levers use, by year. */
  effort: number[];
  /** Overlap as a share of stand-alone savings in the last year. */
  overlapShare: number;
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

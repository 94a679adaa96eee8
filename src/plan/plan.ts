import type { Finding } from "./finding";
import type { TableKind } from "./tableKinds";

/** The nouns of the plan as the user wrote it. Everything is validated when it gets here. Arrays by year start at year 1. */
export interface Plan {
  /** "2014/15"; year 0. */
  baseYear: string;
  /** Labels of years 1…n. */
  years: string[];
  /** "£bn", or "" where the tables do not say. */
  unit: string;
  /** As shown: "real, 2014/15 prices", "cash", "price basis not stated". */
  priceBasis: string;
  prices: "cash" | "real" | "unstated";
  categories: Category[];
  funding: Funding;
  levers: Lever[];
  /** Where each table stood: "Spend!A4:H9". */
  sources: Record<TableKind, string>;
  /** Warnings of the reading, accepted by running. */
  findings: Finding[];
}

/** A cost category and what it costs without any lever. */
export interface Category {
  name: string;
  /** Spend in year 0, null where the table gives amounts by year alone. */
  base: number | null;
  /** Counterfactual spend by year, as written. */
  spend: number[];
}

export interface Funding {
  /** Funding in year 0, null where the table gives amounts by year alone. */
  base: number | null;
  byYear: number[];
}

export type LeverType = "Cash-releasing" | "Cost avoidance" | "Income" | "Baseline assumption";

/** What a lever saves: an amount a full year, a level (share saved once in place), or a yearly efficiency (compounds). */
export type Effect =
  { kind: "amount"; amount: number } | { kind: "level"; share: number } | { kind: "yearlyEfficiency"; rate: number };

export interface Lever {
  name: string;
  group: string;
  /** Indices into Plan.categories. */
  categories: number[];
  effect: Effect;
  overlaps: boolean;
  /** First active year, 1 = first year of the plan; may be below 1. */
  start: number;
  /** Share of the first year that the lever is active: months / 12. */
  firstYearShare: number;
  /** Last active year, or null. */
  end: number | null;
  phasing: "immediate" | "linear" | "scurve" | "fade" | "adoption";
  ramp: number;
  ceiling: number;
  recurrent: boolean;
  type: LeverType;
  status: string;
  /** Delivery as a share of plan, null where the register does not give it. */
  delivery: { low: number | null; likely: number | null; high: number | null };
  investment: number;
  /** 1 = first year of the plan, 0 the base year. */
  investmentYear: number;
  runningCost: number;
  doubleRunning: number;
  doubleRunningYears: number;
  evidence: string;
  qualityImpact: string;
  organisation: string;
  costReleased: number;
  effort: number;
  /** Address of the lever's row: "Register!B7:P7". */
  address: string;
}

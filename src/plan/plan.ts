import type { Finding } from "./finding";

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
  /** Null where the workbook has no Spending table: there are no categories, amounts add, and nothing is said of need. */
  categories: Category[] | null;
  /** Null where the workbook has no Funding. */
  funding: Funding | null;
  /** Savings required by year, null in a year without one; null altogether where there is no target. */
  target: (number | null)[] | null;
  /** Where a Position table says how the base year ended. */
  position?: StatedPosition;
  /** Where a Prices table says how prices move. */
  priceIndex?: PriceIndex;
  /** The rows of the register, of every kind: those that save nothing too, so that none is lost. */
  levers: Lever[];
  /** Where each table stood: "Spend!A4:H9"; several registers are several addresses. */
  sources: PlanSources;
  /** Warnings of the reading, accepted by running. */
  findings: Finding[];
}

interface PlanSources {
  spending: string | null;
  funding: string | null;
  target: string | null;
  levers: string[];
}

/** How the base year ended, as the user states it, in the plan's unit. */
export interface StatedPosition {
  /** Position!A2:B7. */
  source: string;
  /** Surplus positive. */
  reported: number;
  /** What of it does not come again, each as its size; null: the table has no such row. */
  nonRecurrentIncome: number | null;
  nonRecurrentSavings: number;
  nonRecurrentCosts: number;
  /** What the base year's decisions bring more from year 1 on, costs negative. */
  fullYearEffects: number;
  /** Where the plan is shown in other prices than written: level of each year's, the base year first, where it is 1. */
  prices?: number[];
}

/** A series of prices. */
export interface PriceIndex {
  /** "GDP deflator". */
  series: string;
  /** Prices!A2:H3. */
  source: string;
  /** Level of each year, the base year first, where it is 1. */
  levels: number[];
  /** Level of the year whose prices the plan is in, where it is in real terms; else 1. */
  ofPlan: number;
}

/** A cost category and what it costs without any lever. */
export interface Category {
  name: string;
  /** Spend in year 0, null where the table gives amounts by year alone. */
  base: number | null;
  /** Counterfactual spend by year, as written. */
  spend: number[];
  /** Where the table gives the yearly growth in two parts: (1 + inflation)(1 + demand) − 1. */
  growth?: {
    inflation: number;
    demand: number;
    /** Where the amounts are shown in other prices than written: what each year's inflation is times, as a factor. */
    prices?: number[];
  };
}

export interface Funding {
  /** Funding in year 0, null where the table gives amounts by year alone. */
  base: number | null;
  byYear: number[];
  /** What of it reserves and other one-off rows give, where the table has some: it counts in its year and is gone after. */
  oneOff?: { base: number | null; byYear: number[] };
}

/**
 * What a row of the register is. Saving counts. Contingency (a slippage allowance, an overlap haircut) counts as a negative saving, whatever
 * the sign in which it is written. Pressure and Undelivered brought forward add to need. Mitigation counts in forecasts, not in the plan.
 * One-off cost is an investment in its years, Funding switch (reserves, capital receipts) funding in its years.
 */
export type KindOfRow =
  | "Saving"
  | "Pressure"
  | "Undelivered brought forward"
  | "Contingency"
  | "Mitigation"
  | "One-off cost"
  | "Funding switch";

export type LeverType = "Cost reduction" | "Cost avoidance" | "Income";

export type CashEffect = "Cash-releasing" | "Non-cash-releasing" | "Not stated";

/** The first three are the Government Efficiency Framework's; a deferred cost comes back. */
export type EfficiencyType = "Technical" | "Allocative" | "Non-efficiency saving" | "Deferred cost" | "Not stated";

export type Effect =
  /** A full-year amount; Start, its month, End and the phasing shape it. */
  | { kind: "amount"; amount: number }
  /**
   * The saving counted in each year as the register gives it (start, end and recurrence are in it already), and once all twelve months run:
   * 0 for a non-recurrent one unless the register states it. `asWritten` is what the user would add up for the register's total.
   */
  | {
      kind: "byYear";
      amounts: number[];
      fullYear: number;
      asWritten: number;
      /** What the register says was saved in the base year already, where it does. */
      base?: number;
      /** The twelve months of one year, where the register gives them: of the last such year, 1 = first year of the plan. */
      months?: { year: number; amounts: number[] };
    }
  /** Share of the spend of its categories, saved once in place. */
  | { kind: "level"; share: number }
  /** Saved anew each active year, so that it compounds. */
  | { kind: "yearlyEfficiency"; rate: number };

export interface Lever {
  name: string;
  /** "CIP003", or "" where there is none. */
  reference: string;
  group: string;
  organisation: string;
  kind: KindOfRow;
  /** Indices into Plan.categories; empty where there is no Spending, and for a pressure that names none (a category of its own). */
  categories: number[];
  effect: Effect;
  /** Whether it works on what the other levers leave; else it adds. */
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
  /** Whether the register says so; what it does not say counts as recurrent. */
  isRecurrenceStated: boolean;
  type: LeverType;
  /** Exists only against the counterfactual ("Baseline assumption"). */
  baselineOnly: boolean;
  cashEffect: CashEffect;
  efficiencyType: EfficiencyType;
  /** Development: "Fully developed"; like the three that follow "" where not given. */
  status: string;
  /** Delivery colour: "Amber". */
  rag: string;
  /** "High". */
  risk: string;
  /** "L3". */
  gate: string;
  isIdentified: boolean;
  /** Delivery as a share of plan, null where the register does not give it. */
  delivery: { low: number | null; likely: number | null; high: number | null };
  investment: number;
  /** 1 = first year of the plan, 0 the base year. */
  investmentYear: number;
  runningCost: number;
  doubleRunning: number;
  doubleRunningYears: number;
  costReleased: number;
  /** What its amounts and costs of each year are to be times, where the plan is shown in other prices than written. */
  priceIndex?: number[];
  /** Whose cost or income is the other side of the saving; "" where not given. */
  counterparty: string;
  effort: number;
  /** Address of the lever's row: "Register!B7:P7". */
  address: string;
}

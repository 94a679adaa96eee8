/** A plan as it is true, before anybody writes it on a sheet: what a reader of any layout of it must give back. */
export interface PlanTruth {
  /** Calendar year in which year 1 starts; headings are made from it. */
  firstYear: number;
  /** "2024/25", or "Year 0". */
  baseYear: string;
  years: string[];
  /** "£m". */
  unit: string;
  prices: "cash" | "real" | "unstated";
  /** Null where the workbook has no spending. */
  categories: CategoryTruth[] | null;
  funding: number[] | null;
  target: number[] | null;
  levers: LeverTruth[];
}

export interface CategoryTruth {
  name: string;
  base: number;
  spend: number[];
}

export const kindsOfRow = [
  "Saving",
  "Pressure",
  "Undelivered brought forward",
  "Contingency",
  "Mitigation",
  "One-off cost",
  "Funding switch",
] as const;

export interface LeverTruth {
  reference: string;
  name: string;
  group: string;
  kind: (typeof kindsOfRow)[number];
  /** Names of categories; empty is all of them. */
  appliesTo: string[];
  /** Amounts, the level that is in place, or the yearly rate, in each year of the plan; and once in place for twelve months. */
  effect: { is: "amounts" | "level" | "yearly"; byYear: number[]; fullYear: number };
  /** 1 = first year of the plan. */
  start: number;
  end: number | null;
  recurrent: boolean;
  isIdentified: boolean;
  type: "Cost reduction" | "Cost avoidance" | "Income";
  cashEffect: "Cash-releasing" | "Non-cash-releasing" | "not stated";
  status: string;
  low: number | null;
  likely: number | null;
  high: number | null;
  investment: number;
  runningCost: number;
}

/** "2025/26". */
export function yearName(start: number): string {
  return `${start}/${String((start + 1) % 100).padStart(2, "0")}`;
}

/** Sets what a lever saves: the same amount in every year from its start. */
export function savesFromStart(plan: PlanTruth, lever: LeverTruth, fullYear: number, inFirstYear = fullYear): void {
  lever.effect = {
    is: "amounts",
    byYear: plan.years.map((_, index) =>
      index + 1 < lever.start ? 0 : index + 1 === lever.start ? inFirstYear : fullYear,
    ),
    fullYear,
  };
}

/** Numbers of a plan have at most six decimals: no float noise on the sheets. */
export function tidy(value: number): number {
  return Number(value.toFixed(6));
}

/** What the lever's Saving is: the full-year amount, or that of its only year. */
export function amountOf({ effect, start }: LeverTruth): number {
  return effect.fullYear !== 0 ? effect.fullYear : (effect.byYear[start - 1] ?? 0);
}

export function hasSpending({ categories }: PlanTruth): boolean {
  return categories !== null;
}

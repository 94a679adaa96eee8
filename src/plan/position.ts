import type { PositionForm } from "./scenario";

/** What the plan does to the position, year by year. */
export interface Position {
  form: PositionForm;
  /** From the first year whose opening is known: the first where the base year's spending and funding are, else the second. */
  years: PositionYear[];
}

/**
 * A year of it. In the plan's form a surplus is positive: the steps begin with the opening and sum to the closing position. In the council's form
 * costs are positive: the steps begin with the budget brought forward and sum to the gap that is left.
 */
export interface PositionYear {
  year: string;
  /** The same steps in every year; those that are nothing in all of them are left out. */
  steps: PositionStep[];
  closing: number;
  /** Without this year's investment and double running. */
  closingBeforeInvestment: number;
  /** The closing without what does not come again: non-recurrent savings, one-off funding, investment and double running. */
  underlying: number;
  /** What this year's savings bring more once they run all twelve months, a saving positive. */
  fullYearEffectToCome: number;
  /**
   * What of the closing is neither in Spending nor in Funding, a surplus positive, where a Position table says that the base year ended otherwise than they
   * do; null where there is no such table.
   */
  notInSpendingAndFunding: number | null;
  /** The council's form alone. */
  council: CouncilLines | null;
}

export interface PositionStep {
  name: string;
  amount: number;
}

interface CouncilLines {
  netBudget: number;
  /** What funding that comes again leaves open of it: the gap of all years so far. */
  gapBeforeReserves: number;
  /** What this year adds to it. */
  annualGap: number;
}

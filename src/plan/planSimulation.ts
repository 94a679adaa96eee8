/** What the delivery of the levers, drawn many times, makes of a plan's savings. */
export interface PlanSimulation {
  trials: number;
  seed: number;
  /** Of each pair of levers. */
  correlation: number;
  /** Percentiles of the savings by year, each year's of its own draws. */
  p10: number[];
  p50: number[];
  p90: number[];
  /** Of the last year, in the register's order; null for a row that saves nothing or is off. */
  levers: (LeverRisk | null)[];
  /** That the last year's savings reach the gap, need and funding as written; null where that is not assessed. */
  probability: number | null;
  /** What it rests on, or why it is not assessed. */
  probabilityNote: string;
  /** Trials in which a lever, or a category's levers together, were held at the spend. */
  heldTrials: number;
}

interface LeverRisk {
  /** Percentiles of what the lever is credited with. */
  p10: number;
  p50: number;
  p90: number;
  /** Share of the uncertainty of all savings; null where nothing is uncertain. The shares sum to 1 where the method's parts sum to the saving. */
  share: number | null;
}

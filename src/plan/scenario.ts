import type { Method } from "../engine/attribution/methods";

/** A named set of differences from the plan as written. Everything left out is as written. */
export interface Scenario {
  name: string;
  method?: Method;
  /** Years to evaluate, at most those of the plan. */
  horizon?: number;
  /** Which delivery to take: as planned (1), Low, Expected or High of each lever. */
  delivery?: "planned" | "low" | "expected" | "high";
  /** Levers that are off, by name. */
  off?: string[];
  /** Delivery factor by lever name, by group and by status (or the colour, risk or gate that carries the weights); they multiply. */
  leverFactors?: Record<string, number>;
  groupFactors?: Record<string, number>;
  statusFactors?: Record<string, number>;
  /** "leftOut": savings that only avoid cost do not count. */
  costAvoidance?: "counted" | "leftOut";
  /** "all": amounts work on what the other levers leave, whatever the register says; "none": everything adds. */
  overlap?: "asWritten" | "all" | "none";
  /** Added to each year's growth of every category, and of funding, as a fraction. */
  growthChange?: number;
  fundingChange?: number;
  /** Added to each year's need (spread over the categories by spend), and to each year's funding, in the plan's unit. */
  needAmountChange?: number;
  fundingAmountChange?: number;
  /** Savings required in the last year, in the plan's unit. */
  target?: number;
  /** Prices of the results; where the plan is in the other ones, with the yearly rate between them. */
  prices?: "cash" | "real";
  deflator?: number;
  /** Delivery capacity of a year, in the register's unit of effort. */
  capacity?: number;
  /** How the position is set out; left out: as a council does where the plan has pressures or reserves, else as a plan does. */
  positionForm?: PositionForm;
  /** Weight by word of a status, a colour, a risk or a gate, whichever carries them. */
  statusWeights?: Record<string, number>;
  /** Which of them it is; left out: the first that the register fills. */
  weightsFrom?: WeightMeaning;
  /** Of the simulation: correlation of each pair of levers in [0, 1), trials, seed. */
  correlation?: number;
  trials?: number;
  seed?: number;
}

export const positionForms = ["plan", "council"] as const;

export type PositionForm = (typeof positionForms)[number];

/** What of a lever may say how much of it is to be expected. */
export type WeightMeaning = "status" | "rag" | "risk" | "gate";

/** The four that exist from the start. */
export const builtInScenarios: readonly Scenario[] = [
  { name: "As planned" },
  { name: "Low", delivery: "low" },
  { name: "Expected", delivery: "expected" },
  { name: "High", delivery: "high" },
];

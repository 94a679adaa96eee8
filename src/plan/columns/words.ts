import type { Lever, LeverType } from "../plan";

/** The words of a register and what they mean, lower case. */
export const yesNo: ReadonlyMap<string, boolean> = new Map([
  ...["yes", "y", "true", "1", "x", "✓"].map((word) => [word, true] as const),
  ...["no", "n", "false", "0"].map((word) => [word, false] as const),
]);

export const recurrence: ReadonlyMap<string, boolean> = new Map([
  ...yesNo,
  ...["recurrent", "recurring", "rec", "r"].map((word) => [word, true] as const),
  ...[
    "non-recurrent",
    "non recurrent",
    "nonrecurrent",
    "non-recurring",
    "one-off",
    "one off",
    "nr",
    "non-rec",
    "n/r",
  ].map((word) => [word, false] as const),
]);

/** What a Type column may say: a type, or what else of a saving is often written there. */
export type TypeWord = LeverType | "Cash-releasing" | "Baseline assumption";

export const leverTypes: ReadonlyMap<string, TypeWord> = new Map<string, TypeWord>([
  ...["cash-releasing", "cash releasing", "cash", "cr", "cashable", "cash-releasing saving"].map(
    (word) => [word, "Cash-releasing"] as const,
  ),
  ...["cost reduction", "cost-reduction"].map((word) => [word, "Cost reduction"] as const),
  ...["cost avoidance", "cost-avoidance", "avoidance", "ca", "avoided cost"].map(
    (word) => [word, "Cost avoidance"] as const,
  ),
  ...["income", "income generation", "income-generation", "additional income"].map((word) => [word, "Income"] as const),
  ...["baseline assumption", "baseline-assumption", "baseline", "against the baseline"].map(
    (word) => [word, "Baseline assumption"] as const,
  ),
]);

export const phasings: ReadonlyMap<string, Lever["phasing"]> = new Map<string, Lever["phasing"]>([
  ...["immediate", "full", "at once"].map((word) => [word, "immediate"] as const),
  ...["linear", "straight line", "straight-line"].map((word) => [word, "linear"] as const),
  ...["scurve", "s-curve", "s curve"].map((word) => [word, "scurve"] as const),
  ...["fade", "fading"].map((word) => [word, "fade"] as const),
  ...["adoption", "bass"].map((word) => [word, "adoption"] as const),
]);

/** Statuses by the words registers use; any other is kept as written. */
export const statuses: ReadonlyMap<string, string> = new Map([
  ...["green", "g"].map((word) => [word, "Green"] as const),
  ...["amber", "a", "yellow"].map((word) => [word, "Amber"] as const),
  ...["red", "r"].map((word) => [word, "Red"] as const),
  ...["fully developed", "fully-developed", "developed"].map((word) => [word, "Fully developed"] as const),
  ...["in progress", "plans in progress", "plan in progress"].map((word) => [word, "In progress"] as const),
  ...["opportunity", "opportunities"].map((word) => [word, "Opportunity"] as const),
  ...["unidentified", "not identified", "unidentified savings"].map((word) => [word, "Unidentified"] as const),
]);

/** Share of a saving that its status lets one expect. Illustrative: no published standard gives such weights, and a scenario may set its own. */
export const illustrativeStatusWeights: Readonly<Record<string, number>> = {
  Green: 0.9,
  Amber: 0.6,
  Red: 0.2,
  "Fully developed": 0.9,
  "In progress": 0.6,
  Opportunity: 0.3,
  Unidentified: 0,
};

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

/** The ways to split a combined saving among levers, as users type them. */
export const methods = ["shapley", "lmdi", "sequential", "prorata", "standalone", "last"] as const;

export type Method = (typeof methods)[number];

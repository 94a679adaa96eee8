/** The ways to split a combined saving among levers, as users type them. */
export const methods = ["shapley", "lmdi", "sequential", "prorata", "standalone", "last"] as const;

export type Method = (typeof methods)[number];

/** The ends of what any order of the levers gives each of them: no way to split, since neither sums to anything. */
export const orderEnds = ["least", "most"] as const;

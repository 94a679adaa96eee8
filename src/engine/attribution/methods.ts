/** The ways to split a combined saving among levers, as users type them. */
export const methods = ["shapley", "lmdi", "sequential", "prorata", "standalone", "last"] as const;

export type Method = (typeof methods)[number];

/** Whether a method's parts sum to the combined saving; alone and last in, overlaps count more than once or not at all. */
export function addsUp(method: Method): boolean {
  return method !== "standalone" && method !== "last";
}

/** The ends of what any order of the levers gives each of them: no way to split, since neither sums to anything. */
export const orderEnds = ["least", "most"] as const;

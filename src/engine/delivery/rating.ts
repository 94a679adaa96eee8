/** A rating and the share of a saving that it lets one count on. */
export type RatingWeights = ReadonlyMap<string, number>;

/**
 * Illustrative weights: no published standard gives any. Red, amber and green as auditors use them, and the stages of an
 * NHS efficiency programme.
 */
export const illustrativeWeights: readonly (readonly [rating: string, weight: number])[] = [
  ["Green", 0.9],
  ["Amber", 0.6],
  ["Red", 0.2],
  ["Fully developed", 0.9],
  ["In progress", 0.6],
  ["Opportunity", 0.3],
  ["Unidentified", 0],
];

/** Weights by rating, found without regard to case and outer spaces. */
export function ratingWeights(entries: readonly (readonly [string, number])[] = illustrativeWeights): RatingWeights {
  return new Map(entries.map(([rating, weight]) => [ratingKey(rating), weight]));
}

/** A rating as it is looked up. */
export function ratingKey(rating: string): string {
  return rating.trim().toLowerCase();
}

type Rag = "Green" | "Amber" | "Red";

/**
 * Rating of what was delivered against what was planned.
 *
 * @param ratio actual / planned
 * @param greenAt at least this is green
 * @param amberAt at least this is amber
 */
export function ragOf(ratio: number, greenAt = 0.95, amberAt = 0.75): Rag {
  return reaches(ratio, greenAt) ? "Green" : reaches(ratio, amberAt) ? "Amber" : "Red";
}

/** 1.045 of 1.1 is 95%, whatever binary fractions make of it. */
function reaches(ratio: number, threshold: number): boolean {
  return ratio >= threshold * (1 - 1e-12);
}

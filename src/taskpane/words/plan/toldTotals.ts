import type { Playback, PlaybackLine } from "../../../plan/report/words/playback";

/** The months of a year all differ by one row: the first few say it. */
const mostTold = 3;

/** The differences of the sheet's own totals that stand above the cards; the others are notices. */
export function toldDifferences({ differences }: Playback): PlaybackLine[] {
  return differences.slice(0, mostTold);
}

/** The cells of those totals. */
export function toldTotals(played: Playback | null): ReadonlySet<string> {
  return new Set((played ? toldDifferences(played) : []).flatMap(({ cells }) => cells.slice(0, 1)));
}

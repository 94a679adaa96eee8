import { munkres } from "munkres";
import type { ColumnRecord } from "../../columns/column";
import type { MappedColumn } from "../tableColumn";

/** A meaning that a column could have. */
export interface Candidate {
  record: ColumnRecord;
  /** What heading and cells together say for it; below `leastScore` nothing is better. */
  score: number;
  /** What the cells alone say: −1 to 1. */
  fit: number;
  origin: MappedColumn["origin"];
  /** The known heading that its words are, contain or are like. */
  text: string;
}

/** One meaning a column and one column a meaning, so that all together are the likeliest; null for a column that is better left out. */
export function assignMeanings(candidates: readonly (readonly Candidate[])[]): (Candidate | null)[] {
  const records = [...new Set(candidates.flat().map(({ record }) => record))];
  if (records.length === 0) return candidates.map(() => null);
  // As many blank choices as columns: each may be left out.
  const costs = candidates.map((own) => [
    ...records.map((record) => {
      const candidate = own.find((one) => one.record === record);
      return candidate ? leastScore - candidate.score : 1;
    }),
    ...candidates.map(() => 0),
  ]);
  const chosen = new Map(munkres(costs));
  return candidates.map((own, index) => {
    const record = records[chosen.get(index) ?? -1];
    const candidate = own.find((one) => one.record === record);
    return candidate && candidate.score > leastScore ? candidate : null;
  });
}

/** A heading whose words are half the known ones, over cells that say nothing. */
const leastScore = 0.75;

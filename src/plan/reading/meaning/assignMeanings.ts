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
  const chosen = candidates.map((): Candidate | null => null);
  const owners = new Map<ColumnRecord, number>();
  candidates.forEach((_, added) => {
    // What is gained where a column goes without its meaning, and where it takes another one from its owner.
    const freed = new Map([[added, 0]]);
    const taken = new Map<ColumnRecord, { gain: number; by: number; candidate: Candidate }>();
    for (const [column, before] of freed)
      for (const candidate of candidates[column] ?? []) {
        const { record, score } = candidate;
        const gain = before + score - leastScore;
        const known = taken.get(record);
        if (score <= leastScore || candidate === chosen[column] || (known && gain <= known.gain + nothing)) continue;
        taken.set(record, { gain, by: column, candidate });
        const owner = owners.get(record);
        if (owner === undefined) continue;
        // Once more at the end of the list, which goes on while there is something to gain.
        freed.delete(owner);
        freed.set(owner, gain - (chosen[owner]?.score ?? 0) + leastScore);
      }
    const ends = [...taken].map(([record, { gain }]) => {
      const owner = owners.get(record);
      return { record, owner, gain: owner === undefined ? gain : (freed.get(owner) ?? 0) };
    });
    const [best] = ends.sort((a, b) => b.gain - a.gain);
    if (!best || best.gain <= nothing) return;
    if (best.owner !== undefined) chosen[best.owner] = null;
    for (let record: ColumnRecord | undefined = best.record; record;) {
      const step = taken.get(record);
      if (!step) break;
      const next: ColumnRecord | undefined = chosen[step.by]?.record;
      chosen[step.by] = step.candidate;
      owners.set(record, step.by);
      record = next;
    }
  });
  return chosen;
}

const nothing = 1e-12;

/** A heading whose words are half the known ones, over cells that say nothing. */
const leastScore = 0.75;

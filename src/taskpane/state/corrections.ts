import type { Corrections } from "../../plan/reading/planReading";
import type { SideKind, TableKind } from "../../plan/tableKinds";

/** What a user's click changes in the corrections; what is taken back is gone, so that no corrections are {}. */

export function withAnswer(corrections: Corrections, key: string, choice: string | null): Corrections {
  return withPart(corrections, "answers", key, choice);
}

export function withMeaning(corrections: Corrections, heading: string, meaning: string): Corrections {
  return withPart(corrections, "headings", heading, meaning);
}

/** The word of ours that a word of a column means; null where it is to speak for itself again. */
export function withWord(corrections: Corrections, heading: string, word: string, means: string | null): Corrections {
  const words = withPart({ words: corrections.words?.[heading] ?? {} } as NestedWords, "words", word, means).words;
  return withPart(corrections, "words", heading, words ?? null);
}

export function withCarried(corrections: Corrections, heading: string, isCarried: boolean): Corrections {
  return withPart(corrections, "carried", heading, isCarried || null);
}

export function withRow(corrections: Corrections, cell: string, row: "counts" | "left out" | null): Corrections {
  return withPart(corrections, "rows", cell, row);
}

export function withTable(corrections: Corrections, table: TableKind | SideKind, address: string): Corrections {
  return withPart(corrections, "tables", table, address);
}

/** A table beside the plan's that is none: whichever way it was found. `key`: of the question whether it is used. */
export function withoutSideTable(corrections: Corrections, kind: SideKind, key: string): Corrections {
  return withPart(withPart(corrections, "tables", kind, null), "answers", key, "Not used");
}

export function withTarget({ target: _, ...others }: Corrections, target: number | null): Corrections {
  return target === null ? others : { ...others, target };
}

/** How many things the user has said. */
export function correctionCount(corrections: Corrections): number {
  const { words = {}, tables, headings, carried, rows, answers, ...single } = corrections;
  const parts = [tables, headings, carried, rows, answers, ...Object.values(words)];
  return parts.reduce((sum, part) => sum + Object.keys(part ?? {}).length, 0) + Object.keys(single).length;
}

interface NestedWords {
  words?: Record<string, string>;
}

function withPart<C extends object, K extends keyof C & string>(
  corrections: C,
  part: K,
  key: string,
  value: unknown,
): C {
  const { [part]: before, ...others } = corrections;
  const kept = Object.entries((before ?? {}) as Record<string, unknown>).filter(([name]) => name !== key);
  const entries = value === null ? kept : [...kept, [key, value] as [string, unknown]];
  return (entries.length === 0 ? others : { ...others, [part]: Object.fromEntries(entries) }) as C;
}

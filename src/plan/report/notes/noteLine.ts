/** A line of the Notes; what it says in figures stands in a cell of its own. */
export interface NoteLine {
  /** What it is about: "Sources". Lines of one topic stand together. */
  about: string;
  /** In words, without amounts: "Register total, £k". */
  note: string;
  figure?: number | null;
  /** In the figure's place, what is different in every run: so the line stays the same one. */
  words?: string;
  /** Left out means an amount of the plan. */
  format?: "share" | "ratio" | "count";
  /** The cell that it speaks of, or several. */
  cell?: string;
}

/** "Register total, £k". */
export function inUnit(words: string, unit: string): string {
  return unit === "" ? words : `${words}, ${unit}`;
}

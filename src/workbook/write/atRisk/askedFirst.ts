/** What of the user's a run would touch: it is asked before anything is written. */
export interface AskedFirst {
  /** Cells of earlier results that the user has typed over: "'As planned Summary'!C7". */
  wouldReplace: string[];
  /** Cells of the user's whose formulas point at rows or columns that go, or would mean others: "Notes!B3". */
  wouldBreak: string[];
  /** Other things of the user's that do: "the name BestLever". */
  wouldBreakOthers: string[];
  /** Cells of the user's own in rows that go: "'As planned Breakdown'!K7". */
  wouldLose: string[];
  /** Cells of the user's beside a table that would stand beside another of its rows: "'As planned Breakdown'!M7". */
  wouldMisplace: string[];
  /** The settings have no room for how the sheets are: if Excel went away in the middle of the write, nothing could put them back. */
  hasNoRestore: boolean;
}

export function hasToAgree({
  wouldReplace,
  wouldBreak,
  wouldBreakOthers,
  wouldLose,
  wouldMisplace,
  hasNoRestore,
}: AskedFirst): boolean {
  const cells = [wouldReplace, wouldBreak, wouldBreakOthers, wouldLose, wouldMisplace];
  return hasNoRestore || cells.some(({ length }) => length > 0);
}

/** The tables that a plan is read from. */
export type TableKind = "spending" | "funding" | "levers";

export interface Meaning {
  /** "savingShare". */
  id: string;
  /** As the user reads it: "Saving %". */
  name: string;
}

/** What a column of such a table can mean, for the pane's list; year columns come beside these as "growth:2015/16" and "amount:2015/16". */
export function meaningsOf(kind: TableKind): Meaning[] {
  void kind;
  return [];
}

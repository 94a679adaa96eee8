import type { TableKind } from "../tableKinds";
import { columnsOf } from "./allColumns";

/** What a column can mean, for the pane's list. */
export interface Meaning {
  /** "savingShare". */
  id: string;
  /** As the user reads it: "Saving %". */
  name: string;
}

/**
 * What a column of such a table can mean: first what the plan reads, then what is kept beside it, then what is set aside. Year columns come beside these
 * as "growth:2015/16" and "amount:2015/16".
 */
export function meaningsOf(table: TableKind): Meaning[] {
  return (["plan", "kept", "set aside"] as const).flatMap((use) =>
    columnsOf(table)
      .filter((record) => record.use === use)
      .map(({ id, name }) => ({ id, name })),
  );
}

import type { OutputSheet } from "../write/inspectOutputs";

/** A sheet of ours as it was before a change: enough to fill its table again. */
export type SheetBefore = Pick<OutputSheet, "marker" | "sheet" | "tableName" | "contents" | "above"> & {
  /** Not in journals of version 0.1: A1. */
  aboveAt?: OutputSheet["aboveAt"];
  /** Its totals row; not in journals of version 0.1. */
  totals?: OutputSheet["totals"];
  /** Its headings under the names that the run before gave them, where the user has typed over some; not in journals of version 0.1. */
  headings?: string[];
};

/** By which the columns are told that a run writes. */
export function headingsOf({ headings, contents }: SheetBefore): readonly string[] {
  return headings ?? contents.header;
}

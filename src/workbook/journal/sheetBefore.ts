import type { OutputSheet } from "../write/inspectOutputs";

/** A sheet of ours as it was before a change: enough to fill its table again. */
export type SheetBefore = Pick<OutputSheet, "marker" | "sheet" | "tableName" | "contents" | "above"> & {
  /** Not in journals of version 0.1: A1. */
  aboveAt?: OutputSheet["aboveAt"];
};

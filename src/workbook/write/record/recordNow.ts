import type { OutputTable } from "../../../plan/report/outputTable";
import type { OutputSheet } from "../inspectOutputs";
import { aboveOf, contentsOf } from "../sheet/newSheet";
import { totalsDigests } from "../table/totalsRow";
import { linesAboveOf } from "../sheet/updateSheet";
import { recordOf, type WrittenRecord } from "./writtenRecord";

/** What the run leaves on a sheet, so that the next one can tell what was typed over. */
export function recordNow(output: OutputTable, table: string, now: OutputSheet | null): WrittenRecord {
  const above = now ? linesAboveOf(output, now) : aboveOf(output);
  return recordOf(table, contentsOf(output), above, {
    chartTitle: output.chart?.title,
    totals: totalsDigests(output, table, now),
  });
}

import type { PlanReading, ReadOptions } from "../../reading/planReading";
import { mentionsSideTables } from "../../reading/side/mentionsSideTables";
import type { SheetGrid } from "../../reading/sheetGrid";
import { workOutPortable } from "./portable";

/** The workbook's sheets as they were read, and how. */
interface AsAsked {
  grids: SheetGrid[];
  options: ReadOptions;
}

/** `workOutPortable` with the reader that reads such sheets, which is a part of its own. */
export async function portableJob(asked?: AsAsked) {
  const read =
    asked && mentionsSideTables(asked.grids, asked.options)
      ? (await import(/* webpackChunkName: "sideTables" */ "../../reading/side/readAllTables")).readAllTables
      : (await import(/* webpackChunkName: "tables" */ "../../reading/readTables")).readTables;
  type Given = Parameters<typeof workOutPortable>;
  return (plan: Given[0], scenario: Given[1], notes: Given[2], { grids, options }: AsAsked) =>
    workOutPortable(plan, scenario, notes, { grids, read: (sheets): PlanReading => read(sheets, options) });
}

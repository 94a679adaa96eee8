import type { PlanReading, ReadOptions } from "../../reading/planReading";
import type { SheetGrid } from "../../reading/sheetGrid";
import { workOutPortable } from "./portable";

/** The workbook's sheets as they were read, and how. */
interface AsAsked {
  grids: SheetGrid[];
  options: ReadOptions;
}

/** `workOutPortable` with the reader of such sheets, which is a part of its own. */
export function portableJob(read: (sheets: SheetGrid[], options: ReadOptions) => PlanReading) {
  type Given = Parameters<typeof workOutPortable>;
  return (plan: Given[0], scenario: Given[1], notes: Given[2], { grids, options }: AsAsked) =>
    workOutPortable(plan, scenario, notes, { grids, read: (sheets) => read(sheets, options) });
}

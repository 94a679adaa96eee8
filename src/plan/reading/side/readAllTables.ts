import type { PlanReading, ReadOptions } from "../planReading";
import { readTables } from "../readTables";
import type { SheetGrid } from "../sheetGrid";
import { findSideTables } from "./findSideTables";

/** As `readTables`, with the tables beside the plan's. */
export function readAllTables(sheets: SheetGrid[], options: ReadOptions = {}): PlanReading {
  return readTables(sheets, options, findSideTables);
}

import type { SheetGrid } from "../../plan/reading/sheetGrid";
import type { WorkbookShape } from "../excel/workbookShape";

/** What was read of the workbook before, and what somebody has changed since. */
export interface ReadBefore {
  grids: readonly SheetGrid[];
  /** Ids of the sheets that have changed. */
  changed: ReadonlySet<string>;
}

/**
 * The sheet as it was read before, where nobody has changed it since; its cells need not be read again unless it has formulas, which follow
 * other sheets. Null where Excel is too old to say whether there are any.
 */
export function gridBefore(
  { id, name }: WorkbookShape["sheets"][number],
  before: ReadBefore | undefined,
): SheetGrid | null {
  if (!before || before.changed.has(id) || !Office.context.requirements.isSetSupported("ExcelApi", "1.9")) return null;
  const grid = before.grids.find((one) => one.id === id);
  return grid?.sheet === name && grid.formulas.size === 0 ? grid : null;
}

import { WorkbookError } from "../excel/excelErrors";
import type { OutputSheet } from "./inspectOutputs";

/**
 * Refuses to write where Excel would take nothing, or write into the wrong cells.
 *
 * @param sheets those that results go to; null for a new one
 */
export function refuseLocked(sheets: readonly (OutputSheet | null)[], isStructureProtected: boolean): void {
  const filtered = sheets.find((sheet) => sheet?.isFiltered);
  if (filtered) {
    // Excel writes into the wrong cells of a filtered table, and takes none of its rows out.
    throw new WorkbookError(
      "changed",
      `Rows of the table ${filtered.tableName} on the sheet ${filtered.sheet} are filtered out; choose Clear on Excel's Data tab, then write again. Nothing was written.`,
    );
  }
  const locked = sheets.find((sheet) => sheet?.isProtected || sheet?.isVeryHidden);
  if (locked?.isProtected) {
    throw new WorkbookError(
      "protected",
      `The sheet ${locked.sheet} is protected; unprotect it on Excel's Review tab, then write again. Nothing was written.`,
    );
  }
  if (locked) {
    throw new WorkbookError(
      "protected",
      `The sheet ${locked.sheet} is very hidden; make it visible in Excel's Visual Basic editor, then write again. Nothing was written.`,
    );
  }
  if (isStructureProtected && sheets.includes(null)) {
    throw new WorkbookError(
      "protected",
      "The workbook's structure is protected, so that no sheet can be added; unprotect it on Excel's Review tab, then write again. Nothing was written.",
    );
  }
}

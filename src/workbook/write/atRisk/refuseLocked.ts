import { areaAddress } from "../../../cells/address";
import { WorkbookError } from "../../excel/excelErrors";
import type { OutputSheet } from "../inspectOutputs";

/** Of merged cells Excel shows the first alone: a line of ours in another of them would be lost. */
function refuseMerged(sheet: OutputSheet | null): void {
  if (!sheet) return;
  const { row, column } = sheet.aboveAt;
  const lost = sheet.mergedAbove.find(
    (merge) =>
      merge.row < sheet.row &&
      merge.row + merge.rowCount > row &&
      (merge.rowCount > 1 || merge.column < column) &&
      merge.column <= column &&
      merge.column + merge.columnCount > column,
  );
  if (!lost) return;
  const cells = areaAddress({ sheet: sheet.sheet, ...lost });
  throw new WorkbookError(
    "changed",
    `The cells ${cells} are merged, and lines above the results would be lost in them; unmerge them on Excel's Home tab, then write again. Nothing was written.`,
  );
}

/** Refuses to write where Excel would write into the wrong cells of a sheet that results go to (null for a new one), or lose some. */
export function refuseMisplaced(sheets: readonly (OutputSheet | null)[]): void {
  const filtered = sheets.find((sheet) => sheet?.isFiltered);
  if (filtered) {
    // Excel writes into the wrong cells of a filtered table, and takes none of its rows out.
    throw new WorkbookError(
      "changed",
      `Rows of the table ${filtered.tableName} on the sheet ${filtered.sheet} are filtered out; choose Clear on Excel's Data tab, then write again. Nothing was written.`,
    );
  }
  for (const sheet of sheets) refuseMerged(sheet);
}

/**
 * Refuses to write where Excel would take nothing.
 *
 * @param sheets those that results go to; null for a new one
 */
export function refuseLocked(
  sheets: readonly (Pick<OutputSheet, "sheet" | "isProtected" | "isVeryHidden"> | null)[],
  isStructureProtected: boolean,
): void {
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

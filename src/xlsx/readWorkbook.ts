import type { WorkbookContent } from "./content";
import { openWorkbook } from "./workbook/openWorkbook";

/**
 * Reads an .xlsx package: values, formulas as users type them, formats, tables, charts, names, custom XML.
 * What cannot be shown is listed in `notShown`; nothing is dropped from the file by that (see patchWorkbook).
 * Throws an XlsxError, one sentence, where the bytes are no readable .xlsx workbook.
 */
export async function readWorkbook(bytes: Uint8Array): Promise<WorkbookContent> {
  return (await openWorkbook(bytes)).content;
}

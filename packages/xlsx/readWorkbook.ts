import type { WorkbookContent } from "./content";
import { CustomFunctionNames } from "./formulas/customFunctionNames";
import { openWorkbook } from "./workbook/openWorkbook";

/**
 * Reads an .xlsx package: values, formulas as users type them, formats, tables, charts, names, custom XML.
 * What cannot be shown is listed in `notShown`; nothing is dropped from the file by that (see patchWorkbook).
 * Throws an XlsxError, one sentence, where the bytes are no readable .xlsx workbook.
 */
export async function readWorkbook(
  bytes: Uint8Array,
  { functionNamespaces = [] }: FileOptions = {},
): Promise<WorkbookContent> {
  return (await openWorkbook(bytes, new CustomFunctionNames(functionNamespaces))).content;
}

/** How a file's words are read and written. */
export interface FileOptions {
  /**
   * Namespaces of the custom functions that formulas call by the names users type (CONTOSO.ADD). Others keep the names
   * that files have. A workbook is written with the namespaces that it was read with; none if left out.
   */
  functionNamespaces?: readonly string[];
}

import { UsageError } from "@workbooks/stand-in/usageError";
import { XlsxError } from "@workbooks/xlsx/xlsxError";
import type { FileOptions } from "@workbooks/xlsx/readWorkbook";
import { readBytes } from "@workbooks/stand-in/files/diskFile";
import { openWorkbookFile, type WorkbookFile } from "@workbooks/stand-in/files/workbookFile";

/** Reads the workbook that the command line names. @throws UsageError or DiskError, one sentence with the path in it */
export async function openInput(path: string, options: FileOptions): Promise<WorkbookFile> {
  const bytes = await readBytes(path);
  try {
    return await openWorkbookFile(path, bytes, options);
  } catch (error) {
    if (error instanceof XlsxError) throw new UsageError(`"${path}": ${error.message}`);
    throw error;
  }
}

import type { WorkbookContent } from "@workbooks/xlsx/content";
import { patchWorkbook } from "@workbooks/xlsx/patchWorkbook";
import { readWorkbook, type FileOptions } from "@workbooks/xlsx/readWorkbook";

/** An .xlsx file as it was opened, so that saving can leave alone what was not changed. */
export interface WorkbookFile {
  name: string;
  bytes: Uint8Array;
  content: WorkbookContent;
  /** How it was read, and is written again. */
  options: FileOptions;
}

/** @throws XlsxError, one sentence, where the bytes are no .xlsx workbook. */
export async function openWorkbookFile(name: string, bytes: Uint8Array, options: FileOptions): Promise<WorkbookFile> {
  return { name, bytes, content: await readWorkbook(bytes, options), options };
}

/** The file with what `content` changed, everything else as it came. */
export async function savedBytes(file: WorkbookFile, content: WorkbookContent): Promise<Uint8Array> {
  return patchWorkbook(file.bytes, content, file.options);
}

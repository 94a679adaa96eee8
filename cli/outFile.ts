import { UsageError } from "@workbooks/stand-in/usageError";
import { checkWritable, isSameFile } from "@workbooks/stand-in/files/diskFile";
import type { WorkbookFile } from "@workbooks/stand-in/files/workbookFile";
import { signatureKind } from "@workbooks/xlsx/workbook/notShown";

/**
 * Whether a workbook can be written there, before it is made.
 * @throws DiskError for what is no file, UsageError for the workbook itself where nobody asked for that
 */
export async function checkOut({ workbook, out, inPlace }: OutFile): Promise<void> {
  if (out === null) return;
  await checkWritable(out);
  if (!inPlace && (await isSameFile(workbook, out)))
    throw new UsageError(`"${out}" is the workbook itself: name another file, or add --in-place to replace it.`);
}

interface OutFile {
  workbook: string;
  out: string | null;
  inPlace?: true;
}

/** What a written workbook is not, or does not say, as the one that was read: one sentence each. */
export function changedBySaving({ name, content }: WorkbookFile): string[] {
  const lines: string[] = [];
  if (content.notShown.includes(signatureKind))
    lines.push(`The digital signature of "${name}" does not hold for the file written, which has been changed.`);
  if (content.date1904)
    lines.push(
      `"${name}" counts dates from 1904; here they are counted from 1900, four years and a day too early: check years that come from dates.`,
    );
  return lines;
}

import type { WorkbookContent } from "@workbooks/xlsx/content";
import { patchWorkbook } from "@workbooks/xlsx/patchWorkbook";
import { readWorkbook } from "@workbooks/xlsx/readWorkbook";
import { handMadeWorkbook } from "./handMade";
import { changedParts, partsOf } from "./packageParts";

/** The namespace of the custom functions in the hand-made workbook. */
export const ours = { functionNamespaces: ["SAVINGS"] };

export const SHEET1 = "xl/worksheets/sheet1.xml";

/** Opens a workbook (the hand-made one), edits its content, patches it, and reads what came of it. */
export async function edited(edit: (content: WorkbookContent) => void, original?: Uint8Array) {
  const before = original ?? (await handMadeWorkbook());
  const content = await readWorkbook(before, ours);
  edit(content);
  const bytes = await patchWorkbook(before, content, ours);
  const parts = await partsOf(bytes);
  return {
    content,
    bytes,
    parts,
    sheet1: parts[SHEET1]!,
    changed: await changedParts(before, bytes),
    read: await readWorkbook(bytes, ours),
  };
}

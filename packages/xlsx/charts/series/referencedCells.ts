import { parseA1Ref } from "@borgar/fx";
import type { CellContent, ValueContent, WorkbookContent } from "../../content";

/** The cells of a chart's reference ("'My sheet'!$B$2:$B$5"), row by row; null where it is no plain area of the workbook. */
export function referencedCells(content: WorkbookContent, reference: string): (CellContent | undefined)[] | null {
  const area = referencedArea(reference);
  const sheet = content.sheets.find(({ name }) => name.toLowerCase() === area?.sheet);
  if (!area || !sheet) return null;
  const { top, left, bottom, right } = area;
  if ((bottom - top + 1) * (right - left + 1) > 100_000) return null;
  const cells: (CellContent | undefined)[] = [];
  for (let row = top; row <= bottom; row++) {
    for (let column = left; column <= right; column++) cells.push(sheet.cells.get(row)?.get(column));
  }
  return cells;
}

/** A plain area with both its ends; the sheet's name in lower case. */
export function referencedArea(reference: string) {
  const parsed = parseA1Ref(reference);
  if (!parsed || !("range" in parsed) || !parsed.range) return null;
  const { top, left, bottom, right } = parsed.range;
  if (typeof top !== "number" || typeof left !== "number" || typeof bottom !== "number" || typeof right !== "number") {
    return null;
  }
  return { sheet: parsed.context?.[parsed.context.length - 1]?.toLowerCase(), top, left, bottom, right };
}

/** A value as a chart's cache shows it. */
export function cachedText(value: ValueContent | undefined): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return typeof value === "object" ? value.error : String(value);
}

import type { ValueContent } from "../../../xlsx/content";
import { parseArea, splitSheet } from "../../workbook/address";
import type { Workbook } from "../../workbook/workbook";

/** The values of a reference such as "Sheet1!$B$2:$B$5", row by row; none where it leads nowhere (any more). */
export function readReference(workbook: Workbook, reference: string): ValueContent[] {
  const { sheet: name, address } = splitSheet(reference.replace(/^=/, ""));
  const sheet = workbook.sheets.find((one) => one.name.toLowerCase() === name?.toLowerCase());
  if (!sheet) return [];
  try {
    const area = parseArea(address);
    const values: ValueContent[] = [];
    for (let row = area.row; row < area.row + area.rowCount; row++) {
      for (let column = area.column; column < area.column + area.columnCount; column++)
        values.push(sheet.value(row, column));
    }
    return values;
  } catch {
    return [];
  }
}

import { numfmt } from "@univerjs/core";
import type { Workbook } from "../../workbook/workbook";
import type { ChartCells } from "./chartCells";

/** The cells of the open workbook, for its charts. */
export function workbookCells(workbook: Workbook): ChartCells {
  const find = (reference: string) => (reference === "" ? null : workbook.resolve(reference, workbook.activeSheet));
  return {
    values(reference, drawsHidden) {
      const found = find(reference);
      if (!found) return [];
      const { sheet, area } = found;
      const values = [];
      for (let row = area.row; row < area.row + area.rowCount; row++) {
        if (!drawsHidden && !sheet.univerSheet.getRowVisible(row)) continue;
        for (let column = area.column; column < area.column + area.columnCount; column++) {
          if (drawsHidden || sheet.univerSheet.getColVisible(column)) values.push(sheet.value(row, column));
        }
      }
      return values;
    },
    numberFormat(reference) {
      const found = find(reference);
      return found ? found.sheet.style(found.area.row, found.area.column).numberFormat : "General";
    },
    shown: (value, format) => numfmt.format(format, value, { throws: false }) as string,
  };
}

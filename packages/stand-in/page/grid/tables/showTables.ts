import { InterceptorEffectEnum, type Univer } from "@univerjs/core";
import { INTERCEPTOR_POINT, SheetInterceptorService } from "@univerjs/sheets";
import type { Workbook } from "../../../workbook/workbook";
import { tableStyle } from "./tableStyle";

/** Draws the workbook's tables as tables: the grid itself knows cells only. */
export function showTables(univer: Univer, workbook: Workbook): void {
  univer
    .__getInjector()
    .get(SheetInterceptorService)
    .intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
      id: "tableStyle",
      effect: InterceptorEffectEnum.Style,
      // Before number formats, so that those see the whole cell.
      priority: 1,
      handler: (cell, { subUnitId, row, col }, next) => {
        const table = workbook.findSheet(subUnitId)?.tableAt(row, col);
        if (!table) return next(cell);
        const { area } = table;
        const [fromTop, fromBottom] = [row - area.row, area.row + area.rowCount - 1 - row];
        const style = tableStyle({
          style: table.style,
          isHeader: table.hasHeaderRow && fromTop === 0,
          isTotals: table.hasTotalsRow && fromBottom === 0,
          isFirstRow: fromTop === 0,
          isLastRow: fromBottom === 0,
          isFirstColumn: col === area.column,
          isLastColumn: col === area.column + area.columnCount - 1,
          isBanded: table.showBandedRows && (fromTop - (table.hasHeaderRow ? 1 : 0)) % 2 === 0,
        });
        return next(style ? { ...cell, themeStyle: style } : cell);
      },
    });
}

import { ICommandService, type Injector, IUniverInstanceService, type Workbook } from "@univerjs/core";
import { IFormulaCurrentConfigService } from "@univerjs/engine-formula";
import { lastColumnCount, lastRowCount } from "../../workbook/address";
import type { UniverRange } from "../univerAreas";

/** Univer's sheets end where nothing has been written yet; they grow under an array. */
export function makeRoomForArray(injector: Injector, unitId: string, sheet: string, range: UniverRange): void {
  const { endRow, endColumn } = range;
  const data = injector.get(IFormulaCurrentConfigService).getUnitData()[unitId]?.[sheet];
  if (!data || (endRow < data.rowCount && endColumn < data.columnCount)) return;
  // What is still to be calculated in this run reads whole columns to the new end.
  data.rowCount = Math.max(data.rowCount, endRow + 1);
  data.columnCount = Math.max(data.columnCount, endColumn + 1);
  queueMicrotask(() => {
    const grown = worksheet(injector, unitId, sheet);
    if (!grown) return;
    const commands = injector.get(ICommandService);
    const whole = { unitId, subUnitId: sheet };
    const rowCount = Math.min(endRow + 1000, lastRowCount);
    const columnCount = Math.min(endColumn + 50, lastColumnCount);
    if (grown.getRowCount() < rowCount)
      commands.syncExecuteCommand("sheet.mutation.set-worksheet-row-count", { ...whole, rowCount });
    if (grown.getColumnCount() < columnCount)
      commands.syncExecuteCommand("sheet.mutation.set-worksheet-column-count", { ...whole, columnCount });
  });
}

function worksheet(injector: Injector, unitId: string, sheet: string) {
  return injector.get(IUniverInstanceService).getUnit<Workbook>(unitId)?.getSheetBySheetId(sheet);
}

import { ICommandService, type Injector, IUniverInstanceService, type Workbook } from "@univerjs/core";
import { IFormulaCurrentConfigService, IFormulaRuntimeService } from "@univerjs/engine-formula";
import { intersection, lastColumnCount, lastRowCount } from "./address";
import { areaOf, type UniverRange } from "./engineAreas";

interface Runtime {
  _checkIfArrayFormulaRangeHasData(...args: [string, string, number, number, UniverRange]): boolean;
  _checkIfArrayFormulaExceeded(rowCount: number, columnCount: number, range: UniverRange): boolean;
}

/**
 * An array spills as far as Excel's sheets go, and not over merged cells. The engine's sheets end where nothing has been
 * written yet; they grow under an array.
 */
export function mendSpill(injector: Injector, unitId: string): void {
  const runtime = injector.get(IFormulaRuntimeService) as unknown as Runtime;
  const hasData = runtime._checkIfArrayFormulaRangeHasData.bind(runtime);
  runtime._checkIfArrayFormulaRangeHasData = (unit, sheet, row, column, range) => {
    if (isBeyond(range) || isMerged(injector, unitId, sheet, range)) return true;
    makeRoom(injector, unitId, sheet, range);
    return hasData(unit, sheet, row, column, range);
  };
  runtime._checkIfArrayFormulaExceeded = (_rowCount, _columnCount, range) => isBeyond(range);
}

function isBeyond({ endRow, endColumn }: UniverRange): boolean {
  return endRow >= lastRowCount || endColumn >= lastColumnCount;
}

function isMerged(injector: Injector, unitId: string, sheet: string, range: UniverRange): boolean {
  const merges = worksheet(injector, unitId, sheet)?.getConfig().mergeData ?? [];
  return merges.some((merged) => intersection(areaOf(merged), areaOf(range)) !== null);
}

function makeRoom(injector: Injector, unitId: string, sheet: string, { endRow, endColumn }: UniverRange): void {
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

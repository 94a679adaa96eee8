import { ICommandService, type Univer } from "@univerjs/core";
import { AutoHeightController } from "@univerjs/sheets-ui";
import type { Workbook } from "../../workbook/workbook";

const WRAP = 3;

/**
 * Gives rows with wrapped text the height that it needs, as Excel does where the user has not set one. The grid does so by
 * itself only for what is typed into it. Not a step of its own to undo.
 */
export function fitRows(univer: Univer, workbook: Workbook): void {
  const sheet = workbook.activeSheet;
  const { engine } = sheet;
  const rows = new Set<number>();
  engine.getCellMatrix().forValue((row, column, cell) => {
    const data = engine.getRowManager().getRow(row);
    const hasOwnHeight = data?.h !== undefined && data.ia !== 1;
    if (!hasOwnHeight && cell && engine.getComposedCellStyle(row, column).tb === WRAP) rows.add(row);
  });
  if (rows.size === 0) return;
  const lastColumn = Math.max(0, engine.getColumnCount() - 1);
  const ranges = [...rows].map((row) => ({ startRow: row, endRow: row, startColumn: 0, endColumn: lastColumn }));
  const injector = univer.__getInjector();
  const { redos } = injector.get(AutoHeightController).getUndoRedoParamsOfAutoHeight(ranges, sheet.id);
  for (const { id, params } of redos) injector.get(ICommandService).syncExecuteCommand(id, params, { onlyLocal: true });
}

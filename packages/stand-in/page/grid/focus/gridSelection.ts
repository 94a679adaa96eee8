import { ICommandService, type Univer } from "@univerjs/core";
import { ScrollToCellCommand } from "@univerjs/sheets-ui";
import { bookId } from "../../../calculation/calculation";

interface Cell {
  row: number;
  column: number;
}

/** Selects the area between two cells of a sheet, with the first as the active one, and scrolls to the other. */
export function selectCells(univer: Univer, sheet: string, active: Cell, to: Cell = active): void {
  const commands = univer.__getInjector().get(ICommandService);
  const range = {
    startRow: Math.min(active.row, to.row),
    endRow: Math.max(active.row, to.row),
    startColumn: Math.min(active.column, to.column),
    endColumn: Math.max(active.column, to.column),
  };
  const primary = {
    ...cellRange(active),
    actualRow: active.row,
    actualColumn: active.column,
    isMerged: false,
    isMergedMainCell: false,
  };
  commands.syncExecuteCommand("sheet.operation.set-selections", {
    unitId: bookId,
    subUnitId: sheet,
    selections: [{ range, primary, style: null }],
    type: 2,
  });
  void commands.executeCommand(ScrollToCellCommand.id, { range: cellRange(to) });
}

/** Selects whole rows or columns: those that the selected cells are in. */
export function selectWhole(
  univer: Univer,
  sheet: string,
  kind: "rows" | "columns",
  from: SelectedArea,
  size: Cell,
): void {
  const isRows = kind === "rows";
  const range = {
    startRow: isRows ? from.row : 0,
    endRow: isRows ? from.row + from.rowCount - 1 : size.row - 1,
    startColumn: isRows ? 0 : from.column,
    endColumn: isRows ? size.column - 1 : from.column + from.columnCount - 1,
    rangeType: isRows ? ROWS : COLUMNS,
  };
  const cell = { row: from.row, column: from.column };
  const primary = {
    ...cellRange(cell),
    actualRow: cell.row,
    actualColumn: cell.column,
    isMerged: false,
    isMergedMainCell: false,
  };
  univer
    .__getInjector()
    .get(ICommandService)
    .syncExecuteCommand("sheet.operation.set-selections", {
      unitId: bookId,
      subUnitId: sheet,
      selections: [{ range, primary, style: null }],
      type: 2,
    });
}

interface SelectedArea extends Cell {
  rowCount: number;
  columnCount: number;
}

// Univer's kinds of a range.
const ROWS = 1;
const COLUMNS = 2;

function cellRange({ row, column }: Cell): {
  startRow: number;
  endRow: number;
  startColumn: number;
  endColumn: number;
} {
  return { startRow: row, endRow: row, startColumn: column, endColumn: column };
}

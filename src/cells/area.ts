/** A block of cells; rows and columns are counted from zero. */
export interface Area {
  row: number;
  column: number;
  rowCount: number;
  columnCount: number;
}

/** One cell. */
export interface CellPlace {
  row: number;
  column: number;
}

/** A block of cells on a sheet. */
export interface SheetArea extends Area {
  sheet: string;
}

/** The same block on a sheet, without whatever else the object says of it. */
export function onSheet(sheet: string, { row, column, rowCount, columnCount }: Area): SheetArea {
  return { sheet, row, column, rowCount, columnCount };
}

export function holdsCell(area: Area, row: number, column: number): boolean {
  return (
    row >= area.row &&
    row < area.row + area.rowCount &&
    column >= area.column &&
    column < area.column + area.columnCount
  );
}

/** Whether two blocks share a cell. */
export function areasMeet(a: Area, b: Area): boolean {
  return (
    a.row < b.row + b.rowCount &&
    b.row < a.row + a.rowCount &&
    a.column < b.column + b.columnCount &&
    b.column < a.column + a.columnCount
  );
}

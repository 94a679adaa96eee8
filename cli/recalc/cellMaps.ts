import type { AreaContent, CellContent, SheetContent, WorkbookContent } from "@workbooks/xlsx/content";
import type { CellPlace } from "./formulaReads";

/** The cells of a sheet in new maps, each changed. */
export function mapCells(
  cells: SheetContent["cells"],
  change: (row: number, column: number, cell: CellContent) => CellContent,
): SheetContent["cells"] {
  return new Map(
    [...cells].map(([row, ofRow]) => [
      row,
      new Map([...ofRow].map(([column, cell]) => [column, change(row, column, cell)])),
    ]),
  );
}

export function cellAt(content: WorkbookContent, { sheet, row, column }: CellPlace): CellContent | undefined {
  return content.sheets[sheet]?.cells.get(row)?.get(column);
}

/** Puts a value into a cell, which keeps its format, and the formula or array that it now has. */
export function setValue(
  cells: SheetContent["cells"],
  row: number,
  column: number,
  value: CellContent["value"],
  more: Pick<CellContent, "formula" | "array"> = {},
): void {
  const ofRow = cells.get(row) ?? new Map<number, CellContent>();
  ofRow.set(column, { value, style: ofRow.get(column)?.style ?? 0, ...more });
  cells.set(row, ofRow);
}

export function eachCell(area: AreaContent, visit: (row: number, column: number) => void): void {
  for (let row = area.row; row < area.row + area.rowCount; row++) {
    for (let column = area.column; column < area.column + area.columnCount; column++) visit(row, column);
  }
}

export function placeKey({ sheet, row, column }: CellPlace): string {
  return `${sheet}:${row}:${column}`;
}

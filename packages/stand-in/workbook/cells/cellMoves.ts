import type { AreaContent } from "@workbooks/xlsx/content";
import { formatArea, parseArea } from "../address";
import type { Calculation, UniverCell, UniverStyle } from "../../calculation/calculation";
import { movedFormula, type ReferenceChange } from "../formulas/references";
import type { Sheet } from "../sheet";

/** A cell with all that is its own (value, formula, format, rich text), on its way to another place. */
export interface MovingCell {
  row: number;
  column: number;
  formula: string | null;
  /** Of its value and rich text. */
  cell: Pick<UniverCell, "v" | "t" | "p">;
  style: UniverStyle | null;
}

/** Everything in an area, to be put elsewhere. */
export function liftCells(sheet: Sheet, calculation: Calculation, area: AreaContent): MovingCell[] {
  const styles = calculation.book.getStyles();
  const cells: MovingCell[] = [];
  sheet.eachCell(area, (row, column, { v, t, p, s }) => {
    const style = s ? ((styles.getStyleByCell({ s }) as UniverStyle | undefined) ?? null) : null;
    cells.push({ row, column, formula: sheet.formula(row, column), cell: { v, t, p }, style });
  });
  return cells;
}

/** Empties areas and puts cells into them, each exactly as it was. The values change in one step: no heading is missing meanwhile. */
export function placeCells(sheet: Sheet, calculation: Calculation, emptied: AreaContent[], cells: MovingCell[]): void {
  for (const area of emptied) sheet.clear(area, "formats");
  const cellValue: Record<number, Record<number, unknown>> = {};
  for (const area of emptied)
    sheet.eachCell(area, (row, column) => {
      (cellValue[row] ??= {})[column] = { v: null, t: null, p: null, f: null, si: null };
    });
  let [lastRow, lastColumn] = [0, 0];
  for (const { row, column, formula, cell, style } of cells) {
    [lastRow, lastColumn] = [Math.max(lastRow, row), Math.max(lastColumn, column)];
    (cellValue[row] ??= {})[column] = {
      ...{ v: cell.v ?? null, t: cell.t ?? null, p: cell.p ?? null, f: formula, si: null },
      s: style,
    };
  }
  sheet.makeRoom(lastRow, lastColumn);
  calculation.mutate("sheet.mutation.set-range-values", { subUnitId: sheet.id, cellValue });
}

/** Where an area of that sheet is after the change; null where it is gone. */
export function followedArea(area: AreaContent, change: ReferenceChange, sheetName: string): AreaContent | null {
  const address = movedFormula(formatArea(area), change, sheetName);
  return address.includes("#REF!") ? null : parseArea(address);
}

import type { Cell } from "../../../src/cells/cell";
import type { PlanReading } from "../../../src/plan/reading/planReading";
import { cellAt, formulaAt, type SheetGrid } from "../../../src/plan/reading/sheetGrid";
import { withSums } from "../../../src/plan/report/portable/following/rowSums";
import { isNumberCell, userTables, withCells } from "../../../src/plan/report/portable/following/userTables";
import { drawFrom } from "../../layouts/draw";

/** What a hand may type into a number or a date by mistake; undefined where it is none. */
const slips: readonly ((value: number, isDate: boolean) => Cell | undefined)[] = [
  (value, isDate) => (isDate ? undefined : 100 * value),
  (value, isDate) => (isDate ? undefined : -value),
  (_, isDate) => (isDate ? undefined : 1.2),
  (_, isDate) => (isDate ? "01/05/2026" : "two percent"),
  () => "TBC",
  (value) => String(value),
  (value, isDate) => (isDate ? undefined : `${value}%`),
  () => null,
  () => ({ error: "#REF!" }),
  () => true,
  () => 0,
];

/** The workbook with a slip in each of its columns of numbers, one after the other: what was typed, and the sheets then. */
export function slipsIn(
  grids: SheetGrid[],
  reading: PlanReading,
  seed: number,
): { typed: string; sheets: SheetGrid[] }[] {
  const { plan } = reading;
  if (!plan) return [];
  const draw = drawFrom(seed, "slips");
  return userTables(reading, plan, grids).flatMap(({ grid, rows, columns, kind }) =>
    columns
      .filter(({ sureness }) => sureness !== "ignored")
      .flatMap(({ column, meaning }) => {
        const filled = rows.filter(
          (row) => typeof cellAt(grid, row, column) === "number" && formulaAt(grid, row, column) === undefined,
        );
        const row = filled[draw.below(Math.max(1, filled.length))];
        if (row === undefined) return [];
        const before = cellAt(grid, row, column) as number;
        const value = slips[draw.below(slips.length)]?.(before, !isNumberCell(grid, row, column));
        if (value === undefined || value === before) return [];
        const sheets = withSums(withCells(grids, [{ grid, row, column, value }]), grids);
        const typed = `${JSON.stringify(value)} for ${before} in ${kind}'s ${meaning}, row ${row + 1} of ${grid.sheet}`;
        return [{ typed, sheets }];
      }),
  );
}

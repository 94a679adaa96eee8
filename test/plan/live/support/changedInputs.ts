import { readArea } from "../../../../src/cells/address";
import type { Cell } from "../../../../src/cells/cell";
import { isDateFormat } from "../../../../src/plan/reading/cells/times/years";
import type { PlanReading } from "../../../../src/plan/reading/planReading";
import type { SheetGrid } from "../../../../src/plan/reading/sheetGrid";
import { drawFrom } from "../../../layouts/draw";

/** Words of which a user may change one for the other. */
const opposites = new Map(
  [
    ["Yes", "No"],
    ["Y", "N"],
    ["R", "NR"],
    ["Recurrent", "Non-recurrent"],
  ].flatMap(([one = "", other = ""]) => [
    [one, other],
    [other, one],
  ]),
);

/** The workbook with some of its inputs changed, as a user would: amounts and percents, dates, yes and no, in rows that count. */
export function changedInputs(grids: readonly SheetGrid[], reading: PlanReading, seed: number): SheetGrid[] {
  const draw = drawFrom(seed, "changed inputs");
  const changed = grids.map((grid) => ({ ...grid, values: grid.values.map((row) => [...row]) }));
  for (const address of reading.plan?.levers.map((lever) => lever.address) ?? []) {
    const area = readArea(address, "");
    const grid = changed.find(({ sheet }) => sheet === area?.sheet);
    if (!area || !grid || draw.below(3) === 0) continue;
    const row = grid.values[area.row - grid.row];
    if (!row) continue;
    const column = area.column - grid.column + draw.below(area.columnCount);
    const format = grid.numberFormats[area.row - grid.row]?.[column] ?? "General";
    row[column] = changedCell(row[column] ?? null, format, draw.below(4));
  }
  for (const grid of changed) calculateSums(grid);
  return changed;
}

/** Plain sums follow their cells, as in Excel; what other formulas show stays. */
function calculateSums(grid: SheetGrid): void {
  for (const [key, formula] of grid.formulas) {
    const summed = /^=SUM\(([A-Z\d:,]+)\)$/.exec(formula)?.[1];
    const [row = 0, column = 0] = key.split(",").map(Number);
    const cells = grid.values[row - grid.row];
    if (summed === undefined || !cells) continue;
    const all = summed.split(",").flatMap((address) => {
      const area = readArea(address, grid.sheet);
      if (!area) return [];
      const [top, left] = [area.row - grid.row, area.column - grid.column];
      return grid.values.slice(top, top + area.rowCount).flatMap((line) => line.slice(left, left + area.columnCount));
    });
    cells[column - grid.column] = all.reduce<number>((sum, cell) => sum + (typeof cell === "number" ? cell : 0), 0);
  }
}

function changedCell(value: Cell, format: string, choice: number): Cell {
  if (typeof value === "string") return opposites.get(value) ?? value;
  if (typeof value !== "number") return value;
  if (isDateFormat(format)) return value + 30 * choice;
  // Years and months as plain numbers stay what they are.
  return Number.isInteger(value) && value > 1900 && value < 2200 ? value : value * (0.8 + choice / 10);
}

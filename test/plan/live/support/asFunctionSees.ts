import type { SheetArea } from "../../../../src/cells/area";
import type { Cell } from "../../../../src/cells/cell";
import { argumentAreas } from "../../../../src/plan/live/argumentAreas";
import { noticed, type ArgumentAreas } from "../../../../src/plan/live/noticed";
import type { PlanArguments } from "../../../../src/plan/live/planArguments";
import { readingTable } from "../../../../src/plan/live/readingTable";
import type { PlanReading } from "../../../../src/plan/reading/planReading";
import { cellAt, type SheetGrid } from "../../../../src/plan/reading/sheetGrid";

/** What a workbook as the pane read it gives a function to see: where its tables stand, and the Reading table. */
export function passedOf(reading: PlanReading, grids: readonly SheetGrid[]): { areas: ArgumentAreas; table: Cell[][] } {
  const areas = argumentAreas(reading, grids);
  return { areas, table: readingTable(noticed(reading, grids, {}, areas)) };
}

/** The values that stand there, each blank as the text of `IF(r="","",r)`, or as Excel passes it bare. */
export function argumentsAt(
  { areas, table }: ReturnType<typeof passedOf>,
  grids: readonly SheetGrid[],
  target: PlanReading["target"],
  blank: "" | null | 0 = "",
): PlanArguments {
  const cells = Object.entries(areas).map(([name, area]): [string, Cell[][]] => [name, valuesAt(area, grids, blank)]);
  return {
    ...(Object.fromEntries(cells) as unknown as PlanArguments),
    reading: table.map((row) => row.map((cell) => (cell === "" ? blank : cell))),
    ...(target && { target: target.byYear.map((amount) => amount ?? 0) }),
  };
}

function valuesAt(area: SheetArea, grids: readonly SheetGrid[], blank: "" | null | 0): Cell[][] {
  const grid = grids.find(({ sheet }) => sheet === area.sheet);
  if (!grid) throw new Error(`There is no sheet ${area.sheet}.`);
  return Array.from({ length: area.rowCount }, (_, row) =>
    Array.from({ length: area.columnCount }, (__, column) => {
      const value = cellAt(grid, area.row + row, area.column + column);
      return value === null || value === "" ? blank : value;
    }),
  );
}

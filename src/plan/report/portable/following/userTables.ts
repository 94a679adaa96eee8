import { readArea } from "../../../../cells/address";
import { isBlank, textOf } from "../../../../cells/cell";
import type { Plan } from "../../../plan";
import { isDateCell } from "../../../reading/cells/times/period";
import type { ColumnReading, PlanReading, TableReading } from "../../../reading/planReading";
import { withoutLabelUnit } from "../../../reading/units/rowUnits";
import { cellAt, formatAt, type SheetGrid } from "../../../reading/sheetGrid";

/** A table of the user's, as far as formulas point at it. */
export interface UserTable {
  kind: TableReading["kind"];
  grid: SheetGrid;
  /** Rows of the sheet that count, from the first. */
  rows: number[];
  /** First and last row under the headings, those between that do not count among them. */
  from: number;
  to: number;
  headerRow: number;
  columns: UserColumn[];
}

interface UserColumn extends Pick<ColumnReading, "heading" | "meaning" | "sureness" | "year" | "words"> {
  column: number;
}

/** The register's parts, spending and funding, with the rows that count. */
export function userTables(reading: PlanReading, plan: Plan, grids: readonly SheetGrid[]): UserTable[] {
  return [reading.spending, reading.funding, ...reading.registers].flatMap((table) => {
    const area = table && readArea(table.address, table.sheet);
    const grid = area && grids.find(({ sheet }) => sheet === area.sheet);
    if (!table || !area || !grid) return [];
    const places = table.columns.map((column) => readArea(column.address, table.sheet));
    const headerRow = Math.max(area.row, ...places.map((place) => place?.row ?? area.row));
    const to = area.row + area.rowCount - 1;
    const columns = table.columns.flatMap((column, at): UserColumn[] => {
      const place = places[at];
      return place ? [{ ...column, column: place.column }] : [];
    });
    const apart = new Set(
      [...table.totals, ...table.sections, ...table.leftOut.map(({ cell }) => cell)].map(
        (cell) => readArea(cell, table.sheet)?.row,
      ),
    );
    const own = new Set(plan.levers.map(({ address }) => readArea(address, "")).map((place) => placeKey(place)));
    const key = columns.find(({ meaning }) => meaning === "category");
    const categoryIn = (row: number): number => {
      const name = key ? withoutLabelUnit(textOf(cellAt(grid, row, key.column))) : null;
      return (plan.categories ?? []).findIndex((one) => one.name === name);
    };
    const rows = Array.from({ length: to - headerRow }, (_, at) => headerRow + 1 + at).filter((row) => {
      if (table.kind === "levers") return own.has(placeKey({ sheet: area.sheet, row }));
      if (apart.has(row) || columns.every(({ column }) => isBlank(cellAt(grid, row, column)))) return false;
      // Funding may stand as a row of the Spending table.
      if (table.address !== reading.spending?.address || table.address !== reading.funding?.address) return true;
      return table.kind === "spending" ? categoryIn(row) >= 0 : categoryIn(row) < 0;
    });
    return [{ kind: table.kind, grid, rows, from: headerRow + 1, to, headerRow, columns }];
  });
}

function placeKey(place: { sheet: string; row: number } | null): string {
  return place ? `${place.sheet}!${place.row}` : "";
}

/** Whether the cell holds a number that is no date. */
export function isNumberCell(grid: SheetGrid, row: number, column: number): boolean {
  const value = cellAt(grid, row, column);
  return typeof value === "number" && !isDateCell(value, formatAt(grid, row, column));
}

/** Columns whose numbers are years or months, or which take no part. */
export function isAmountColumn({ meaning, sureness }: UserColumn): boolean {
  return sureness !== "ignored" && !momentMeanings.has(meaning);
}

const momentMeanings: ReadonlySet<string> = new Set(["start", "end", "startMonth", "investmentYear"]);

/** The grids with some cells changed. */
export function withCells(
  grids: readonly SheetGrid[],
  changes: readonly { grid: SheetGrid; row: number; column: number; value: SheetGrid["values"][number][number] }[],
): SheetGrid[] {
  return grids.map((grid) => {
    const own = changes.filter((change) => change.grid === grid);
    if (own.length === 0) return grid;
    const values = [...grid.values];
    const copied = new Set<number>();
    for (const { row, column, value } of own) {
      const at = row - grid.row;
      if (!copied.has(at)) values[at] = [...(values[at] ?? [])];
      copied.add(at);
      const line = values[at] as SheetGrid["values"][number];
      line[column - grid.column] = value;
    }
    return { ...grid, values };
  });
}

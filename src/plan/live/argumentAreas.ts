import { readArea } from "../../cells/address";
import { areasMeet, type SheetArea } from "../../cells/area";
import { findNamed, sameName } from "../../cells/names";
import type { PlanReading, TableReading } from "../reading/planReading";
import type { SheetGrid } from "../reading/sheetGrid";
import type { ArgumentAreas } from "./noticed";

/** The cells of each table as a function is to be given them; a table that stands within another's cells is passed with that. */
export function argumentAreas(reading: PlanReading, grids: readonly SheetGrid[]): ArgumentAreas {
  const register = reading.registers.length === 1 && reading.levers ? areaOf(reading.levers, grids) : null;
  const spending = reading.spending && areaOf(reading.spending, grids);
  const funding = reading.funding && areaOf(reading.funding, grids);
  const position = reading.side?.position && readArea(reading.side.position.address, reading.side.position.sheet);
  const isWithin = spending && funding && sameName(spending.sheet, funding.sheet) && areasMeet(spending, funding);
  return {
    ...(register && { register }),
    ...(spending && { spending: isWithin ? around(spending, funding) : spending }),
    ...(funding && !isWithin && { funding }),
    ...(position && { position }),
  };
}

/** All of an Excel table; of a plain one what was read. */
function areaOf({ sheet, address, tableName }: TableReading, grids: readonly SheetGrid[]): SheetArea | null {
  const grid = findNamed(grids, sheet, (one) => one.sheet);
  const table = tableName === null ? undefined : grid && findNamed(grid.tables, tableName, ({ name }) => name);
  if (!table) return readArea(address, sheet);
  const { row, column, rowCount, columnCount } = table;
  return { sheet, row, column, rowCount, columnCount };
}

function around(one: SheetArea, other: SheetArea): SheetArea {
  const [row, column] = [Math.min(one.row, other.row), Math.min(one.column, other.column)];
  return {
    ...{ sheet: one.sheet, row, column },
    rowCount: Math.max(one.row + one.rowCount, other.row + other.rowCount) - row,
    columnCount: Math.max(one.column + one.columnCount, other.column + other.columnCount) - column,
  };
}

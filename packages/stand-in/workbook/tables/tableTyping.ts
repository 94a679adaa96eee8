import type { AreaContent } from "@workbooks/xlsx/content";
import { intersection } from "../address";
import type { Sheet } from "../sheet";
import type { Table } from "./table";

/** What becomes of tables that are typed at. */
interface TypedTables {
  setArea(table: Table, area: AreaContent): void;
  headingsMoved(table: Table): void;
  headingsTyped(table: Table): void;
}

/**
 * What the user's typing or pasting does to tables, as in Excel: a heading renames its column, one that is cleared or
 * doubled gets a name of its own, and what is put directly below a table, or directly beside it, becomes part of it.
 */
export function typedAtTables(tables: TypedTables, sheet: Sheet, area: AreaContent): void {
  for (const table of [...sheet.tables]) {
    const grown = grownArea(sheet, table, area);
    if (grown) {
      tables.setArea(table, grown);
      if (grown.columnCount > table.columns.length) tables.headingsMoved(table);
    }
    if (table.hasHeaderRow && intersection(area, { ...table.area, rowCount: 1 })) tables.headingsTyped(table);
  }
}

/** The table with the new rows or columns; null where it does not grow. */
function grownArea(sheet: Sheet, table: Table, area: AreaContent): AreaContent | null {
  const { row, column, rowCount, columnCount } = table.area;
  const [bottom, right] = [row + rowCount, column + columnCount];
  const isBelow = area.row === bottom && area.column >= column && area.column + area.columnCount <= right;
  const isBeside = area.column === right && area.row >= row && area.row + area.rowCount <= bottom;
  if ((!isBelow || table.hasTotalsRow) && !isBeside) return null;
  const room = isBelow
    ? { row: bottom, column, rowCount: area.rowCount, columnCount }
    : { row, column: right, rowCount, columnCount: area.columnCount };
  if (sheet.tables.some((other) => other !== table && intersection(other.area, room))) return null;
  let isTyped = false;
  let isFree = true;
  sheet.eachCell(room, (at, on, cell) => {
    if (!cell.f && !cell.si && (cell.v ?? "") === "") return;
    if (intersection(area, { row: at, column: on, rowCount: 1, columnCount: 1 })) isTyped = true;
    else isFree = false;
  });
  // Emptied cells are nothing to take in, and what stood there before stays outside.
  if (!isTyped || !isFree) return null;
  return isBelow
    ? { ...table.area, rowCount: rowCount + area.rowCount }
    : { ...table.area, columnCount: columnCount + area.columnCount };
}

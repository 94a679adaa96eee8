import type { CellContent, SheetContent, TableContent } from "../content";
import { tableDiffers } from "./writeTable";

/**
 * Excel repairs a file whose table headings are not exactly the texts of their cells. Brings both together for tables
 * that are new or changed, or whose heading cells changed: a text in the cell names the column, anything else gives way to
 * the column's name. Everything else comes back as it is.
 */
export function withTableHeadings(before: SheetContent, after: SheetContent): SheetContent {
  let cells = after.cells;
  const tables = after.tables.map((table) => {
    const old = before.tables.find((candidate) => candidate.partId === table.partId);
    const touched = !old || tableDiffers(old, table) || headingsDiffer(before, after, table);
    if (!table.hasHeaderRow || !touched) return table;
    const row = new Map(cells.get(table.row));
    const columns = uniqueNames(
      Array.from({ length: table.columnCount }, (_, index) => {
        const value = row.get(table.column + index)?.value;
        return typeof value === "string" && value !== "" ? value : (table.columns[index] ?? `Column${index + 1}`);
      }),
    );
    columns.forEach((name, index) => {
      const cell: CellContent = row.get(table.column + index) ?? { value: null, style: 0 };
      if (cell.value !== name || cell.formula !== undefined)
        row.set(table.column + index, { value: name, style: cell.style });
    });
    cells = new Map(cells).set(table.row, row);
    return { ...table, columns };
  });
  return { ...after, cells, tables };
}

function headingsDiffer(before: SheetContent, after: SheetContent, table: TableContent): boolean {
  return table.columns.some((_, index) => {
    const column = table.column + index;
    return before.cells.get(table.row)?.get(column)?.value !== after.cells.get(table.row)?.get(column)?.value;
  });
}

function uniqueNames(names: string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    let unique = name;
    for (let number = 2; taken.has(unique.toLowerCase()); number++) unique = `${name}${number}`;
    taken.add(unique.toLowerCase());
    return unique;
  });
}

import type { Cell } from "../../../cells/cell";
import type { SheetGrid } from "../sheetGrid";

/** With the word above in each cell that says no more than that: ", ditto, as above. A number is never repeated so, since an amount "as above" may be in it. */
export function withDittos(grid: SheetGrid): SheetGrid {
  const cells = new Set<string>();
  const values = [...grid.values];
  values.forEach((row, index) => {
    let own: Cell[] | undefined;
    row.forEach((value, column) => {
      const above = values[index - 1]?.[column];
      if (typeof value !== "string" || typeof above !== "string" || above === "" || !isDitto(value)) return;
      own ??= [...row];
      own[column] = above;
      cells.add(`${grid.row + index},${grid.column + column}`);
    });
    if (own) values[index] = own;
  });
  if (cells.size === 0) return grid;
  const read = { ...grid, values };
  repeated.set(read, cells);
  return read;
}

/** Whether a cell was read as the word above it, by zero-based sheet row and column. */
export function isRepeated(grid: SheetGrid, row: number, column: number): boolean {
  return repeated.get(grid)?.has(`${row},${column}`) ?? false;
}

const repeated = new WeakMap<SheetGrid, ReadonlySet<string>>();

function isDitto(text: string): boolean {
  return text.length <= longestDitto && dittos.test(text);
}

const longestDitto = 16;
const dittos = /^\s*(["”“〃]|''|’’|-\s*["”]\s*-|["”]\s+["”]|ditto|(same )?as above)\s*\.?\s*$/i;

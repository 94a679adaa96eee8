import type { OpenTable } from "../openTable";
import { formulaAt } from "../sheetGrid";
import { isNewTotalName, isTotalName } from "./rowNames";
import type { TableRows } from "./accountedRows";

/**
 * The rows that a total's formula leaves out although nothing sets them apart: of the sections that it sums, on the side of it on which it sums, up to the
 * next total, and in no other total. A total of totals is held against every row on that side.
 */
export function forgottenBy(
  total: TableRows["totals"][number],
  { header: { grid }, columns, rows: { rows, totals, sectionOf } }: OpenTable,
): number[] {
  const of = new Set(total.of);
  if (of.size === 0 || columns.every(({ column }) => formulaAt(grid, total.row, column) === undefined)) return [];
  const [first, last] = [Math.min(...of), Math.max(...of)];
  const others = totals.filter((one) => one !== total);
  const isTotal = isTotalName(total.name, "exact") && !isNewTotalName(total.name);
  const isWithin = (inner: readonly number[], outer: ReadonlySet<number>): boolean =>
    inner.length < outer.size && inner.every((row) => outer.has(row));
  const isOfAll =
    isTotal &&
    !/sub/i.test(total.name) &&
    others.some((one) => isWithin(one.of, of)) &&
    others.every((one) => (total.row > last ? one.row < total.row : one.row > total.row));
  const counted = new Set(others.flatMap((one) => one.of));
  const sections = new Set(total.of.map((row) => sectionOf.get(row)));
  return rows.filter((row) => {
    if (of.has(row) || (total.row > last ? row > total.row : row < total.row)) return false;
    if (isOfAll) return true;
    // "Recurrent schemes" may sum but the last rows above it.
    if (!isTotal && (row < first || row > last)) return false;
    const isBeyondTotal = others.some((one) => (row < one.row && one.row < first) || (last < one.row && one.row < row));
    return !counted.has(row) && sections.has(sectionOf.get(row)) && !isBeyondTotal;
  });
}

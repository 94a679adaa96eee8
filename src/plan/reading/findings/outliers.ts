import { cellAddress } from "../../../cells/address";
import type { Finding } from "../../finding";
import { isSerialLike } from "../cells/times/serialLike";
import { isPercentFormat } from "../cells/shownCell";
import { findUnit } from "../cells/units";
import { amountAt, amountsUnder } from "../extent/totals/rowSums";
import type { OpenTable } from "../openTable";
import { formatAt } from "../sheetGrid";
import type { MappedColumn } from "../tableColumn";

/** Amounts many times as large as any other of their column, or of their own row's other years: likelier in another unit than that large. */
export function outliers(table: OpenTable): Finding[] {
  const { header, columns, rows } = table;
  const { grid } = header;
  const source = amountsUnder(header, columns);
  const amounts = columns.filter(({ meaning }) => ofMoney.has(meaning));
  const years = amounts.filter(({ meaning }) => meaning === "year");
  const sizeAt = (row: number, column: number): number =>
    isPercentFormat(formatAt(grid, row, column)) || isSerialLike(grid, row, column, rows.rows)
      ? 0
      : Math.abs(amountAt(source, row, column) ?? 0);
  const sizes = new Map(amounts.map(({ column }) => [column, rows.rows.map((row) => sizeAt(row, column))]));
  const largest = new Map([...sizes].map(([column, own]) => [column, twoLargest(own)]));
  const timesAt = (at: number, { column, meaning }: MappedColumn): [times: number, of: string] | null => {
    const size = sizes.get(column)?.[at] ?? 0;
    const { first = 0, second = 0, count = 0 } = largest.get(column) ?? {};
    if (size === 0 || size < first || second === 0) return null;
    if (count > 2 && size >= many * second) return [size / second, "its column"];
    const own = twoLargest(meaning === "year" ? years.map((year) => sizes.get(year.column)?.[at] ?? 0) : []);
    const isLarge = own.second > 0 && size >= many * own.second && size >= some * second;
    return isLarge ? [size / own.second, "its row"] : null;
  };
  return rows.rows.flatMap((row, at): Finding[] => {
    const found = amounts.flatMap((column) => {
      const times = timesAt(at, column);
      return times ? [{ column, times }] : [];
    })[0];
    if (!found) return [];
    const { column, times } = found;
    const unit = [column.full, ...[...header.titles].reverse()].flatMap((text) => findUnit(text)?.name ?? [])[0];
    const asks = unit === undefined ? "is it in the unit of the others?" : `is it in ${unit}?`;
    const message = `${amountAt(source, row, column.column) ?? 0} is ${Math.floor(times[0])} times the next largest amount of ${times[1]}; ${asks}`;
    return [{ level: "warning", cell: cellAddress(grid.sheet, row, column.column), message }];
  });
}

const ofMoney = new Set(
  "saving inYear fullYearEffect recurrentSaving nonRecurrentSaving cashSaving nonCashSaving netSaving grossSaving year quarter month".split(
    " ",
  ),
);
const many = 100;
const some = 10;

function twoLargest(sizes: readonly number[]): { first: number; second: number; count: number } {
  let [first, second, count] = [0, 0, 0];
  for (const size of sizes) {
    if (size > 0) count++;
    if (size > first) [first, second] = [size, first];
    else if (size > second) second = size;
  }
  return { first, second, count };
}

import { cellAddress } from "../../../cells/address";
import type { MappedColumn } from "../tableColumn";
import { headedPercent } from "../tableColumn";
import { ask, type Asking } from "../questions";
import { percentText, type CellReader } from "./readCells";
import { cellAt, formatAt } from "../sheetGrid";
import { isPercentFormat } from "./shownCell";

/**
 * What the plain numbers of columns of shares that belong together (the years of growth; Low, Likely and High) are to be multiplied with: 0.01 where
 * they are headed % and one of them reaches beyond what a fraction could be, which is a warning for each column; else 1. One for all of them: 4 and 5 in
 * the first year's column say what 0.9 is in the second's. Rates headed % of which the largest is from 0.1 to 1 leave it open: they are taken as
 * percents, as they are headed, with a question.
 *
 * @param proven by what the table's own arithmetic says that they are multiplied
 * @param beyond size from which a number is no fraction: 1 for rates, 2 for delivery and other shares that may be 100% or somewhat more
 */
export function percentScales(
  reader: CellReader,
  asking: Asking,
  columns: readonly MappedColumn[],
  rows: readonly number[],
  beyond = 1,
  proven: number | null = null,
): Map<MappedColumn, number> {
  if (proven !== null) return new Map(columns.map((column) => [column, proven]));
  const headed = columns.filter(headedPercent);
  const largest = new Map(columns.map((column) => [column, largestPlain(reader, column, rows)]));
  const most = Math.max(0, ...headed.map((column) => largest.get(column) ?? 0));
  const areRates = beyond === 1;
  const isOpen = areRates && most >= smallestOpen && most <= 1;
  const arePercents = most > beyond || isOpen || (!areRates && most >= beyond);
  const scales = new Map(columns.map((column) => [column, arePercents && headed.includes(column) ? 0.01 : 1]));
  const settle = (column: MappedColumn, size: number, message: string): void =>
    void scales.set(column, askScale(asking, reader.grid.sheet, column, size, scales.get(column) ?? 1, message));
  for (const column of headed) {
    const size = largest.get(column) ?? null;
    if (!arePercents || size === null) continue;
    const message = `the plain numbers under '${column.heading}' were read as percents, so that ${size} is ${size}%`;
    if (isOpen) settle(column, size, message);
    else
      reader.findings.push({
        level: "warning",
        cell: cellAddress(reader.grid.sheet, column.row, column.column),
        message,
      });
  }
  // A plain 0.5 under a heading without % may be 50% or half a percent.
  for (const column of areRates ? columns.filter((one) => !headed.includes(one)) : []) {
    const size = largest.get(column) ?? null;
    if (size === null || size < largeRate || size >= 1) continue;
    const message = `the plain numbers under '${column.heading}' were read as fractions, so that ${size} is ${percentText(size)}`;
    settle(column, size, message);
  }
  return scales;
}

/** What the plain numbers of a column are to be multiplied with, as the user says. */
function askScale(
  asking: Asking,
  sheet: string,
  { row, column }: MappedColumn,
  size: number,
  usual: number,
  message: string,
): number {
  const percents = `${size} is ${size}%`;
  const fractions = `${size} is ${percentText(size)}`;
  const scale = ask(asking, {
    id: "percentScale",
    cell: cellAddress(sheet, row, column),
    message: `${message}; format them as percentages to say which is meant`,
    choices: usual === 1 ? { fractions, percents } : { percents, fractions },
    usual: usual === 1 ? "fractions" : "percents",
  });
  return scale === "percents" ? 0.01 : 1;
}

/** A smaller plain number under a % would be less than a tenth of a percent. */
const smallestOpen = 0.1;

/** A yearly growth or a saving of a fifth is rare enough to ask about. */
const largeRate = 0.2;

/** Largest size of a column's numbers that are not shown as percentages; null where it has none. */
function largestPlain({ grid }: CellReader, { column }: MappedColumn, rows: readonly number[]): number | null {
  const sizes = rows.flatMap((row) => {
    const value = cellAt(grid, row, column);
    return typeof value === "number" && !isPercentFormat(formatAt(grid, row, column)) ? [Math.abs(value)] : [];
  });
  return sizes.length === 0 ? null : Math.max(...sizes);
}

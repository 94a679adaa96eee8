import { cellAddress } from "../../../cells/address";
import type { MappedColumn } from "../meaning/tableColumn";
import { headedPercent } from "../meaning/tableColumn";
import { percentText, type CellReader } from "./readCells";
import { cellAt, formatAt } from "../sheetGrid";
import { isPercentFormat } from "./shownCell";

/**
 * What the plain numbers of columns of shares that belong together (the years of growth; Low, Likely and High) are to be multiplied with: 0.01 where
 * they are headed % and one of them reaches beyond what a fraction could be, which is a warning for each column; else 1. One for all of them: 4 and 5 in
 * the first year's column say what 0.9 is in the second's. Rates headed % of which the largest is from 0.1 to 1 leave it open: they are taken as
 * percents, as they are headed, with a question.
 *
 * @param beyond size from which a number is no fraction: 1 for rates, 2 for delivery and other shares that may be 100% or somewhat more
 */
export function percentScales(
  reader: CellReader,
  columns: readonly MappedColumn[],
  rows: readonly number[],
  beyond = 1,
): Map<MappedColumn, number> {
  const headed = columns.filter(headedPercent);
  const largest = new Map(columns.map((column) => [column, largestPlain(reader, column, rows)]));
  const most = Math.max(0, ...headed.map((column) => largest.get(column) ?? 0));
  const areRates = beyond === 1;
  const isOpen = areRates && most >= smallestOpen && most <= 1;
  const arePercents = most > beyond || isOpen || (!areRates && most >= beyond);
  for (const column of headed) {
    const size = largest.get(column) ?? null;
    if (!arePercents || size === null) continue;
    const cell = cellAddress(reader.grid.sheet, column.row, column.column);
    const taken = `${size} is ${size}%`;
    const message = `the plain numbers under '${column.heading}' were read as percents, so that ${taken}`;
    if (!isOpen) reader.findings.push({ level: "warning", cell, message });
    else {
      const choices = [taken, `${size} is ${percentText(size)}`];
      const question = { choices, taken, option: "format the cells as percentages" };
      reader.findings.push({
        level: "warning",
        cell,
        message: `${message}; format them as percentages to say which is meant`,
        question,
      });
    }
  }
  if (areRates)
    warnOfLargeFractions(
      reader,
      columns.filter((column) => !headed.includes(column)),
      largest,
    );
  return new Map(columns.map((column) => [column, arePercents && headed.includes(column) ? 0.01 : 1]));
}

/** A smaller plain number under a % would be less than a tenth of a percent. */
const smallestOpen = 0.1;

/** A plain 0.5 under a heading without % may be 50% or half a percent: one warning for each column with a fraction so large. */
function warnOfLargeFractions(
  reader: CellReader,
  columns: readonly MappedColumn[],
  largest: ReadonlyMap<MappedColumn, number | null>,
): void {
  for (const column of columns) {
    const size = largest.get(column) ?? null;
    if (size === null || size < largeRate || size >= 1) continue;
    const cell = cellAddress(reader.grid.sheet, column.row, column.column);
    const message = `the plain numbers under '${column.heading}' were read as fractions, so that ${size} is ${percentText(size)}; format them as percentages to say which is meant`;
    const taken = `${size} is ${percentText(size)}`;
    reader.findings.push({
      level: "warning",
      cell,
      message,
      question: { choices: [taken, `${size} is ${size}%`], taken, option: "format the cells as percentages" },
    });
  }
}

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

import { cellAddress } from "../../cells/address";
import { percentText, type CellReader } from "./readCells";
import { cellAt, formatAt } from "./sheetGrid";
import { isPercentFormat } from "./shownCell";
import { headedPercent, type MappedColumn } from "./tableColumns";

/**
 * What the plain numbers of columns of shares that belong together (the years of growth; Low, Likely and High) are to be multiplied with: 0.01 where
 * they are headed % and a plain number of any of them reaches beyond what a fraction could be, which is a warning for each column; else 1.
 * One for all of them: 4 and 5 in the first year's column say what 0.9 is in the second's.
 *
 * @param beyond size from which a number is no fraction: 1 for rates, 2 for delivery and other shares that may be 100% or somewhat more
 */
export function percentScales(
  reader: CellReader,
  columns: MappedColumn[],
  rows: number[],
  beyond = 1,
): Map<MappedColumn, number> {
  const headed = columns.filter(headedPercent);
  const largest = new Map(headed.map((column) => [column, largestPlain(reader, column, rows)]));
  const arePercents = Math.max(0, ...[...largest.values()].map((size) => size ?? 0)) >= beyond;
  for (const [column, size] of largest) {
    if (!arePercents || size === null) continue;
    reader.findings.push({
      level: "warning",
      cell: cellAddress(reader.grid.sheet, column.row, column.column),
      message: `the plain numbers under '${column.heading}' were read as percents, so that ${size} is ${size}%`,
    });
  }
  return new Map(columns.map((column) => [column, arePercents && headed.includes(column) ? 0.01 : 1]));
}

/** A plain 0.5 in a column of rates may be 50% or half a percent: one warning for each column with a fraction so large. */
export function warnOfLargeFractions(reader: CellReader, scales: Map<MappedColumn, number>, rows: number[]): void {
  for (const [column, scale] of scales) {
    const size = scale === 1 ? largestPlain(reader, column, rows) : null;
    if (size === null || size < largeRate || size >= 1) continue;
    reader.findings.push({
      level: "warning",
      cell: cellAddress(reader.grid.sheet, column.row, column.column),
      message: `the plain numbers under '${column.heading}' were read as fractions, so that ${size} is ${percentText(size)}; format them as percentages to say which is meant`,
    });
  }
}

/** A yearly growth or a saving of a fifth is rare enough to ask about. */
const largeRate = 0.2;

/** Largest size of a column's numbers that are not shown as percentages; null where it has none. */
function largestPlain({ grid }: CellReader, { column }: MappedColumn, rows: number[]): number | null {
  const sizes = rows.flatMap((row) => {
    const value = cellAt(grid, row, column);
    return typeof value === "number" && !isPercentFormat(formatAt(grid, row, column)) ? [Math.abs(value)] : [];
  });
  return sizes.length === 0 ? null : Math.max(...sizes);
}

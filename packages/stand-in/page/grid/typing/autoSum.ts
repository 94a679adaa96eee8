import type { AreaContent } from "@workbooks/xlsx/content";
import { formatArea } from "../../../workbook/address";

interface SumFormula {
  row: number;
  column: number;
  formula: string;
}

/**
 * The sums that Alt+= enters, as in Excel: in an empty cell that of the numbers above it, or else beside it; below (or in the
 * empty last row of) a selected area that of each of its columns. `isFilled` says where numbers or formulas are.
 */
export function sumFormulas(area: AreaContent, isFilled: (row: number, column: number) => boolean): SumFormula[] {
  const { row, column, rowCount, columnCount } = area;
  if (rowCount === 1 && columnCount === 1) {
    if (isFilled(row, column)) return [];
    let above = row;
    while (above > 0 && isFilled(above - 1, column)) above--;
    if (above < row) return [sumOf({ row: above, column, rowCount: row - above, columnCount: 1 }, row, column)];
    let before = column;
    while (before > 0 && isFilled(row, before - 1)) before--;
    if (before === column) return [];
    return [sumOf({ row, column: before, rowCount: 1, columnCount: column - before }, row, column)];
  }
  const columns = Array.from({ length: columnCount }, (_, index) => column + index);
  const last = row + rowCount - 1;
  if (rowCount === 1) {
    const end = column + columnCount;
    const isLastFree = !isFilled(row, end - 1);
    const at = isLastFree ? end - 1 : end;
    return isFilled(row, at) ? [] : [sumOf({ row, column, rowCount: 1, columnCount: at - column }, row, at)];
  }
  const isLastFree = columns.every((each) => !isFilled(last, each));
  const at = isLastFree ? last : last + 1;
  return columns
    .filter((each) => !isFilled(at, each))
    .map((each) => sumOf({ row, column: each, rowCount: at - row, columnCount: 1 }, at, each));
}

function sumOf(area: AreaContent, row: number, column: number): SumFormula {
  return { row, column, formula: `=SUM(${formatArea(area)})` };
}

import type { AddinArgument } from "../calculation/calculation";
import { lastColumnCount, lastRowCount } from "../workbook/address";

/** What a call carries in Excel on the web at most, in bytes; more is #CALC! (OfficeDev/office-js#4613, #4654). */
export const largestWebCall = 5 * 1024 * 1024;

/** How many bytes an empty cell takes, with its comma. */
const blankCell = 5;

/** The arguments' size on their way to the function, whole columns and rows with all cells of the sheet. */
export function callSize(given: readonly AddinArgument[], values: unknown): number {
  const missing = given.map((argument) => {
    const { rows, columns } = sizeInExcel(argument);
    const here = (argument?.values.length ?? 0) * (argument?.values[0]?.length ?? 0);
    return (rows * columns - here) * blankCell;
  });
  return missing.reduce((sum, each) => sum + each, JSON.stringify(values).length);
}

/** Whole columns and rows with the cells that Excel has below and beside those that are here, all of them empty. */
export function withAllCells(argument: AddinArgument): AddinArgument {
  if (!argument?.whole) return argument;
  const { rows, columns } = sizeInExcel(argument);
  const line = (row: number) => Array.from({ length: columns }, (_, column) => argument.values[row]?.[column] ?? null);
  return { ...argument, values: Array.from({ length: rows }, (_, row) => line(row)) };
}

function sizeInExcel(argument: AddinArgument): { rows: number; columns: number } {
  const here = { rows: argument?.values.length ?? 0, columns: argument?.values[0]?.length ?? 0 };
  if (!argument?.whole) return here;
  return {
    rows: argument.whole === "rows" ? here.rows : lastRowCount,
    columns: argument.whole === "columns" ? here.columns : lastColumnCount,
  };
}

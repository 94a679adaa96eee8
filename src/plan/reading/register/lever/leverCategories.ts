import { isCellError, textOf } from "../../../../cells/cell";
import { wrong, type CellReader } from "../../cells/readCells";
import { quoted } from "../../cells/shownCell";
import { nameAt } from "../../extent/tableRows";
import { columnOf } from "../../tableColumn";
import { readAppliesTo } from "./appliesTo";
import type { RegisterTable } from "../registerContext";

/** Indices of the categories that a row's Applies to names, All where blank; a merged cell holds for all its rows. Undefined where one is unknown. */
export function categoriesIn(
  reader: CellReader,
  table: RegisterTable,
  categoryNames: string[],
  row: number,
): number[] | undefined {
  const column = columnOf(table.columns, "appliesTo");
  const cell = column ? nameAt(table.header, row, column.column) : null;
  if (column && isCellError(cell))
    return wrong(
      reader,
      row,
      column,
      `the cell shows ${cell.error}; a category of the Spending table or All is needed`,
    );
  const { categories, unknown } = readAppliesTo(textOf(cell), categoryNames);
  for (const { name, nearest } of unknown) {
    const meant = nearest ? `'${nearest}' may be meant` : "one of its categories or All is needed";
    if (column) wrong(reader, row, column, `'${name}' is no category of the Spending table; ${meant}`);
  }
  if (column && unknown.length === 0 && categories.length === 0)
    wrong(reader, row, column, `${quoted(cell)} names no category; one of the Spending table or All is needed`);
  return unknown.length > 0 || categories.length === 0 ? undefined : categories;
}

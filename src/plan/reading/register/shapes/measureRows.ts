import { textOf } from "../../../../cells/cell";
import { measureWords } from "../../../columns/words/timingWords";
import { findWord } from "../../../columns/words/wordMap";
import { cellAt } from "../../sheetGrid";
import { columnOf, inOurWords } from "../../tableColumn";
import type { OpenTable } from "../../openTable";

/** A register with a row each for plan, actual and forecast: the plan's rows are the levers, the others wait for tracking. */
export function measureRows(table: OpenTable): OpenTable {
  const column = columnOf(table.columns, "measure");
  if (!column) return table;
  const measureOf = (row: number) =>
    findWord(measureWords, inOurWords(column, textOf(cellAt(table.header.grid, row, column.column))));
  const planned = table.rows.rows.filter((row) => measureOf(row) === "plan" || table.rows.counted?.has(row));
  if (planned.length === 0) return table;
  const others = table.rows.rows.filter((row) => !planned.includes(row));
  const leftOut = [
    ...table.rows.leftOut,
    ...others.map((row) => ({ row, why: `shows the ${measureOf(row) ?? "tracking"} of a lever` })),
  ];
  return { ...table, rows: { ...table.rows, rows: planned, leftOut } };
}

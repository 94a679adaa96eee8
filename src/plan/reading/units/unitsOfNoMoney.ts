import { cellAddress } from "../../../cells/address";
import { textOf } from "../../../cells/cell";
import type { Unit } from "../cells/units";
import type { OpenTable } from "../openTable";
import { ask, type Asking } from "../questions";
import { cellAt } from "../sheetGrid";
import { columnOf, inOurWords, type MappedColumn } from "../tableColumn";
import { rowUnit } from "./rowUnits";

/**
 * The cells of a table that do not count, since their row's Unit is no money: "WTE", "%", "beds". Nobody but the user knows whether such an amount is money
 * after all, so the run stops until it is said, once for each word. A column of which no row says money may name a ward or a division, so that only words of
 * measures are asked there.
 */
export function cellsOfNoMoney(
  table: OpenTable,
  amounts: readonly MappedColumn[],
  planned: Unit | null,
  asking: Asking,
): string[] {
  const column = columnOf(table.columns, "unit");
  if (!column) return [];
  const { grid } = table.header;
  const areUnits = table.rows.rows.some((row) => rowUnit(table, row) !== null);
  return table.rows.rows.flatMap((row) => {
    const word = inOurWords(column, textOf(cellAt(grid, row, column.column)));
    const filled = amounts.filter((one) => typeof cellAt(grid, row, one.column) === "number");
    if (word === "" || filled.length === 0 || rowUnit(table, row)) return [];
    if (!areUnits && !measure.test(word)) return [];
    const cell = cellAddress(grid.sheet, row, column.column);
    const message = `the row's unit is '${word}', which is no unit of money; say whether its amounts are`;
    const choices = {
      leftOut: `amounts in ${word} do not count`,
      same: `they are in ${planned?.name ?? "the unit of the others"}`,
    };
    const taken = ask(asking, { id: "unitOfNoMoney", cell, level: "error", message, choices, usual: "leftOut" });
    return taken === "leftOut" ? filled.map((one) => cellAddress(grid.sheet, row, one.column)) : [];
  });
}

const measure =
  /^\s*(%|per ?cents?|percentage|no\.?|numbers?|counts?|wtes?|ftes?|headcount|posts?|beds?|bed days?|days?|hours?|visits?|appointments?|admissions?|attendances?|tonnes?|kwh)\s*$/i;

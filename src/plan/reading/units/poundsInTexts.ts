import { cellAddress } from "../../../cells/address";
import { textOf } from "../../../cells/cell";
import { numberInText } from "../cells/amountText";
import { decimalMarkOf } from "../cells/decimalMark";
import type { Unit } from "../cells/units";
import type { OpenTable } from "../openTable";
import { ask, type Asking } from "../questions";
import { cellAt } from "../sheetGrid";
import type { MappedColumn } from "../tableColumn";

/**
 * The rows of a column headed in thousands or more whose texts are in the currency itself: "£25,000" under "Saving £k". Such a text may be meant either way,
 * wrong by the factor of the heading, so the run stops until it is said, once for a column.
 */
export function rowsInPounds(
  { header: { grid }, rows }: OpenTable,
  { column, full }: MappedColumn,
  headed: Unit | null,
  asking: Asking,
): ReadonlySet<number> {
  if (!headed || headed.scale === 1) return new Set();
  const found = rows.rows.filter((row) => {
    const value = cellAt(grid, row, column);
    const read = typeof value === "string" ? numberInText(value, decimalMarkOf(grid)) : null;
    return read?.unit === null && read.currency === headed.currency && Math.abs(read.value) >= leastMeantInPounds;
  });
  const [first] = found;
  if (first === undefined) return new Set();
  const shown = textOf(cellAt(grid, first, column));
  const taken = ask(asking, {
    id: "poundsInTexts",
    cell: cellAddress(grid.sheet, first, column),
    level: "error",
    message: `the text '${shown}' stands under '${full}', which is in ${headed.name}; say which such amounts are in`,
    choices: { headed: `in ${headed.name}, as they are headed`, currency: `in ${headed.currency}, as the cells say` },
    usual: "headed",
  });
  return new Set(taken === "currency" ? found : []);
}

const leastMeantInPounds = 1_000;

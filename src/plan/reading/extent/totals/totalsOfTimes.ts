import { textOf } from "../../../../cells/cell";
import { nameKey } from "../../../../cells/names";
import { cellAt } from "../../sheetGrid";
import type { MappedColumn } from "../../tableColumn";
import { isTotalName } from "../rowNames";
import { RunningSums, type SumSource } from "./rowSums";

/**
 * The rows above that a totals row sums which, like them, says of which year it is: "Total | 2026/27 | 150" where each row is a scheme's saving of a year.
 * Null where it is none.
 *
 * @param ids the filled columns that mostly only a row of data fills
 */
export function totalOfTime(
  source: SumSource,
  above: readonly number[],
  row: number,
  label: string,
  ids: readonly MappedColumn[],
  numbers: readonly MappedColumn[],
): number[] | null {
  if (ids.length === 0 || !ids.every(saysTime) || !isTotalName(label, "loose")) return null;
  const timeOf = (one: number): string =>
    ids.map(({ column }) => nameKey(textOf(cellAt(source.grid, one, column)))).join("\n");
  const own = timeOf(row);
  const of = above.filter((one) => timeOf(one) === own);
  if (of.length < (isTotalName(label, "exact") ? 1 : 2)) return null;
  return RunningSums.of(source, of).areSumOf(row, numbers, true) ? of : null;
}

/** Whether a column says when a row's saving comes. */
export function saysTime({ meaning }: MappedColumn): boolean {
  return meaning === "start" || meaning === "period";
}

import type { TableRows } from "../accountedRows";
import { counts, filledAmounts, leaveOut, nameOf, warn, type MemoSource } from "../memoRows";
import { amountAt, RunningSums } from "./rowSums";

/**
 * Leaves out the rows under a text "of which:" that stands alone, where they add up to the row above it, since they would count twice. Where they come to
 * less, it is asked of each that may be a part.
 *
 * @param heads rows of such texts
 */
export function dropPartsUnderHeads(result: TableRows, source: MemoSource, heads: readonly number[]): void {
  for (const head of heads) {
    const whole = result.rows.filter((row) => row < head).at(-1);
    if (whole === undefined) continue;
    const below = rowsRightBelow(result, head);
    const parts = partsOf(source, whole, below);
    if (parts)
      for (const row of parts) {
        result.rows = result.rows.filter((one) => one !== row);
        result.leftOut.push({ row, why: "is part of the row above" });
        const of = `'${nameOf(source, whole)}'`;
        warn(
          result,
          source,
          row,
          `'${nameOf(source, row)}' was left out, since it is part of ${of} and would count twice`,
        );
      }
    else
      for (const row of below.filter((one) => !source.isIdentified(one) && isNoMoreThan(source, one, whole)))
        if (!counts(result, source, row, `stands below 'of which' and counts beside '${nameOf(source, whole)}'`, true))
          leaveOut(result, row);
  }
}

/** The rows of data below a row, as far as no heading or total comes between. */
function rowsRightBelow({ rows, sections, totals, results }: TableRows, head: number): number[] {
  const ends = [...sections, ...totals, ...results].map(({ row }) => row).filter((row) => row > head);
  const end = Math.min(...ends, Infinity);
  return rows.filter((row) => row > head && row < end);
}

/** The first rows that add up to the whole in every amount; null where none do. */
function partsOf(source: MemoSource, whole: number, below: readonly number[]): number[] | null {
  const numbers = filledAmounts(source, whole);
  const sums = new RunningSums(source);
  for (const row of below) {
    sums.add(row);
    if (sums.areSumOf(whole, numbers, true)) return sums.rows;
  }
  return null;
}

function isNoMoreThan(source: MemoSource, part: number, whole: number): boolean {
  return filledAmounts(source, part).every(
    ({ column }) => Math.abs(amountAt(source, part, column) ?? 0) <= Math.abs(amountAt(source, whole, column) ?? 0),
  );
}

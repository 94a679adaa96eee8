import { columnLetters } from "../../../cells/address";
import { agree } from "../cells/agree";
import { amountAt } from "../extent/totals/rowSums";
import { profileOf } from "../meaning/columnProfile";
import { effectMeanings } from "../meaning/effectMeanings";
import type { OpenTable } from "../openTable";
import { columnNames, type MappedColumn } from "../tableColumn";

interface Split {
  parts: MappedColumn[];
  saving: MappedColumn;
}

/** Columns side by side that are not read and add up to the saving in every row: a column for each site, trust or directorate. */
export function splitOfSaving(
  { header, rows, columns }: OpenTable,
  isLeftOut: (column: MappedColumn) => boolean,
): Split | null {
  const saving = columns.find(({ meaning }) => effectMeanings.has(meaning));
  const at = (row: number, { column }: MappedColumn): number => amountAt(header, row, column) ?? 0;
  const runs: MappedColumn[][] = [[]];
  for (const column of columns) {
    const { numbers, numericTexts, filled } = profileOf(header.grid, column.column, rows.rows);
    if (filled === 0) continue;
    if (isLeftOut(column) && numbers + numericTexts === filled) runs[runs.length - 1]?.push(column);
    else runs.push([]);
  }
  const adds = (row: number, parts: readonly MappedColumn[], { column }: MappedColumn): boolean =>
    agree(
      parts.reduce((sum, part) => sum + at(row, part), 0),
      amountAt(header, row, column) ?? 0,
      parts.length,
    );
  const parts = saving && runs.find((run) => run.length > 1 && rows.rows.every((row) => adds(row, run, saving)));
  return parts && rows.rows.length > 1 ? { parts, saving } : null;
}

export function addUp({ parts, saving }: Split): string {
  const [first, last] = [parts[0], parts[parts.length - 1]].map((part) => columnLetters(part?.column ?? 0));
  return `${columnNames(parts)}, in columns ${first} to ${last}, add up to '${saving.full}', which was read; the split between them is not kept`;
}

import { cellAddress } from "../../../cells/address";
import { columnNames, type MappedColumn } from "../tableColumn";
import type { OpenTable } from "../openTable";
import { ask, type Asking } from "../questions";

/** Of columns that are parts of one year, such as recurrent and one-off, those that the user says do not come again. */
export function oneOffParts(table: OpenTable, asking: Asking): ReadonlySet<MappedColumn> {
  const parts = partsOfYears(table);
  const [first] = parts;
  const [column] = first ?? [];
  if (!first || !column || !first.some(isOneOff)) return new Set();
  const others = parts.length > 1 ? ", as those of the other years were" : "";
  const choice = ask(asking, {
    id: "partsComeAgain",
    cell: cellAddress(table.header.grid.sheet, column.row, column.column),
    message: `${columnNames(first)} were added up${others}; what is not recurrent would count in its own year alone`,
    choices: { all: "all of it comes again", recurrent: "only the recurrent part comes again" },
    usual: "all",
  });
  return new Set(choice === "all" ? [] : parts.flat().filter(isOneOff));
}

/** Columns of one year, which are added up: each year that has several. */
export function partsOfYears({ columns }: OpenTable): MappedColumn[][] {
  const years = new Map<string, MappedColumn[]>();
  for (const column of columns) {
    if (column.meaning !== "year") continue;
    const key = JSON.stringify(column.year);
    years.set(key, [...(years.get(key) ?? []), column]);
  }
  return [...years.values()].filter((parts) => parts.length > 1 && parts.some(({ origin }) => origin !== "user"));
}

export function isOneOff({ full }: MappedColumn): boolean {
  return /\b(non[ -]?rec\w*|nr|one[ -]?off)\b/i.test(full);
}

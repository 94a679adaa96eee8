import { cellAddress } from "../../../../cells/address";
import { textOf } from "../../../../cells/cell";
import { nameKey } from "../../../../cells/names";
import { nameAt } from "../../extent/tableRows";
import { columnOf } from "../../tableColumn";
import type { OpenTable } from "../../openTable";
import { ask, type Asking } from "../../questions";

/**
 * The word of each row that leaves a column blank where the column is filled in the first row of each group alone, as one reads it: Adults, blank, blank,
 * Place, blank. Totals and headings end a group. None where rows side by side repeat their word, so that a blank is one. Said; asked where a word comes back.
 */
export function wordsAbove(table: OpenTable, meaning: string, asking: Asking): ReadonlyMap<number, string> {
  const column = columnOf(table.columns, meaning);
  const above = new Map<number, string>();
  if (!column) return above;
  const breaks = [...table.rows.totals, ...table.rows.sections].map(({ row }) => row);
  const heads: string[] = [];
  let word = "";
  let last = -1;
  for (const row of table.rows.rows) {
    const previous = last;
    if (breaks.some((one) => one > previous && one < row)) word = "";
    last = row;
    const own = textOf(nameAt(table.header, row, column.column));
    if (own === "") {
      // A row before the first word belongs to none, so that blanks mean something of their own.
      if (heads.length === 0) return new Map();
      if (word !== "") above.set(row, word);
      continue;
    }
    if (nameKey(own) === nameKey(word) && !above.has(previous)) return new Map();
    word = own;
    heads.push(nameKey(own));
  }
  if (above.size === 0 || above.size < heads.length / 2) return new Map();
  const cell = cellAddress(table.header.grid.sheet, column.row, column.column);
  const message = `'${column.heading}' is filled in the first row of each group alone, and its blank cells were read as the word above them`;
  if (new Set(heads).size === heads.length) {
    asking.findings.push({ level: "warning", cell, message });
    return above;
  }
  const choices = { above: "the word above", none: "no word" };
  return ask(asking, { id: "blankGroups", cell, message, choices, usual: "above" }) === "above" ? above : new Map();
}

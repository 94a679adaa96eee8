import { cellAddress } from "../../../../cells/address";
import { textOf } from "../../../../cells/cell";
import { nameKey } from "../../../../cells/names";
import { measureWords } from "../../../columns/words/timingWords";
import { findWord } from "../../../columns/words/wordMap";
import { cellAt } from "../../sheetGrid";
import { columnOf, type MappedColumn } from "../../tableColumn";
import type { OpenTable } from "../../openTable";
import { ask, type Asking } from "../../questions";
import { leverKey } from "./longFormat";
import { measureRows } from "./measureRows";

/**
 * Asks where rows of one lever differ only by a word in a column that means nothing to the plan, the same few words for each: £k and WTE, gross and
 * risk-adjusted, saving and cost. All would count, unless the user says of which word the rows are the savings.
 */
export function toldApart(table: OpenTable, asking: Asking): OpenTable {
  const { header, columns } = table;
  const { rows } = measureRows(table).rows;
  const byLever = new Map<string, number[]>();
  for (const row of rows) byLever.set(leverKey(table, row), [...(byLever.get(leverKey(table, row)) ?? []), row]);
  const repeated = [...byLever.values()].filter((own) => own.length > 1);
  const count = repeated.reduce((sum, own) => sum + own.length, 0);
  if (repeated.length < 2 || count < 0.8 * rows.length || columnOf(columns, "period")) return table;
  const wordAt = (row: number, { column }: MappedColumn): string => textOf(cellAt(header.grid, row, column));
  const column = columns.find((one) => {
    if (one.origin === "user" || !mayTellApart.has(one.meaning)) return false;
    const sets = repeated.map((own) => own.map((row) => nameKey(wordAt(row, one))));
    const [first = []] = sets;
    const key = (words: string[]): string => [...words].sort().join("\n");
    const areSame = sets.every((words) => key(words) === key(first));
    if (!areSame || first.length > mostWords || new Set(first).size < first.length || first.includes("")) return false;
    // Plan, actual and forecast are a measure.
    return !first.every((word) => findWord(measureWords, word) !== undefined);
  });
  if (!column) return table;
  const words = (repeated[0] ?? []).map((row) => wordAt(row, column));
  const all = "all";
  const choice = ask<string>(asking, {
    id: "rowsThatCount",
    cell: cellAddress(header.grid.sheet, column.row, column.column),
    level: "error",
    message: `each lever has a row for each of ${words.map((word) => `'${word}'`).join(", ")}, and all of them would count; say which rows are the savings`,
    choices: {
      ...Object.fromEntries(words.map((word) => [`only ${nameKey(word)}`, `only the rows of '${word}'`])),
      [all]: "all rows",
    },
    usual: all,
  });
  if (choice === all) return table;
  const isOther = (row: number): boolean => rows.includes(row) && `only ${nameKey(wordAt(row, column))}` !== choice;
  const others = table.rows.rows.filter(isOther);
  const leftOut = others.map((row) => ({ row, why: `is a row of '${wordAt(row, column)}'` }));
  return {
    ...table,
    rows: {
      ...table.rows,
      rows: table.rows.rows.filter((row) => !others.includes(row)),
      leftOut: [...table.rows.leftOut, ...leftOut],
    },
  };
}

const mostWords = 4;

/** Meanings whose words say nothing of what a row counts for; a group, a status or a recurrence tells levers of one name apart. */
const mayTellApart = new Set("ignored calculation evidence measure comments unit efficiencyType".split(" "));

import { cellAddress } from "../../../cells/address";
import { textOf } from "../../../cells/cell";
import { nameKey } from "../../../cells/names";
import { measureWords } from "../../columns/timingWords";
import { findWord } from "../../columns/wordMap";
import type { Finding } from "../../finding";
import { cellAt } from "../sheetGrid";
import { columnOf, type MappedColumn } from "../meaning/tableColumn";
import type { OpenTable } from "../openTable";
import { leverKey } from "./longFormat";

/**
 * Asks where rows of one lever differ only by a word in a column that means nothing to the plan, the same few words for each: £k and WTE, gross and
 * risk-adjusted, saving and cost. Both would count.
 */
export function askTellingApart(table: OpenTable, findings: Finding[]): void {
  const { header, rows, columns } = table;
  const byLever = new Map<string, number[]>();
  for (const row of rows.rows) byLever.set(leverKey(table, row), [...(byLever.get(leverKey(table, row)) ?? []), row]);
  const repeated = [...byLever.values()].filter((own) => own.length > 1);
  const count = repeated.reduce((sum, own) => sum + own.length, 0);
  if (repeated.length < 2 || count < 0.8 * rows.rows.length || columnOf(columns, "period")) return;
  const wordAt = (row: number, { column }: MappedColumn): string => textOf(cellAt(header.grid, row, column));
  for (const column of columns) {
    if (column.origin === "user" || !mayTellApart.has(column.meaning)) continue;
    const sets = repeated.map((own) => own.map((row) => nameKey(wordAt(row, column))));
    const [first = []] = sets;
    const key = (words: string[]): string => [...words].sort().join("\n");
    const areSame = sets.every((words) => key(words) === key(first));
    if (!areSame || first.length > mostWords || new Set(first).size < first.length || first.includes("")) continue;
    // Plan, actual and forecast are a measure.
    if (first.every((word) => findWord(measureWords, word) !== undefined)) continue;
    const choices = (repeated[0] ?? []).map((row) => `only the rows of '${wordAt(row, column)}'`);
    const cell = cellAddress(header.grid.sheet, column.row, column.column);
    findings.push({
      level: "error",
      cell,
      message: `each lever has a row for each of ${(repeated[0] ?? []).map((row) => `'${wordAt(row, column)}'`).join(", ")}, and all of them would count; say which rows are the savings`,
      question: {
        choices: [...choices, "all rows"],
        taken: "all rows",
        option: `--column '${cell}=group' where all count; else leave the other rows out`,
      },
    });
    return;
  }
}

const mostWords = 4;

/** Meanings whose words say nothing of what a row counts for; a group, a status or a recurrence tells levers of one name apart. */
const mayTellApart = new Set("ignored calculation evidence measure comments unit efficiencyType".split(" "));

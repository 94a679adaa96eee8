import { isBlank, textOf } from "../../../../cells/cell";
import { nameKey } from "../../../../cells/names";
import { developmentWords, ragWords, riskWords } from "../../../columns/words/statusWords";
import { findWord } from "../../../columns/words/wordMap";
import { cellAt, formulaAt } from "../../sheetGrid";
import type { MappedColumn } from "../../tableColumn";
import type { TableRows } from "../accountedRows";
import { counts, filledAmounts, isTotalOf, labelOf, runsOf, warn, type MemoSource } from "../memoRows";
import { amountAt, ColumnSum, rowsSummed, totalIn } from "./rowSums";

/**
 * Leaves out rows below the data that sum it by the words of one of its columns: Green and Amber, the divisions, or whatever SUMIF says. Where the names are
 * such words and the sums are not, it is asked.
 *
 * @param first the table's first row of data, and `last` its last
 */
export function dropSummaries(
  result: TableRows,
  source: MemoSource,
  columns: readonly MappedColumn[],
  first: number,
  last: number,
): void {
  const bare = result.rows.filter((row) => isBare(source, columns, row));
  const summing = bare.filter((row) => isSumIf(source, row, first, last));
  drop(result, source, summing, result.rows.length - summing.length);
  const others = bare.filter((row) => !summing.includes(row));
  const counted = new Set(result.rows);
  // A summary stands below something that does not count: a blank row, a heading, a total.
  const runs = runsOf(others).filter((run) => run.length > 1 && !counted.has((run[0] ?? 0) - 1));
  for (const run of runs) {
    const data = result.rows.filter((row) => row < (run[0] ?? 0) && !run.includes(row));
    const found = columns
      .filter(({ column }) => column !== source.key?.column && !source.amounts.some((one) => one.column === column))
      .map((column) => summaryBy(source, column, data, run))
      .find(({ named }) => named.length > 1);
    if (!found) continue;
    const { named, summed } = found;
    const isZero = (row: number): boolean =>
      filledAmounts(source, row).every(({ column }) => amountAt(source, row, column) === 0);
    const isAll = data.length > 0 && agreesWithAll(source, data, run);
    if (isAll || summed.length > 1)
      drop(result, source, isAll ? run : run.filter((row) => summed.includes(row) || isZero(row)), data.length);
    else if (named.length === run.length) {
      const [head = 0, ...others] = named;
      const also = others.length === 1 ? "the row" : `the ${others.length} rows`;
      // Under a heading of their own that names no summary they may be what is still to be found in each division.
      const heading = result.sectionOf.get(head) ?? "";
      const isUsual = heading !== "" && !summaryHeading.test(heading);
      const what = `and ${also} below it are named like words of the rows above, whose sums differ, and ${isUsual ? "count" : "were left out as a summary of them"}`;
      if (!counts(result, source, head, what, isUsual)) leave(result, named);
    }
  }
}

const summaryHeading = /\b(summary|summaries|analysis|breakdown|split|by|rag|totals?|of which)\b/i;

/** A row that has nothing but a name and amounts; the name may stand in the column that it is a word of. */
function isBare(source: MemoSource, columns: readonly MappedColumn[], row: number): boolean {
  if (filledAmounts(source, row).length === 0) return false;
  const texts = columns.filter(
    ({ column }) =>
      !source.amounts.some((one) => one.column === column) && !isBlank(cellAt(source.header.grid, row, column)),
  );
  return texts.length === 1;
}

/** Which rows of a run are named like a word of the column, and which of them sum the rows of that word. */
function summaryBy(
  source: MemoSource,
  column: MappedColumn,
  data: readonly number[],
  run: readonly number[],
): { named: number[]; summed: number[] } {
  const rowsOf = new Map<string, number[]>();
  for (const row of data) {
    const word = wordOf(textOf(cellAt(source.header.grid, row, column.column)), column.meaning);
    if (word !== "") rowsOf.set(word, [...(rowsOf.get(word) ?? []), row]);
  }
  const named: number[] = [];
  const summed: number[] = [];
  for (const row of run) {
    const parts = rowsOf.get(wordOf(labelOf(source, row), column.meaning));
    if (!parts) continue;
    named.push(row);
    if (isTotalOf(source, row, parts)) summed.push(row);
  }
  return { named, summed };
}

/** One word for G and Green, as the column's meaning has it. */
function wordOf(text: string, meaning: string): string {
  const known = { rag: ragWords, risk: riskWords, status: developmentWords }[meaning];
  return text === "" ? "" : nameKey((known && findWord<string>(known, text)) ?? text);
}

/** Whether a run of rows comes to what the data comes to. */
function agreesWithAll(source: MemoSource, data: readonly number[], run: readonly number[]): boolean {
  return source.amounts.every(({ column }) => {
    const own = totalIn(source, run, column);
    const all = new ColumnSum();
    for (const row of data) all.add(row, amountAt(source, row, column));
    return own === 0 || all.isTotal(own, true);
  });
}

/** Whether every amount of a row picks rows of the table by a word: SUMIF, SUMIFS, SUMPRODUCT over its own sheet. */
function isSumIf(source: MemoSource, row: number, first: number, last: number): boolean {
  return filledAmounts(source, row).every(({ column }) => {
    const formula = formulaAt(source.header.grid, row, column) ?? "";
    const rows = rowsSummed(source, row, column).filter((one) => one !== row);
    return (
      /^=\+?(SUMIFS?|SUMPRODUCT)\(/i.test(formula) &&
      !formula.includes("!") &&
      rows.length > 1 &&
      rows.every((one) => one >= first - 1 && one <= last)
    );
  });
}

function drop(result: TableRows, source: MemoSource, rows: readonly number[], of: number): void {
  const [head] = rows;
  if (head === undefined || of === 0) return;
  leave(result, rows);
  const others = rows.length - 1;
  const also = others === 0 ? "" : ` and the ${others === 1 ? "row" : `${others} rows`} below`;
  const is = others === 0 ? "sums" : "sum";
  warn(
    result,
    source,
    head,
    `'${labelOf(source, head)}'${also} ${is} the rows above by a word of theirs, and ${others === 0 ? "was" : "were"} left out`,
  );
}

function leave(result: TableRows, rows: readonly number[]): void {
  result.rows = result.rows.filter((row) => !rows.includes(row));
  result.leftOut.push(...rows.map((row) => ({ row, why: "sums rows above by a word of theirs" })));
  const headed = new Set(result.rows.map((row) => result.sectionOf.get(row)));
  const sectioned = new Set(rows.map((row) => result.sectionOf.get(row)));
  const empty = result.sections.filter(({ text }) => sectioned.has(text) && !headed.has(text));
  result.sections = result.sections.filter((one) => !empty.includes(one));
  result.leftOut.push(...empty.map(({ row }) => ({ row, why: "heads rows that were left out" })));
}

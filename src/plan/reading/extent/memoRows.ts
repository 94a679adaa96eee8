import { cellAddress } from "../../../cells/address";
import { isBlank, textOf } from "../../../cells/cell";
import type { FindingSubject } from "../../finding";
import type { ReadOptions } from "../planReading";
import { ask } from "../questions";
import { cellAt } from "../sheetGrid";
import type { MappedColumn } from "../tableColumn";
import type { HeaderRow } from "./headerRows";
import { isStatisticName } from "./rowNames";
import { amountAt, isSum, type SumSource } from "./totals/rowSums";
import type { TableRows } from "./accountedRows";

/** What is looked at to tell data from rows that only say something about them. */
export interface MemoSource extends SumSource {
  header: HeaderRow;
  key: MappedColumn | undefined;
  reference: MappedColumn | undefined;
  /** Whether a row says more of itself than a name and amounts. */
  isIdentified: (row: number) => boolean;
  /** What the user has answered. */
  options: ReadOptions;
}

/**
 * Leaves out what stands below the last total and is no data: rows that break the total down, statistics, the last report. A section heading below the
 * total begins data again. Rows that might be data after all are asked about.
 */
export function dropRowsBelowTotal(result: TableRows, source: MemoSource): void {
  const last = result.totals[result.totals.length - 1];
  if (!last || result.sections.some(({ row }) => row > last.row)) return;
  const above = result.rows.filter((row) => row < last.row);
  const below = result.rows.filter((row) => row > last.row && !source.isIdentified(row));
  if (below.length === 0 || above.length === 0 || below.length !== result.rows.length - above.length) return;
  const isOfAll = isTotalOf(source, last.row, above) || result.totals.length === 1;
  if (!isOfAll) return;
  const areBarer = above.filter((row) => source.isIdentified(row)).length >= above.length / 2;
  const breaksDown =
    isTotalOf(source, last.row, below) || runsOf(below).every((run) => isTotalOf(source, last.row, run));
  if (!areBarer && !breaksDown) {
    for (const row of below)
      if (!counts(result, source, row, "stands below the total and counts", true)) leaveOut(result, row);
    return;
  }
  const cells = new Set(below.map((row) => cellOf(source, row)));
  result.findings = result.findings.filter(({ cell }) => !cells.has(cell));
  const said = "stands below the total, has nothing but a name and amounts, and was left out";
  // Rows may come to the total by chance.
  const come = "with any row below it comes to the total above, and was left out";
  const isBesides = breaksDown && counts(result, source, below[0] ?? 0, come, false);
  const kept = below.filter((row) => (breaksDown ? isBesides : counts(result, source, row, said, false)));
  result.rows = [...above, ...kept];
  for (const row of below.filter((one) => !kept.includes(one)))
    result.leftOut.push({ row, why: breaksDown ? "breaks the total down" : "stands below the total" });
}

/** Averages, counts and shares of something are about the rows and not among them. */
export function dropStatistics(result: TableRows, source: MemoSource): void {
  for (const row of result.rows.filter((one) => !source.isIdentified(one))) {
    const name = nameOf(source, row);
    if (isStatisticName(name, "exact")) {
      result.rows = result.rows.filter((one) => one !== row);
      result.leftOut.push({ row, why: "is a statistic" });
      warn(result, source, row, `'${name}' was left out, since it says something about the rows and is none of them`);
      // "Average length of stay" is a lever more often than not.
    } else if (
      isStatisticName(name, "loose") &&
      !counts(result, source, row, "may say something about the rows, and counts", true)
    )
      leaveOut(result, row);
  }
}

export function filledAmounts(source: MemoSource, row: number): MappedColumn[] {
  return source.amounts.filter(({ column }) => amountAt(source, row, column) !== null);
}

export function isTotalOf(source: MemoSource, row: number, parts: readonly number[]): boolean {
  const filled = filledAmounts(source, row);
  return filled.length > 0 && parts.length > 0 && filled.every(({ column }) => isSum(source, parts, row, column, true));
}

/** Rows that follow one another without a gap. */
export function runsOf(rows: readonly number[]): number[][] {
  const runs: number[][] = [];
  for (const row of rows) {
    const run = runs[runs.length - 1];
    if (run && run[run.length - 1] === row - 1) run.push(row);
    else runs.push([row]);
  }
  return runs;
}

export function nameOf({ header, key }: Pick<MemoSource, "header" | "key">, row: number): string {
  return key ? textOf(cellAt(header.grid, row, key.column)) : "";
}

/** What a row is called, by any of its words where it has no name. */
export function labelOf(source: MemoSource, row: number): string {
  const name = nameOf(source, row);
  if (name !== "") return name;
  const { grid, columns } = source.header;
  const amounts = new Set(source.amounts.map(({ column }) => column));
  const at = columns.find(({ column }) => !amounts.has(column) && !isBlank(cellAt(grid, row, column)));
  return at ? textOf(cellAt(grid, row, at.column)) : "";
}

export function cellOf({ header, key }: MemoSource, row: number): string {
  return cellAddress(header.grid.sheet, row, key?.column ?? header.columns[0]?.column ?? 0);
}

export function warn(
  result: TableRows,
  source: MemoSource,
  row: number,
  message: string,
  about?: FindingSubject,
): void {
  result.findings.push({ level: "warning", cell: cellOf(source, row), message, ...(about && { about }) });
}

/** Asks whether a row counts. */
export function counts(
  { findings }: TableRows,
  source: MemoSource,
  row: number,
  what: string,
  isUsual: boolean,
): boolean {
  const choice = ask(
    { findings, options: source.options },
    {
      id: "rowCounts",
      cell: cellOf(source, row),
      message: `'${labelOf(source, row)}' ${what}`,
      choices: { yes: "the row counts", no: "the row does not count" },
      usual: isUsual ? "yes" : "no",
    },
  );
  return choice === "yes";
}

export function leaveOut(result: TableRows, row: number): void {
  result.rows = result.rows.filter((one) => one !== row);
  result.leftOut.push({ row, why: "does not count, as the user said" });
}

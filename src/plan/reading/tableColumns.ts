import { cellAddress } from "../../cells/address";
import { isBlank, isCellError } from "../../cells/cell";
import { meaningName } from "../columns/meanings";
import { columnMeaning } from "./findTables";
import type { Finding } from "../finding";
import type { HeaderRow } from "./headerRows";
import type { ColumnReading, ReadOptions } from "./planReading";
import { cellAt, formatAt } from "./sheetGrid";
import { isPercentFormat, shown } from "./shownCell";
import type { TableKind } from "../tableKinds";
import type { Year, YearConvention } from "./years";

/** A column of a table with the meaning it was given. */
export interface MappedColumn {
  /** Zero-based on the sheet; `row` is that of the heading. */
  column: number;
  row: number;
  heading: string;
  /** The heading with the merged one over it. */
  full: string;
  meaning: string;
  sureness: "sure" | "unsure" | "ignored";
  why: string;
  score: number;
  year: Year | null;
  yearKind: "growth" | "amount" | null;
  /** Meaning it would have had, where another column has it. */
  wouldBe?: string;
}

/** The columns of a table by meaning: one column each, except years. Of two for one meaning the surer stays, and the other is left out. */
export function mapColumns(
  header: HeaderRow,
  kind: TableKind,
  options: ReadOptions,
  convention: YearConvention,
): MappedColumn[] {
  const columns = header.columns.map((column): MappedColumn => {
    const recognition = columnMeaning(header, column, kind, options, convention);
    const yearOfLevers = kind === "levers" && recognition.meaning === "year";
    if (yearOfLevers) recognition.meaning = "ignored";
    return {
      ...recognition,
      ...(yearOfLevers && { sureness: "ignored" as const }),
      column: column.column,
      row: column.row,
      heading: column.heading,
      full: column.full,
    };
  });
  for (const [index, column] of columns.entries()) {
    if (column.meaning === "year" || column.meaning === "ignored") continue;
    const rival = columns.find(
      (other, at) => other.meaning === column.meaning && at !== index && beats(other, column, at < index),
    );
    if (!rival) continue;
    column.wouldBe = column.meaning;
    column.why = `'${rival.heading}' is read as ${meaningName(kind, column.meaning)}`;
    column.meaning = "ignored";
    column.sureness = "ignored";
  }
  return columns;
}

/** The column of a meaning, if the table has it. */
export function columnOf(columns: MappedColumn[], meaning: string): MappedColumn | undefined {
  return columns.find((column) => column.meaning === meaning);
}

/** A column as the pane shows it. */
export function columnReadings(header: HeaderRow, columns: MappedColumn[], rows: number[]): ColumnReading[] {
  const { grid } = header;
  return columns.map(({ column, row, heading, meaning, sureness, why }) => ({
    heading,
    address: cellAddress(grid.sheet, row, column),
    meaning,
    year: /^(?:growth|amount):(.*)$/.exec(meaning)?.[1] ?? null,
    sureness,
    firstValues: rows.slice(0, 3).map((at) => shown(cellAt(grid, at, column), formatAt(grid, at, column))),
    why,
  }));
}

/** One warning for each column whose meaning is a guess: the command line has nobody to ask. */
export function unsureColumns(header: HeaderRow, columns: MappedColumn[], kind: TableKind): Finding[] {
  return columns
    .filter(({ sureness }) => sureness === "unsure")
    .map(({ column, row, heading, meaning, why }) => ({
      level: "warning" as const,
      cell: cellAddress(header.grid.sheet, row, column),
      message: why.startsWith("leaves open")
        ? `'${heading}' ${why}; head it Saving % or Yearly efficiency % to say which`
        : `'${heading}' was read as ${meaningName(kind, meaning)}, since it ${why}; correct it if it is something else`,
    }));
}

/** One warning for each column of amounts or rates that another column of the same meaning keeps out. */
export function columnsKeptOut(header: HeaderRow, columns: MappedColumn[]): Finding[] {
  return columns
    .filter(({ wouldBe }) => wouldBe !== undefined && countedOnce.has(wouldBe))
    .map(({ column, row, heading, why }) => ({
      level: "warning" as const,
      cell: cellAddress(header.grid.sheet, row, column),
      message: `'${heading}' was left out, since ${why}; one column is read for each meaning`,
    }));
}

const countedOnce = new Set(
  "base growth saving savingShare yearlyEfficiency investment runningCost doubleRunning".split(" "),
);

/** Whether a column says percent: in its heading. */
export function headedPercent(column: MappedColumn): boolean {
  return /%|\bper ?cent/i.test(column.full);
}

/** Whether all of a column's numbers in those rows are shown as percentages, and there is one. */
export function allPercentFormatted(header: HeaderRow, column: number, rows: number[]): boolean {
  const numbers = rows.filter((row) => typeof cellAt(header.grid, row, column) === "number");
  return numbers.length > 0 && numbers.every((row) => isPercentFormat(formatAt(header.grid, row, column)));
}

/** Excel errors in columns that take no part: they do not hurt, but the user should know. */
export function errorsInUnneededCells(
  header: HeaderRow,
  columns: MappedColumn[],
  rows: number[],
  unneeded: ReadonlySet<string>,
): Finding[] {
  return columns
    .filter(({ meaning }) => unneeded.has(meaning))
    .flatMap(({ column }) =>
      rows.flatMap((row): Finding[] => {
        const value = cellAt(header.grid, row, column);
        if (isBlank(value) || !isCellError(value)) return [];
        const cell = cellAddress(header.grid.sheet, row, column);
        return [{ level: "warning", cell, message: `the cell shows ${value.error}; it takes no part in the plan` }];
      }),
    );
}

function beats(other: MappedColumn, column: MappedColumn, isBefore: boolean): boolean {
  const rank = { sure: 2, unsure: 1, ignored: 0 };
  const difference = rank[other.sureness] - rank[column.sureness] || other.score - column.score;
  return difference > 0 || (difference === 0 && isBefore);
}

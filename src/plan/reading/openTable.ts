import { cellAddress } from "../../cells/address";
import { isBlank, isCellError } from "../../cells/cell";
import type { Finding } from "../finding";
import type { KindOfRow } from "../plan";
import { tableNames, type TableKind } from "../tableKinds";
import { settleYears, type YearForm } from "./budget/settleYears";
import { askColumns } from "./findings/columnQuestions";
import { isSettled } from "./questions";
import { cellAt } from "./sheetGrid";
import { findUnit } from "./cells/units";
import type { Year, YearConvention } from "./cells/times/years";
import { endOf } from "./extent/extentOf";
import { firstColumnOf, firstDataRow, type HeaderRow } from "./extent/headerRows";
import type { TableRows } from "./extent/accountedRows";
import { rowsByUser } from "./extent/rowsByUser";
import { readRows } from "./extent/tableRows";
import { profileOf } from "./meaning/columnProfile";
import { mapColumns } from "./meaning/mapColumns";
import { columnOf, headedPercent, type MappedColumn } from "./tableColumn";
import type { ReadOptions } from "./planReading";
import { effectMeanings } from "./meaning/effectMeanings";

/** A table found, with its columns' meanings and its data rows. */
export interface OpenTable {
  kind: TableKind;
  header: HeaderRow;
  columns: MappedColumn[];
  /** Column that names the rows; a funding table may do without. */
  key: MappedColumn | undefined;
  rows: TableRows;
  /** How its years are given; "none" for levers. */
  form: YearForm;
  findings: Finding[];
  /** What the sheet or title over a register says that its rows are, where nothing in them says more. */
  kindOfRows?: KindOfRow | "Target";
  /** The years in which rows start, where their headings say it and no column. */
  startOf?: ReadonlyMap<number, Year>;
  /** What rows are that carry something over from another year without saying what. */
  carried?: ReadonlyMap<number, CarriedKind>;
}

/** What a row is that carries something over from another year: one of ours, or no part of the plan. */
export type CarriedKind = Extract<KindOfRow, "Saving" | "Undelivered brought forward"> | "No part";

/**
 * Gives the columns under a header row their meaning and finds the rows that hold data. What the columns leave open is asked; an answer that gives one
 * another meaning may leave others open.
 */
export function openTable(
  header: HeaderRow,
  kind: TableKind,
  starts: readonly HeaderRow[],
  options: ReadOptions,
  convention: YearConvention,
): OpenTable {
  const answered: Finding[] = [];
  let given = options;
  for (;;) {
    const table = opened(header, kind, starts, given, convention);
    const findings: Finding[] = [];
    const known = given.corrections?.headings ?? {};
    const headings = askColumns(table, { findings, options }, known);
    if (Object.keys(headings).every((cell) => cell in known))
      return {
        ...table,
        columns: settledColumns(table, findings),
        findings: [...table.findings, ...answered.filter((one) => !isAsked(one, findings)), ...findings],
      };
    answered.push(...findings.filter(isSettled));
    given = { ...given, corrections: { ...given.corrections, headings: { ...known, ...headings } } };
  }
}

function isAsked({ question }: Finding, findings: readonly Finding[]): boolean {
  return findings.some((one) => one.question?.key === question?.key);
}

/** A guess that the user has confirmed is none any more. */
function settledColumns({ header, columns }: OpenTable, findings: readonly Finding[]): MappedColumn[] {
  const cells = new Set(findings.filter(isSettled).map(({ cell }) => cell));
  return columns.map((column) =>
    column.sureness === "unsure" && cells.has(cellAddress(header.grid.sheet, column.row, column.column))
      ? { ...column, sureness: "sure" as const }
      : column,
  );
}

function opened(
  header: HeaderRow,
  kind: TableKind,
  starts: readonly HeaderRow[],
  options: ReadOptions,
  convention: YearConvention,
): OpenTable {
  let columns = mapColumns(header, kind, filledRows(header, starts), options, convention);
  const rowsOf = (list: readonly MappedColumn[]): TableRows =>
    rowsByUser(rowsWith(header, kind, list, starts, options), header, starts, options.corrections?.rows);
  let rows = rowsWith(header, kind, columns, starts, options);
  // Once it is known which rows hold data, their cells say more of the columns.
  columns = mapColumns(header, kind, rows.rows, options, convention);
  rows = rowsOf(columns);
  const findings: Finding[] = [];
  if (kind === "levers") {
    columns = shareOfPercents(columns);
    const guessed = soleAmount(likelyAmount(columns), header, rows.rows);
    // Which rows are totals depends on which columns hold amounts.
    if (guessed !== columns) rows = rowsOf(guessed);
    columns = guessed;
    const kept = leaveOutRangesInMoney(columns, header);
    columns = kept.columns;
    findings.push(...kept.findings);
  }
  const settled =
    kind === "levers" ? { columns, form: "none" as const, findings: [] } : settleYears(header, columns, rows.rows);
  findings.unshift(...rows.findings);
  findings.push(...settled.findings);
  const key = keyOf(settled.columns, kind);
  return { kind, header, columns: settled.columns, key, rows, form: settled.form, findings };
}

function rowsWith(
  header: HeaderRow,
  kind: TableKind,
  columns: readonly MappedColumn[],
  starts: readonly HeaderRow[],
  options: ReadOptions,
): TableRows {
  const isByTime = columns.some(({ meaning }) => meaning === "year" || meaning === "month");
  const amounts = columns.filter(
    ({ meaning }) => amountMeanings.has(meaning) && !(isByTime && meaning === "savingShare"),
  );
  const identity = columns.filter(({ meaning }) => identityMeanings.has(meaning));
  return readRows(header, kind, columns, keyOf(columns, kind), amounts, identity, starts, options);
}

function keyOf(columns: readonly MappedColumn[], kind: TableKind): MappedColumn | undefined {
  return columnOf(columns, kind === "levers" ? "lever" : "category");
}

/** Columns whose sums mean something. */
const amountMeanings = new Set([
  ...effectMeanings,
  ..."base investment runningCost doubleRunning actual variance toDate riskAdjusted lastYear baselineCost pay nonPay drugs".split(
    " ",
  ),
]);

/** Columns that only a row of data fills. */
const identityMeanings = new Set(
  "reference status rag risk gate start lead appliesTo group type kind recurrent measure period".split(" "),
);

function filledRows(header: HeaderRow, starts: readonly HeaderRow[]): number[] {
  const rows: number[] = [];
  const end = endOf(header, starts);
  for (let row = firstDataRow(header); row <= end; row++)
    if (header.columns.filter(({ column }) => !isBlank(cellAt(header.grid, row, column))).length >= 2) rows.push(row);
  return rows;
}

/** "Saving" over nothing but percentages is a share: the level, since the heading does not say that it comes anew each year. */
function shareOfPercents(columns: MappedColumn[]): MappedColumn[] {
  const saving = columnOf(columns, "saving");
  if (!saving || columnOf(columns, "savingShare") || saving.origin === "user" || !headedPercent(saving)) return columns;
  const why =
    "leaves open whether the percentages are saved once in place (a level) or anew each year; a level is taken";
  return columns.map((column) =>
    column === saving
      ? { ...column, meaning: "savingShare", sureness: "unsure" as const, why, isOpenRate: true }
      : column,
  );
}

/** Low, Likely and High in money where no column is headed as a saving: the likely amount is what the levers save. */
function likelyAmount(columns: MappedColumn[]): MappedColumn[] {
  if (columns.some(({ meaning }) => effectMeanings.has(meaning))) return columns;
  const why = "is the likely amount, and no column is headed as a saving";
  return columns.map((column) =>
    column.meaning === "likely" && column.origin !== "user" && findUnit(column.full)
      ? { ...column, meaning: "saving", origin: "values" as const, sureness: "unsure" as const, why }
      : column,
  );
}

/** Where no column is headed as a saving and one column of numbers is left, it is what the levers save: unsure, and said. */
function soleAmount(columns: MappedColumn[], header: HeaderRow, rows: readonly number[]): MappedColumn[] {
  if (columns.some(({ meaning }) => effectMeanings.has(meaning)) || !columnOf(columns, "lever")) return columns;
  const left = columns.filter(
    ({ meaning, column, origin }) =>
      meaning === "ignored" && origin !== "user" && isMostlyNumbers(header, column, rows),
  );
  const [only] = left;
  if (!only || left.length > 1 || rows.length === 0) return columns;
  const why = "is the only column of amounts";
  return columns.map((column) =>
    column === only
      ? { ...column, meaning: "saving", origin: "values" as const, sureness: "unsure" as const, why }
      : column,
  );
}

function isMostlyNumbers({ grid }: HeaderRow, column: number, rows: readonly number[]): boolean {
  const { filled, numbers } = profileOf(grid, column, rows);
  return filled > rows.length / 2 && numbers >= 0.8 * filled;
}

/** Low, Likely and High are shares of the plan; headed with a unit they hold amounts, which nothing here can take for shares. */
function leaveOutRangesInMoney(
  columns: MappedColumn[],
  header: HeaderRow,
): { columns: MappedColumn[]; findings: Finding[] } {
  const findings: Finding[] = [];
  const kept = columns.map((column): MappedColumn => {
    const unit = findUnit(column.full);
    if (!["low", "likely", "high"].includes(column.meaning) || column.origin === "user" || !unit) return column;
    const why = `is in ${unit.name}; delivery is a share of the plan such as 80%`;
    const cell = cellAddress(header.grid.sheet, column.row, column.column);
    findings.push({ level: "warning", cell, message: `'${column.heading}' was left out, since it ${why}` });
    return { ...column, meaning: "ignored", sureness: "ignored", why };
  });
  return { columns: kept, findings };
}

/** What a table of that kind cannot do without and this one lacks. */
export function missingParts(table: OpenTable): Finding[] {
  const { header, columns, key, rows, form, kind } = table;
  const cell = cellAddress(header.grid.sheet, header.top + header.rowCount - 1, firstColumnOf(header));
  const missing: string[] = [];
  const has = (meaning: string): boolean => columnOf(columns, meaning) !== undefined;
  if (kind === "levers") {
    if (!key) missing.push("the Levers table has no column Lever; a column with the names of the levers is needed");
    if (!columns.some(({ meaning }) => effectMeanings.has(meaning)))
      missing.push("the Levers table has no column with savings; Saving, Saving % or Yearly efficiency % is needed");
  } else {
    if (!key && kind === "spending")
      missing.push("the Spending table has no column Category; a column with the names of the categories is needed");
    if (form === "none")
      missing.push(
        `the ${tableNames[kind]} table has neither Growth nor year columns; a growth rate, or one column for each year, is needed`,
      );
    if (!has("base") && (form === "oneRate" || form === "growth") && (kind === "spending" || rows.rows.length > 1))
      missing.push(
        `the ${tableNames[kind]} table has no column Base; the amount of the base year is needed beside growth`,
      );
  }
  if (rows.rows.length === 0) missing.push(`the ${tableNames[kind]} table has no rows; at least one is needed`);
  return missing.map((message) => ({ level: "error", cell, message }));
}

/** Excel errors in columns that take no part: they do not hurt, but the user should know. */
export function errorsInUnneededCells({ header, columns, rows }: OpenTable): Finding[] {
  return columns
    .filter(({ meaning }) => meaning === "ignored" || unread.has(meaning))
    .flatMap(({ column }) =>
      rows.rows.flatMap((row): Finding[] => {
        const value = cellAt(header.grid, row, column);
        if (!isCellError(value)) return [];
        const cell = cellAddress(header.grid.sheet, row, column);
        return [{ level: "warning", cell, message: `the cell shows ${value.error}; it takes no part in the plan` }];
      }),
    );
}

const unread = new Set(
  "evidence qualityImpact lead comments actual forecast variance toDate progress riskAdjusted lastYear costCentre reviewDate rowNumber".split(
    " ",
  ),
);

import { cellAddress } from "../../cells/address";
import { isBlank, textOf } from "../../cells/cell";
import type { Finding } from "../finding";
import { firstColumnOf, type HeaderRow } from "./headerRows";
import type { ReadOptions, TableReading } from "./planReading";
import { settleYears, type YearForm } from "./readAmounts";
import { cellAt } from "./sheetGrid";
import {
  allPercentFormatted,
  columnOf,
  columnsKeptOut,
  columnReadings,
  errorsInUnneededCells,
  headedPercent,
  mapColumns,
  unsureColumns,
  type MappedColumn,
} from "./tableColumns";
import { tableNames, type TableKind } from "../tableKinds";
import { readRows, type TableRows } from "./tableRows";
import { timelineText, yearIndex, type Timeline } from "./timeline";
import { findUnit } from "./units";
import { fiscalLabel, type YearConvention } from "./years";

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
}

/** Gives the columns under a header row their meaning and finds the rows that hold data. */
export function openTable(
  header: HeaderRow,
  kind: TableKind,
  headers: HeaderRow[],
  options: ReadOptions,
  convention: YearConvention,
): OpenTable {
  const columns = mapColumns(header, kind, options, convention);
  const key = columnOf(columns, kind === "levers" ? "lever" : "category") ?? unnamedKey(header, columns, kind);
  const amounts = columns.filter(({ meaning }) => meaning === "base" || meaning === "saving" || meaning === "year");
  const rows = readRows(header, columns, key, amounts, headers, kind);
  const findings = [...rows.findings];
  dropContradicted(header, columns, rows.rows);
  if (kind === "levers") {
    settlePercentSavings(header, columns, rows.rows);
    findings.push(...leaveOutRangesInMoney(header, columns));
  }
  const form = kind === "levers" ? "none" : settleYears(header, columns, rows.rows, findings);
  findings.push(...unsureColumns(header, columns, kind), ...columnsKeptOut(header, columns));
  findings.push(
    ...errorsInUnneededCells(header, columns, rows.rows, new Set(["ignored", "evidence", "qualityImpact"])),
  );
  return { kind, header, columns, key, rows, form, findings };
}

/** What a table of that kind cannot do without and this one lacks. */
export function missingParts(table: OpenTable | null, kind: TableKind): Finding[] {
  if (!table)
    return [{ level: "error", cell: "", message: `no ${tableNames[kind]} table was found; ${neededColumns[kind]}` }];
  const { header, columns, key, rows, form } = table;
  const cell = cellAddress(header.grid.sheet, header.top, firstColumnOf(header));
  const missing: string[] = [];
  const has = (meaning: string): boolean => columnOf(columns, meaning) !== undefined;
  if (kind === "levers") {
    if (!key) missing.push("the Levers table has no column Lever; a column with the names of the levers is needed");
    if (!has("saving") && !has("savingShare") && !has("yearlyEfficiency")) {
      missing.push("the Levers table has no column with savings; Saving, Saving % or Yearly efficiency % is needed");
    }
  } else {
    if (!key && kind === "spending")
      missing.push("the Spending table has no column Category; a column with the names of the categories is needed");
    if (form === "none")
      missing.push(
        `the ${tableNames[kind]} table has neither Growth nor year columns; a growth rate, or one column for each year, is needed`,
      );
    if (!has("base") && (form === "oneRate" || form === "growth") && (kind === "spending" || rows.rows.length > 1)) {
      missing.push(
        `the ${tableNames[kind]} table has no column Base; the amount of the base year is needed beside growth`,
      );
    }
  }
  if (rows.rows.length === 0) missing.push(`the ${tableNames[kind]} table has no rows; at least one is needed`);
  return missing.map((message) => ({ level: "error", cell, message }));
}

/** What the pane shows of a table. */
export function tableReading(
  table: OpenTable,
  summary: string,
  timeline: Timeline | null,
  convention: YearConvention,
): TableReading {
  const { header, columns, rows, kind } = table;
  const named = columns.map((column): MappedColumn => ({
    ...column,
    meaning: column.meaning === "year" ? yearMeaning(column, timeline, convention) : column.meaning,
  }));
  return {
    kind,
    sheet: header.grid.sheet,
    address: rows.address,
    tableName: header.table?.name ?? null,
    rowCount: rows.rows.length,
    summary,
    columns: columnReadings(header, named, rows.rows),
    totals: [],
    sections: [],
    leftOut: [],
  };
}

/** One line: "5 categories, 2014/15 + 6 years", "24 levers · 1 column unsure". */
export function summaryOf({ kind, rows, columns }: OpenTable, timeline: Timeline | null): string {
  const words = { spending: ["category", "categories"], funding: ["row", "rows"], levers: ["lever", "levers"] }[kind];
  const things = `${rows.rows.length} ${rows.rows.length === 1 ? words[0] : words[1]}`;
  const span = kind !== "levers" && timeline ? `, ${timelineText(timeline)}` : "";
  const unsure = columns.filter(({ sureness }) => sureness === "unsure").length;
  return `${things}${span}${unsure > 0 ? ` · ${unsure} ${unsure === 1 ? "column" : "columns"} unsure` : ""}`;
}

const neededColumns: Record<TableKind, string> = {
  spending: "a header row with Category, Base and Growth (or one column for each year) is needed",
  funding: "a header row with Funding, Base and Growth (or one column for each year) is needed",
  levers: "a header row with Lever and one of Saving, Saving % and Yearly efficiency % is needed",
};

/** A first column of texts under no heading, or one that says nothing, names the rows. */
function unnamedKey(header: HeaderRow, columns: MappedColumn[], kind: TableKind): MappedColumn | undefined {
  const [first] = columns;
  if (!first || first.meaning !== "ignored" || first.why === "was set by the user") return undefined;
  const below = [0, 1, 2].map((index) => cellAt(header.grid, header.top + header.rowCount + index, first.column));
  if (!below.some((value) => typeof value === "string" && textOf(value) !== "")) return undefined;
  Object.assign(first, {
    meaning: kind === "levers" ? "lever" : "category",
    sureness: "unsure",
    why: "stands first and holds names",
  });
  return first;
}

/** A guess that a column holds numbers, where its cells hold none, was none. */
function dropContradicted(header: HeaderRow, columns: MappedColumn[], rows: number[]): void {
  for (const column of columns) {
    if (column.sureness !== "unsure" || !numericMeanings.has(column.meaning)) continue;
    const filled = rows.map((row) => cellAt(header.grid, row, column.column)).filter((value) => !isBlank(value));
    if (filled.length === 0 || filled.some((value) => typeof value === "number")) continue;
    Object.assign(column, { meaning: "ignored", sureness: "ignored", why: `${column.why}, but holds no numbers` });
  }
}

const numericMeanings = new Set(
  "base growth saving savingShare yearlyEfficiency ramp ceiling low likely high investment runningCost doubleRunning doubleRunningYears costReleased effort".split(
    " ",
  ),
);

/** "Saving" over nothing but percentages is a share: the level, since the heading does not say that it comes anew each year. */
function settlePercentSavings(header: HeaderRow, columns: MappedColumn[], rows: number[]): void {
  const saving = columnOf(columns, "saving");
  if (!saving || columnOf(columns, "savingShare") || saving.why === "was set by the user") return;
  if (!headedPercent(saving) && !allPercentFormatted(header, saving.column, rows)) return;
  Object.assign(saving, {
    meaning: "savingShare",
    sureness: "unsure",
    why: "leaves open whether the percentages are saved once in place (a level) or anew each year; a level is taken",
  });
}

/** Low, Likely and High are shares of the plan; headed with a unit they hold amounts, which nothing here can take for shares. */
function leaveOutRangesInMoney(header: HeaderRow, columns: MappedColumn[]): Finding[] {
  return columns.flatMap((column): Finding[] => {
    if (!["low", "likely", "high"].includes(column.meaning) || column.why === "was set by the user") return [];
    const unit = findUnit(column.full);
    if (!unit) return [];
    const why = `is in ${unit.name}; delivery is a share of the plan such as 80%`;
    Object.assign(column, { meaning: "ignored", sureness: "ignored", why });
    const cell = cellAddress(header.grid.sheet, column.row, column.column);
    return [
      {
        level: "warning",
        cell,
        message: `'${column.heading}' was left out, since it ${why}`,
      },
    ];
  });
}

function yearMeaning({ year, yearKind }: MappedColumn, timeline: Timeline | null, convention: YearConvention): string {
  if (!year) return "ignored";
  const index = timeline ? yearIndex(year, timeline) : null;
  const label =
    year.kind === "fiscal"
      ? fiscalLabel(year.start, convention)
      : (index !== null && timeline?.labels[index - 1]) || `Year ${year.number}`;
  return `${yearKind ?? "amount"}:${label}`;
}

import { cellAddress } from "../../../cells/address";
import type { TableKind } from "../../tableKinds";
import type { TableRows } from "../extent/accountedRows";
import type { HeaderRow } from "../extent/headerRows";
import { amountAt, totalIn } from "../extent/totals/rowSums";
import { profileOf } from "../meaning/columnProfile";
import { ask, type Asking } from "../questions";
import { columnOf, type MappedColumn } from "../tableColumn";

interface PlanVersions {
  taken: MappedColumn;
  others: MappedColumn[];
}

/** What is known of a table when its columns are asked about. */
export interface TableColumns {
  kind: TableKind;
  header: HeaderRow;
  columns: readonly MappedColumn[];
  rows: Pick<TableRows, "rows">;
}

/** Columns of amounts that are the same savings as planned at another time, such as Original plan, Approved plan and Revised plan, where one of them is read. */
export function planVersionsOf({ kind, header, columns, rows }: TableColumns): PlanVersions | null {
  if (kind !== "levers" || columns.some(({ meaning }) => series.has(meaning))) return null;
  const years = columns.filter(({ meaning }) => meaning === "year");
  const taken = columnOf(columns, "saving") ?? columnOf(columns, "plan") ?? columnOf(columns, "inYear") ?? years[0];
  if (!taken || years.length > (taken.meaning === "year" ? 1 : 0)) return null;
  const amountIn = (row: number, { column }: MappedColumn): number => amountAt(header, row, column) ?? 0;
  const isVersion = (column: MappedColumn): boolean => {
    const { filled, numbers, numericTexts, percents } = profileOf(header.grid, column.column, rows.rows);
    return (
      (column.meaning === "ignored" || column.meaning === "plan" || column.meaning === "target") &&
      column.origin !== "user" &&
      !column.amongst &&
      (column.aspect === "none" || column.aspect === "plan") &&
      JSON.stringify(column.year) === JSON.stringify(taken.year) &&
      versionWords.test(column.full) &&
      (savingWords.test(column.full) || (targetWords.test(column.full) && targetWords.test(taken.full))) &&
      !otherWords.test(column.full) &&
      numbers + numericTexts > filled / 2 &&
      percents === 0 &&
      rows.rows.some((row) => amountIn(row, column) !== amountIn(row, taken))
    );
  };
  const others = columns.filter((column) => column !== taken && isVersion(column));
  return others.length > 0 ? { taken, others } : null;
}

/** Asks which of several plans of the same savings counts: the column and what it is to mean; null where there is one plan, or the one that was read counts. */
export function askVersion(asking: Asking, table: TableColumns): { column: MappedColumn; meaning: string } | null {
  const versions = planVersionsOf(table);
  if (!versions) return null;
  const { taken, others } = versions;
  const { header, rows } = table;
  const withSum = ({ column, full }: MappedColumn): string => {
    const sum = totalIn(header, rows.rows, column);
    return `'${full}' (${Number(sum.toPrecision(8))} in all)`;
  };
  const [first] = others as [MappedColumn];
  // Without the sums: an answer holds when an amount changes.
  const choices = Object.fromEntries([taken, ...others].map(({ column, full }) => [String(column), `'${full}'`]));
  const choice = ask<string>(asking, {
    id: "planVersion",
    cell: cellAddress(header.grid.sheet, first.row, first.column),
    message: `${others.map(withSum).join(" and ")} ${others.length === 1 ? "shows" : "show"} the same savings as planned at another time, and ${withSum(taken)} was read; say which counts`,
    choices,
    usual: String(taken.column),
  });
  const column = others.find((other) => String(other.column) === choice);
  return column ? { column, meaning: taken.meaning } : null;
}

const series = new Set(["month", "quarter"]);
const versionWords =
  /\b(original|revised|approved|agreed|current|latest|submitted|initial|updated|previous|final|stretch|draft)\b/i;
const savingWords = /\b(plan|planned|savings?|cip|qipp|efficienc(y|ies)|benefits?|values?|amounts?)\b/i;
const targetWords = /\btargets?\b/i;
const otherWords =
  /\b(budgets?|baselines?|spend|costs?|investment|wte|fte|headcount|dates?|non[ -]?rec\w*|recurrent|fye|full[ -]year|pye|part[ -]year)\b/i;

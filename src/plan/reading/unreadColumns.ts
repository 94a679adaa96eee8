import { cellAddress, columnLetters } from "../../cells/address";
import type { Finding } from "../finding";
import { findUnit } from "./cells/units";
import { amountAt } from "./extent/rowSums";
import { profileOf } from "./meaning/columnProfile";
import { effectMeanings } from "./meaning/effectMeanings";
import type { MappedColumn } from "./meaning/tableColumn";
import type { OpenTable } from "./openTable";

/**
 * What is said of a register's columns of money that take no part, unless their own words say why: actual, forecast, variance, to date. Columns that stand
 * side by side and are left out for one reason are one finding.
 */
export function unreadColumns(table: OpenTable): Finding[] {
  if (table.kind !== "levers") return [];
  const unread = table.columns.filter((column) => isUnread(column) && isMoney(table, column));
  const runs: MappedColumn[][] = [];
  for (const column of unread) {
    const run = runs.find(([first]) => first?.why === column.why && column.meaning === first.meaning);
    if (run) run.push(column);
    else runs.push([column]);
  }
  return [
    ...runs.map((run) => warning(table, run[0] as MappedColumn, leftOut(run))),
    ...targets(table),
    ...partsOfYears(table),
  ];
}

function leftOut(run: readonly MappedColumn[]): string {
  const [{ why = "" } = {}] = run;
  const [one, many] = [run.length === 1, run.length > 1];
  const verb = one ? "holds amounts and was" : "hold amounts and were";
  const reason = why.startsWith("'") ? why : `${many ? "each" : "it"} ${why}`;
  return `${names(run)} ${verb} left out, since ${reason}; correct ${many ? "them if they are" : "it if it is"} something else`;
}

function isUnread({ meaning, origin, aspect, why, wouldBe }: MappedColumn): boolean {
  if (origin === "user" || why.startsWith("is part of") || alreadySaid.test(why)) return false;
  if (origin === "series") return asideMeanings.has(meaning) && (aspect === "none" || aspect === "plan");
  if (meaning !== "ignored" || tracking.has(aspect)) return false;
  return wouldBe === undefined || (!saidOfItself.has(wouldBe) && effectMeanings.has(wouldBe));
}

const asideMeanings = new Set(["actual", "forecast"]);
const tracking = new Set<string>(["actual", "forecast", "variance", "toDate", "riskAdjusted"]);
/** Low, Likely and High in money have a finding of their own. */
const alreadySaid = /^is in .*; delivery is a share/;
/** Second columns of these have a finding of their own, or are tracking. */
const saidOfItself = new Set("saving inYear fullYearEffect savingShare yearlyEfficiency forecast".split(" "));

/** Numbers as large as money, or under a unit or a year; no count, no score, no percent. */
function isMoney({ header, rows }: OpenTable, { column, full, year }: MappedColumn): boolean {
  const { filled, numbers, numericTexts, percents, isCount, largestPlain, allIntegers } = profileOf(
    header.grid,
    column,
    rows.rows,
  );
  if (filled === 0 || numbers + numericTexts < 0.5 * filled || percents > 0.5 * filled || isCount) return false;
  return year !== null || findUnit(full) !== null || largestPlain > 12 || !allIntegers;
}

/** A column of targets beside the savings: its sum may be the target of the plan. */
function targets(table: OpenTable): Finding[] {
  const { header, rows, columns } = table;
  return columns
    .filter(({ meaning }) => meaning === "target")
    .map((column) => {
      const sum = rows.rows.reduce((total, row) => total + (amountAt(header, row, column.column) ?? 0), 0);
      const message = `'${column.heading}' says what is needed, ${Number(sum.toPrecision(8))} in all, and is no saving; give that sum as the target where it is the plan's`;
      return warning(table, column, message);
    });
}

/** Columns of one year that were added up. */
function partsOfYears(table: OpenTable): Finding[] {
  const years = new Map<string, MappedColumn[]>();
  for (const column of table.columns) {
    if (column.meaning !== "year" || column.origin === "user") continue;
    const key = JSON.stringify(column.year);
    years.set(key, [...(years.get(key) ?? []), column]);
  }
  const parts = [...years.values()].filter((columns) => columns.length > 1);
  const [first] = parts;
  if (!first) return [];
  const others = parts.length > 1 ? ", as those of the other years were" : "";
  if (!first.some(({ full }) => oneOffWords.test(full)))
    return [
      warning(
        table,
        first[0] as MappedColumn,
        `${names(first)} are parts of one year and were added up${others}; correct them if they are something else`,
      ),
    ];
  const choices = ["all of it comes again", "only the recurrent part comes again"];
  const message = `${names(first)} were added up${others}; what is not recurrent would count in its own year alone`;
  const question = { choices, taken: choices[0] ?? "", option: "a row for each of the two parts" };
  return [{ ...warning(table, first[0] as MappedColumn, message), question }];
}

const oneOffWords = /\b(non[ -]?rec\w*|nr|one[ -]?off)\b/i;

function names(columns: readonly MappedColumn[]): string {
  const [first, second] = columns.map(({ full, column }) =>
    full === "" ? `column ${columnLetters(column)}` : `'${full}'`,
  );
  if (columns.length > 2) return `${first} and ${columns.length - 1} more columns`;
  return second === undefined ? (first ?? "") : `${first} and ${second}`;
}

function warning({ header }: OpenTable, { row, column }: MappedColumn, message: string): Finding {
  return { level: "warning", cell: cellAddress(header.grid.sheet, row, column), message };
}

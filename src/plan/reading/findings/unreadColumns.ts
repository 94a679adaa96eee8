import { cellAddress } from "../../../cells/address";
import { columnRecord } from "../../columns/allColumns";
import { kindOfRowWords } from "../../columns/words/kindWords";
import { stoppedWords } from "../../columns/words/statusWords";
import { recurrenceWords, yesNoWords } from "../../columns/words/timingWords";
import { findWord } from "../../columns/words/wordMap";
import type { Finding } from "../../finding";
import { findUnit } from "../cells/units";
import { totalIn } from "../extent/totals/rowSums";
import { profileOf } from "../meaning/columnProfile";
import { effectMeanings } from "../meaning/effectMeanings";
import { isMonthOfYear } from "../meaning/valueFit";
import { columnNames, type MappedColumn } from "../tableColumn";
import type { OpenTable } from "../openTable";
import { isCarried } from "../register/lever/carriedRows";
import { isRowFlag } from "../register/lever/rowFlags";
import { isOneOff, partsOfYears } from "../register/oneOffParts";
import { planVersionsOf } from "./planVersions";
import { addUp, splitOfSaving } from "./splitOfSaving";

/**
 * What is said of a register's columns of money that take no part, unless their own words say why: actual, forecast, variance, to date. Columns that stand
 * side by side and are left out for one reason are one finding.
 */
export function unreadColumns(table: OpenTable): Finding[] {
  if (table.kind !== "levers") return [];
  const split = splitOfSaving(table, isLeftOut);
  const versions = planVersionsOf(table)?.others ?? [];
  const unread = table.columns.filter(
    (column) =>
      !split?.parts.includes(column) && !versions.includes(column) && isUnread(column) && isMoney(table, column),
  );
  const runs: MappedColumn[][] = [];
  for (const column of unread) {
    const run = runs.find(([first]) => first?.why === column.why && column.meaning === first.meaning);
    if (run) run.push(column);
    else runs.push([column]);
  }
  return [
    ...(split ? [warning(table, split.parts[0] as MappedColumn, addUp(split))] : []),
    ...runs.map((run) => warning(table, run[0] as MappedColumn, leftOut(run))),
    ...unreadWords(table),
    ...targets(table),
    ...addedUp(table),
    ...onwards(table),
  ];
}

function leftOut(run: readonly MappedColumn[]): string {
  const [{ why = "" } = {}] = run;
  const [one, many] = [run.length === 1, run.length > 1];
  const verb = one ? "holds amounts and was" : "hold amounts and were";
  const reason = why.startsWith("'") ? why : `${many ? "each" : "it"} ${why}`;
  return `${columnNames(run)} ${verb} left out, since ${reason}; correct ${many ? "them if they are" : "it if it is"} something else`;
}

/** Left out, and neither its words nor the user say why. */
function isLeftOut({ meaning, origin, aspect, why }: MappedColumn): boolean {
  return meaning === "ignored" && origin !== "user" && !why.startsWith("is part of") && !tracking.has(aspect);
}

function isUnread(column: MappedColumn): boolean {
  const { meaning, origin, aspect, why, wouldBe, amongst } = column;
  if (origin === "user" || amongst || why.startsWith("is part of") || alreadySaid.test(why)) return false;
  if (origin === "series") return asideMeanings.has(meaning) && (aspect === "none" || aspect === "plan");
  if (!isLeftOut(column)) return false;
  if (wouldBe === undefined) return true;
  // A second name or reference over amounts is none.
  const holds = columnRecord("levers", wouldBe)?.values.holds;
  if (holds === "name" || holds === "code") return true;
  return !saidOfItself.has(wouldBe) && effectMeanings.has(wouldBe);
}

const asideMeanings = new Set(["actual", "forecast"]);
const tracking = new Set<string>(["actual", "forecast", "variance", "toDate", "riskAdjusted"]);
/** Low, Likely and High in money have a finding of their own. */
const alreadySaid = /^is in .*; delivery is a share/;
/** Second columns of these have a finding of their own, or are tracking. */
const saidOfItself = new Set("saving inYear fullYearEffect savingShare yearlyEfficiency forecast".split(" "));

/** Columns of words that would say what the savings are, under headings that are not known, where no column that is read says it. */
function unreadWords(table: OpenTable): Finding[] {
  const { header, rows, columns } = table;
  const isRead = (meanings: readonly string[]): boolean => columns.some(({ meaning }) => meanings.includes(meaning));
  const open = telling.filter(({ meanings }) => !isRead(meanings));
  return columns.flatMap((column) => {
    if (column.meaning !== "ignored" || column.origin === "user" || column.heading === "") return [];
    if (isRowFlag(table, column)) return [];
    const { words: held, filled, dates, numbers } = profileOf(header.grid, column.column, rows.rows);
    const left = (say: string): Finding[] => [
      warning(table, column, `'${column.heading}' ${say}, and was left out; correct it if it does`),
    ];
    const months = [...held].reduce((sum, [word, times]) => sum + (isMonthOfYear(word) ? times : 0), 0);
    if (!isRead(["start", "startMonth", "period"]) && dates + months > 0.5 * filled && timeWords.test(column.full))
      return left("holds dates, which may say when the savings start");
    if (!isRead(["likely"]) && numbers < filled && chanceWords.test(column.full))
      return left("may say how much of each saving is likely, though not every cell holds a percent");
    const known = open.find(({ knows }) => held.size > 0 && [...held.keys()].every(knows));
    if (!known || [...held.values()].reduce((sum, times) => sum + times, 0) < filled) return [];
    const some = [...held.keys()]
      .slice(0, 2)
      .map((word) => `'${word.toUpperCase()}'`)
      .join(" and ");
    return left(`holds ${some}, which may say ${known.say}`);
  });
}

const timeWords =
  /\b(start|live|deliver(y|ed)?|implement\w*|begin\w*|commenc\w*|effective|launch|savings?|benefits?|month|when)\b/i;
const chanceWords = /\b(likelihood|confidence|probability|certainty|deliverability|achievability)\b/i;

const isOf =
  (words: ReadonlyMap<string, unknown>) =>
  (word: string): boolean =>
    findWord(words, word) !== undefined;

const telling: { meanings: string[]; knows: (word: string) => boolean; say: string }[] = [
  {
    meanings: ["recurrent", "oneOff"],
    // Yes and no may say anything.
    knows: (word) => isOf(recurrenceWords)(word) && !isOf(yesNoWords)(word),
    say: "whether the savings come again",
  },
  {
    meanings: ["kind", "type"],
    knows: (word) => isOf(kindOfRowWords)(word) || isCarried(word),
    say: "what kind of row each is",
  },
  { meanings: ["status"], knows: isOf(stoppedWords), say: "which levers still count" },
];

/** Numbers as large as money, or under a unit or a year; no count, no score, no percent. */
function isMoney({ header, rows }: OpenTable, { column, full, year }: MappedColumn): boolean {
  const { filled, numbers, numericTexts, percents, isCount, largestPlain, allIntegers } = profileOf(
    header.grid,
    column,
    rows.rows,
  );
  if (filled === 0 || numbers + numericTexts < 0.5 * filled || percents > 0.5 * filled) return false;
  if (findUnit(full)) return true;
  return !isCount && (year !== null || largestPlain > 12 || !allIntegers || laterYears.test(full));
}

/** "Later years", "2029/30 and beyond": amounts of years that have no column of their own. */
const laterYears = /\b(later|future|further|remaining|subsequent|out)[ -]years?\b|\b(beyond|thereafter|onwards?)\b/i;

/** A column of targets beside the savings: its sum may be the target of the plan. */
function targets(table: OpenTable): Finding[] {
  const { header, rows, columns } = table;
  return columns
    .filter(({ meaning }) => meaning === "target")
    .map((column) => {
      const sum = totalIn(header, rows.rows, column.column);
      const message = `'${column.heading}' says what is needed, ${Number(sum.toPrecision(8))} in all, and is no saving; give that sum as the target where it is the plan's`;
      return warning(table, column, message);
    });
}

/** A year "onwards" is read as that year alone. */
function onwards(table: OpenTable): Finding[] {
  return table.columns
    .filter(({ meaning, origin, full }) => meaning === "year" && origin !== "user" && laterYears.test(full))
    .map((column) => {
      const message = `'${column.heading}' was read as its first year, which goes on; correct it if it is something else`;
      return warning(table, column, message);
    });
}

/** Columns of one year that were added up; of one-offs among them the register asks. */
function addedUp(table: OpenTable): Finding[] {
  const parts = partsOfYears(table);
  const [first] = parts;
  const [column] = first ?? [];
  if (!first || !column || column.amongst || first.some(isOneOff)) return [];
  const others = parts.length > 1 ? ", as those of the other years were" : "";
  const message = `${columnNames(first)} are parts of one year and were added up${others}; correct them if they are something else`;
  return [warning(table, column, message)];
}

function warning({ header }: OpenTable, { row, column }: MappedColumn, message: string): Finding {
  return { level: "warning", cell: cellAddress(header.grid.sheet, row, column), message };
}

import { cellAddress, columnLetters } from "../../../cells/address";
import { columnRecord } from "../../columns/allColumns";
import { nameKey } from "../../../cells/names";
import { amountAt } from "../extent/totals/rowSums";
import { effectMeanings } from "../meaning/effectMeanings";
import { chosenSeries } from "../meaning/years/series";
import { columnNames, type MappedColumn } from "../tableColumn";
import { ask, type Asking } from "../questions";
import { askBase } from "./baseColumn";
import { askVersion, type TableColumns } from "./planVersions";

/**
 * Asks what a table leaves open of its columns: what a guessed one means, which of two plans counts.
 *
 * @param given what headings mean already
 * @returns headings that mean something else, as the user says
 */
export function askColumns(
  table: TableColumns,
  asking: Asking,
  given: Readonly<Record<string, string>>,
): Record<string, string> {
  const at = ({ row, column }: MappedColumn): string => cellAddress(table.header.grid.sheet, row, column);
  const headings: Record<string, string> = {};
  for (const column of table.columns) {
    if (column.sureness !== "unsure" || column.meaning === "ignored") continue;
    const { isOpenRate = false } = column;
    if (!isOpenRate && columnRecord(table.kind, column.meaning)?.use !== "plan") continue;
    const meaning = isOpenRate ? askRate(asking, column, at(column)) : askMeaning(asking, table, column, at(column));
    if (meaning !== column.meaning) headings[at(column)] = meaning;
  }
  for (const column of table.columns) {
    const first = headedAlike(table.columns, column);
    if (
      first &&
      first.origin !== "user" &&
      !saysSame(table, first, column) &&
      askSame(asking, first, column, at(column)) === "second"
    )
      headings[at(column)] = first.meaning;
  }
  const plans = Object.values(given).includes(chosenSeries) ? null : otherPlan(table.columns);
  if (plans && askPlan(asking, plans, at(plans.aside)) === "aside") headings[at(plans.aside)] = chosenSeries;
  const base = askBase(asking, table);
  if (base) headings[at(base)] = "base";
  const one = askAmongst(asking, table.columns, at);
  if (one) headings[at(one)] = one.year ? "amount" : "saving";
  const version = askVersion(asking, table);
  if (version) headings[at(version.column)] = version.meaning;
  return headings;
}

/** The column of amounts that is read, where another is headed just like it and is not. */
export function headedAlike(
  columns: readonly MappedColumn[],
  { meaning, wouldBe, full }: MappedColumn,
): MappedColumn | undefined {
  if (meaning !== "ignored" || wouldBe === undefined || !effectMeanings.has(wouldBe)) return undefined;
  return columns.find((other) => other.meaning === wouldBe && nameKey(other.full) === nameKey(full));
}

function saysSame({ header, rows }: TableColumns, one: MappedColumn, other: MappedColumn): boolean {
  return rows.rows.every((row) => amountAt(header, row, one.column) === amountAt(header, row, other.column));
}

function askSame(asking: Asking, first: MappedColumn, second: MappedColumn, cell: string): "first" | "second" {
  const name = ({ heading, column }: MappedColumn): string => `'${heading}' in column ${columnLetters(column)}`;
  return ask(asking, {
    id: "sameHeading",
    cell,
    level: "error",
    message: `two columns are headed '${second.heading}' and differ; ${name(first)} was read`,
    choices: { first: name(first), second: name(second) },
    usual: "first",
  });
}

function askMeaning(asking: Asking, { kind }: TableColumns, column: MappedColumn, cell: string): string {
  const nameOf = (meaning: string): string => columnRecord(kind, meaning)?.name ?? meaning;
  const name = column.heading === "" ? `column ${columnLetters(column.column)}` : `'${column.heading}'`;
  const message = `${name} was read as ${nameOf(column.meaning)}, since it ${column.why}; correct it if it is something else`;
  // Without the names there is no table: nothing else could be read.
  if (column.meaning === "lever" || column.meaning === "category") {
    asking.findings.push({ level: "warning", cell, message });
    return column.meaning;
  }
  const others = [...(column.others ?? []), ...(amounts.includes(column.meaning) ? amounts : [])];
  const meanings = [...new Set([column.meaning, ...others])].slice(0, mostMeanings);
  return ask<string>(asking, {
    id: "meaning",
    cell,
    message,
    choices: { ...Object.fromEntries(meanings.map((meaning) => [meaning, nameOf(meaning)])), ignored: "Not used" },
    usual: column.meaning,
  });
}

/** What a column of amounts may be else. */
const amounts = ["saving", "inYear", "fullYearEffect"];
const mostMeanings = 3;

/** A percent of which the heading leaves open whether it is a level or comes anew each year. */
function askRate(asking: Asking, { heading, why }: MappedColumn, cell: string): string {
  return ask(asking, {
    id: "levelOrYearly",
    cell,
    message: `'${heading}' ${why}; head it Saving % or Yearly efficiency % to say which`,
    choices: { savingShare: "saved once in place (a level)", yearlyEfficiency: "saved anew each year" },
    usual: "savingShare",
  });
}

/** Of several columns of one saving the one that the user wants in place of what was taken. */
function askAmongst(
  asking: Asking,
  columns: readonly MappedColumn[],
  at: (column: MappedColumn) => string,
): MappedColumn | undefined {
  const all = columns.filter(({ amongst }) => amongst !== undefined);
  const [first] = all;
  if (!first) return undefined;
  const read = all.find(({ meaning }) => meaning !== "ignored") ?? first;
  const areCases = first.amongst === "cases";
  const keyOf = ({ column }: MappedColumn): string => columnLetters(column);
  const ownName = ({ full }: MappedColumn): string => `'${full}'`;
  const choices = {
    ...(!areCases && { all: "they are added up" }),
    ...Object.fromEntries(all.map((column) => [keyOf(column), ownName(column)])),
  };
  const usual = areCases ? keyOf(read) : "all";
  const choice = ask<string>(asking, {
    id: "amountsOfOne",
    cell: at(areCases ? read : first),
    // What is called by nobody knows what may be no parts, which makes the sum wrong by a factor.
    level: first.amongst === "parts" ? "error" : "warning",
    message: areCases
      ? `${columnNames(all)} are cases of one saving, of which ${ownName(read)} was read`
      : `${columnNames(all)} are added up, since no column holds the whole saving`,
    choices,
    usual,
  });
  return choice === usual ? undefined : all.find((column) => keyOf(column) === choice);
}

interface Plans {
  aside: MappedColumn;
  taken: MappedColumn;
}

function askPlan(asking: Asking, { aside, taken }: Plans, cell: string): "taken" | "aside" {
  const isSame = aside.full === taken.full;
  const name = ({ full, column }: MappedColumn): string => (isSame ? `${full} (${columnLetters(column)})` : full);
  return ask(asking, {
    id: "otherPlan",
    cell,
    message: `'${aside.full}' was left out, since '${taken.full}' shows a plan of the same time`,
    choices: { taken: name(taken), aside: name(aside) },
    usual: "taken",
  });
}

/** The first column of a series that shows a plan too, beside the plan that was read. */
function otherPlan(columns: readonly MappedColumn[]): Plans | null {
  const aside = columns.find(
    ({ meaning, origin, aspect }) =>
      meaning === "actual" && origin === "series" && (aspect === "plan" || aspect === "none"),
  );
  const taken = columns.find(({ meaning, full }) => seriesMeanings.has(meaning) && isPlan.test(full));
  return aside && taken && isPlan.test(aside.full) ? { aside, taken } : null;
}

/** Parts of a year, targets and gaps are said otherwise. */
const isPlan =
  /\b(plan|planned|original|revised|approved|current|prudent|stretch|worst|best|base|low|high|likely|case|scenario|option)\b/i;

const seriesMeanings = new Set(["year", "month", "quarter"]);

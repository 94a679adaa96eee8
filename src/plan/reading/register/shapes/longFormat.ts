import { cellAddress } from "../../../../cells/address";
import { textOf } from "../../../../cells/cell";
import { nameKey } from "../../../../cells/names";
import { normalise } from "../../../columns/words/normalise";
import type { Lever } from "../../../plan";
import { warnAt, wrong, type CellReader } from "../../cells/readCells";
import { quoted } from "../../cells/shownCell";
import { cellAt, formatAt } from "../../sheetGrid";
import { momentAt } from "../../cells/times/startCell";
import { readMonth, type YearConvention } from "../../cells/times/years";
import { yearSavingsIn } from "../../meaning/aspect";
import { columnOf, type MappedColumn } from "../../tableColumn";
import type { OpenTable } from "../../openTable";
import { yearIndex } from "../../years/timeline";
import { asGiven, askYearSavings } from "../savingForm";
import type { ReadLever, RegisterContext, RegisterTable, RowPeriod } from "../registerContext";

/** A register with a row for each lever and year. */
interface LongFormat {
  table: RegisterTable;
  period: MappedColumn;
  holds: "each" | "new";
}

/** Whether a column of years beside names that repeat makes one lever of several rows. */
export function longFormat(table: RegisterTable, context: RegisterContext): LongFormat | null {
  const named = columnOf(table.columns, "period");
  const period = named ?? (context.repeated === "years" ? columnOf(table.columns, "start") : undefined);
  const amount =
    columnOf(table.columns, "saving") ?? columnOf(table.columns, "inYear") ?? columnOf(table.columns, "plan");
  if (!period || !table.key || context.repeated === "no") return null;
  const said =
    yearSavingsIn(amount?.full ?? "") ?? table.header.titles.map(yearSavingsIn).find((one) => one !== null) ?? null;
  const cell = amount ? cellAddress(table.header.grid.sheet, amount.row, amount.column) : "";
  if (said) return { table, period, holds: asGiven(context, cell, said) };
  const isClear = !amount || haveParts(table, period, context);
  return { table, period, holds: isClear ? (context.options.yearSavings ?? "each") : askYearSavings(context, cell) };
}

/** Whether the rows are months or quarters, or all of one year: then they add up within it, and nothing is open. */
function haveParts(table: RegisterTable, { column }: MappedColumn, { convention }: RegisterContext): boolean {
  const { grid } = table.header;
  const years = table.rows.rows.map((row) => JSON.stringify(momentAt(grid, row, column, convention)?.year));
  const ofLevers = new Set(table.rows.rows.map((row, index) => `${leverKey(table, row)}\n${years[index]}`));
  return ofLevers.size < years.length || new Set(years).size === 1;
}

/**
 * Whether the rows of all registers repeat their levers: most of them with another year in a Start column each, so that it says of which year a row is;
 * or otherwise.
 */
export function repeatedLevers(tables: readonly OpenTable[], convention: YearConvention): "years" | "yes" | "no" {
  const years = new Map<string, string[]>();
  for (const table of tables) {
    const start = columnOf(table.columns, "start");
    const { grid } = table.header;
    for (const row of table.rows.rows) {
      const moment = start && momentAt(grid, row, start.column, convention);
      years.set(leverKey(table, row), [
        ...(years.get(leverKey(table, row)) ?? []),
        JSON.stringify(moment?.year ?? row),
      ]);
    }
  }
  const repeated = [...years.values()].filter((list) => list.length > 1);
  if (repeated.length === 0) return "no";
  const rows = repeated.reduce((sum, list) => sum + list.length, 0);
  const all = tables.reduce((sum, table) => sum + table.rows.rows.length, 0);
  const areDistinct = repeated.every((list) => new Set(list).size === list.length);
  // A heading that is only Year says of which year a row is, even where most levers have one row.
  const isHeadedYear = tables.every((table) =>
    yearHeading.test(normalise(columnOf(table.columns, "start")?.full ?? "")),
  );
  return areDistinct && (isHeadedYear || (rows >= 0.6 * all && rows >= 4)) ? "years" : "yes";
}

/** Where no lever has two rows, a column of periods says when each begins. */
export function withPeriodsAsStarts(tables: readonly OpenTable[], convention: YearConvention): OpenTable[] {
  if (repeatedLevers(tables, convention) !== "no") return [...tables];
  return tables.map((table) => {
    const period = columnOf(table.columns, "period");
    const meaning = period && beginningIn(table, period, convention);
    if (!meaning || columnOf(table.columns, meaning)) return table;
    const columns = table.columns.map((column) => (column === period ? { ...column, meaning } : column));
    return { ...table, columns };
  });
}

/** What most cells of a column of periods say of a beginning: its year, or a month without one. */
function beginningIn(
  { header, rows }: OpenTable,
  { column }: MappedColumn,
  convention: YearConvention,
): "start" | "startMonth" | null {
  const { grid } = header;
  const most = (is: (row: number) => boolean): boolean => rows.rows.filter(is).length > rows.rows.length / 2;
  if (most((row) => momentAt(grid, row, column, convention) !== null)) return "start";
  return most((row) => readMonth(cellAt(grid, row, column), formatAt(grid, row, column)) !== null)
    ? "startMonth"
    : null;
}

const yearHeading = /^((financial|fiscal|fin|budget|plan|saving|savings|mtfs) )?(year|yr|fy|period)$/;

/** The year of the plan that a row of a long register is of; one that cannot be told or lies outside the plan is said, and gives null. */
export function periodAt(
  reader: CellReader,
  { table, period, holds }: LongFormat,
  context: RegisterContext,
  row: number,
): RowPeriod | null {
  const { grid } = table.header;
  const value = cellAt(grid, row, period.column);
  const moment = momentAt(grid, row, period.column, context.convention);
  const year = moment ? yearIndex(moment.year, context.timeline) : null;
  const { labels } = context.timeline;
  if (year === null) {
    wrong(reader, row, period, `${quoted(value)} is no year; a year of the plan such as ${labels[0]} is needed`);
    return null;
  }
  if (year >= 1 && year <= labels.length) return { year, holds };
  warnAt(
    reader,
    row,
    period,
    `the row is of a year outside the plan's ${labels[0]} to ${labels[labels.length - 1]}, and was left out`,
  );
  return null;
}

/** Joins the rows of each lever, on whatever sheets they stand: what each says of its year. */
export function joinPeriods(read: readonly ReadLever[], years: number): ReadLever[] {
  const groups = new Map<string, ReadLever[]>();
  const joined: ReadLever[][] = [];
  for (const one of read) {
    const key = `${nameKey(one.lever.name)}\n${nameKey(one.lever.reference)}`;
    const group = one.period && groups.get(key);
    if (group) group.push(one);
    else {
      const own = [one];
      joined.push(own);
      if (one.period) groups.set(key, own);
    }
  }
  const lastOfAll = Math.max(...read.map(({ period }) => period?.year ?? 1));
  return joined.map((rows): ReadLever => {
    const [first] = rows as [ReadLever, ...ReadLever[]];
    if (!first.period) return first;
    const byYear = new Map<number, number>();
    for (const { lever, period } of rows)
      if (period) byYear.set(period.year, (byYear.get(period.year) ?? 0) + amountOf(lever));
    const { recurrent, isRecurrenceStated } = first.lever;
    // As in a wide table, a year that others have and this lever lacks holds nothing, unless it is said to come again.
    const last = recurrent && isRecurrenceStated ? Math.max(...byYear.keys()) : lastOfAll;
    let running = 0;
    const amounts = Array.from({ length: years }, (_, index) => {
      const own = byYear.get(index + 1);
      if (first.period?.holds === "new") return recurrent ? (running += own ?? 0) : (own ?? 0);
      return own ?? (index + 1 > last && recurrent ? (byYear.get(last) ?? 0) : 0);
    });
    const fullYear = recurrent ? (amounts[years - 1] ?? 0) : 0;
    const sum = [...byYear.values()].reduce((total, amount) => total + amount, 0);
    const asWritten = first.period.holds === "new" ? sum : fullYear || sum;
    return {
      ...first,
      lever: {
        ...first.lever,
        start: Math.min(...byYear.keys()),
        effect: { kind: "byYear", amounts, fullYear, asWritten },
      },
    };
  });
}

function amountOf({ effect }: Lever): number {
  return effect.kind === "amount" ? effect.amount : effect.kind === "byYear" ? effect.asWritten : 0;
}

export function leverKey(table: OpenTable, row: number): string {
  const reference = columnOf(table.columns, "reference");
  const text = (column: MappedColumn | undefined): string =>
    column ? nameKey(textOf(cellAt(table.header.grid, row, column.column))) : "";
  return `${text(table.key)}\n${text(reference)}`;
}

import { cellAddress } from "../../../cells/address";
import { agree } from "../cells/agree";
import { amountAt } from "../extent/rowSums";
import { effectMeanings } from "../meaning/effectMeanings";
import { timesAYear } from "../meaning/ratePeriod";
import type { OpenTable } from "../openTable";
import { ask, type Asking } from "../questions";
import { columnOf, type MappedColumn } from "../tableColumn";

/** Columns of "Saving per month" and the like, by what they are multiplied to be a year's: asked, unless a column of the year's amounts beside them says it. */
export function withYearlyRates(table: OpenTable, asking: Asking): OpenTable {
  const isByRow = columnOf(table.columns, "period") !== undefined;
  if (table.kind !== "levers" || isByRow || !table.columns.some(({ per, full }) => per ?? yearsIn(full))) return table;
  return { ...table, columns: table.columns.map((column) => withYearlyRate(column, table, asking)) };
}

const costs = new Set(["baselineCost", "investment", "runningCost", "doubleRunning"]);

function withYearlyRate(column: MappedColumn, table: OpenTable, asking: Asking): MappedColumn {
  const { per, meaning } = column;
  const isMoney =
    (effectMeanings.has(meaning) && !shares.has(meaning)) || (costs.has(meaning) && meaning !== "investment");
  if (isMoney && !per) return withYearOfSeveral(column, table, asking);
  if (!per || !isMoney) return column;
  const times = timesAYear[per];
  if (table.columns.some((other) => other !== column && isTimes(table, column, other, times)))
    return { ...column, timesAYear: times };
  const choice = ask(asking, {
    id: "perPeriod",
    cell: cellAddress(table.header.grid.sheet, column.row, column.column),
    message: `'${column.heading}' gives the amount of a ${per}, and was read as ${times} times that in a year`,
    choices: { times: `${times} times in a year`, asIs: "the amount of a year" },
    usual: "times",
  });
  return choice === "times" ? { ...column, timesAYear: times } : column;
}

/** "Total saving over 3 years" where nothing says what each year saves: the same in each, as far as one knows; asked. */
function withYearOfSeveral(column: MappedColumn, { columns, header }: OpenTable, asking: Asking): MappedColumn {
  const years = yearsIn(column.full);
  if (!years || columns.some((other) => other !== column && effectMeanings.has(other.meaning))) return column;
  const choice = ask(asking, {
    id: "perPeriod",
    cell: cellAddress(header.grid.sheet, column.row, column.column),
    level: "error",
    message: `'${column.heading}' gives the amount of ${years} years, and was read as 1/${years} of it in each; say whether it is`,
    choices: { part: `1/${years} in each year`, asIs: "the amount of a year" },
    usual: "part",
  });
  return choice === "part" ? { ...column, timesAYear: 1 / years } : column;
}

function yearsIn(heading: string): number | null {
  const [, word = ""] =
    /\b([2-9]|10|two|three|four|five|six|seven|eight|nine|ten)[ -](?:year|yr)s?\b/i.exec(heading) ?? [];
  return Number(word) || numberWords.indexOf(word.toLowerCase()) + 1 || null;
}

const numberWords = "one two three four five six seven eight nine ten".split(" ");

const shares = new Set(["savingShare", "yearlyEfficiency"]);

/** Whether in every row another column holds so many times the amount. */
function isTimes({ header, rows }: OpenTable, column: MappedColumn, other: MappedColumn, times: number): boolean {
  const pairs = rows.rows.map((row) => [column, other].map((one) => amountAt(header, row, one.column) ?? 0));
  const filled = pairs.filter(([own = 0]) => own !== 0);
  return filled.length > 0 && filled.every(([own = 0, whole = 0]) => agree(own * times, whole, times));
}

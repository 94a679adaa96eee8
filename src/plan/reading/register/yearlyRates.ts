import { cellAddress } from "../../../cells/address";
import { agree } from "../cells/agree";
import { amountAt } from "../extent/totals/rowSums";
import { effectMeanings } from "../meaning/effectMeanings";
import { timesAYear } from "../meaning/years/ratePeriod";
import type { OpenTable } from "../openTable";
import { ask, type Asking } from "../questions";
import { columnOf, type MappedColumn } from "../tableColumn";

/** Columns of "Saving per month" and the like, by what they are multiplied to be a year's: asked, unless a column of the year's amounts beside them says it. */
export function withYearlyRates(table: OpenTable, asking: Asking): OpenTable {
  const isByRow = columnOf(table.columns, "period") !== undefined;
  if (table.kind !== "levers" || isByRow || !table.columns.some(({ per, full }) => per ?? yearsIn(full) > 0))
    return table;
  return { ...table, columns: table.columns.map((column) => withYearlyRate(column, table, asking)) };
}

const costs = new Set(["baselineCost", "investment", "runningCost", "doubleRunning"]);

function withYearlyRate(column: MappedColumn, table: OpenTable, asking: Asking): MappedColumn {
  const { per, meaning } = column;
  const isMoney =
    (effectMeanings.has(meaning) && !shares.has(meaning)) || (costs.has(meaning) && meaning !== "investment");
  const years = per ? 0 : yearsIn(column.full);
  // Beside other amounts that of several years is their sum.
  const isAlone = table.columns.every((other) => other === column || !effectMeanings.has(other.meaning));
  if (!isMoney || !(per ?? (years > 0 && isAlone))) return column;
  const times = per ? timesAYear[per] : 1 / years;
  if (table.columns.some((other) => other !== column && isTimes(table, column, other, times)))
    return { ...column, timesAYear: times };
  const often = `${years ? `1/${years}` : times} times`;
  const choice = ask(asking, {
    id: "perPeriod",
    cell: cellAddress(table.header.grid.sheet, column.row, column.column),
    level: years ? "error" : "warning",
    message: `'${column.heading}' gives the amount of ${per ? `a ${per}` : `${years} years`}, and was read as ${often} that in a year`,
    choices: { times: `${often} in a year`, asIs: "the amount of a year" },
    usual: "times",
  });
  return choice === "times" ? { ...column, timesAYear: times } : column;
}

/** 3 of "Total saving over 3 years": as far as one knows, each saves as much. */
function yearsIn(heading: string): number {
  const word = /\b([2-9]|10|two|three|four|five)[ -](year|yr)s?\b/i.exec(heading)?.[1] ?? "";
  return Number(word) || ["", "", "two", "three", "four", "five"].indexOf(word.toLowerCase());
}

const shares = new Set(["savingShare", "yearlyEfficiency"]);

/** Whether in every row another column holds so many times the amount. */
function isTimes({ header, rows }: OpenTable, column: MappedColumn, other: MappedColumn, times: number): boolean {
  const pairs = rows.rows.map((row) => [column, other].map((one) => amountAt(header, row, one.column) ?? 0));
  const filled = pairs.filter(([own = 0]) => own !== 0);
  return filled.length > 0 && filled.every(([own = 0, whole = 0]) => agree(own * times, whole, times));
}

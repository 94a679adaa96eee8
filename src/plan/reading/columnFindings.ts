import { cellAddress, columnLetters } from "../../cells/address";
import { columnRecord } from "../columns/allColumns";
import type { Finding } from "../finding";
import { firstColumnOf } from "./extent/headerRows";
import type { MappedColumn } from "./meaning/tableColumn";
import type { OpenTable } from "./openTable";
import { unreadColumns } from "./unreadColumns";

/** What is said of a table's columns and hidden cells: guesses, columns that another of the same meaning keeps out, hidden ones that count. */
export function columnFindings(table: OpenTable): Finding[] {
  const { header, columns, rows, kind } = table;
  const { grid } = header;
  const at = ({ row, column }: { row: number; column: number }): string => cellAddress(grid.sheet, row, column);
  const nameOf = (meaning: string): string => columnRecord(kind, meaning)?.name ?? meaning;
  const guessed = columns.filter(
    ({ sureness, meaning, why }) =>
      sureness === "unsure" &&
      meaning !== "ignored" &&
      columnRecord(kind, meaning)?.use === "plan" &&
      !why.startsWith("leaves open"),
  );
  const keptOut = columns.filter(({ wouldBe }) => wouldBe !== undefined && countedOnce.has(wouldBe));
  const unfit = columns.filter(
    ({ wouldBe, why }) => (wouldBe === "start" || wouldBe === "startMonth") && why.startsWith("its cells"),
  );
  const plans = otherPlans(columns);
  const hiddenColumns = columns.filter(
    ({ meaning, column }) =>
      meaning !== "ignored" && columnRecord(kind, meaning)?.use !== "set aside" && grid.hiddenColumns.includes(column),
  );
  const hiddenRows = rows.rows.filter((row) => grid.hiddenRows.includes(row));
  const [firstHidden] = hiddenRows;
  const warning = (cell: string, message: string): Finding => ({ level: "warning", cell, message });
  return [
    ...guessed.map((column) =>
      warning(
        at(column),
        `${column.heading === "" ? `column ${columnLetters(column.column)}` : `'${column.heading}'`} was read as ${nameOf(column.meaning)}, since it ${column.why}; correct it if it is something else`,
      ),
    ),
    ...keptOut.map((column) =>
      warning(at(column), `'${column.heading}' was left out, since ${column.why}; one column is read for each meaning`),
    ),
    ...plans.map(({ aside, taken }): Finding => {
      const choices = [taken.full, aside.full];
      const option = `--column '${at(taken)}=ignored' with --column '${at(aside)}=…' naming its year, for each column`;
      return {
        ...warning(at(aside), `'${aside.full}' was left out, since '${taken.full}' shows a plan of the same time`),
        question: { choices, taken: taken.full, option },
      };
    }),
    ...unreadColumns(table),
    ...unfit.map((column) => warning(at(column), `'${column.heading}' was left out, since ${column.why}`)),
    ...(firstHidden === undefined
      ? []
      : [
          warning(
            cellAddress(grid.sheet, firstHidden, firstColumnOf(header)),
            hiddenRows.length === 1
              ? `row ${firstHidden + 1} is hidden and counts`
              : `${hiddenRows.length} hidden rows count, the first is row ${firstHidden + 1}`,
          ),
        ]),
    ...hiddenColumns.map((column) => warning(at(column), `the column '${column.heading}' is hidden and counts`)),
  ];
}

/** The first column of a series that shows a plan too, beside the plan that was read. */
function otherPlans(columns: readonly MappedColumn[]): { aside: MappedColumn; taken: MappedColumn }[] {
  const aside = columns.find(
    ({ meaning, origin, aspect }) =>
      meaning === "actual" && origin === "series" && (aspect === "plan" || aspect === "none"),
  );
  const taken = columns.find(({ meaning, full }) => seriesMeanings.has(meaning) && isPlan.test(full));
  return aside && taken && isPlan.test(aside.full) ? [{ aside, taken }] : [];
}

/** Parts of a year, targets and gaps are said otherwise. */
const isPlan = /\b(plan|planned|original|revised|approved|current)\b/i;

const seriesMeanings = new Set(["year", "month", "quarter"]);

const countedOnce = new Set(
  "base growth saving inYear fullYearEffect savingShare yearlyEfficiency investment runningCost doubleRunning".split(
    " ",
  ),
);

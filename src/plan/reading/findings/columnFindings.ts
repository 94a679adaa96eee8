import { cellAddress } from "../../../cells/address";
import { columnRecord } from "../../columns/allColumns";
import type { Finding } from "../../finding";
import { isRepeated } from "../cells/dittos";
import { firstColumnOf } from "../extent/headerRows";
import type { OpenTable } from "../openTable";
import { headedAlike } from "./columnQuestions";
import { tableBeside } from "./tableBeside";
import { outliers } from "./outliers";
import { unheadedColumns } from "./unheadedColumns";
import { unreadColumns } from "./unreadColumns";

/** What is said of a table's columns and hidden cells: columns that another of the same meaning keeps out, hidden ones that count. */
export function columnFindings(table: OpenTable): Finding[] {
  const { header, columns, rows, kind } = table;
  const { grid } = header;
  const at = ({ row, column }: { row: number; column: number }): string => cellAddress(grid.sheet, row, column);
  const isAsked = (meaning: string): boolean =>
    meaning === "base" && table.findings.some(({ question }) => question?.key.startsWith("baseColumn@"));
  const keptOut = columns.filter(
    (column) =>
      column.wouldBe !== undefined &&
      countedOnce.has(column.wouldBe) &&
      !isAsked(column.wouldBe) &&
      !headedAlike(columns, column),
  );
  const unfit = columns.filter(
    ({ wouldBe, why }) => (wouldBe === "start" || wouldBe === "startMonth") && why.startsWith("its cells"),
  );
  const hiddenColumns = columns.filter(
    ({ meaning, column }) =>
      meaning !== "ignored" && columnRecord(kind, meaning)?.use !== "set aside" && grid.hiddenColumns.includes(column),
  );
  const hiddenRows = rows.rows.filter((row) => grid.hiddenRows.includes(row));
  const [firstHidden] = hiddenRows;
  const dittos = columns.flatMap(({ meaning, column }) =>
    rows.rows.flatMap((row) =>
      meaning !== "ignored" && isRepeated(grid, row, column) ? [cellAddress(grid.sheet, row, column)] : [],
    ),
  );
  const warning = (cell: string, message: string): Finding => ({ level: "warning", cell, message });
  return [
    ...keptOut.map((column) =>
      warning(at(column), `'${column.heading}' was left out, since ${column.why}; one column is read for each meaning`),
    ),
    ...unreadColumns(table),
    ...unheadedColumns(table),
    ...(kind === "levers" ? [...tableBeside(table), ...outliers(table)] : []),
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
    ...dittos.map((cell) => warning(cell, "the cell was read as the word above it, as it says")),
    ...hiddenColumns.map((column) => warning(at(column), `the column '${column.heading}' is hidden and counts`)),
  ];
}

const countedOnce = new Set(
  "base growth saving inYear fullYearEffect savingShare yearlyEfficiency investment runningCost doubleRunning".split(
    " ",
  ),
);

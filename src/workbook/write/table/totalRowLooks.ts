import type { OutputTable } from "../../../plan/report/outputTable";
import { action, type Action } from "../../excel/actions";
import type { OutputSheet } from "../inspectOutputs";
import { palette } from "../sheet/palette";
import type { TableChange } from "./tableChange";

/** Rows of the table that are totals of those above them stand out. `firstRow`, `column`: of the first cell under the headings. */
export function emphasizeTotals(
  sheet: Excel.Worksheet,
  firstRow: number,
  column: number,
  { totalRows = [], header }: Pick<OutputTable, "totalRows" | "header">,
): void {
  for (const row of totalRows) {
    const { font, borders } = sheet.getRangeByIndexes(firstRow + row, column, 1, header.length).format;
    font.bold = true;
    const rule = borders.getItem("EdgeTop");
    rule.style = "Continuous";
    rule.color = palette.quiet;
  }
}

/** Rows that come in look like the one above them, so that totals among them are told apart anew. */
export function totalRowLooks(output: OutputTable, now: OutputSheet, change: TableChange): Action[] {
  const { totalRows } = output;
  if (!totalRows) return [];
  const totals = new Set(totalRows);
  const moved = new Set(change.moves.map(({ to }) => to));
  const added = change.rowsIn
    .flatMap(({ index, count }) => Array.from({ length: count }, (_, at) => index + at))
    .filter((row) => !moved.has(row));
  return added.length === 0
    ? []
    : [
        action((context) => {
          const sheet = context.workbook.worksheets.getItem(now.sheet);
          for (const row of added) {
            const isTotal = totals.has(change.results[row] ?? -1);
            const { format } = sheet.getRangeByIndexes(now.row + 1 + row, now.column, 1, change.header.length);
            format.font.bold = isTotal;
            const rule = format.borders.getItem("EdgeTop");
            rule.style = isTotal ? "Continuous" : "None";
            if (isTotal) rule.color = palette.quiet;
          }
        }),
      ];
}

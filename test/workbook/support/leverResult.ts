import type { OutputTable } from "../../../src/plan/report/outputTable";

/** A result of levers by columns, whose cells say where they were made: `cellAt(lever, heading, row, column)`. */
export function leverResult(
  levers: readonly string[],
  headings: readonly string[],
  cellAt: (lever: string, heading: string, row: number, column: number) => string | number = (_, __, row, column) =>
    100 * row + column,
): OutputTable {
  const rows = levers.map((lever, row) => [
    lever,
    ...headings.map((heading, column) => cellAt(lever, heading, row, column)),
  ]);
  return {
    ...{ id: "breakdown", sheetTitle: "As planned Breakdown", title: "Title", noteLines: ["A note."] },
    ...{ tableName: "SavingsBreakdown_AsPlanned", header: ["Lever", ...headings], rows },
    numberFormats: rows.map((row) => row.map((cell) => (typeof cell === "number" ? "0.0" : "General"))),
  };
}

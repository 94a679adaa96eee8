import { cellAddress } from "../../../cells/address";
import type { Finding } from "../../finding";
import { amountAt } from "../extent/totals/rowSums";
import type { OpenTable } from "../openTable";

/**
 * −1 where a table shows what it holds as negatives, as costs are in an income and expenditure account and funding in a statement of net expenditure: its
 * amounts are then turned, and so it is said.
 */
export function signOfBudget(table: OpenTable, findings: Finding[]): 1 | -1 {
  const { header, rows, columns, kind } = table;
  const amounts = columns.filter(
    ({ meaning, yearKind }) => meaning === "base" || (meaning === "year" && yearKind !== "growth"),
  );
  const [first] = amounts;
  const signed = rows.rows.flatMap((row) => {
    const sum = amounts.reduce((total, { column }) => total + (amountAt(header, row, column) ?? 0), 0);
    return sum === 0 ? [] : [sum];
  });
  const negatives = signed.filter((sum) => sum < 0).length;
  const total = signed.reduce((all, sum) => all + sum, 0);
  if (!first || total >= 0) return 1;
  if (kind === "funding" && negatives < signed.length) {
    findings.push({
      level: "error",
      cell: cellAddress(header.grid.sheet, rows.rows[0] ?? first.row, first.column),
      message:
        "the rows of funding come to less than 0, since some are negative as costs are; a range with the funding alone is needed",
    });
    return 1;
  }
  findings.push({
    level: "warning",
    cell: cellAddress(header.grid.sheet, rows.rows[0] ?? first.row, first.column),
    message:
      kind === "funding"
        ? "the funding is negative, as where spending is positive beside it, and was turned"
        : "the costs are negative, as where income is positive beside them, and were turned",
  });
  return -1;
}

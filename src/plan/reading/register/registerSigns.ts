import { cellAddress } from "../../../cells/address";
import type { Finding } from "../../finding";
import { amountAt } from "../extent/rowSums";
import type { MappedColumn } from "../meaning/tableColumn";
import type { OpenTable } from "../openTable";
import { rowKindOf } from "./rowKind";

/**
 * Whether a register shows savings as negatives, "in brackets": then all of its savings are turned, and so it is said. Both signs among savings, where no
 * row is a pressure or the like, are a question at the cells of the rarer sign.
 */
export function signOf(table: OpenTable, amounts: readonly MappedColumn[], findings: Finding[]): 1 | -1 {
  const { header, rows } = table;
  const kinds = new Map(rows.rows.map((row) => [row, rowKindOf(table, row)]));
  const signed = rows.rows.flatMap((row) => {
    if (kinds.get(row) !== "Saving") return [];
    const figures = amounts.flatMap(({ column }) => amountAt({ grid: header.grid }, row, column) ?? []);
    const sum = figures.reduce((total, figure) => total + figure, 0);
    const at = amounts.find(({ column }) => (amountAt({ grid: header.grid }, row, column) ?? 0) !== 0);
    return sum === 0 || !at ? [] : [{ row, column: at.column, sign: Math.sign(sum) }];
  });
  const negatives = signed.filter(({ sign }) => sign < 0);
  const positives = signed.filter(({ sign }) => sign > 0);
  const says = header.titles.some((title) =>
    /\b(savings?|reductions?)\b.*\b(brackets?|negatives?|minus|parenthes[ie]s)\b/i.test(title),
  );
  const isTurned = negatives.length > positives.length || (says && negatives.length > 0);
  const [column] = amounts;
  if (isTurned && column) {
    const cell = cellAddress(header.grid.sheet, column.row, column.column);
    const message = says
      ? "savings are shown in brackets, as the title says, and were turned"
      : "the savings are negative throughout, as where they are shown in brackets, and were turned";
    findings.push({ level: "warning", cell, message });
  }
  const hasOtherKinds = [...kinds.values()].some((kind) => kind !== "Saving");
  const odd = isTurned ? positives : negatives;
  if (odd.length > 0 && !hasOtherKinds) {
    for (const { row, column: at } of odd) {
      const choices = ["a cost, which counts against the savings", "a slip of the sign"];
      findings.push({
        level: "warning",
        cell: cellAddress(header.grid.sheet, row, at),
        message:
          "the saving has another sign than the others, and counts as a cost; give it a Type such as Pressure, or turn its sign",
        question: { choices, taken: choices[0] ?? "", option: "add a column Type that says Pressure" },
      });
    }
  }
  return isTurned ? -1 : 1;
}

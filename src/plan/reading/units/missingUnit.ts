import { cellAddress } from "../../../cells/address";
import type { Finding } from "../../finding";
import { amountAt } from "../extent/totals/rowSums";
import { effectMeanings } from "../meaning/effectMeanings";
import type { MappedColumn } from "../tableColumn";
import type { OpenTable } from "../openTable";
import type { PlanUnits } from "./planUnits";

/**
 * Savings and spending of which one states no unit of its own may be a thousandfold apart: said where the savings are hardly anything of the spending, or
 * more than all of it.
 */
export function askMissingUnit(
  spending: OpenTable | null,
  registers: readonly OpenTable[],
  units: PlanUnits,
  findings: Finding[],
): void {
  const budget = spending?.columns.filter(
    ({ meaning, yearKind }) => meaning === "base" || (meaning === "year" && yearKind !== "growth"),
  );
  const [firstBudget] = budget ?? [];
  if (!spending || !budget || !firstBudget) return;
  const spent = largestSum(spending, budget, units);
  const isBudgetStated = budget.some((column) => units.isStated(spending, column));
  for (const table of registers) {
    const amounts = table.columns.filter(
      ({ meaning }) => moneyMeanings.has(meaning) && !["savingShare", "yearlyEfficiency"].includes(meaning),
    );
    const [first] = amounts;
    if (spent === 0 || !first) continue;
    const isSavingStated = amounts.some((column) => units.isStated(table, column));
    if (isSavingStated && isBudgetStated) continue;
    const saved = largestSum(table, amounts, units);
    if (saved === 0 || (saved > spent / 2000 && saved < spent)) continue;
    const [unstated, column] = isSavingStated ? [spending, firstBudget] : [table, first];
    const inUnit = units.unit?.name ?? `the ${isSavingStated ? "register" : "spending"}'s unit`;
    const how = saved >= spent ? "more than all of" : "hardly anything of";
    findings.push({
      level: "warning",
      cell: cellAddress(unstated.header.grid.sheet, column.row, column.column),
      message: isSavingStated
        ? `'${column.heading}' states no unit and was read in ${inUnit}, in which the savings are ${how} the spending; a unit in the heading would say which`
        : `'${column.heading}' states no unit and was read in ${inUnit}, in which it is ${how} the spending; a unit in the heading would say which`,
    });
  }
}

const moneyMeanings = new Set([...effectMeanings, "year", "month", "quarter"]);

/** The largest sum of a column, in the plan's unit. */
function largestSum(table: OpenTable, columns: readonly MappedColumn[], units: PlanUnits): number {
  const sums = columns.map((column) =>
    table.rows.rows.reduce((sum, row) => {
      const amount = amountAt({ grid: table.header.grid }, row, column.column) ?? 0;
      return sum + Math.abs(amount) * units.scaleOf(table, column, row);
    }, 0),
  );
  return Math.max(0, ...sums);
}

import { cellAddress } from "../../cells/address";
import type { Finding } from "../finding";
import type { Lever, Plan } from "../plan";
import { firstColumnOf } from "../reading/headerRows";
import type { OpenTable } from "../reading/openTable";
import { overspends } from "./overspends";

/** What is wrong with a plan whose every cell is fine, each at its cell: a saving above the spend it applies to, alone or with the others; an amount on no spend. */
export function checkPlan(plan: Plan, levers: OpenTable, spending: OpenTable): Finding[] {
  return overspends(plan).map(({ lever, category, message }) => ({
    level: "error",
    cell: lever ? effectCell(levers, lever) : categoryCell(spending, category),
    message,
  }));
}

/** The cell that holds the lever's saving. */
function effectCell({ columns, header, rows }: OpenTable, lever: Lever): string {
  const meaning = { amount: "saving", byYear: "saving", level: "savingShare", yearlyEfficiency: "yearlyEfficiency" }[
    lever.effect.kind
  ];
  const column = columns.find((one) => one.meaning === meaning)?.column ?? firstColumnOf(header);
  const row =
    rows.rows.find(
      (at) => lever.address === "" || lever.address.includes(rowMark(header.grid.sheet, at, firstColumnOf(header))),
    ) ?? header.top;
  return cellAddress(header.grid.sheet, row, column);
}

function rowMark(sheet: string, row: number, column: number): string {
  return `${cellAddress(sheet, row, column)}:`;
}

function categoryCell({ header, rows, key }: OpenTable, category: number): string {
  return cellAddress(header.grid.sheet, rows.rows[category] ?? 0, key?.column ?? firstColumnOf(header));
}

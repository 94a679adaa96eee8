import { tokenize } from "@borgar/fx";
import { notCalculated } from "../../calculation/excel/notCalculated";
import type { Workbook } from "../workbook";

/** A sentence on a cell whose formula is not calculated here; null where it is. */
export function notCalculatedMessage(workbook: Workbook, sheet: string, row: number, column: number): string | null {
  // The page may still point at a cell of a sheet that has just been deleted.
  if (!workbook.findSheet(sheet)) return null;
  const { calculation } = workbook;
  const formula = calculation.formulaAt(sheet, row, column);
  if (formula === null) return null;
  const refused = calculation.recalculation.refusal(sheet, row, column);
  if (refused !== null) return `Not calculated here: ${refused}. Excel calculates it.`;
  const names = tokenize(formula).flatMap(({ type, value }) => (type === "func" ? [value.toUpperCase()] : []));
  const name = names.find((each) => notCalculated.has(each));
  if (name === undefined || calculation.known.has(name)) return null;
  return `${name} is not calculated here: ${notCalculated.get(name) ?? ""}. Excel calculates it.`;
}

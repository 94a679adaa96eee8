import { cellDigest } from "../../excel/cellInput";
import { action } from "../../excel/actions";
import type { ChangeKind } from "./changeKind";

/** A formula of the user's that was written anew, in one cell. */
export interface FormulaReplaced {
  kind: "formulaReplaced";
  sheet: string;
  row: number;
  column: number;
  before: string;
  written: string;
}

/** A cell that holds neither is somebody else's by now. */
export const formulaReplaced: ChangeKind<FormulaReplaced, Asked> = {
  sheet: ({ sheet }) => sheet,
  look({ workbook }, { sheet, row, column }) {
    const worksheet = workbook.worksheets.getItemOrNullObject(sheet);
    const cell = worksheet.getRangeByIndexes(row, column, 1, 1);
    cell.load("formulas");
    return { worksheet, cell };
  },
  putBack({ before, written }, { worksheet, cell }) {
    if (worksheet.isNullObject) return [];
    const now: unknown = cell.formulas[0]?.[0];
    if (typeof now !== "string" || now === before || cellDigest(now) !== cellDigest(written)) return [];
    return [action(() => (cell.formulas = [[before]]), before)];
  },
};

interface Asked {
  worksheet: Excel.Worksheet;
  cell: Excel.Range;
}

import { action } from "../../excel/actions";
import type { ChangeKind } from "./changeKind";

/** A formula of the user's that points at a row or column that goes. Written again only where that has been made anew. */
export interface FormulaBroken {
  kind: "formulaBroken";
  sheet: string;
  row: number;
  column: number;
  formula: string;
}

export const formulaBroken: ChangeKind<FormulaBroken> = {
  look: () => undefined,
  // As long as nothing has been taken out, the formula is what it was.
  putBack: () => [],
  regrown: ({ sheet, row, column, formula }) => [
    action(({ workbook }) => {
      workbook.worksheets.getItem(sheet).getRangeByIndexes(row, column, 1, 1).formulas = [[formula]];
    }, formula),
  ],
};

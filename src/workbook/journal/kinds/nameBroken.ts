import { action } from "../../excel/actions";
import type { ChangeKind } from "./changeKind";

/** A name of the user's for cells in a row or column that goes. It refers to them again only where that has been made anew. */
export interface NameBroken {
  kind: "nameBroken";
  name: string;
  /** "" for a name of the whole workbook. */
  sheet: string;
  formula: string;
}

export const nameBroken: ChangeKind<NameBroken> = {
  look: () => undefined,
  putBack: () => [],
  regrown: ({ name, sheet, formula }) => [
    action(({ workbook }) => {
      const { names } = sheet === "" ? workbook : workbook.worksheets.getItem(sheet);
      names.getItem(name).formula = formula;
    }, formula),
  ],
};

import { cellDigest } from "../../excel/cellInput";
import { action } from "../../excel/actions";
import type { ChangeKind } from "./changeKind";

/** A name of the user's whose formula was written anew. */
export interface NameRewritten {
  kind: "nameRewritten";
  /** Without its sheet. */
  name: string;
  /** "" for a name of the whole workbook. */
  sheet: string;
  before: string;
  written: string;
}

export const nameRewritten: ChangeKind<NameRewritten, Excel.NamedItem> = {
  look({ workbook }, change) {
    const item = nameItem(workbook, change);
    item.load("formula");
    return item;
  },
  putBack({ before, written }, item) {
    if (item.isNullObject) return [];
    const now = String(item.formula);
    return now === before || cellDigest(now) !== cellDigest(written)
      ? []
      : [action(() => (item.formula = before), before)];
  },
};

export function nameItem(
  workbook: Excel.Workbook,
  { name, sheet }: Pick<NameRewritten, "name" | "sheet">,
): Excel.NamedItem {
  const { names } = sheet === "" ? workbook : workbook.worksheets.getItemOrNullObject(sheet);
  return names.getItemOrNullObject(name);
}

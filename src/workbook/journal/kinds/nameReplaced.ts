import { action } from "../../excel/actions";
import type { ChangeKind } from "./changeKind";

/** A name of the workbook that was put in, taken out, or now refers to something else; hidden, unless it says otherwise. */
export interface NameReplaced {
  kind: "nameReplaced";
  name: string;
  /** Null where there was none. */
  before: { formula: string; comment: string; isShown?: true } | null;
}

export const nameReplaced: ChangeKind<NameReplaced, Excel.NamedItem> = {
  look({ workbook }, { name }) {
    const now = workbook.names.getItemOrNullObject(name);
    now.load("formula,comment");
    return now;
  },
  putBack({ name, before }, now) {
    if (before && !now.isNullObject && String(now.formula) === before.formula && now.comment === before.comment)
      return [];
    const out = now.isNullObject ? [] : [action(({ workbook: { names } }) => names.getItem(name).delete())];
    // Excel takes no name that refers to nothing.
    if (!before || before.formula.includes("#REF!")) return out;
    return [
      ...out,
      action(({ workbook: { names } }) => {
        const item = names.add(name, before.formula, before.comment);
        if (!before.isShown) item.visible = false;
      }),
    ];
  },
};

import { action } from "../../excel/actions";
import type { ChangeKind } from "./changeKind";

/** The sheet that the user looked at; Excel may put another in front as sheets come and go. */
export interface SheetInFront {
  kind: "sheetInFront";
  sheetId: string;
}

export const sheetInFront: ChangeKind<SheetInFront> = {
  look: () => undefined,
  putBack: ({ sheetId }) => [action(({ workbook }) => workbook.worksheets.getItemOrNullObject(sheetId).activate())],
};

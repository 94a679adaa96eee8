import { step } from "../excel/steps";
import type { ChangeKind } from "./changeKind";

/** The sheet that the user looked at; Excel may put another in front as sheets come and go. */
export interface SheetInFront {
  kind: "sheetInFront";
  sheetId: string;
}

export const sheetInFront: ChangeKind<SheetInFront> = {
  look: () => undefined,
  putBack: ({ sheetId }) => [step(({ workbook }) => workbook.worksheets.getItemOrNullObject(sheetId).activate())],
};

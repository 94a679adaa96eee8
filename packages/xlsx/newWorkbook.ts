import { BLANK_PACKAGE } from "./blankParts";
import { storedZip } from "./package/storedZip";

/** A blank .xlsx package as Excel would make it: one sheet "Sheet1", Calibri 11. */
export function newWorkbook(): Uint8Array {
  return storedZip(BLANK_PACKAGE);
}

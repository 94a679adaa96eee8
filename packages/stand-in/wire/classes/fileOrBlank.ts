import { newWorkbook } from "@workbooks/xlsx/newWorkbook";
import { asText } from "../arguments";

/** The file that is to be opened; without one a blank workbook. */
export function fileOrBlank(base64: unknown): string {
  const isLeftOut = base64 === undefined || base64 === null || base64 === "";
  return isLeftOut ? btoa(String.fromCharCode(...newWorkbook())) : asText(base64);
}

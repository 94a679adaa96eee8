import { isCellError, textOf, type Cell } from "../../../cells/cell";
import { isDateCell } from "./times/period";
import { remembered } from "./remembered";
import { dateOfSerial } from "./times/serialDate";

/** The cell as a person would read it in the pane: 0.02 formatted as a percent is "2%", and a date is no number of days. */
export function shown(value: Cell, numberFormat: string, date1904 = false): string {
  if (isCellError(value)) return value.error;
  if (typeof value === "number") {
    if (isPercentFormat(numberFormat)) return `${roundTo(value * 100)}%`;
    return isDateCell(value, numberFormat) ? shownDate(value, numberFormat, date1904) : String(roundTo(value));
  }
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return textOf(value);
}

/** Whether Excel shows a number of this format as a percentage. */
export const isPercentFormat = remembered((numberFormat): boolean =>
  numberFormat.replace(/"[^"]*"|\\./g, "").includes("%"),
);

/** The cell in a message: 'two percent' for a text, the digits of a number, TRUE. */
export function quoted(value: Cell, numberFormat = "General", date1904 = false): string {
  return typeof value === "string" ? `'${textOf(value)}'` : shown(value, numberFormat, date1904);
}

/** A date with its day, or the month and year where its format shows no day. */
function shownDate(serial: number, numberFormat: string, date1904: boolean): string {
  const date = dateOfSerial(serial, date1904);
  const month = monthNames[date.getUTCMonth()] ?? "";
  const hasDay = /d/i.test(numberFormat.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, ""));
  return `${hasDay ? `${date.getUTCDate()} ` : ""}${month} ${date.getUTCFullYear()}`;
}

const monthNames = [
  "January", "February", "March", "April", "May", "June",
  "July", "August", "September", "October", "November", "December",
]; // prettier-ignore

function roundTo(value: number): number {
  return Number(value.toPrecision(12));
}

import { isCellError, textOf, type Cell } from "../../../cells/cell";

/** The cell as a person would read it in the pane: 0.02 formatted as a percent is "2%". */
export function shown(value: Cell, numberFormat: string): string {
  if (isCellError(value)) return value.error;
  if (typeof value === "number") {
    if (isPercentFormat(numberFormat)) return `${roundTo(value * 100)}%`;
    return String(roundTo(value));
  }
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return textOf(value);
}

/** Whether Excel shows a number of this format as a percentage. */
export function isPercentFormat(numberFormat: string): boolean {
  return numberFormat.replace(/"[^"]*"|\\./g, "").includes("%");
}

/** The cell in a message: 'two percent' for a text, the digits of a number, TRUE. */
export function quoted(value: Cell, numberFormat = "General"): string {
  return typeof value === "string" ? `'${textOf(value)}'` : shown(value, numberFormat);
}

function roundTo(value: number): number {
  return Number(value.toPrecision(12));
}

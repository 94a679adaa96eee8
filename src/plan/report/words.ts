import { withUnit } from "./withUnit";

/** "£22.0bn", "−£1,230m": as a sentence of a board paper has it. */
export function amountWords(value: number, unit: string): string {
  return `${value < 0 ? "−" : ""}${withUnit(threeDigits.format(Math.abs(value)), unit)}`;
}

/** "39%". */
export function shareWords(value: number): string {
  return `${digits(100 * value)}%`;
}

/** At most three significant digits. */
export function digits(value: number): string {
  return String(Number(value.toPrecision(3))).replace("-", "−");
}

const threeDigits = new Intl.NumberFormat("en-GB", { minimumSignificantDigits: 3, maximumSignificantDigits: 3 });

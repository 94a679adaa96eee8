import type { ValueContent } from "@workbooks/xlsx/content";

const collator = new Intl.Collator("en", { sensitivity: "accent" });

/**
 * Compares as Excel's operators do: numbers are below texts and texts below truth values, texts are equal without regard
 * to capitals, two numbers are equal whose first 15 digits are, and a blank cell is 0, "" or FALSE beside the other value.
 * Errors are not compared.
 */
export function compare(one: ValueContent, other: ValueContent, operator: string): boolean {
  const order = orderOf(filled(one, other), filled(other, one));
  if (operator === "=") return order === 0;
  if (operator === "<>") return order !== 0;
  if (operator === "<") return order < 0;
  if (operator === "<=") return order <= 0;
  return operator === ">" ? order > 0 : order >= 0;
}

/** Whether two numbers have the same first 15 digits. */
function isSameNumber(one: number, other: number): boolean {
  if (one === other) return true;
  return Math.abs(one - other) <= 1e-14 * Math.abs(one) && one.toPrecision(15) === other.toPrecision(15);
}

function filled(value: ValueContent, beside: ValueContent): ValueContent {
  if (value !== null) return value;
  if (typeof beside === "string") return "";
  return typeof beside === "boolean" ? false : 0;
}

function orderOf(one: ValueContent, other: ValueContent): number {
  const kind = kindOf(one) - kindOf(other);
  if (kind !== 0) return kind;
  if (typeof one === "string" && typeof other === "string")
    return one.toLowerCase() === other.toLowerCase() ? 0 : collator.compare(one, other) || (one < other ? -1 : 1);
  if (typeof one === "number" && typeof other === "number") return isSameNumber(one, other) ? 0 : one - other;
  return Number(one) - Number(other);
}

function kindOf(value: ValueContent): number {
  if (typeof value === "number") return 0;
  return typeof value === "string" ? 1 : 2;
}

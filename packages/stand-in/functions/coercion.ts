import type { ValueContent } from "@workbooks/xlsx/content";
import { textOfNumber } from "../workbook/cells/generalFormat";
import { textOfTruth } from "../calculation/functions/datesAndTexts";
import type { BlankCell } from "./blanks";
import { readTyped } from "../workbook/cells/typedText";

/** A value that a parameter's kind does not take: the function is not called, its cell is #VALUE!. */
export const refused = Symbol("refused");

/**
 * A cell's value as a parameter of a kind gets it. A number takes text that reads as one ("5", "2%") and TRUE as 1; a
 * string takes everything as it is shown; a boolean takes numbers and the words TRUE and FALSE. An empty cell is `blank`
 * for a number and for `any`, the empty text, or FALSE. Errors are handed on as the runtime wants them.
 */
export function coerced(type: string, value: ValueContent, blank: BlankCell): unknown {
  if (typeof value === "object" && value !== null) return { code: value.error, type: "CustomFunctionError" };
  if (type === "number") return numberOf(value, blank);
  if (type === "string") return textOf(value);
  if (type === "boolean") return truthOf(value);
  return value === null ? blank : value;
}

type Plain = Exclude<ValueContent, { error: string }>;

function numberOf(value: Plain, blank: BlankCell): unknown {
  if (value === null) return blank;
  if (typeof value === "boolean") return value ? 1 : 0;
  if (typeof value === "number") return value;
  const typed = readTyped(value, false).value;
  return typeof typed === "number" ? typed : refused;
}

function textOf(value: Plain): string {
  if (value === null) return "";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return typeof value === "number" ? textOfNumber(value) : value;
}

function truthOf(value: Plain): unknown {
  if (typeof value !== "string") return Boolean(value);
  const truth = textOfTruth(value);
  return typeof truth === "boolean" ? truth : refused;
}

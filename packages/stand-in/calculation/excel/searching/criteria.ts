import type { ValueContent } from "@workbooks/xlsx/content";
import { compare } from "../../functions/comparison";
import { numberOfText } from "../numbers";
import { isError } from "../ownFunction";

type Criterion = (value: ValueContent) => boolean;

/** What a criterion of COUNTIF and its kin accepts: `">=3"`, `"<>*west"`, 5, a blank cell, which is 0. */
export function criterionOf(criterion: ValueContent): Criterion {
  if (typeof criterion !== "string") return equalTo(criterion ?? 0);
  const [, operator = "", operand = ""] = /^(<>|<=|>=|[=<>])?([^]*)$/.exec(criterion) ?? [];
  if (operand === "") return blank(operator);
  const meant = meantBy(operand);
  if (operator === "" || operator === "=") return equalTo(meant);
  if (operator === "<>") {
    // Here a text that spells the number is another value than it.
    const isEqual = typeof meant === "number" ? (value: ValueContent) => value === meant : equalTo(meant);
    return (value) => !isEqual(value);
  }
  return (value) => !isError(value) && typeof value === typeof meant && compare(value, meant, operator);
}

/** `""` accepts what looks empty, `"="` what is, `"<>"` the rest; nothing is less or more than nothing. */
function blank(operator: string): Criterion {
  if (operator === "") return (value) => value === null || value === "";
  if (operator === "=") return (value) => value === null;
  return operator === "<>" ? (value) => value !== null : () => false;
}

function meantBy(operand: string): ValueContent {
  const upper = operand.toUpperCase();
  if (upper === "TRUE" || upper === "FALSE") return upper === "TRUE";
  if (/^#[A-Z/0]+[!?A]$/.test(upper)) return { error: upper };
  return numberOfText(operand) ?? operand;
}

function equalTo(meant: ValueContent): Criterion {
  if (isError(meant)) return (value) => isError(value) && value.error === meant.error;
  // A text that spells the number is as good.
  if (typeof meant === "number")
    return (value) =>
      typeof value === "number"
        ? compare(value, meant, "=")
        : typeof value === "string" && value !== "" && numberOfText(value) === meant;
  if (typeof meant === "string") {
    const matches = wildcards(meant);
    return (value) => typeof value === "string" && matches(value);
  }
  return (value) => value === meant;
}

/** Whether a whole text is so, capitals or not: "?" is any sign, "*" any text, "~" before one of these the sign itself. */
export function wildcards(pattern: string): (text: string) => boolean {
  const lower = pattern.toLowerCase();
  if (!/[?*~]/.test(lower)) return (text) => text.toLowerCase() === lower;
  const source = lower.replace(/~([?*~])|([?*])|[\\^$.|+()[\]{}]/g, (found, literal?: string, wildcard?: string) => {
    if (wildcard) return wildcard === "?" ? "[^]" : "[^]*";
    return `\\${literal ?? found}`;
  });
  const expression = new RegExp(`^${source}$`, "i");
  return (text) => expression.test(text);
}

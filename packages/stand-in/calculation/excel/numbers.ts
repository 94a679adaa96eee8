import type { ValueContent } from "@workbooks/xlsx/content";
import { readTyped } from "../../workbook/cells/typedText";

/**
 * The number that Excel takes a value for where a function asks for one: a text counts as it would if it were typed, the
 * empty one not at all. Null where it is none.
 */
export function numberOf(value: ValueContent | undefined): number | null {
  if (value === undefined || value === null) return 0;
  if (typeof value === "number") return value;
  if (typeof value === "boolean") return value ? 1 : 0;
  return typeof value === "string" ? numberOfText(value) : null;
}

export function numberOfText(text: string): number | null {
  const trimmed = text.trim();
  const inParentheses = /^\(([^-+].*)\)$/.exec(trimmed);
  if (inParentheses) {
    const number = numberOfText(inParentheses[1] ?? "");
    return number === null ? null : -number;
  }
  const typed = readTyped(trimmed.replace(/^(.*\d)\s?([€£])$/, "$2$1"), false);
  if (typeof typed.value === "number") {
    // A date with spaces around it is none.
    return typed.numberFormat !== undefined && /[dmy]/.test(typed.numberFormat) && trimmed !== text
      ? null
      : typed.value;
  }
  return timeOf(trimmed);
}

/** "13:30", "1:30:15 PM", also after a date. */
function timeOf(text: string): number | null {
  const parts = /^(?:(\S+)\s+)?(\d{1,4}):(\d{1,2})(?::(\d{1,2}(?:\.\d+)?))?(?:\s*([AP])M?)?$/i.exec(text);
  if (!parts) return null;
  const [, date, hour, minute, second = "0", half] = parts;
  const hours = half ? (Number(hour) % 12) + (half.toUpperCase() === "P" ? 12 : 0) : Number(hour);
  if (Number(minute) > 59 || Number(second) >= 60 || (half && Number(hour) > 12)) return null;
  const day = date === undefined ? 0 : numberOfText(date);
  return day === null ? null : day + (hours * 3600 + Number(minute) * 60 + Number(second)) / 86_400;
}

/** What a value says of truth where a function asks; null where it is a text that says nothing of it. */
export function truthOf(value: ValueContent | undefined): boolean | null {
  if (typeof value === "string") {
    const upper = value.toUpperCase();
    return upper === "TRUE" || upper === "FALSE" ? upper === "TRUE" : null;
  }
  return numberOf(value) !== 0;
}

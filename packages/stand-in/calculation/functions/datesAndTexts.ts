import type { ValueContent } from "@workbooks/xlsx/content";

/** EDATE: the same day so many months later, or the last day of a shorter month; dates are serial numbers of 1900. */
export function monthsLater(start: number, months: number): ValueContent {
  const from = dateOf(start);
  const month = from.getUTCMonth() + Math.trunc(months);
  const lastDay = new Date(Date.UTC(from.getUTCFullYear(), month + 1, 0)).getUTCDate();
  const serial = serialOf(Date.UTC(from.getUTCFullYear(), month, Math.min(from.getUTCDate(), lastDay)));
  return serial < 0 ? { error: "#NUM!" } : serial;
}

/** The week of ISO 8601: the one with the year's first Thursday is week 1. */
export function isoWeek(date: number): number {
  const day = dateOf(date);
  const thursday = new Date(day.getTime() + (4 - (day.getUTCDay() || 7)) * millisecondsADay);
  const days = (thursday.getTime() - Date.UTC(thursday.getUTCFullYear(), 0, 1)) / millisecondsADay;
  return Math.floor(days / 7) + 1;
}

/** SEARCH: where a text with the wildcards ? and * is found, from 1, capitals or not; "~" before a wildcard means the sign itself. */
export function wildcardPosition(sought: string, within: string, start: number): number | null {
  if (start > within.length + 1) return null;
  const pattern = sought.replace(/~([^]?)|([?*])|[\\^$.|+()[\]{}]/g, (found, literal?: string, wildcard?: string) => {
    if (wildcard) return wildcard === "?" ? "[^]" : "[^]*?";
    return literal === "" ? "" : (literal ?? found).replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
  });
  const position = within.slice(start - 1).search(new RegExp(pattern, "i"));
  return position < 0 ? null : position + start;
}

/** What a text says of truth: "TRUE", "false"; #VALUE! for any other. */
export function textOfTruth(text: string): ValueContent {
  const upper = text.toUpperCase();
  return upper === "TRUE" || upper === "FALSE" ? upper === "TRUE" : { error: "#VALUE!" };
}

const millisecondsADay = 86_400_000;

/** Excel's 29 February 1900, which never was, makes dates before it one day later. */
function dateOf(serial: number): Date {
  const day = Math.floor(serial);
  return new Date((day - (day < 60 ? 25_568 : 25_569)) * millisecondsADay);
}

function serialOf(time: number): number {
  const day = Math.round(time / millisecondsADay) + 25_569;
  return day < 61 ? day - 1 : day;
}

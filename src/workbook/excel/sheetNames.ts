import { looksLikeCell } from "../../cells/address";
import { nameKey, sameName } from "../../cells/names";

/**
 * `wanted` as a name that Excel takes for a sheet, at most 31 characters, and different from every name in `taken`
 * (Excel compares without regard to case): "As planned Summary", then "As planned Summary (2)".
 */
export function freeSheetName(wanted: string, taken: Iterable<string>): string {
  const used = keysOf(taken);
  const legal = wanted.replace(forbidden, "-").replace(/^['\s]+|['\s]+$/g, "");
  const plain = legal === "" || sameName(legal, "history") ? "Savings" : legal;
  return firstFree((attempt) => {
    const suffix = attempt === 1 ? "" : ` (${attempt})`;
    return cut(plain, longestSheetName - suffix.length).trimEnd() + suffix;
  }, used);
}

/** `wanted` as a plain table name that formulas can use, different from every table and workbook name in `taken`. */
export function freeTableName(wanted: string, taken: Iterable<string>): string {
  const plain = wanted
    .normalize("NFKC")
    .replace(/[^\p{L}\p{N}_]+/gu, "_")
    .replace(/^_+|_+$/g, "");
  // A name must begin with a letter and not look like a cell.
  const isRefused = !/^\p{L}/u.test(plain) || looksLikeCell(plain);
  const start = cut(isRefused ? `Savings_${plain}` : plain, 200);
  return firstFree((attempt) => (attempt === 1 ? start : `${start}_${attempt}`), keysOf(taken));
}

/** The names that `freeTableName` may have given to a table, most likely first. */
export function likelyTableNames(wanted: string): string[] {
  const first = freeTableName(wanted, []);
  return [first, freeTableName(wanted, [first]), freeTableName(wanted, [first, `${first}_2`])];
}

const longestSheetName = 31;
const forbidden = /[\\/?*[\]:\p{Cc}]/gu;

function keysOf(names: Iterable<string>): Set<string> {
  return new Set([...names].map(nameKey));
}

function firstFree(candidate: (attempt: number) => string, used: Set<string>): string {
  for (let attempt = 1; ; attempt++) {
    const name = candidate(attempt);
    if (!used.has(nameKey(name))) return name;
  }
}

/** Cuts by UTF-16 length, as Excel counts, without halving a surrogate pair. */
function cut(text: string, length: number): string {
  const short = text.slice(0, Math.max(0, length));
  return /[\uD800-\uDBFF]$/.test(short) ? short.slice(0, -1) : short;
}

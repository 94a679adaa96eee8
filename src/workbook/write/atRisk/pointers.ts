import { columnNumber, lastColumnOfSheet, lastRowOfSheet, splitAddress } from "../../../cells/address";
import type { SheetArea } from "../../../cells/area";

/** Cells that a formula points at. */
export interface Pointer extends SheetArea {
  /** First and last row are counted from the formula's own ("F6", not "F$6"), so that a copy points elsewhere. */
  rowsAreRelative: [first: boolean, last: boolean];
  /** An address in a text that INDIRECT reads: it stays as it is, whatever comes or goes. */
  isText: boolean;
}

/** Everything that a formula on the sheet given points at by address, whole rows and columns included. */
export function pointersOf(formula: string, sheet: string): Pointer[] {
  const readsTexts = /\bINDIRECT\s*\(/i.test(formula);
  return (formula.match(parts) ?? []).flatMap((part) => {
    const isText = part.startsWith('"');
    if (part.startsWith("[") || (isText && !readsTexts)) return [];
    const pointer = pointerOf(isText ? part.slice(1, -1).replaceAll('""', '"') : part, sheet);
    return pointer ? [{ ...pointer, isText }] : [];
  });
}

/** A formula that stands in a row, with the rows that it counts from there written as such: its copies in other rows read the same. */
export function inOwnTerms(formula: string, row: number): string {
  return formula.replace(parts, (part) => {
    if (part.startsWith('"') || part.startsWith("[")) return part;
    const at = part.lastIndexOf("!") + 1;
    const own = (sign: string, digits: string): string =>
      sign === "$" ? sign + digits : `[${Number(digits) - 1 - row}]`;
    const address = part
      .slice(at)
      .replace(
        /(?<![A-Z\d])(\$?[A-Z]{1,3})?(\$?)(\d{1,7})/gi,
        (_, letters: string | undefined, sign: string, digits: string) => (letters ?? "") + own(sign, digits),
      );
    return part.slice(0, at) + address.toUpperCase();
  });
}

/** The columns of a table that a formula names, and whether it means those of the row that it stands in. */
export function tableColumnsNamed(formula: string, tableName: string): { columns: string[]; ofThisRow: boolean } {
  const columns: string[] = [];
  let ofThisRow = false;
  const lower = formula.toLowerCase();
  const opening = `${tableName.toLowerCase()}[`;
  for (let at = lower.indexOf(opening); at >= 0; at = lower.indexOf(opening, at + 1)) {
    const inside = formula.slice(at + opening.length - 1);
    const text = inside.slice(1, closingBracket(inside));
    if (/^\s*@|#this row\]/i.test(text)) ofThisRow = true;
    const names = text.split(/[[\],:]/).map((name) => name.replace(/^@/, "").replace(/'(.)/g, "$1"));
    columns.push(...names.filter((name) => name !== ""));
  }
  return { columns, ofThisRow };
}

/** Texts and what stands in brackets are taken as wholes, so that what looks like an address in them is none. */
const parts =
  /"(?:[^"]|"")*"|\[[^[\]]*\]|(?<![\p{L}\p{N}_.$\]])(?:(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?(?:\$?[A-Za-z]{1,3}\$?\d{1,7}(?::\$?[A-Za-z]{1,3}\$?\d{1,7})?|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|\$?\d{1,7}:\$?\d{1,7})(?![\p{L}\p{N}_.([!])/gu;

function pointerOf(address: string, home: string): Omit<Pointer, "isText"> | null {
  const { sheet } = splitAddress(address);
  const found = /^(\$?)([A-Z]{0,3})(\$?)(\d{0,7})(?::(\$?)([A-Z]{0,3})(\$?)(\d{0,7}))?$/i.exec(
    address.slice(address.lastIndexOf("!") + 1),
  );
  if (!found || sheet === "") return null;
  const [, dollar = "", letters = "", before = "", digits = ""] = found;
  const [dollar2, letters2, before2, digits2] = found[0].includes(":")
    ? [found[5] ?? "", found[6] ?? "", found[7] ?? "", found[8] ?? ""]
    : [dollar, letters, before, digits];
  if ((letters === "") !== (letters2 === "") || (digits === "") !== (digits2 === "")) return null;
  if (letters === "" && digits === "") return null;
  const columns = letters === "" ? [0, lastColumnOfSheet] : [columnNumber(letters), columnNumber(letters2)];
  const isRelative = (beforeRow: string, first: string) => digits !== "" && (letters === "" ? first : beforeRow) === "";
  const ends = [
    { row: digits === "" ? 0 : Number(digits) - 1, isRelative: isRelative(before, dollar) },
    { row: digits === "" ? lastRowOfSheet : Number(digits2) - 1, isRelative: isRelative(before2, dollar2) },
  ].sort((a, b) => a.row - b.row);
  const [row, bottom] = [ends[0]?.row ?? 0, ends[1]?.row ?? 0];
  const [column, right] = [Math.min(...columns), Math.max(...columns)];
  if (row < 0 || bottom > lastRowOfSheet || right > lastColumnOfSheet) return null;
  return {
    ...{ sheet: sheet ?? home, row, column, rowCount: bottom - row + 1, columnCount: right - column + 1 },
    rowsAreRelative: [ends[0]?.isRelative ?? false, ends[1]?.isRelative ?? false],
  };
}

/** Where the bracket closes that the text begins with; an apostrophe takes the next character as it is. */
function closingBracket(text: string): number {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === "'") i++;
    else if (text[i] === "[") depth++;
    else if (text[i] === "]" && --depth === 0) return i;
  }
  return text.length;
}

import type { CellContent, ValueContent } from "../../content";
import { openTag } from "../../styles/styleXml";
import { encodeXstring, escapeText, spaceAttribute } from "../../xml/xmlText";
import { addressOf, areaReference } from "../address";

/** Errors that every reader of the format knows; newer ones (#SPILL!, #CALC!, #BUSY!) are kept as #VALUE!, as Excel does. */
const FILE_ERRORS = new Set(["#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#GETTING_DATA"]);

/** The value as the file can keep it. */
export function fileValue(value: ValueContent): ValueContent {
  if (typeof value === "number") return Number.isFinite(value) ? (value === 0 ? 0 : value) : { error: "#NUM!" };
  if (value !== null && typeof value === "object") return FILE_ERRORS.has(value.error) ? value : { error: "#VALUE!" };
  return value;
}

/**
 * Whether a cell that holds `before` need not be written to hold `after`. An error newer than the format is not the
 * #VALUE! that it would be kept as: one that goes has to go from the file too.
 */
export function sameValue(before: ValueContent, after: ValueContent): boolean {
  if (isError(before) && isError(after) && before.error === after.error) return true;
  const a = isError(before) ? before : fileValue(before);
  const b = fileValue(after);
  return isError(a) && isError(b) ? a.error === b.error : a === b;
}

function isError(value: ValueContent): value is { error: string } {
  return value !== null && typeof value === "object";
}

/** The `t` attribute (null for numbers and blanks) and the element that keeps a value. New texts stand in the cell itself. */
export function valueXml(
  prefix: string,
  content: ValueContent,
  hasFormula: boolean,
): { type: string | null; xml: string } {
  const value = fileValue(content);
  const v = (text: string) => `<${prefix}v>${text}</${prefix}v>`;
  if (value === null) return { type: null, xml: "" };
  if (typeof value === "number") return { type: null, xml: v(String(value)) };
  if (typeof value === "boolean") return { type: "b", xml: v(value ? "1" : "0") };
  if (typeof value === "object") return { type: "e", xml: v(escapeText(value.error)) };
  const text = encodeXstring(value);
  const space = spaceAttribute(text);
  if (hasFormula) return { type: "str", xml: `<${prefix}v${space}>${escapeText(text)}</${prefix}v>` };
  return { type: "inlineStr", xml: `<${prefix}is><${prefix}t${space}>${escapeText(text)}</${prefix}t></${prefix}is>` };
}

/** The `<f>` element of a cell; "" without a formula. `toFile`: the formula in the file's words. */
export function formulaXml(prefix: string, cell: CellContent, toFile: (formula: string) => string): string {
  if (cell.formula === undefined) return "";
  const text = escapeText(toFile(cell.formula));
  const array = cell.array ? ` t="array" ref="${areaReference(cell.array)}"` : "";
  return `<${prefix}f${array}${spaceAttribute(text)}>${text}</${prefix}f>`;
}

/** A cell that the file does not have yet. `mark`: the metadata index of dynamic arrays, where the cell begins one. */
export function newCellXml(
  prefix: string,
  row: number,
  column: number,
  cell: CellContent,
  style: number,
  mark: number | null,
  toFile: (formula: string) => string,
): string {
  const formula = formulaXml(prefix, cell, toFile);
  const { type, xml } = valueXml(prefix, cell.value, formula !== "");
  const attributes: Record<string, string> = { r: addressOf(row, column) };
  if (style !== 0) attributes["s"] = String(style);
  if (type !== null) attributes["t"] = type;
  if (mark !== null) attributes["cm"] = String(mark);
  const content = formula + xml;
  const name = `${prefix}c`;
  return content === "" ? openTag(name, attributes, true) : `${openTag(name, attributes, false)}${content}</${name}>`;
}

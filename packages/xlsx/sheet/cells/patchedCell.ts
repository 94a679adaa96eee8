import type { CellContent } from "../../content";
import { openTag } from "../../styles/styleXml";
import { escapeText } from "../../xml/xmlText";
import { addressOf, areaReference } from "../address";
import { sameArea } from "./cellChanges";
import { formulaXml, sameValue, valueXml } from "./cellXml";
import type { RawCell } from "../scanSheet";

/** What the cells of one sheet need from the rest of the package while they are written. */
export interface CellWriter {
  /** File style for a content style; `had` is the file style before, null for a new cell. */
  styleIndex(contentStyle: number, had: number | null): number;
  looksAs(fileStyle: number, contentStyle: number): boolean;
  /** Metadata index that marks a dynamic array. */
  dynamicMark(): number;
  /** The formula of the cell there, in the file's words. */
  formulaToFile(formula: string, row: number, column: number): string;
}

/** A cell of a worksheet part that is about to say something else. */
interface CellPatch {
  source: string;
  prefix: string;
  raw: RawCell;
  before: CellContent;
  after: CellContent;
  /** Its formula written out, where that was shared with a cell that changed. */
  ownFormula: string | null;
  writer: CellWriter;
}

/** The `<c>` element that says `after`; what did not change keeps its own words, and so do unknown attributes and children. */
export function patchedCell(patch: CellPatch): string {
  const { source, prefix, raw, before, after, writer } = patch;
  const { s, t, cm, vm, ...others } = raw.attributes;
  const attributes: Record<string, string> = { ...others, r: addressOf(raw.row, raw.column) };
  if (writer.looksAs(before.style, after.style)) set(attributes, "s", s);
  else set(attributes, "s", String(writer.styleIndex(after.style, before.style) || "") || undefined);

  const keepsFormula = raw.formula !== null && sameFormula(patch);
  const formula = keepsFormula
    ? keptFormula(patch)
    : formulaXml(prefix, after, (formula) => writer.formulaToFile(formula, raw.row, raw.column));
  const mark = keepsFormula ? cm : after.array?.dynamic ? String(writer.dynamicMark()) : undefined;

  const textMoved = (before.formula === undefined) !== (after.formula === undefined) && typeof after.value === "string";
  const keepsValue = sameValue(before.value, after.value) && !textMoved;
  const written = valueXml(prefix, after.value, after.formula !== undefined);
  set(attributes, "t", keepsValue ? t : (written.type ?? undefined));
  set(attributes, "cm", mark);
  set(attributes, "vm", keepsValue ? vm : undefined);

  const content = formula + (keepsValue ? rawValue(source, raw) : written.xml) + otherChildren(source, raw);
  const name = `${prefix}c`;
  return content === "" ? openTag(name, attributes, true) : `${openTag(name, attributes, false)}${content}</${name}>`;
}

export function plainFormulaXml(prefix: string, text: string): string {
  return `<${prefix}f>${escapeText(text)}</${prefix}f>`;
}

function set(attributes: Record<string, string>, name: string, value: string | undefined): void {
  if (value !== undefined) attributes[name] = value;
}

function sameFormula({ raw, before, after }: CellPatch): boolean {
  // A what-if data table has no formula that a cell could show; a value typed over it ends it.
  if (raw.formula?.attributes["t"] === "dataTable")
    return sameValue(before.value, after.value) && after.formula === undefined;
  return before.formula === after.formula && (before.array?.dynamic ?? null) === (after.array?.dynamic ?? null);
}

/** The formula's text as the file has it; only the area that it fills may differ. */
function keptFormula({ source, prefix, raw, before, after, ownFormula }: CellPatch): string {
  const formula = raw.formula!;
  if (ownFormula !== null) return plainFormulaXml(prefix, ownFormula);
  if (!after.array || sameArea(before.array, after.array)) return source.slice(formula.start, formula.end);
  const tag = openTag(`${prefix}f`, { ...formula.attributes, ref: areaReference(after.array) }, false);
  return `${tag}${escapeText(formula.text)}</${prefix}f>`;
}

function rawValue(source: string, raw: RawCell): string {
  const value = raw.value === null ? "" : source.slice(raw.valueStart, raw.valueEnd);
  return value + (raw.inline === null ? "" : source.slice(raw.inlineStart, raw.inlineEnd));
}

/** What stands in a cell beside formula and value (extensions). */
function otherChildren(source: string, raw: RawCell): string {
  if (raw.openEnd === raw.end) return "";
  const known: [number, number][] = [];
  if (raw.formula) known.push([raw.formula.start, raw.formula.end]);
  if (raw.value !== null) known.push([raw.valueStart, raw.valueEnd]);
  if (raw.inline !== null) known.push([raw.inlineStart, raw.inlineEnd]);
  let rest = "";
  let at = raw.openEnd;
  for (const [start, end] of known.sort(([a], [b]) => a - b)) {
    rest += source.slice(at, start);
    at = end;
  }
  return (rest + source.slice(at, source.lastIndexOf("</", raw.end - 1))).trim();
}

import type { CellContent, SheetContent } from "../content";
import { openTag } from "../styles/styleXml";
import { XmlEditor } from "../xml/xmlEditor";
import { escapeText } from "../xml/xmlText";
import { addressOf, areaReference } from "./address";
import { changedRows, sameArea, sameRow, type CellChanges } from "./cellChanges";
import { formulaXml, newCellXml, sameValue, valueXml } from "./cellXml";
import { scanSheet, type RawCell, type RawRow } from "./scanSheet";
import { brokenSharedFormulas } from "./sharedMasters";

/** What the cells of one sheet need from the rest of the package while they are written. */
export interface CellWriter {
  /** File style for a content style; `had` is the file style before, null for a new cell. */
  styleIndex(contentStyle: number, had: number | null): number;
  looksAs(fileStyle: number, contentStyle: number): boolean;
  /** Metadata index that marks a dynamic array. */
  dynamicMark(): number;
  tableNameAt(row: number, column: number): string | undefined;
}

/**
 * Rewrites the changed cells and rows of a worksheet part and gives the editor with which the rest of the part
 * can be patched. Cells keep their unknown attributes and children; formulas that did not change keep their text.
 */
export function patchCells(
  source: string,
  part: string,
  before: SheetContent,
  after: SheetContent,
  changes: CellChanges,
  writer: CellWriter,
): XmlEditor {
  const patcher = new RowPatcher(source, part, before, after, changes, writer);
  const frame = scanSheet(source, part, {
    row: (row) => patcher.openRow(row),
    cell: (cell) => patcher.cell(cell),
    rowEnd: (row) => patcher.closeRow(row),
  });
  const editor = new XmlEditor(source, frame);
  patcher.splices.forEach(([start, end, text]) => editor.splice(start, end, text));
  const sheetData = frame.children.find(({ local }) => local === "sheetData");
  const rest = patcher.rowsBefore(Infinity);
  if (rest !== "" && sheetData) editor.append(sheetData, rest);
  return editor;
}

class RowPatcher {
  readonly splices: [number, number, string][] = [];
  private readonly prefix: string;
  /** Rows that need attention, ascending, and how many of them are done. */
  private readonly rows: number[];
  private done = 0;
  /** Columns of the open row that need attention, ascending. */
  private columns: number[] = [];
  private grew = false;
  private readonly ownFormula: (raw: RawCell) => string | null;

  constructor(
    private readonly source: string,
    part: string,
    private readonly before: SheetContent,
    private readonly after: SheetContent,
    private readonly changes: CellChanges,
    private readonly writer: CellWriter,
  ) {
    this.prefix = /<([\w.-]+:)?worksheet[\s>]/.exec(source)?.[1] ?? "";
    this.rows = [...new Set([...changes.keys(), ...changedRows(before.rows, after.rows)])].sort((a, b) => a - b);
    this.ownFormula = brokenSharedFormulas(source, part, before.cells, changes);
  }

  /** Rows that the file does not have, up to (not including) `limit`. */
  rowsBefore(limit: number): string {
    let xml = "";
    while (this.done < this.rows.length && this.rows[this.done]! < limit) {
      const row = this.rows[this.done++]!;
      const cells = [...(this.changes.get(row) ?? [])].sort(([a], [b]) => a - b);
      const content = cells.map(([column, cell]) => (cell ? this.newCell(row, column, cell) : "")).join("");
      const attributes = withRow({ r: String(row + 1) }, this.after.rows.get(row));
      if (content === "" && Object.keys(attributes).length === 1) continue;
      xml += `${openTag(`${this.prefix}row`, attributes, false)}${content}</${this.prefix}row>`;
    }
    return xml;
  }

  openRow(row: RawRow): void {
    const missing = this.rowsBefore(row.row);
    if (missing !== "") this.splices.push([row.start, row.start, missing]);
    if (this.rows[this.done] === row.row) this.done++;
    this.columns = [...(this.changes.get(row.row)?.keys() ?? [])].sort((a, b) => a - b);
    this.grew = false;
  }

  cell(raw: RawCell): void {
    const missing = this.cellsBefore(raw.row, raw.column);
    if (missing !== "") this.splices.push([raw.start, raw.start, missing]);
    const own = this.ownFormula(raw);
    const unplaced = raw.attributes["r"] === undefined;
    if (this.columns[0] === raw.column) {
      this.columns.shift();
      const cell = this.changes.get(raw.row)!.get(raw.column)!;
      this.splices.push([raw.start, raw.end, cell === null ? "" : this.patchedCell(raw, cell, own)]);
    } else if (own !== null) {
      this.splices.push([raw.formula!.start, raw.formula!.end, this.plainFormula(own)]);
    } else if (unplaced) {
      // Cells without an address stand where the one before ends; that may no longer be so.
      const nameEnd = raw.start + 2 + this.prefix.length;
      this.splices.push([nameEnd, nameEnd, ` r="${addressOf(raw.row, raw.column)}"`]);
    }
  }

  closeRow(row: RawRow): void {
    const rest = this.cellsBefore(row.row, Infinity);
    const attributes = this.patchedRowAttributes(row);
    const name = `${this.prefix}row`;
    if (row.openEnd === row.end) {
      if (attributes) this.splices.push([row.start, row.end, `${openTag(name, attributes, false)}${rest}</${name}>`]);
      return;
    }
    if (attributes) this.splices.push([row.start, row.openEnd, openTag(name, attributes, false)]);
    const closing = this.source.lastIndexOf("</", row.end - 1);
    if (rest !== "") this.splices.push([closing, closing, rest]);
  }

  private cellsBefore(row: number, column: number): string {
    let xml = "";
    while (this.columns.length > 0 && this.columns[0]! < column) {
      const next = this.columns.shift()!;
      const cell = this.changes.get(row)!.get(next)!;
      if (cell) xml += this.newCell(row, next, cell);
    }
    if (xml !== "") this.grew = true;
    return xml;
  }

  private newCell(row: number, column: number, cell: CellContent): string {
    const style = this.writer.styleIndex(cell.style, null);
    const mark = cell.array?.dynamic ? this.writer.dynamicMark() : null;
    return newCellXml(this.prefix, row, column, cell, style, mark, this.writer.tableNameAt(row, column));
  }

  /** `own`: the formula written out, where it was shared with a cell that changed. */
  private patchedCell(raw: RawCell, cell: CellContent, own: string | null): string {
    const { prefix, source, writer } = this;
    const old = this.before.cells.get(raw.row)!.get(raw.column)!;
    const attributes: Record<string, string> = { ...raw.attributes, r: addressOf(raw.row, raw.column) };
    if (!writer.looksAs(old.style, cell.style)) {
      const style = writer.styleIndex(cell.style, old.style);
      if (style === 0) delete attributes["s"];
      else attributes["s"] = String(style);
    }
    const formula = this.patchedFormula(raw, old, cell, own, attributes);
    const valueMoved = (old.formula === undefined) !== (cell.formula === undefined) && typeof cell.value === "string";
    let value = rawValue(source, raw);
    if (!sameValue(old.value, cell.value) || valueMoved) {
      const written = valueXml(prefix, cell.value, cell.formula !== undefined);
      value = written.xml;
      delete attributes["t"];
      delete attributes["vm"];
      if (written.type !== null) attributes["t"] = written.type;
    }
    const content = formula + value + otherChildren(source, raw);
    const name = `${prefix}c`;
    return content === "" ? openTag(name, attributes, true) : `${openTag(name, attributes, false)}${content}</${name}>`;
  }

  /** The `<f>` element as it was where the formula is the same, else a new one; sets or drops the dynamic array mark. */
  private patchedFormula(
    raw: RawCell,
    old: CellContent,
    cell: CellContent,
    own: string | null,
    attributes: Record<string, string>,
  ): string {
    const { prefix, source } = this;
    const sameKind = (old.array?.dynamic ?? null) === (cell.array?.dynamic ?? null);
    const typedOver = raw.formula?.attributes["t"] === "dataTable" && !sameValue(old.value, cell.value);
    if (raw.formula && old.formula === cell.formula && sameKind && !typedOver) {
      if (own !== null) return this.plainFormula(own);
      if (sameArea(old.array, cell.array)) return source.slice(raw.formula.start, raw.formula.end);
      const tag = openTag(`${prefix}f`, { ...raw.formula.attributes, ref: areaReference(cell.array!) }, false);
      return `${tag}${escapeText(raw.formula.text)}</${prefix}f>`;
    }
    delete attributes["cm"];
    if (cell.array?.dynamic) attributes["cm"] = String(this.writer.dynamicMark());
    return formulaXml(prefix, cell, this.writer.tableNameAt(raw.row, raw.column));
  }

  private plainFormula(text: string): string {
    return `<${this.prefix}f>${escapeText(text)}</${this.prefix}f>`;
  }

  /** New attributes of a row, null where it keeps its own. */
  private patchedRowAttributes(row: RawRow): Record<string, string> | null {
    const wanted = this.after.rows.get(row.row);
    const attributes: Record<string, string> = { ...row.attributes, r: String(row.row + 1) };
    // A row's span of columns is only a hint to readers, and wrong once a cell stands outside it.
    if (this.grew) delete attributes["spans"];
    if (!sameRow(this.before.rows.get(row.row), wanted)) {
      for (const name of ["ht", "customHeight", "hidden"]) delete attributes[name];
      return withRow(attributes, wanted);
    }
    return this.grew || row.attributes["r"] === undefined ? attributes : null;
  }
}

function withRow(attributes: Record<string, string>, row: { height: number | null; hidden: boolean } | undefined) {
  if (row && row.height !== null) Object.assign(attributes, { ht: String(row.height), customHeight: "1" });
  if (row?.hidden) attributes["hidden"] = "1";
  return attributes;
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

import type { CellContent, SheetContent } from "../../content";
import { openTag } from "../../styles/styleXml";
import { XmlEditor } from "../../xml/xmlEditor";
import { addressOf } from "../address";
import { changedRows, sameRow, type CellChanges } from "./cellChanges";
import { newCellXml } from "./cellXml";
import { patchedCell, plainFormulaXml, type CellWriter } from "./patchedCell";
import { scanSheet, type RawCell, type RawRow } from "../scanSheet";
import { brokenSharedFormulas } from "./sharedMasters";

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
  /** Whether rows were added, or cells of the open row added or removed, before what comes next. */
  private rowsMoved = false;
  private cellsMoved = false;
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
    if (missing !== "") {
      this.splices.push([row.start, row.start, missing]);
      this.rowsMoved = true;
    }
    if (this.rows[this.done] === row.row) this.done++;
    this.columns = [...(this.changes.get(row.row)?.keys() ?? [])].sort((a, b) => a - b);
    this.grew = this.cellsMoved = false;
  }

  cell(raw: RawCell): void {
    const missing = this.cellsBefore(raw.row, raw.column);
    if (missing !== "") this.splices.push([raw.start, raw.start, missing]);
    const own = this.ownFormula(raw);
    const unplaced = raw.attributes["r"] === undefined;
    if (this.columns[0] === raw.column) {
      this.columns.shift();
      this.splices.push([raw.start, raw.end, this.changedCell(raw, own)]);
      return;
    }
    if (own !== null) {
      this.splices.push([raw.formula!.start, raw.formula!.end, plainFormulaXml(this.prefix, own)]);
    }
    if (unplaced && this.cellsMoved) {
      // Cells without an address stand where the one before ends, which is no longer so.
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

  private changedCell(raw: RawCell, ownFormula: string | null): string {
    const after = this.changes.get(raw.row)!.get(raw.column)!;
    if (after === null) {
      this.cellsMoved = true;
      return "";
    }
    const before = this.before.cells.get(raw.row)?.get(raw.column) ?? { value: null, style: 0 };
    const { source, prefix, writer } = this;
    return patchedCell({ source, prefix, raw, before, after, ownFormula, writer });
  }

  private cellsBefore(row: number, column: number): string {
    let xml = "";
    while (this.columns.length > 0 && this.columns[0]! < column) {
      const next = this.columns.shift()!;
      const cell = this.changes.get(row)!.get(next)!;
      if (cell) xml += this.newCell(row, next, cell);
    }
    if (xml !== "") this.grew = this.cellsMoved = true;
    return xml;
  }

  private newCell(row: number, column: number, cell: CellContent): string {
    const style = this.writer.styleIndex(cell.style, null);
    const mark = cell.array?.dynamic ? this.writer.dynamicMark() : null;
    const toFile = (formula: string) => this.writer.formulaToFile(formula, row, column);
    return newCellXml(this.prefix, row, column, cell, style, mark, toFile);
  }

  /** New attributes of a row, null where it keeps its own. */
  private patchedRowAttributes(row: RawRow): Record<string, string> | null {
    const wanted = this.after.rows.get(row.row);
    const { ht: _height, customHeight: _custom, hidden: _hidden, ...others } = row.attributes;
    const reshaped = !sameRow(this.before.rows.get(row.row), wanted);
    if (!reshaped && !this.grew && !(this.rowsMoved && row.attributes["r"] === undefined)) return null;
    const kept = reshaped ? withRow(others, wanted) : row.attributes;
    const attributes: Record<string, string> = { ...kept, r: String(row.row + 1) };
    // A row's span of columns is only a hint to readers, and wrong once a cell stands outside it.
    if (this.grew) delete attributes["spans"];
    return attributes;
  }
}

function withRow(attributes: Record<string, string>, row: { height: number | null; hidden: boolean } | undefined) {
  if (row && row.height !== null) Object.assign(attributes, { ht: String(row.height), customHeight: "1" });
  if (row?.hidden) attributes["hidden"] = "1";
  return attributes;
}

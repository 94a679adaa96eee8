import { brokenPart } from "../xlsxError";
import { treeBuilder, type XmlElement } from "../xml/parseXml";
import { walkXml } from "../xml/walkXml";
import { MAXIMUM_COLUMNS, MAXIMUM_ROWS, parseAddress } from "./address";

/** A `<c>` element as the file has it, with its positions in the part. One object is reused for all cells: copy what you keep. */
export interface RawCell {
  row: number;
  column: number;
  attributes: Record<string, string>;
  /** Elements `<c` … `</c>`. */
  start: number;
  openEnd: number;
  end: number;
  /** The `<f>` element, if there is one: attributes, text, positions. */
  formula: { attributes: Record<string, string>; text: string; start: number; openEnd: number; end: number } | null;
  /** Text of `<v>`; null where there is none. */
  value: string | null;
  valueStart: number;
  valueEnd: number;
  /** Text of `<is>`, rich runs joined, phonetic runs left out; null where there is none. */
  inline: string | null;
  inlineStart: number;
  inlineEnd: number;
}

export interface RawRow {
  row: number;
  attributes: Record<string, string>;
  start: number;
  openEnd: number;
  end: number;
}

interface SheetScan {
  /** Called when a row opens (its `end` is not known yet). */
  row(row: RawRow): void;
  cell(cell: RawCell): void;
  /** Called when a row closes. */
  rowEnd?(row: RawRow): void;
}

/** Walks a worksheet part once: rows and cells go to `scan`, everything around them comes back as a tree. */
export function scanSheet(source: string, part: string, scan: SheetScan): XmlElement {
  const frame = treeBuilder(source, part);
  let inRows = false;
  let row: RawRow | null = null;
  let lastRow = -1;
  let lastColumn = -1;
  const cell: RawCell = {
    row: 0,
    column: 0,
    attributes: {},
    start: 0,
    openEnd: 0,
    end: 0,
    formula: null,
    value: null,
    valueStart: 0,
    valueEnd: 0,
    inline: null,
    inlineStart: 0,
    inlineEnd: 0,
  };
  let inCell = false;
  let target: "none" | "f" | "v" | "t" = "none";
  let phonetic = 0;
  /** Elements open inside the cell: only its own children say what it holds, not those of an extension. */
  let inside = 0;
  let inInline = false;

  function openCell(attributes: Record<string, string>, start: number, openEnd: number): void {
    const reference = attributes["r"];
    const at = reference === undefined ? null : parseAddress(reference);
    if (reference !== undefined && !at) throw brokenPart(part, `has a cell at "${reference}", which is no address`);
    if (!row) throw brokenPart(part, "has a cell outside its rows");
    cell.row = at?.row ?? row.row;
    cell.column = lastColumn = at?.column ?? lastColumn + 1;
    if (lastColumn >= MAXIMUM_COLUMNS)
      throw brokenPart(part, `has more cells in row ${cell.row + 1} than the 16,384 columns of a sheet`);
    cell.attributes = attributes;
    cell.start = start;
    cell.openEnd = openEnd;
    cell.formula = cell.value = cell.inline = null;
    inCell = true;
    inside = 0;
    inInline = false;
  }

  walkXml(source, part, {
    open(local, attributes, start, openEnd, name) {
      if (!inRows) {
        frame.open(local, attributes, start, openEnd, name);
        inRows = local === "sheetData";
      } else if (local === "sheetData") {
        throw brokenPart(part, "has its rows inside its rows");
      } else if (local === "c" && !inCell) {
        openCell(attributes, start, openEnd);
      } else if (!inCell) {
        if (local !== "row") return;
        if (row) throw brokenPart(part, "has a row inside another");
        const index = rowIndex(attributes["r"], lastRow + 1, part);
        row = { row: index, attributes, start, openEnd, end: 0 };
        lastRow = index;
        lastColumn = -1;
        scan.row(row);
      } else if (++inside > 1 && !inInline) {
        return;
      } else if (local === "v") {
        target = "v";
        cell.value = "";
        cell.valueStart = start;
      } else if (local === "f") {
        target = "f";
        cell.formula = { attributes, text: "", start, openEnd, end: 0 };
      } else if (local === "is") {
        inInline = true;
        cell.inline = "";
        cell.inlineStart = start;
      } else if (local === "rPh") phonetic++;
      else if (local === "t" && phonetic === 0 && inInline) target = "t";
    },
    close(local, end) {
      if (!inRows) {
        frame.close(local, end);
      } else if (inCell) {
        if (local === "c") {
          cell.end = end;
          inCell = false;
          scan.cell(cell);
        } else if (--inside > 0 && !inInline) {
          return;
        } else if (local === "is") {
          inInline = false;
          cell.inlineEnd = end;
        } else if (local === "v") cell.valueEnd = end;
        else if (local === "f" && cell.formula) cell.formula.end = end;
        else if (local === "rPh") phonetic--;
        target = "none";
      } else if (local === "row" && row) {
        row.end = end;
        scan.rowEnd?.(row);
        row = null;
      } else if (local === "sheetData") {
        inRows = false;
        frame.close(local, end);
      }
    },
    text(run) {
      if (!inRows) frame.text(run);
      else if (target === "v") cell.value += run;
      else if (target === "f") cell.formula!.text += run;
      else if (target === "t") cell.inline += run;
    },
  });
  if (frame.root?.local !== "worksheet") throw brokenPart(part, "is not a worksheet");
  return frame.root;
}

/** The index of a row whose file numbers it so; one without a number stands below the row before it. */
function rowIndex(number: string | undefined, next: number, part: string): number {
  if (number === undefined) {
    if (next >= MAXIMUM_ROWS) throw brokenPart(part, "has more rows than the 1,048,576 of a sheet");
    return next;
  }
  const index = /^\s*\+?\d+\s*$/.test(number) ? Number(number) - 1 : -1;
  if (index < 0 || index >= MAXIMUM_ROWS) throw brokenPart(part, `has a row numbered "${number}"`);
  return index;
}

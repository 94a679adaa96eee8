import type { CellContent, SheetContent, ValueContent } from "../../content";
import type { CustomFunctionNames } from "../../formulas/customFunctionNames";
import { formulaFromFile } from "../../formulas/formulaFromFile";
import { shiftableFormula } from "../../formulas/shiftFormula";
import { XlsxError, brokenPart } from "../../xlsxError";
import { numberOr, type XmlElement } from "../../xml/parseXml";
import { decodeXstring } from "../../xml/xmlText";
import { saysNothing } from "./cellChanges";
import type { RichValues } from "./richValues";
import { addressOf, parseArea } from "../address";
import { scanSheet, type RawCell, type RawRow } from "../scanSheet";

/** What the cells of a sheet refer to in the rest of the package. */
export interface CellContext {
  sharedStrings: string[];
  customFunctions: CustomFunctionNames;
  /** Whether a cell's metadata index (`cm`, from 1) marks a dynamic array. */
  isDynamic(cellMetadata: number): boolean;
  /** By a cell's value metadata index (`vm`, from 1). */
  richValues: RichValues;
  date1904: boolean;
  /** How much of the workbook has been read so far: cells, and characters of shared formulas written out. */
  read: { cells: number; sharedText: number };
  /** Cell formats that look otherwise in Excel than StyleContent can say. */
  unshownFormats: ReadonlySet<number>;
  /** How many cell formats the file has; a cell that names another has the first. */
  styleCount: number;
}

const MOST_CELLS = 5_000_000;
/** Characters of all shared formulas written out for their cells. */
const MOST_SHARED_TEXT = 100_000_000;

interface SheetCells {
  /** The worksheet part without its rows. */
  frame: XmlElement;
  cells: SheetContent["cells"];
  rows: SheetContent["rows"];
  /** What-if data tables: their formulas have no text that a cell could show. */
  hasDataTables: boolean;
  hasRichText: boolean;
  /** Stocks, places, pictures in cells: the cell itself only holds what older programs show. */
  hasDataTypes: boolean;
  /** Rows that can be folded away. */
  hasGroups: boolean;
  hasUnshownFormats: boolean;
  /** Rows and cells ascend, and none stands there twice. */
  inOrder: boolean;
}

/** Reads the rows of a worksheet part. Shared formulas come out written for each cell. */
export function readCells(source: string, part: string, context: CellContext): SheetCells {
  const cells: SheetContent["cells"] = new Map();
  const rows: SheetContent["rows"] = new Map();
  const masters = new Map<string, SharedMaster>();
  const waiting: { group: string; row: number; column: number; cell: CellContent }[] = [];
  let hasDataTables = false;
  let hasRichText = false;
  let hasDataTypes = false;
  let hasGroups = false;
  let hasUnshownFormats = false;
  let current: Map<number, CellContent> = new Map();
  let inOrder = true;
  let lastRow = -1;
  let lastColumn = -1;

  const frame = scanSheet(source, part, {
    row(row) {
      inOrder &&= row.row > lastRow;
      lastRow = row.row;
      lastColumn = -1;
      current = cells.get(row.row) ?? new Map();
      const shown = readRow(row, rows.get(row.row));
      if (shown) rows.set(row.row, shown);
      else rows.delete(row.row);
      hasGroups ||= row.attributes["outlineLevel"] !== undefined && row.attributes["outlineLevel"] !== "0";
    },
    cell(raw) {
      inOrder &&= raw.column > lastColumn && raw.row === lastRow;
      lastColumn = raw.column;
      if (++context.read.cells > MOST_CELLS) {
        throw new XlsxError("The workbook has more than five million filled cells, more than can be opened here.");
      }
      const cell: CellContent = {
        value: readValue(raw, part, context),
        style: styleNumber(raw.attributes["s"], context.styleCount),
      };
      hasUnshownFormats ||= context.unshownFormats.has(cell.style);
      const rich = context.richValues.get(Number(raw.attributes["vm"] ?? 0));
      if (rich === "other") hasDataTypes = true;
      else if (rich) cell.value = rich;
      const formula = raw.formula;
      if (formula?.attributes["t"] === "shared") {
        const group = formula.attributes["si"] ?? "";
        if (formula.text !== "" && !masters.has(group)) masters.set(group, sharedMaster(raw, context));
        waiting.push({ group, row: raw.row, column: raw.column, cell });
      } else if (formula?.attributes["t"] === "dataTable") {
        hasDataTables = true;
      } else if (formula && formula.text !== "") {
        cell.formula = formulaFromFile(withoutEquals(formula.text), context.customFunctions);
        const area = formula.attributes["t"] === "array" ? parseArea(formula.attributes["ref"] ?? "") : null;
        if (area) cell.array = { ...area, dynamic: context.isDynamic(Number(raw.attributes["cm"] ?? 0)) };
      }
      if (raw.inline !== null && source.slice(raw.inlineStart, raw.inlineEnd).includes("<rPr")) hasRichText = true;
      const filled = raw.row === lastRow ? current : (cells.get(raw.row) ?? new Map<number, CellContent>());
      if (saysNothing(cell) && !formula) {
        if (filled.delete(raw.column) && filled.size === 0) cells.delete(raw.row);
        return;
      }
      if (filled.size === 0) cells.set(raw.row, filled);
      filled.set(raw.column, cell);
    },
  });

  for (const { group, row, column, cell } of waiting) {
    const master = masters.get(group);
    if (!master) continue;
    context.read.sharedText += master.formula.length;
    if (context.read.sharedText > MOST_SHARED_TEXT) {
      throw new XlsxError("The workbook shares formulas so long among so many cells that they cannot be opened here.");
    }
    cell.formula =
      row === master.row && column === master.column
        ? master.formula
        : master.shift(row - master.row, column - master.column);
  }
  return { frame, cells, rows, hasDataTables, hasRichText, hasDataTypes, hasGroups, hasUnshownFormats, inOrder };
}

/** The cell format that a cell, row or column names; the first where it names none, or one that the file does not have. */
export function styleNumber(text: string | undefined, count: number): number {
  const number = Number(text ?? 0);
  return Number.isInteger(number) && number >= 0 && number < count ? number : 0;
}

interface SharedMaster {
  row: number;
  column: number;
  formula: string;
  shift(rows: number, columns: number): string;
}

function sharedMaster(raw: RawCell, { customFunctions }: CellContext): SharedMaster {
  const formula = formulaFromFile(withoutEquals(raw.formula!.text), customFunctions);
  return { row: raw.row, column: raw.column, formula, shift: shiftableFormula(formula) };
}

/** Some makers write the "=" into the file. */
export function withoutEquals(formula: string): string {
  return formula.startsWith("=") ? formula.slice(1) : formula;
}

type RowContent = { height: number | null; hidden: boolean };

/** How high a row is and whether it is hidden; null where it is like any other. `had`: what the same row said before. */
function readRow(row: RawRow, had: RowContent | undefined): RowContent | null {
  const { ht, hidden } = row.attributes;
  if (ht === undefined && hidden === undefined) return had ?? null;
  const height = ht === undefined ? (had?.height ?? null) : numberOr(ht, null);
  const isHidden = hidden === undefined ? (had?.hidden ?? false) : hidden === "1" || hidden === "true";
  return height === null && !isHidden ? null : { height, hidden: isHidden };
}

function readValue(raw: RawCell, part: string, context: CellContext): ValueContent {
  const { value } = raw;
  switch (raw.attributes["t"]) {
    case "s": {
      if (value === null || value === "") return null;
      const text = context.sharedStrings[Number(value)];
      if (text === undefined) throw brokenCell(raw, part, `refers to text number ${value}, which does not exist`);
      return text;
    }
    case "inlineStr":
      return decodeXstring(raw.inline ?? value ?? "");
    case "str":
      return decodeXstring(value ?? "");
    case "b":
      return value === null ? null : value.trim() === "1" || value.trim() === "true";
    case "e":
      return { error: value || "#VALUE!" };
    case "d":
      return value === null
        ? null
        : dateSerial(value, context.date1904, () => brokenCell(raw, part, `has "${value}" as a date`));
    default: {
      if (value === null || value.trim() === "") return null;
      // What other makers write for the results that Excel has no numbers for.
      if (/^\s*[-+]?(nan|inf(inity)?)\s*$/i.test(value)) return { error: "#NUM!" };
      const number = Number(value);
      if (Math.abs(number) === Infinity) return { error: "#NUM!" };
      if (Number.isNaN(number)) throw brokenCell(raw, part, `has "${value}" as a number`);
      return number;
    }
  }
}

/** An ISO 8601 date, time or both as a serial number: days since 31 December 1899, with Excel's 29 February 1900. */
function dateSerial(iso: string, date1904: boolean, broken: () => Error): number {
  const text = iso.trim();
  const milliseconds = text.includes("-")
    ? Date.parse(/T/.test(text) ? `${text.replace(/Z$/, "")}Z` : text)
    : Date.parse(`1899-12-31T${text.replace(/Z$/, "")}Z`);
  if (Number.isNaN(milliseconds)) throw broken();
  const days = (milliseconds - Date.UTC(1899, 11, 31)) / 86_400_000;
  if (!text.includes("-")) return days;
  if (date1904) return days - 1461;
  return days > 59 ? days + 1 : days;
}

function brokenCell(raw: RawCell, part: string, reason: string) {
  return brokenPart(part, `${reason}, in cell ${addressOf(raw.row, raw.column)}`);
}

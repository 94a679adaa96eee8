import { parse, tokenize, translateFormulaToA1, translateFormulaToR1C1 } from "@borgar/fx";
import type { ValueContent } from "@workbooks/xlsx/content";
import { columnName, contains, intersection, lastColumnCount, lastRowCount } from "../../../workbook/address";
import { shownNumber } from "../../../calculation/shownNumber";
import { accessDenied, invalidArgument, rangeExceedsLimit } from "../../../workbook/excelError";
import { inCapitals, withTableName } from "../../../calculation/reading/formulaDialect";
import type { CellEdit, Sheet } from "../../../workbook/sheet";
import { readTyped } from "../../../workbook/cells/typedText";
import type { RangeTarget } from "../../targets";

/** Excel's own sentence for an array that does not fit. */
export const wrongSize =
  "The number of rows or columns in the input array doesn't match the size or dimensions of the range.";

/** Office.js reads and writes no more cells at once. */
const mostCells = 5_000_000;
/** A cell holds no longer text, and no longer formula. */
const [longestText, longestFormula] = [32_767, 8_192];

/** True for whole columns and rows: Office.js answers null for the cells of these. */
export function isUnbounded({ area }: RangeTarget): boolean {
  return area.rowCount === lastRowCount || area.columnCount === lastColumnCount;
}

/** One value for each cell, by rows. */
export function mapCells<R>(target: RangeTarget, read: (row: number, column: number) => R): R[][] | null {
  if (isUnbounded(target)) return null;
  const { row, column, rowCount, columnCount } = target.area;
  if (rowCount * columnCount > mostCells) throw rangeExceedsLimit();
  return Array.from({ length: rowCount }, (_, i) =>
    Array.from({ length: columnCount }, (_, j) => read(row + i, column + j)),
  );
}

export function wireValue(value: ValueContent): string | number | boolean {
  if (value === null) return "";
  return typeof value === "object" ? value.error : value;
}

/** How a member of a cell is read, for `mapCells` and for views of a range. */
type CellReader<R> = (sheet: Sheet, row: number, column: number) => R;

export const readValue: CellReader<string | number | boolean> = (sheet, row, column) =>
  wireValue(sheet.value(row, column));

export const readFormula: CellReader<string | number | boolean> = (sheet, row, column) =>
  sheet.formula(row, column) ?? wireValue(sheet.value(row, column));

export const readFormulaR1C1: CellReader<string | number | boolean> = (sheet, row, column) => {
  const formula = sheet.formula(row, column);
  return formula === null ? wireValue(sheet.value(row, column)) : toR1C1(formula, row, column);
};

export const readText: CellReader<string> = (sheet, row, column) => {
  const value = sheet.value(row, column);
  const { numberFormat } = sheet.style(row, column);
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  const hasPartForTexts = numberFormat.replace(/"[^"]*"|\\./g, "").includes("@");
  if (typeof value === "number" || (typeof value === "string" && hasPartForTexts))
    return shownNumber(value, numberFormat);
  return String(wireValue(value));
};

export const readType: CellReader<"Empty" | "Double" | "Boolean" | "Error" | "String"> = (sheet, row, column) => {
  const value = sheet.value(row, column);
  if (value === null) return "Empty";
  if (typeof value === "number") return "Double";
  if (typeof value === "boolean") return "Boolean";
  return typeof value === "object" ? "Error" : "String";
};

/** One value for each cell of a range, by rows; null for whole rows and columns. */
export function readCells<R>(read: CellReader<R>): (target: RangeTarget) => R[][] | null {
  return (target) => mapCells(target, (row, column) => read(target.sheet, row, column));
}

export const readValues = readCells(readValue);

/** Writes values or formulas as if they were typed: one for all cells, or an array of the range's size; null leaves a cell. */
export function writeTyped(target: RangeTarget, input: unknown): void {
  assertWritable(target.sheet);
  writeEach(target, input, (value) => value);
}

/** The same, with formulas in R1C1 style. A relative one goes round the edge of the sheet, as in Excel. */
export function writeTypedR1C1(target: RangeTarget, input: unknown): void {
  assertWritable(target.sheet);
  writeEach(target, input, (value, row, column) =>
    typeof value === "string" && /^=./.test(value) ? toA1(value, row, column) : value,
  );
}

function writeEach(
  target: RangeTarget,
  input: unknown,
  meant: (value: unknown, row: number, column: number) => unknown,
): void {
  const { sheet, area } = target;
  const merges = sheet.merges.filter((merge) => intersection(merge, area));
  const edits: CellEdit[] = [];
  eachInput(target, input, (row, column, value) => {
    const edit = typedEdit(sheet, row, column, meant(value, row, column));
    // Of merged cells only the first holds anything.
    const isUnder = merges.some(
      (merge) => contains(merge, row, column) && (merge.row !== row || merge.column !== column),
    );
    if (edit && !isUnder) edits.push(edit);
  });
  sheet.write(edits);
}

function toR1C1(formula: string, row: number, column: number): string {
  return translateFormulaToR1C1(formula, `${columnName(column)}${row + 1}`);
}

function toA1(formula: string, row: number, column: number): string {
  return translateFormulaToA1(formula, `${columnName(column)}${row + 1}`, { wrapEdges: true });
}

export function writeNumberFormats(target: RangeTarget, input: unknown): void {
  assertWritable(target.sheet);
  if (!Array.isArray(input)) return target.sheet.format(target.area, { numberFormat: numberFormatOf(input) });
  const edits: CellEdit[] = [];
  eachInput(target, input, (row, column, value) => {
    if (value !== null) edits.push({ row, column, style: { numberFormat: numberFormatOf(value) } });
  });
  target.sheet.write(edits);
}

/** @throws AccessDenied on a protected sheet */
export function assertWritable(sheet: Sheet): void {
  if (sheet.isProtected) throw accessDenied();
}

function eachInput(
  target: RangeTarget,
  input: unknown,
  visit: (row: number, column: number, value: unknown) => void,
): void {
  const { row, column, rowCount, columnCount } = target.area;
  if (!isUnbounded(target) && rowCount * columnCount > mostCells) throw rangeExceedsLimit();
  if (Array.isArray(input)) {
    // A single value or row in brackets serves all rows and columns, as in Excel.
    const rows = input as unknown[][];
    const isSingle = rows.length === 1 && Array.isArray(rows[0]) && rows[0].length === 1;
    if (
      !isSingle &&
      (rows.length !== rowCount || rows.some((line) => !Array.isArray(line) || line.length !== columnCount))
    )
      throw invalidArgument(wrongSize);
    if (isUnbounded(target)) throw invalidArgument();
    for (let i = 0; i < rowCount; i++)
      for (let j = 0; j < columnCount; j++) visit(row + i, column + j, isSingle ? rows[0]?.[0] : rows[i]?.[j]);
    return;
  }
  if (isUnbounded(target)) throw invalidArgument();
  for (let i = 0; i < rowCount; i++) for (let j = 0; j < columnCount; j++) visit(row + i, column + j, input);
}

function typedEdit(sheet: Sheet, row: number, column: number, value: unknown): CellEdit | null {
  if (value === null || value === undefined) return null;
  const format = value === "" ? "General" : sheet.style(row, column).numberFormat;
  if (typeof value === "number" || typeof value === "boolean")
    // A cell of the format Text takes what is entered as it would be typed.
    return { row, column, value: format === "@" ? String(value).toUpperCase() : value };
  if (typeof value !== "string") throw invalidArgument();
  const typed = readTyped(value, format === "@");
  if (typed.formula !== undefined) return { row, column, formula: checkedFormula(typed.formula, sheet, row, column) };
  if (typeof typed.value === "string" && typed.value.length > longestText) throw invalidArgument();
  const style =
    typed.numberFormat !== undefined && format === "General" ? { style: { numberFormat: typed.numberFormat } } : {};
  return { row, column, value: typed.value ?? null, ...style };
}

/** @throws InvalidArgument for a formula that Excel would not let anybody enter */
function checkedFormula(formula: string, sheet: Sheet, row: number, column: number): string {
  const table = sheet.tableAt(row, column);
  const full = inCapitals(table ? withTableName(formula, table.name) : formula);
  if (full.length > longestFormula) throw invalidArgument();
  try {
    parse(tokenize(full), { permitArrayRanges: true, permitArrayCalls: true });
  } catch {
    throw invalidArgument();
  }
  return full;
}

function numberFormatOf(value: unknown): string {
  if (typeof value !== "string" || value === "") throw invalidArgument();
  return value;
}

import type { CellContent, SheetContent, StyleContent, ValueContent, WorkbookContent } from "@workbooks/xlsx/content";
import { emptyWorkbook } from "@workbooks/xlsx/emptyContent";
import cases from "./nativeFormulas.json";

/** A formula of the table: what LibreOffice answers, and what Excel answers where that is something else. */
interface NativeFormula {
  group: string;
  formula: string;
  /** Rows by columns of an array formula, "3x1"; a formula without one gives one value and is not read as an array. */
  array?: string;
  /** LibreOffice's answer; rows of values for an array formula. */
  answer: Answer;
  /** Where the stand-in shows something else: what, why, and who is right by Excel's documentation. */
  differs?: { standIn: Answer; right: "stand-in" | "LibreOffice"; why: string };
}

export type Answer = ValueContent | ValueContent[][];

export const nativeFormulas = cases.formulas as NativeFormula[];

/** The column of the formulas, out of the way of what they refer to. */
const formulaColumn = 17;

/** A workbook with the input cells of nativeFormulas.json and its formulas, and the place of each formula's first cell. */
export function nativeFormulasWorkbook(): { content: WorkbookContent; places: { row: number; column: number }[] } {
  const content = emptyWorkbook();
  const data = content.sheets[0] as SheetContent;
  data.name = "Data";
  const other: SheetContent = { ...data, name: "Other sheet", cells: new Map(), rows: new Map(), tables: [] };
  content.sheets.push(other);
  fill(data, cases.inputs as Record<string, ValueContent[][]>);
  fill(other, cases.otherSheet as Record<string, ValueContent[][]>);
  content.styles = [plainStyle];
  content.names = Object.entries(cases.names).map(([name, formula]) => ({
    ...{ name, formula, sheet: null, hidden: false, comment: "" },
  }));
  data.tables.push({
    ...{ partId: null, name: "Levers", row: 0, column: 6, rowCount: 6, columnCount: 4 },
    columns: ["Lever", "Rate", "Level", "Gap"],
    ...{ hasHeaderRow: true, hasTotalsRow: false, style: null, showBandedRows: true, showFilterButton: false },
  });
  let row = 0;
  const places = nativeFormulas.map(({ formula, array }) => {
    const [rowCount, columnCount] = sizeOf(array);
    const cell: CellContent = { value: null, formula: formula.slice(1), style: 0 };
    if (array) cell.array = { row, column: formulaColumn, rowCount, columnCount, dynamic: true };
    setCell(data, row, formulaColumn, cell);
    const place = { row, column: formulaColumn };
    row += rowCount;
    return place;
  });
  return { content, places };
}

/** What a formula answers, read cell by cell with `value`. */
export function answerAt(
  formula: NativeFormula,
  place: { row: number; column: number },
  value: (row: number, column: number) => ValueContent,
): Answer {
  if (!formula.array) return value(place.row, place.column);
  const [rowCount, columnCount] = sizeOf(formula.array);
  return Array.from({ length: rowCount }, (_, row) =>
    Array.from({ length: columnCount }, (__, column) => value(place.row + row, place.column + column)),
  );
}

/** Whether two answers agree: numbers to 1e-9 of their size, everything else exactly. */
export function agrees(one: Answer, other: Answer): boolean {
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((row, index) => rowAgrees(row, other[index] ?? []));
  if (typeof one === "number" && typeof other === "number")
    return Math.abs(one - other) <= 1e-9 * Math.max(Math.abs(one), Math.abs(other));
  return JSON.stringify(one) === JSON.stringify(other);
}

function rowAgrees(one: ValueContent[], other: ValueContent[]): boolean {
  return one.length === other.length && one.every((value, index) => agrees(value, other[index] ?? null));
}

function sizeOf(array: string | undefined): [number, number] {
  const [rowCount = 1, columnCount = 1] = (array ?? "1x1").split("x").map(Number);
  return [rowCount, columnCount];
}

/** Rows of values by the address of their first cell. */
function fill(sheet: SheetContent, blocks: Record<string, ValueContent[][]>): void {
  for (const [address, rows] of Object.entries(blocks)) {
    const column = address.charCodeAt(0) - 65;
    const first = Number(address.slice(1)) - 1;
    rows.forEach((values, row) =>
      values.forEach((value, index) => {
        if (value !== null) setCell(sheet, first + row, column + index, { value, style: 0 });
      }),
    );
  }
}

function setCell(sheet: SheetContent, row: number, column: number, cell: CellContent): void {
  const cells = sheet.cells.get(row) ?? new Map<number, CellContent>();
  sheet.cells.set(row, cells.set(column, cell));
}

export const plainStyle: StyleContent = {
  ...{ numberFormat: "General", fontName: "Calibri", fontSize: 11, bold: false, italic: false, underline: false },
  ...{ fontColor: null, fillColor: null, horizontal: "general", vertical: "bottom", wrap: false, indent: 0 },
  borders: { top: null, bottom: null, left: null, right: null },
};

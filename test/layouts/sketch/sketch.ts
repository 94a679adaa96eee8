import type { Cell } from "../../../src/cells/cell";
import type { CellText, FormattedCell } from "../../plan/support/grid";
import type { LeverTruth, PlanTruth } from "../truth/planTruth";

/** A layout before it is put on sheets: blocks of columns and lines, which features change. */
export interface Sketch {
  plan: PlanTruth;
  spending: Block | null;
  funding: Block | null;
  /** One or more: a register may stand on several sheets. */
  registers: Block[];
  /** Whatever else stands in the workbook: older versions, ledgers, lists. */
  others: Block[];
  questions: Question[];
  /** Blocks on one sheet stand under one another or side by side. */
  areBeside: boolean;
}

export interface Block {
  sheet: string;
  isHidden: boolean;
  /** Zero-based row and column where the block begins on a sheet of its own. */
  at: [row: number, column: number];
  titles: CellText[][];
  columns: Column[];
  lines: Line[];
  below: CellText[][];
  excelTable: string | null;
}

export interface Column {
  id: string;
  heading: CellText;
  /** Said behind the heading, "(£m)"; "" where it is said elsewhere. */
  unit: string;
  /** Merged headings over it, outermost first. */
  bands: string[];
  /** Whether it holds money, which totals add and units scale. */
  isMoney: boolean;
}

export interface Line {
  what: "data" | "section" | "total" | "headings" | "note" | "blank";
  lever: LeverTruth | null;
  cells: Map<string, CellText>;
  /** What stands right of the block, after an empty column. */
  aside?: string | number;
  isHidden?: boolean;
  /** A cell merged over this line and those below. */
  mergedDown?: { id: string; lines: number };
  /** The cell of a total is a SUM over these lines above. */
  sums?: Line[];
}

/** What a layout leaves to be asked, and where: at the headings or the cells of these columns. */
export interface Question {
  text: string;
  block: Block;
  columns: string[];
  /** Only the cells of this lever, beside the heading. */
  lever?: LeverTruth;
  /** The same question may be asked in another block. */
  also?: { block: Block; columns: string[] };
  /** The layout is clear, and yet may be asked about. */
  isOptional?: boolean;
}

export function block(sheet: string, columns: Column[], lines: Line[]): Block {
  return { sheet, isHidden: false, at: [0, 0], titles: [], columns, lines, below: [], excelTable: null };
}

export function column(id: string, heading: CellText, options: Partial<Column> = {}): Column {
  return { id, heading, unit: "", bands: [], isMoney: false, ...options };
}

export function line(what: Line["what"], cells: Record<string, CellText>, lever: LeverTruth | null = null): Line {
  return { what, lever, cells: new Map(Object.entries(cells)) };
}

/** The one register that features change; split over sheets only at the end. */
export function registerOf(sketch: Sketch): Block {
  const [register] = sketch.registers;
  if (!register) throw new Error("A sketch has a register.");
  return register;
}

export function dataLines(of: Block): (Line & { lever: LeverTruth })[] {
  return of.lines.filter((one): one is Line & { lever: LeverTruth } => one.what === "data" && one.lever !== null);
}

export function blocksOf(sketch: Sketch): Block[] {
  return [sketch.spending, sketch.funding, ...sketch.registers].filter((one): one is Block => one !== null);
}

/** Puts columns where another stood ("" = at the end), with their cells for each lever. */
export function replaceColumn(
  of: Block,
  id: string,
  columns: Column[],
  cells: (lever: LeverTruth) => Record<string, CellText>,
): void {
  const at = of.columns.findIndex((one) => one.id === id);
  of.columns.splice(at < 0 ? of.columns.length : at, at < 0 ? 0 : 1, ...columns);
  for (const one of dataLines(of)) {
    one.cells.delete(id);
    for (const [key, cell] of Object.entries(cells(one.lever))) one.cells.set(key, cell);
  }
}

export function addColumn(of: Block, added: Column, cell: (lever: LeverTruth) => CellText, after = ""): void {
  const at = of.columns.findIndex(({ id }) => id === after);
  of.columns.splice(at < 0 ? of.columns.length : at + 1, 0, added);
  for (const one of dataLines(of)) one.cells.set(added.id, cell(one.lever));
}

export function columnOf(of: Block, id: string): Column | undefined {
  return of.columns.find((one) => one.id === id);
}

export function moneyColumns(of: Block): Column[] {
  return of.columns.filter(({ isMoney }) => isMoney);
}

/** The value in a cell, without its format. */
export function valueOf(cell: CellText | undefined): Cell {
  if (cell === undefined) return null;
  return isFormatted(cell) ? cell.value : cell;
}

export function isFormatted(cell: CellText): cell is FormattedCell {
  return cell !== null && typeof cell === "object" && "format" in cell;
}

/** Changes each number of money in a block. */
export function eachMoney(of: Block, change: (value: number, at: Line, id: string) => CellText): void {
  for (const one of of.lines) {
    for (const { id } of moneyColumns(of)) {
      const value = valueOf(one.cells.get(id));
      if (typeof value === "number") one.cells.set(id, change(value, one, id));
    }
  }
}

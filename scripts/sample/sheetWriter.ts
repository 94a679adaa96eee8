import type { CellContent, SheetContent, StyleContent, TableContent, ValueContent } from "@workbooks/xlsx/content";
import { emptySheet } from "@workbooks/xlsx/emptyContent";
import { columnLetters } from "../../src/cells/address";

/** What of a style differs from plain text. */
export type Look = Partial<StyleContent>;

const plain: StyleContent = {
  numberFormat: "General",
  fontName: "Calibri",
  fontSize: 11,
  bold: false,
  italic: false,
  underline: false,
  fontColor: null,
  fillColor: null,
  horizontal: "general",
  vertical: "center",
  wrap: false,
  indent: 0,
  borders: { top: null, bottom: null, left: null, right: null },
};

/** The styles of one workbook; the first is that of a cell nobody touched. */
export class Styles {
  readonly list: StyleContent[] = [{ ...plain, vertical: "bottom" }];

  of(look: Look): number {
    const style = { ...plain, ...look };
    const same = JSON.stringify(style);
    const found = this.list.findIndex((one) => JSON.stringify(one) === same);
    return found >= 0 ? found : this.list.push(style) - 1;
  }
}

/** Fills one sheet, cell by cell. Rows and columns are zero-based, as in the content. */
export class SheetWriter {
  readonly content: SheetContent;
  /** How the sheet is printed; not there means as Excel prints a new one. */
  print?: PrintSetup;
  /** Colours by value, the first that holds. Only the file has them. */
  readonly colorRules: ColorRule[] = [];

  constructor(
    name: string,
    private readonly styles: Styles,
    widths: readonly number[],
    tabColor: string,
  ) {
    this.content = {
      ...emptySheet(name),
      columns: widths.map((width, index) => ({ from: index, to: index, width, hidden: false, style: null })),
      showGridlines: false,
      tabColor,
    };
  }

  put(row: number, column: number, value: ValueContent, look: Look = {}, formula?: string): void {
    this.cell(row, column, { value, style: this.styles.of(look), ...(formula ? { formula } : {}) });
  }

  /**
   * A formula that fills an area, or may: its values as they were last calculated. Excel keeps every formula with a custom
   * function so, one cell or many; without the mark it would show an @ before the function.
   */
  spill(
    row: number,
    column: number,
    values: readonly ValueContent[][],
    formula: string,
    look: (column: number, row: number) => Look,
  ): void {
    values.forEach((line, i) =>
      line.forEach((value, j) => {
        const style = this.styles.of(look(column + j, row + i));
        const array = { row, column, rowCount: values.length, columnCount: line.length, dynamic: true };
        this.cell(row + i, column + j, i === 0 && j === 0 ? { value, style, formula, array } : { value, style });
      }),
    );
  }

  /** SUM, or SUBTOTAL, of the numbers between two cells of one row or column, both included. */
  sum(row: number, column: number, from: Place, to: Place, look: Look, how: "SUM" | "SUBTOTAL" = "SUM"): void {
    const area = `${addressOf(from)}:${addressOf(to)}`;
    let sum = 0;
    for (let i = from.row; i <= to.row; i++)
      for (let j = from.column; j <= to.column; j++) {
        const isSubtotal = this.content.cells.get(i)?.get(j)?.formula?.startsWith("SUBTOTAL") ?? false;
        if (how === "SUM" || !isSubtotal) sum += this.number(i, j);
      }
    this.put(row, column, sum, look, how === "SUM" ? `SUM(${area})` : `SUBTOTAL(9,${area})`);
  }

  /** The number in a cell, 0 where there is none. */
  number(row: number, column: number): number {
    return Number(this.content.cells.get(row)?.get(column)?.value ?? 0) || 0;
  }

  /** A text over several columns. */
  band(row: number, column: number, columnCount: number, text: string, look: Look): void {
    for (let at = column; at < column + columnCount; at++) this.put(row, at, at === column ? text : null, look);
    if (columnCount > 1) this.content.merges.push({ row, column, rowCount: 1, columnCount });
  }

  height(row: number, points: number): void {
    this.content.rows.set(row, { height: points, hidden: false });
  }

  /** Prints all that stands on the sheet, a page wide, with so many rows from the top on every page. */
  printAll(footer: string, titleRows = 0): this {
    const { cells } = this.content;
    const columns = [...cells.values()].flatMap((line) => [...line.keys()]);
    const area = { rowCount: 1 + Math.max(...cells.keys()), columnCount: 1 + Math.max(...columns) };
    this.print = { orientation: "landscape", titleRows, area, footer };
    return this;
  }

  table(table: Pick<TableContent, "name" | "row" | "column" | "rowCount" | "columns">): void {
    this.content.tables.push({
      ...table,
      partId: null,
      columnCount: table.columns.length,
      hasHeaderRow: true,
      hasTotalsRow: false,
      style: "TableStyleLight1",
      showBandedRows: false,
      showFilterButton: true,
    });
  }

  private cell(row: number, column: number, content: CellContent): void {
    const line = this.content.cells.get(row) ?? new Map<number, CellContent>();
    line.set(column, content);
    this.content.cells.set(row, line);
  }
}

export interface PrintSetup {
  orientation: "portrait" | "landscape";
  /** Rows from the top that every page repeats, and the last row and column that is printed; counts. */
  titleRows: number;
  area: { rowCount: number; columnCount: number };
  footer: string;
}

/** Cells of an area whose value equals a text, or is below zero. */
export interface ColorRule {
  area: { row: number; column: number; rowCount: number; columnCount: number };
  when: { equals: string } | "negative";
  fontColor: string;
  fillColor?: string;
}

interface Place {
  row: number;
  column: number;
}

/** "C4", zero-based in. */
export function addressOf({ row, column }: Place): string {
  return `${columnLetters(column)}${row + 1}`;
}

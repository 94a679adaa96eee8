import type { AreaContent, MarkContent, SheetContent, StyleContent, ValueContent } from "@workbooks/xlsx/content";
import { bounding, contains, intersection, lastColumnCount, lastRowCount } from "./address";
import type { Calculation, UniverCell, UniverStyle } from "../calculation/calculation";
import { fromUniverStyle, toUniverStyle, withoutNulls } from "../calculation/univerStyle";
import { univerValue, valueOf } from "../calculation/univerValue";
import type { Chart } from "./charts/chart";
import { areaOf, rangeOf } from "../calculation/univerAreas";
import { movedFormula, type ReferenceChange } from "./formulas/references";
import type { Table } from "./tables/table";

export type Visibility = "visible" | "hidden" | "veryHidden";

/** What is written into a cell; what is left out stays as it is. `formula` begins with "=". */
export interface CellEdit {
  row: number;
  column: number;
  value?: ValueContent;
  formula?: string;
  style?: Partial<StyleContent>;
  /** Takes every format off first. */
  clearStyle?: boolean;
}

/** A worksheet. Its cells, rows and columns live in Univer's workbook, so that the grid shows them and undo knows them. */
export class Sheet {
  readonly tables: Table[] = [];
  readonly charts: Chart[] = [];
  /** What the file's AutoFilter covers, which goes with its cells; it cannot be set or changed here. */
  filter: AreaContent | null = null;
  /** What stands on its cells and is not shown. */
  marks: MarkContent[] = [];
  protection: SheetContent["protection"] = null;
  page: NonNullable<SheetContent["page"]> = {};
  /** Univer knows hidden and not hidden only. */
  isVeryHidden = false;
  partId: string | null = null;

  constructor(
    readonly id: string,
    private readonly calculation: Calculation,
  ) {}

  get isProtected(): boolean {
    return this.protection !== null;
  }

  get name(): string {
    return this.univerSheet.getName();
  }

  get visibility(): Visibility {
    if (!this.univerSheet.isSheetHidden()) return "visible";
    return this.isVeryHidden ? "veryHidden" : "hidden";
  }

  get tabColor(): string | null {
    return this.univerSheet.getTabColor() || null;
  }

  get showGridlines(): boolean {
    return this.univerSheet.getConfig().showGridlines !== 0;
  }

  get frozen(): { rows: number; columns: number } {
    const freeze = this.univerSheet.getConfig().freeze;
    return { rows: Math.max(0, freeze?.ySplit ?? 0), columns: Math.max(0, freeze?.xSplit ?? 0) };
  }

  get merges(): AreaContent[] {
    return this.univerSheet.getConfig().mergeData.map(areaOf);
  }

  get univerSheet() {
    return this.calculation.sheet(this.id);
  }

  // ---- reading

  /** What a cell shows: its own value, or what an array spills into it. */
  value(row: number, column: number): ValueContent {
    const cell = this.cell(row, column);
    if (cell && (cell.f || (cell.v !== undefined && cell.v !== null))) return valueOf(cell);
    const spilled = this.calculation.spilledCell(this.id, row, column);
    return spilled ? valueOf(spilled as UniverCell) : null;
  }

  /** The same as Univer keeps it. */
  shownCell(row: number, column: number): Pick<UniverCell, "v" | "t"> {
    return univerValue(this.value(row, column)) as Pick<UniverCell, "v" | "t">;
  }

  /** With "=", or null where the cell has none of its own. */
  formula(row: number, column: number): string | null {
    return this.calculation.formulaAt(this.id, row, column);
  }

  style(row: number, column: number): StyleContent {
    return fromUniverStyle(this.univerStyle(row, column));
  }

  /** The first cell of the array that spills into a cell, and the array's area. */
  spillAt(row: number, column: number): AreaContent | null {
    return this.calculation.spillAreas(this.id).find((area) => contains(area, row, column)) ?? null;
  }

  /** The areas of all arrays that fill more than their own cell. */
  get spills(): AreaContent[] {
    return this.calculation.spillAreas(this.id).filter((area) => !this.isSpillBlocked(area));
  }

  tableAt(row: number, column: number): Table | undefined {
    return this.tables.find((table) => contains(table.area, row, column));
  }

  /** Every cell of the area that holds something of its own, by rows. */
  eachCell(area: AreaContent, visit: (row: number, column: number, cell: UniverCell) => void): void {
    const rows = this.univerSheet.getCellMatrix().getMatrix() as Record<number, Record<number, UniverCell>>;
    for (const rowKey of Object.keys(rows)) {
      const row = Number(rowKey);
      if (row < area.row || row >= area.row + area.rowCount) continue;
      const cells = rows[row] ?? {};
      for (const columnKey of Object.keys(cells)) {
        const column = Number(columnKey);
        const cell = cells[column];
        if (cell && column >= area.column && column < area.column + area.columnCount) visit(row, column, cell);
      }
    }
  }

  /** The smallest area that holds all values (and formats, unless `valuesOnly`) within `within`; null where there is nothing. */
  usedArea(valuesOnly: boolean, within: AreaContent = wholeSheet): AreaContent | null {
    let used: AreaContent | null = null;
    const add = (area: AreaContent) => (used = used ? bounding(used, area) : area);
    this.eachCell(within, (row, column, cell) => {
      const isFilled = Boolean(cell.f) || Boolean(cell.si) || (cell.v !== undefined && cell.v !== null);
      if (isFilled || (!valuesOnly && cell.s)) add({ row, column, rowCount: 1, columnCount: 1 });
    });
    for (const area of this.calculation.spillAreas(this.id)) {
      const common = intersection(area, within);
      // Excel would have no room for such an array; a file may say so all the same.
      if (common && common.rowCount * common.columnCount > mostSpilled) continue;
      if (common && this.value(area.row, area.column) !== null && !this.isSpillBlocked(area)) add(common);
    }
    if (!valuesOnly)
      for (const table of this.tables)
        if (intersection(table.area, within)) add(intersection(table.area, within) as AreaContent);
    return used;
  }

  // ---- writing

  write(edits: CellEdit[]): void {
    if (edits.length === 0) return;
    const cellValue: Record<number, Record<number, unknown>> = {};
    let touchesValues = false;
    let lastRow = 0;
    let lastColumn = 0;
    for (const edit of edits) {
      const cell: Record<string, unknown> = {};
      if (edit.formula !== undefined) Object.assign(cell, { f: edit.formula, v: null, si: null, p: null });
      else if (edit.value !== undefined) Object.assign(cell, univerValue(edit.value), { f: null, si: null, p: null });
      if (edit.clearStyle) cell["s"] = null;
      if (edit.style) cell["s"] = toUniverStyle(edit.style);
      // Univer would make a text of a number that is given the format Text.
      const own = edit.style?.numberFormat !== undefined && !("v" in cell) ? this.cell(edit.row, edit.column) : null;
      if (own?.v !== undefined && own.v !== null) cell["t"] = own.t;
      touchesValues ||= "v" in cell;
      (cellValue[edit.row] ??= {})[edit.column] = cell;
      lastRow = Math.max(lastRow, edit.row);
      lastColumn = Math.max(lastColumn, edit.column);
    }
    this.makeRoom(lastRow, lastColumn);
    this.calculation.mutate("sheet.mutation.set-range-values", {
      subUnitId: this.id,
      cellValue,
      ...(touchesValues ? {} : { trigger: "sheet.command.set-style" }),
    });
  }

  /** Formats an area; whole columns are formatted as such, without a visit to a million cells. */
  format(area: AreaContent, style: Partial<StyleContent>): void {
    if (area.rowCount < lastRowCount && area.columnCount < lastColumnCount) {
      this.write(cellsOf(area).map(([row, column]) => ({ row, column, style })));
      return;
    }
    const filled: CellEdit[] = [];
    this.eachCell(area, (row, column) => filled.push({ row, column, style }));
    this.write(filled);
    if (area.rowCount < lastRowCount || area.columnCount === lastColumnCount) return;
    for (let column = area.column; column < area.column + area.columnCount; column++) {
      const current =
        this.calculation.book.getStyles().get(this.univerSheet.getColumnManager().getColumn(column)?.s) ?? {};
      this.calculation.mutate("sheet.mutation.set-col-data", {
        subUnitId: this.id,
        columnData: { [column]: { s: withoutNulls({ ...current, ...toUniverStyle(style) }) } },
      });
    }
  }

  /** The formulas of its cells go with the cells that they mean; their values stay until they are calculated. */
  followReferences(change: ReferenceChange): void {
    const cellValue: Record<number, Record<number, object>> = {};
    this.eachCell(wholeSheet, (row, column, cell) => {
      const formula = cell.f || cell.si ? this.formula(row, column) : null;
      const moved = formula === null ? null : movedFormula(formula, change, this.name);
      if (moved !== formula) (cellValue[row] ??= {})[column] = { f: moved, si: null };
    });
    if (Object.keys(cellValue).length > 0)
      this.calculation.mutate("sheet.mutation.set-range-values", { subUnitId: this.id, cellValue });
  }

  clear(area: AreaContent, what: "contents" | "formats" | "all"): void {
    const edits: CellEdit[] = [];
    this.eachCell(area, (row, column) =>
      edits.push({
        row,
        column,
        ...(what !== "formats" ? { value: null } : {}),
        ...(what !== "contents" ? { clearStyle: true } : {}),
      }),
    );
    this.write(edits);
  }

  /** Takes merged areas apart and makes others. */
  changeMerges(gone: AreaContent[], merged: AreaContent[]): void {
    if (gone.length > 0)
      this.calculation.mutate("sheet.mutation.remove-worksheet-merge", {
        subUnitId: this.id,
        ranges: gone.map(rangeOf),
      });
    if (merged.length > 0)
      this.calculation.mutate("sheet.mutation.add-worksheet-merge", {
        subUnitId: this.id,
        ranges: merged.map(rangeOf),
      });
  }

  // ---- rows and columns; sizes in points

  columnWidth(column: number): number {
    return Math.round(this.univerSheet.getColumnWidth(column) * 0.75 * 100) / 100;
  }

  rowHeight(row: number): number {
    return Math.round(this.univerSheet.getRowHeight(row) * 0.75 * 100) / 100;
  }

  setColumnWidth(from: number, count: number, points: number): void {
    this.makeRoom(0, Math.min(from + count, 256) - 1);
    const endColumn = Math.min(from + count, this.univerSheet.getColumnCount()) - 1;
    const ranges = [{ startRow: 0, endRow: 0, startColumn: from, endColumn }];
    this.calculation.mutate("sheet.mutation.set-worksheet-col-width", {
      subUnitId: this.id,
      ranges,
      colWidth: points / 0.75,
    });
  }

  setRowHeight(from: number, count: number, points: number): void {
    const ranges = [
      {
        startRow: from,
        endRow: Math.min(from + count, this.univerSheet.getRowCount()) - 1,
        startColumn: 0,
        endColumn: 0,
      },
    ];
    this.calculation.mutate("sheet.mutation.set-worksheet-row-is-auto-height", {
      subUnitId: this.id,
      ranges,
      autoHeightInfo: 0,
    });
    this.calculation.mutate("sheet.mutation.set-worksheet-row-height", {
      subUnitId: this.id,
      ranges,
      rowHeight: points / 0.75,
    });
  }

  /** Rows take the heights given, and the standard height where none is, until somebody sets one. */
  fitRows(from: number, count: number, heights: Map<number, number>): void {
    const rows = { startRow: from, endRow: Math.min(from + count, this.univerSheet.getRowCount()) - 1 };
    const ranges = [{ ...rows, startColumn: 0, endColumn: 0 }];
    const { height } = this.standardSize;
    const rowHeight = Object.fromEntries(
      Array.from({ length: rows.endRow - from + 1 }, (_, i) => [
        from + i,
        Math.max(height, heights.get(from + i) ?? 0) / 0.75,
      ]),
    );
    this.calculation.mutate("sheet.mutation.set-worksheet-row-is-auto-height", {
      subUnitId: this.id,
      ranges,
      autoHeightInfo: 1,
    });
    this.calculation.mutate("sheet.mutation.set-worksheet-row-height", { subUnitId: this.id, ranges, rowHeight });
  }

  /** The size of columns and rows that nobody has set, in points. */
  get standardSize(): { width: number; height: number } {
    const { defaultColumnWidth, defaultRowHeight } = this.univerSheet.getConfig();
    const points = (pixels: number) => Math.round(pixels * 0.75 * 100) / 100;
    return { width: points(defaultColumnWidth), height: points(defaultRowHeight) };
  }

  isRowHidden(row: number): boolean {
    return this.univerSheet.getRowManager().getRow(row)?.hd === 1;
  }

  isColumnHidden(column: number): boolean {
    return this.univerSheet.getColumnManager().getColumn(column)?.hd === 1;
  }

  hideRows(from: number, count: number, hidden: boolean): void {
    const ranges = [
      { startRow: from, endRow: from + count - 1, startColumn: 0, endColumn: this.univerSheet.getColumnCount() - 1 },
    ];
    this.calculation.mutate(`sheet.mutation.set-row-${hidden ? "hidden" : "visible"}`, { subUnitId: this.id, ranges });
  }

  hideColumns(from: number, count: number, hidden: boolean): void {
    const ranges = [
      { startRow: 0, endRow: this.univerSheet.getRowCount() - 1, startColumn: from, endColumn: from + count - 1 },
    ];
    this.calculation.mutate(`sheet.mutation.set-col-${hidden ? "hidden" : "visible"}`, { subUnitId: this.id, ranges });
  }

  // ---- the sheet itself

  async rename(name: string): Promise<void> {
    await this.calculation.command("sheet.command.set-worksheet-name", { subUnitId: this.id, name });
  }

  setVisibility(visibility: Visibility): void {
    this.isVeryHidden = visibility === "veryHidden";
    this.calculation.mutate("sheet.mutation.set-worksheet-hidden", {
      subUnitId: this.id,
      hidden: visibility === "visible" ? 0 : 1,
    });
  }

  setTabColor(color: string | null): void {
    this.calculation.mutate("sheet.mutation.set-tab-color", { subUnitId: this.id, color: color ?? "" });
  }

  setGridlines(visible: boolean): void {
    this.calculation.mutate("sheet.mutation.toggle-gridlines", { subUnitId: this.id, showGridlines: visible ? 1 : 0 });
  }

  freeze(rows: number, columns: number): void {
    const none = rows === 0 && columns === 0;
    this.calculation.mutate("sheet.mutation.set-frozen", {
      subUnitId: this.id,
      startRow: none ? -1 : rows,
      startColumn: none ? -1 : columns,
      xSplit: columns,
      ySplit: rows,
    });
  }

  /** Univer's sheets have an end; Excel's are all of one size. */
  makeRoom(row: number, column: number): void {
    if (row >= this.univerSheet.getRowCount() - 100)
      this.calculation.mutate("sheet.mutation.set-worksheet-row-count", { subUnitId: this.id, rowCount: row + 1000 });
    if (column >= this.univerSheet.getColumnCount() - 5)
      this.calculation.mutate("sheet.mutation.set-worksheet-column-count", {
        subUnitId: this.id,
        columnCount: column + 50,
      });
  }

  private isSpillBlocked(area: AreaContent): boolean {
    const first = this.value(area.row, area.column);
    return typeof first === "object" && first !== null && first.error === "#SPILL!";
  }

  private cell(row: number, column: number): UniverCell | null {
    return (this.univerSheet.getCellMatrix().getValue(row, column) as UniverCell | undefined) ?? null;
  }

  private univerStyle(row: number, column: number): UniverStyle | null {
    const styles = this.calculation.book.getStyles();
    const cell = this.cell(row, column);
    if (cell?.s) return (styles.getStyleByCell(cell) as UniverStyle | undefined) ?? null;
    return (styles.get(this.univerSheet.getColumnManager().getColumn(column)?.s) as UniverStyle | undefined) ?? null;
  }
}

export const wholeSheet: AreaContent = { row: 0, column: 0, rowCount: lastRowCount, columnCount: lastColumnCount };

/** All cells of an area as [row, column]. */
export function cellsOf(area: AreaContent): [number, number][] {
  return Array.from({ length: area.rowCount * area.columnCount }, (_, i) => [
    area.row + Math.floor(i / area.columnCount),
    area.column + (i % area.columnCount),
  ]);
}

const mostSpilled = 2 ** 24;

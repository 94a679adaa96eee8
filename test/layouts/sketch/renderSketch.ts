import { onSheet, type Area, type SheetArea } from "../../../src/cells/area";
import { columnLetters } from "../../../src/cells/address";
import { formulaKey, type SheetGrid } from "../../../src/plan/reading/sheetGrid";
import { grid, type CellText } from "../../plan/support/grid";
import type { LeverTruth } from "../truth/planTruth";
import { blocksOf, type Block, type Column, type Line, type Sketch } from "./sketch";

/** Where the things of a sketch came to stand. */
export interface Places {
  block: Map<Block, SheetArea>;
  /** Heading cells of a block's columns, bands left out. */
  heading: Map<Column, SheetArea>;
  rows: Map<Line, SheetArea>;
  /** Texts above and below a block. */
  around: Map<Block, SheetArea[]>;
}

/** Puts the blocks of a sketch on sheets: those on one sheet under one another, two rows apart, or side by side. */
export function renderSketch(sketch: Sketch): { sheets: SheetGrid[]; places: Places } {
  const places: Places = { block: new Map(), heading: new Map(), rows: new Map(), around: new Map() };
  const bySheet = new Map<string, Block[]>();
  for (const one of [...sketch.others, ...blocksOf(sketch)])
    bySheet.set(one.sheet, [...(bySheet.get(one.sheet) ?? []), one]);
  const sheets = [...bySheet].map(([name, blocks]) => renderSheet(name, blocks, sketch.areBeside, places));
  return { sheets, places };
}

function renderSheet(name: string, blocks: Block[], areBeside: boolean, places: Places): SheetGrid {
  const cells: CellText[][] = [];
  const put = (row: number, column: number, value: CellText | undefined): void => {
    while (cells.length <= row) cells.push([]);
    const line = cells[row] ?? [];
    while (line.length <= column) line.push(null);
    line[column] = value ?? null;
  };
  const sheet = {
    merged: [] as Area[],
    formulas: new Map<string, string>(),
    tables: [] as SheetGrid["tables"],
    hiddenRows: [] as number[],
  };
  let [row, column] = [0, 0];
  for (const [index, one] of blocks.entries()) {
    const top = row + (index === 0 ? one.at[0] : 0);
    const left = column + (index === 0 ? one.at[1] : 0);
    const bottom = renderBlock(one, name, top, left, put, sheet, places);
    if (areBeside) column = left + one.columns.length + 1 + (one.lines.some(({ aside }) => aside) ? 2 : 0);
    else [row, column] = [bottom + 3, left];
  }
  return grid(name, cells, { ...sheet, isHidden: blocks.every(({ isHidden }) => isHidden) });
}

type Put = (row: number, column: number, value: CellText | undefined) => void;

/** @returns the last row */
function renderBlock(
  one: Block,
  sheet: string,
  top: number,
  left: number,
  put: Put,
  into: Pick<SheetGrid, "merged" | "tables" | "hiddenRows"> & { formulas: Map<string, string> },
  places: Places,
): number {
  const width = one.columns.length;
  const area = (row: number, column: number, rowCount: number, columnCount: number): SheetArea =>
    onSheet(sheet, { row, column, rowCount, columnCount });
  let row = top;
  const around: SheetArea[] = [];
  for (const title of one.titles) {
    title.forEach((cell, index) => put(row, left + index, cell));
    around.push(area(row++, left, 1, Math.max(width, title.length)));
  }
  const headTop = row;
  row = renderHeadings(one, row, left, put, into.merged);
  one.columns.forEach((column, index) => places.heading.set(column, area(row - 1, left + index, 1, 1)));
  const rowOf = new Map<Line, number>();
  for (const line of one.lines) {
    rowOf.set(line, row);
    one.columns.forEach((column, index) => {
      put(row, left + index, line.what === "headings" ? headingText(column) : line.cells.get(column.id));
      if (!line.sums || line.sums.length === 0 || typeof line.cells.get(column.id) !== "number") return;
      const letters = columnLetters(left + index);
      const cells = line.sums.map((above) => `${letters}${(rowOf.get(above) ?? 0) + 1}`);
      into.formulas.set(formulaKey(row, left + index), `=SUM(${cells.join(",")})`);
    });
    const down = line.mergedDown && one.columns.findIndex(({ id }) => id === line.mergedDown?.id);
    if (line.mergedDown && down !== undefined && down >= 0)
      into.merged.push({ row, column: left + down, rowCount: line.mergedDown.lines, columnCount: 1 });
    if (line.isHidden) into.hiddenRows.push(row);
    if (line.aside) put(row, left + width + 1, line.aside);
    places.rows.set(line, area(row, left, 1, width));
    row++;
  }
  places.block.set(one, area(headTop, left, row - headTop, width));
  if (one.excelTable) {
    const table = { row: headTop, column: left, rowCount: row - headTop, columnCount: width };
    into.tables.push({ ...table, name: one.excelTable, hasTotalsRow: false });
  }
  for (const note of one.below) {
    note.forEach((cell, index) => put(row, left + index, cell));
    around.push(area(row++, left, 1, Math.max(width, note.length)));
  }
  places.around.set(one, around);
  return row - 1;
}

/** Bands stand in the first of the columns that share them, as merged cells do. @returns the row under the headings */
function renderHeadings(one: Block, top: number, left: number, put: Put, merged: Area[]): number {
  const depth = Math.max(0, ...one.columns.map(({ bands }) => bands.length));
  for (let level = 0; level < depth; level++) {
    let from = 0;
    one.columns.forEach(({ bands }, index) => {
      const band = bands[level] ?? "";
      const next = one.columns[index + 1]?.bands[level] ?? "";
      if (index === from && band !== "") put(top + level, left + index, band);
      if (next === band && band !== "" && index + 1 < one.columns.length) return;
      if (band !== "" && index > from)
        merged.push({ row: top + level, column: left + from, rowCount: 1, columnCount: index - from + 1 });
      from = index + 1;
    });
  }
  one.columns.forEach((column, index) => put(top + depth, left + index, headingText(column)));
  return top + depth + 1;
}

export function headingText({ heading, unit }: Column): CellText {
  return typeof heading === "string" && unit !== "" ? `${heading} (${unit})` : heading;
}

/** The rows in which a lever stands; in long format and split tables there may be several. */
export function rowsOfLever(sketch: Sketch, places: Places, lever: LeverTruth): SheetArea[] {
  return sketch.registers.flatMap(({ lines }) =>
    lines.flatMap((line) =>
      line.lever?.name === lever.name && line.lever.reference === lever.reference ? (places.rows.get(line) ?? []) : [],
    ),
  );
}

import type { AreaContent } from "@workbooks/xlsx/content";
import { copiedMark } from "./followedMark";
import { contains, formatArea, inSheet, intersection, lastColumnCount, lastRowCount, quotedSheet } from "../address";
import { assertArraysWhole } from "./arrayFormulas";
import { liftCells, placeCells, type MovingCell } from "./cellMoves";
import { invalidArgument, mergedRangeConflict } from "../excelError";
import { offsetFormula, transposedFormula } from "../formulas/pastedFormula";
import type { CellEdit, Sheet } from "../sheet";
import type { Workbook } from "../workbook";

export type CopyKind = "All" | "Formulas" | "Values" | "Formats" | "Link";

/** What is copied: rows times columns of a sheet, in the order in which they are pasted beside each other. */
interface CopySource {
  sheet: Sheet;
  rows: number[];
  columns: number[];
}

/**
 * Pastes copied cells: as many times as they fit exactly into the target, else once from its first cell. Relative
 * references of formulas move along; of an array only the first cell is copied, the others as values.
 * @throws InvalidArgument where a copy would leave the sheet, MergedRangeConflict where it would cut merged cells
 */
export function copyCells(
  workbook: Workbook,
  source: CopySource,
  to: Sheet,
  target: AreaContent,
  kind: CopyKind,
  { skipBlanks = false, transpose = false } = {},
): void {
  const [height, width] = [source.rows.length, source.columns.length];
  const [tileRows, tileColumns] = transpose ? [width, height] : [height, width];
  const times = (count: number, tile: number) => (count % tile === 0 ? count / tile : 1);
  const pasted = inSheet({
    ...target,
    rowCount: tileRows * times(target.rowCount, tileRows),
    columnCount: tileColumns * times(target.columnCount, tileColumns),
  });
  if (kind !== "Formats") assertArraysWhole(workbook, to, [pasted]);
  const cells = copiedCells(workbook, source, kind, skipBlanks);
  const edits: CellEdit[] = [];
  const placed: MovingCell[] = [];
  for (let row = pasted.row; row < pasted.row + pasted.rowCount; row += tileRows) {
    for (let column = pasted.column; column < pasted.column + pasted.columnCount; column += tileColumns) {
      for (const copied of cells) {
        const at = {
          row: row + (transpose ? copied.j : copied.i),
          column: column + (transpose ? copied.i : copied.j),
        };
        const formula = copied.formula && moved(copied.formula, copied, at, transpose);
        if (kind === "All") placed.push({ ...copied, ...at, formula });
        else if (kind !== "Formats")
          edits.push({ ...at, ...(kind === "Formulas" && formula !== null ? { formula } : { value: copied.value }) });
        else placed.push({ ...copied, ...at, formula: null, cell: {} });
      }
    }
  }
  if (kind === "Link") return to.write(linkedCells(source, to, pasted, transpose));
  const emptied = skipBlanks ? placed.map(({ row, column }) => cellAt(row, column)) : [pasted];
  if (kind === "Formulas" || kind === "Values")
    return pasteTyped(to, emptied.length > 0 && !skipBlanks ? pasted : null, edits);
  if (kind === "All" && !transpose) copyMerges(source, to, pasted, tileRows, tileColumns);
  if (kind === "All" && !transpose && source.sheet === to) copyMarks(source, pasted);
  if (kind === "All") placeCells(to, workbook.calculation, emptied, placed);
  else pasteFormats(to, workbook, emptied, placed);
}

interface CopiedCell extends MovingCell {
  /** Which row and column of the source it is. */
  i: number;
  j: number;
  value: ReturnType<Sheet["value"]>;
}

function copiedCells(
  workbook: Workbook,
  { sheet, rows, columns }: CopySource,
  kind: CopyKind,
  skipBlanks: boolean,
): CopiedCell[] {
  const bounds = {
    ...{ row: Math.min(...rows), rowCount: Math.max(...rows) - Math.min(...rows) + 1 },
    ...{ column: Math.min(...columns), columnCount: Math.max(...columns) - Math.min(...columns) + 1 },
  };
  const lifted = new Map(
    liftCells(sheet, workbook.calculation, bounds).map((cell) => [cell.row * lastColumnCount + cell.column, cell]),
  );
  const isCopied = (row: number, column: number) => rows.includes(row) && columns.includes(column);
  const spills = sheet.spills.filter(
    (area) => intersection(area, bounds) && (kind === "Values" || !isCopied(area.row, area.column)),
  );
  for (const area of spills) {
    // Without its first cell an array is only its values.
    const common = intersection(area, bounds) as AreaContent;
    for (let row = common.row; row < common.row + common.rowCount; row++)
      for (let column = common.column; column < common.column + common.columnCount; column++) {
        const key = row * lastColumnCount + column;
        const own = lifted.get(key);
        lifted.set(key, { row, column, formula: null, style: own?.style ?? null, cell: sheet.shownCell(row, column) });
      }
  }
  const numbers = (list: number[]) => new Map(list.map((line, index) => [line, index]));
  const [rowNumbers, columnNumbers] = [numbers(rows), numbers(columns)];
  return [...lifted.values()].flatMap((cell) => {
    const [i, j] = [rowNumbers.get(cell.row), columnNumbers.get(cell.column)];
    if (i === undefined || j === undefined) return [];
    const value = sheet.value(cell.row, cell.column);
    if (skipBlanks && value === null && cell.formula === null) return [];
    return [{ ...cell, i, j, value }];
  });
}

function moved(formula: string, from: MovingCell, to: { row: number; column: number }, transpose: boolean): string {
  if (transpose) return transposedFormula(formula, [from.row, from.column], [to.row, to.column]);
  return offsetFormula(formula, to.row - from.row, to.column - from.column);
}

/** What is not copied into the area is emptied; formats stay. */
function pasteTyped(to: Sheet, emptied: AreaContent | null, edits: CellEdit[]): void {
  const all = new Map<string, CellEdit>();
  if (emptied) to.eachCell(emptied, (row, column) => void all.set(`${row},${column}`, { row, column, value: null }));
  for (const edit of edits) all.set(`${edit.row},${edit.column}`, edit);
  to.write([...all.values()]);
}

function pasteFormats(to: Sheet, workbook: Workbook, emptied: AreaContent[], placed: MovingCell[]): void {
  for (const area of emptied) to.clear(area, "formats");
  const cellValue: Record<number, Record<number, unknown>> = {};
  for (const { row, column, style } of placed) if (style) (cellValue[row] ??= {})[column] = { s: style };
  workbook.calculation.mutate("sheet.mutation.set-range-values", {
    ...{ subUnitId: to.id, cellValue, trigger: "sheet.command.set-style" },
  });
}

/** Formulas that show the source's cells; one cell alone is meant for good, as when Excel pastes a link. */
function linkedCells(
  { sheet, rows, columns }: CopySource,
  to: Sheet,
  pasted: AreaContent,
  transpose: boolean,
): CellEdit[] {
  const prefix = sheet === to ? "" : `${quotedSheet(sheet.name)}!`;
  const isSingle = rows.length === 1 && columns.length === 1;
  return Array.from({ length: pasted.rowCount * pasted.columnCount }, (_, index) => {
    const [i, j] = [Math.floor(index / pasted.columnCount), index % pasted.columnCount];
    const [row, column] = transpose
      ? [rows[j % rows.length], columns[i % columns.length]]
      : [rows[i % rows.length], columns[j % columns.length]];
    const address = formatArea(cellAt(row ?? 0, column ?? 0), isSingle);
    return { row: pasted.row + i, column: pasted.column + j, formula: `=${prefix}${address}` };
  });
}

/** Of an area that is copied as one, once. */
function copyMarks({ sheet, rows, columns }: CopySource, pasted: AreaContent): void {
  if (pasted.rowCount !== rows.length || pasted.columnCount !== columns.length) return;
  const [row = 0, column = 0] = [rows[0], columns[0]];
  const from = { ...pasted, row, column };
  if (rows.at(-1) !== row + rows.length - 1 || columns.at(-1) !== column + columns.length - 1) return;
  sheet.marks = sheet.marks.map((mark) => copiedMark(mark, from, pasted));
}

function copyMerges(source: CopySource, to: Sheet, pasted: AreaContent, tileRows: number, tileColumns: number): void {
  const overwritten = to.merges.filter((merge) => intersection(merge, pasted));
  if (overwritten.some((merge) => !isPart(merge, pasted))) throw mergedRangeConflict();
  const copied = source.sheet.merges.flatMap((merge) => {
    const [i, j] = [source.rows.indexOf(merge.row), source.columns.indexOf(merge.column)];
    const isWhole =
      i >= 0 &&
      j >= 0 &&
      source.rows[i + merge.rowCount - 1] === merge.row + merge.rowCount - 1 &&
      source.columns[j + merge.columnCount - 1] === merge.column + merge.columnCount - 1;
    return isWhole ? [{ ...merge, row: i, column: j }] : [];
  });
  const merged: AreaContent[] = [];
  for (let row = 0; row < pasted.rowCount; row += tileRows)
    for (let column = 0; column < pasted.columnCount; column += tileColumns)
      for (const merge of copied)
        merged.push({ ...merge, row: pasted.row + row + merge.row, column: pasted.column + column + merge.column });
  to.changeMerges(overwritten, merged);
}

/** An area's rows and columns; of whole columns or rows as many as either sheet uses. @throws InvalidArgument for the whole sheet */
export function sourceOf(sheet: Sheet, areas: AreaContent[], to: Sheet): CopySource {
  const lines = (start: "row" | "column", count: "rowCount" | "columnCount", end: number) => {
    const used = [sheet, to]
      .flatMap((each) => [each.usedArea(false), ...each.merges])
      .map((area) => (area ? area[start] + area[count] : 0));
    const numbers = areas.flatMap((area) => {
      const length = area[count] === end ? Math.max(1, ...used) : area[count];
      return Array.from({ length }, (_, i) => area[start] + i);
    });
    return [...new Set(numbers)].sort((one, other) => one - other);
  };
  const source = {
    sheet,
    rows: lines("row", "rowCount", lastRowCount),
    columns: lines("column", "columnCount", lastColumnCount),
  };
  // Several areas can be copied where they are what is left of a rectangle without some of its rows and columns.
  const isRectangle = source.rows.every((row) =>
    source.columns.every((column) => areas.some((area) => contains(area, row, column))),
  );
  if (!isRectangle) throw invalidArgument();
  return source;
}

function cellAt(row: number, column: number): AreaContent {
  return { row, column, rowCount: 1, columnCount: 1 };
}

function isPart(area: AreaContent, whole: AreaContent): boolean {
  const common = intersection(area, whole);
  return common?.rowCount === area.rowCount && common.columnCount === area.columnCount;
}

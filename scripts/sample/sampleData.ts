/** Takes out of the sample's file what the pane needs to put it into a workbook, so that the pane reads no file. */
import { namespace } from "../../src/functions/catalogue";
import { scenarioNamespace } from "../../src/plan/scenarios/scenarioNamespace";
import { textInput, type CellInput } from "../../src/workbook/excel/cellInput";
import type { SampleLook, SampleSheet, SampleWorkbook } from "../../src/workbook/insert/sampleWorkbook";
import type { CellContent, SheetContent, StyleContent } from "@workbooks/xlsx/content";
import { readWorkbook } from "@workbooks/xlsx/readWorkbook";

export async function sampleData(file: Uint8Array): Promise<SampleWorkbook> {
  const { sheets, styles, customXml } = await readWorkbook(file, { functionNamespaces: [namespace] });
  return {
    sheets: sheets.map((sheet) => sheetData(sheet, styles)),
    scenarios: customXml.map(({ xml }) => xml).filter((xml) => xml.includes(scenarioNamespace)),
  };
}

function sheetData(sheet: SheetContent, styles: readonly StyleContent[]): SampleSheet {
  const lines = linesOf(sheet);
  const spilled = spilledCells(sheet);
  return {
    name: sheet.name,
    showGridlines: sheet.showGridlines,
    cells: lines.map((line, row) =>
      line.map((cell, column) => (spilled.has(`${row}:${column}`) ? null : inputOf(cell))),
    ),
    numberFormats: lines.map((line) => line.map((cell) => formatOf(cell && styles[cell.style]))),
    looks: looksOf(lines, styles),
    columns: sheet.columns.flatMap(({ from, to, width }) =>
      width === null ? [] : [{ column: from, count: to - from + 1, width: width * pointsPerCharacter }],
    ),
    tables: sheet.tables.map(({ name, row, column, rowCount, columnCount, hasHeaderRow, showFilterButton, style }) => ({
      ...{ name, row, column, rowCount, columnCount, hasHeaderRow, showFilterButton, style },
    })),
    frozen: sheet.frozen,
  };
}

const pointsPerCharacter = 5.25;

/** The sheet's cells from A1 to the last row and column that have one. */
function linesOf({ cells }: SheetContent): (CellContent | undefined)[][] {
  const rowCount = Math.max(0, ...[...cells.keys()].map((row) => row + 1));
  const columnCount = Math.max(
    0,
    ...[...cells.values()].flatMap((line) => [...line.keys()].map((column) => column + 1)),
  );
  return Array.from({ length: rowCount }, (_, row) =>
    Array.from({ length: columnCount }, (__, column) => cells.get(row)?.get(column)),
  );
}

/** Cells that a formula spills into, which are left to it; not the formula's own. */
function spilledCells(sheet: SheetContent): Set<string> {
  const arrays = [...sheet.cells.values()].flatMap((line) => [...line.values()].flatMap(({ array }) => array ?? []));
  const spilled = arrays.flatMap(({ row, column, rowCount, columnCount }) =>
    Array.from({ length: rowCount * columnCount }, (_, index) => [
      row + Math.floor(index / columnCount),
      column + (index % columnCount),
    ]),
  );
  return new Set(
    spilled
      .filter(([row, column]) => sheet.cells.get(row ?? 0)?.get(column ?? 0)?.formula === undefined)
      .map(([row, column]) => `${row}:${column}`),
  );
}

function inputOf(cell: CellContent | undefined): CellInput {
  if (cell === undefined) return null;
  if (cell.formula !== undefined) return `=${cell.formula}`;
  if (typeof cell.value === "string") return textInput(cell.value);
  return typeof cell.value === "object" ? (cell.value?.error ?? null) : cell.value;
}

function formatOf(style: StyleContent | undefined): string | null {
  return style === undefined || style.numberFormat === "General" ? null : style.numberFormat;
}

/** Stretches of cells of one row that share a style other than the standard one. */
function looksOf(
  lines: readonly (readonly (CellContent | undefined)[])[],
  styles: readonly StyleContent[],
): SampleLook[] {
  const found: { look: SampleLook; style: number }[] = [];
  lines.forEach((line, row) =>
    line.forEach((cell, column) => {
      const style = cell && styles[cell.style];
      if (!style || cell.style === 0) return;
      const last = found.at(-1);
      if (last?.look.row === row && last.look.column + last.look.count === column && last.style === cell.style)
        last.look.count++;
      else found.push({ look: { row, column, count: 1, ...lookOf(style) }, style: cell.style });
    }),
  );
  return found.map(({ look }) => look);
}

function lookOf({
  bold,
  italic,
  fontSize,
  fontColor,
  fillColor,
}: StyleContent): Omit<SampleLook, "row" | "column" | "count"> {
  return { bold, italic, fontSize, fontColor, fillColor };
}

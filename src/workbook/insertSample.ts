import { scenarioNamespace } from "../plan/scenarioDocument";
import type { SheetContent, StyleContent, WorkbookContent } from "../xlsx/content";
import { textInput, type CellInput } from "./cellInput";
import { excelRun, type RunOptions } from "./excelRun";
import { formatNumbers } from "./formatNumbers";
import { freeSheetName, freeTableName } from "./sheetNames";
import { askForShape, shapeOf, type WorkbookShape } from "./workbookShape";

/**
 * Adds the sample's sheets to this workbook: cells, formulas, number formats, tables, and its stored scenarios. Answers the
 * names of the new sheets. A sheet whose name is taken gets a number, and its formulas then follow the sheets of the same name
 * that were there; so this is offered for an empty workbook. `file`: the sample's bytes, the one that ships with the add-in if left out.
 */
export async function insertSample(options: RunOptions & { file?: Uint8Array } = {}): Promise<string[]> {
  // Reading a package is needed here only, so it is loaded here.
  const [{ readWorkbook }, file] = await Promise.all([
    import("../xlsx/readWorkbook"),
    options.file ?? import("./sampleFile").then(({ sampleFile }) => sampleFile()),
  ]);
  const content = await readWorkbook(file);
  return excelRun(async (context) => {
    const query = askForShape(context);
    await context.sync();
    const shape = shapeOf(query);
    const names = namesFor(content, shape);
    context.workbook.application.suspendScreenUpdatingUntilNextSync();
    // All sheets first, so that formulas find the ones they refer to.
    names.forEach((name) => context.workbook.worksheets.add(name));
    const tableNames = [...shape.tables, ...shape.names].map(({ name }) => name);
    content.sheets.forEach((sheet, index) => {
      const name = names[index];
      if (name !== undefined) fillSheet(context.workbook.worksheets.getItem(name), sheet, content.styles, tableNames);
    });
    content.customXml
      .filter(({ xml }) => xml.includes(scenarioNamespace))
      .forEach(({ xml }) => context.workbook.customXmlParts.add(xml));
    const first = names[0];
    if (first !== undefined) context.workbook.worksheets.getItem(first).activate();
    await context.sync();
    return names;
  }, options);
}

function namesFor(content: WorkbookContent, shape: WorkbookShape): string[] {
  const taken = shape.sheets.map(({ name }) => name);
  return content.sheets.map(({ name }) => {
    const free = freeSheetName(name, taken);
    taken.push(free);
    return free;
  });
}

function fillSheet(
  worksheet: Excel.Worksheet,
  sheet: SheetContent,
  styles: readonly StyleContent[],
  tableNames: string[],
): void {
  const { cells, styled } = gridOf(sheet);
  const width = cells[0]?.length ?? 0;
  if (cells.length === 0 || width === 0) return;
  worksheet.showGridlines = sheet.showGridlines;
  worksheet.getRangeByIndexes(0, 0, cells.length, width).formulas = cells;
  formatNumbers(
    worksheet,
    0,
    0,
    styled.map((line) => line.map((style) => formatOf(style === null ? undefined : styles[style]))),
  );
  fontRuns(styled, styles).forEach(({ row, column, count, style }) => {
    const { font, fill } = worksheet.getRangeByIndexes(row, column, 1, count).format;
    font.bold = style.bold;
    font.italic = style.italic;
    font.size = style.fontSize;
    if (style.fontColor !== null) font.color = style.fontColor;
    if (style.fillColor !== null) fill.color = style.fillColor;
  });
  sheet.columns.forEach((columns) => {
    if (columns.width === null) return;
    const area = worksheet.getRangeByIndexes(0, columns.from, 1, columns.to - columns.from + 1);
    area.format.columnWidth = columns.width * pointsPerCharacter;
  });
  sheet.tables.forEach((table) => {
    const added = worksheet.tables.add(
      worksheet.getRangeByIndexes(table.row, table.column, table.rowCount, table.columnCount),
      table.hasHeaderRow,
    );
    const name = freeTableName(table.name, tableNames);
    tableNames.push(name);
    added.name = name;
    if (table.style !== null) added.style = table.style;
    added.showFilterButton = table.showFilterButton;
  });
  const { rows, columns } = sheet.frozen;
  if (rows > 0 && columns > 0) worksheet.freezePanes.freezeAt(worksheet.getRangeByIndexes(0, 0, rows, columns));
  else if (rows > 0) worksheet.freezePanes.freezeRows(rows);
  else if (columns > 0) worksheet.freezePanes.freezeColumns(columns);
}

const pointsPerCharacter = 5.25;

/** The sheet's cells from A1 as input and by style; cells that a formula spills into are left to it. */
function gridOf(sheet: SheetContent): { cells: CellInput[][]; styled: (number | null)[][] } {
  const rowCount = Math.max(0, ...[...sheet.cells.keys()].map((row) => row + 1));
  const columnCount = Math.max(0, ...[...sheet.cells.values()].flatMap((line) => [...line.keys()].map((c) => c + 1)));
  const blank = () => Array.from({ length: columnCount }, () => null);
  const cells: CellInput[][] = Array.from({ length: rowCount }, blank);
  const styled: (number | null)[][] = Array.from({ length: rowCount }, blank);
  const spilled = spilledCells(sheet);
  for (const [row, line] of sheet.cells) {
    for (const [column, cell] of line) {
      const inputs = cells[row];
      const looks = styled[row];
      if (looks) looks[column] = cell.style;
      if (!inputs || (cell.formula === undefined && spilled.has(`${row}:${column}`))) continue;
      if (cell.formula !== undefined) inputs[column] = `=${cell.formula}`;
      else if (typeof cell.value === "string") inputs[column] = textInput(cell.value);
      else if (typeof cell.value === "object") inputs[column] = cell.value?.error ?? null;
      else inputs[column] = cell.value;
    }
  }
  return { cells, styled };
}

function spilledCells(sheet: SheetContent): Set<string> {
  const spilled = new Set<string>();
  for (const line of sheet.cells.values()) {
    for (const { array } of line.values()) {
      if (!array) continue;
      for (let row = array.row; row < array.row + array.rowCount; row++) {
        for (let column = array.column; column < array.column + array.columnCount; column++) spilled.add(`${row}:${column}`);
      }
    }
  }
  return spilled;
}

function formatOf(style: StyleContent | undefined): string | null {
  return style === undefined || style.numberFormat === "General" ? null : style.numberFormat;
}

/** Runs of cells of one row that share a style other than the standard one. */
function fontRuns(
  styled: readonly (readonly (number | null)[])[],
  styles: readonly StyleContent[],
): { row: number; column: number; count: number; style: StyleContent }[] {
  const found: { row: number; column: number; count: number; style: StyleContent }[] = [];
  styled.forEach((line, row) => {
    line.forEach((index, column) => {
      const style = index === null || index === 0 ? undefined : styles[index];
      if (!style) return;
      const last = found.at(-1);
      if (last?.row === row && last.column + last.count === column && last.style === style) last.count++;
      else found.push({ row, column, count: 1, style });
    });
  });
  return found;
}

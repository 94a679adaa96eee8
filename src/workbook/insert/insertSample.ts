import { excelRun, type RunOptions } from "../excel/excelRun";
import { formatNumbers } from "../excel/formatNumbers";
import type { SampleSheet, SampleWorkbook } from "./sampleWorkbook";
import { freeSheetName, freeTableName } from "../excel/sheetNames";
import { askForShape, shapeOf, type WorkbookShape } from "../excel/workbookShape";

/**
 * Adds the sample's sheets to this workbook: cells, formulas, number formats, tables, and its stored scenarios. Answers the
 * names of the new sheets. A sheet whose name is taken gets a number, and its formulas then follow the sheets of the same name
 * that were there; so this is offered for an empty workbook.
 */
export async function insertSample(options: RunOptions = {}): Promise<string[]> {
  const { default: sample } = await import(
    /* webpackChunkName: "sample" */ "../../../assets/samples/forward-view.xlsx"
  );
  return excelRun(async (context) => {
    const query = askForShape(context);
    await context.sync();
    const shape = shapeOf(query);
    const names = namesFor(sample, shape);
    context.workbook.application.suspendScreenUpdatingUntilNextSync();
    // All sheets first, so that formulas find the ones they refer to.
    names.forEach((name) => context.workbook.worksheets.add(name));
    const tableNames = [...shape.tables, ...shape.names].map(({ name }) => name);
    sample.sheets.forEach((sheet, index) => {
      const name = names[index];
      if (name !== undefined) fillSheet(context.workbook.worksheets.getItem(name), sheet, tableNames);
    });
    sample.scenarios.forEach((xml) => context.workbook.customXmlParts.add(xml));
    const first = names[0];
    if (first !== undefined) context.workbook.worksheets.getItem(first).activate();
    await context.sync();
    return names;
  }, options);
}

function namesFor({ sheets }: SampleWorkbook, shape: WorkbookShape): string[] {
  const taken = shape.sheets.map(({ name }) => name);
  return sheets.map(({ name }) => {
    const free = freeSheetName(name, taken);
    taken.push(free);
    return free;
  });
}

function fillSheet(worksheet: Excel.Worksheet, sheet: SampleSheet, tableNames: string[]): void {
  const { cells } = sheet;
  const width = cells[0]?.length ?? 0;
  if (cells.length === 0 || width === 0) return;
  worksheet.showGridlines = sheet.showGridlines;
  worksheet.getRangeByIndexes(0, 0, cells.length, width).formulas = cells;
  formatNumbers(worksheet, 0, 0, sheet.numberFormats);
  sheet.looks.forEach(({ row, column, count, bold, italic, fontSize, fontColor, fillColor }) => {
    const { font, fill } = worksheet.getRangeByIndexes(row, column, 1, count).format;
    font.bold = bold;
    font.italic = italic;
    font.size = fontSize;
    if (fontColor !== null) font.color = fontColor;
    if (fillColor !== null) fill.color = fillColor;
  });
  sheet.columns.forEach(({ column, count, width: points }) => {
    worksheet.getRangeByIndexes(0, column, 1, count).format.columnWidth = points;
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

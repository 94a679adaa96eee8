import type { Area } from "../../cells/area";
import type { OutputTable } from "../../plan/report/outputTable";
import { mergedIn, mergedOf } from "../read/askForSheets";
import { cellDigest, inputOf, type CellInput } from "../excel/cellInput";
import { toWorkbookError } from "../excel/excelErrors";
import { markerName } from "../own/ownSheets";
import { settingKeys, settingText, settingValue } from "../excel/settings";
import { likelyTableNames } from "../excel/sheetNames";
import type { TableContents } from "./table/tableChange";
import { askForShape, shapeOf, type ShapeQuery, type WorkbookShape } from "../excel/workbookShape";
import type { WrittenRecord } from "./record/writtenRecord";

/** The result sheets of a scenario as they stand before a run writes to them. */
export interface OutputState {
  shape: WorkbookShape;
  /** In the order of the ids asked for; null where there is no such sheet of ours, or its table has been renamed or removed. */
  sheets: (OutputSheet | null)[];
  /** What is kept of the run before for each of them, to put it back. */
  recordTexts: (string | null)[];
}

/** One result sheet: where its table stands, and everything on it that a run may change. */
export interface OutputSheet {
  marker: string;
  sheet: string;
  isVeryHidden: boolean;
  isProtected: boolean;
  /** Some rows of its table are filtered out. */
  isFiltered: boolean;
  tableName: string;
  /** Zero-based cell of the table's first heading. */
  row: number;
  column: number;
  contents: TableContents;
  /** The totals row under the table's rows, ours or one of the user's; null where there is none. */
  totals: CellInput[] | null;
  /** Where our title stands: A1, unless the user has put rows or columns in before it. */
  aboveAt: { row: number; column: number };
  /** The rows from there down to the table, as many cells of each as any of ours has. */
  above: CellInput[][];
  /** Merged cells among them. */
  mergedAbove: Area[];
  /** All that was read of what stands above the table, by rows. */
  cellsAbove: CellInput[][];
  /** Its title and number of series; null where there is none. */
  chart: { title: string; seriesCount: number } | null;
  /** Where the chart stands, in points; null where there is none. */
  chartAt: { left: number; top: number } | null;
  /** Points between the table's end and the chart that stands under it; null where it stands elsewhere or cannot be measured. */
  chartBelow: number | null;
  record: WrittenRecord | null;
}

type WantedOutput = Pick<OutputTable, "id" | "tableName">;

/** All that is needed to know before writing, in the sync that follows; `outputStateOf` reads it then. */
export function askForOutputs(
  context: Excel.RequestContext,
  scenario: string,
  wanted: readonly WantedOutput[],
): OutputQuery {
  const sheets = wanted.map(({ id, tableName }) => askForSheet(context, markerName(scenario, id), tableName));
  return { shape: askForShape(context), sheets };
}

/** As `askForOutputs`, for one sheet by its marker; `sheetOf` reads it after the sync. */
export function askForSheet(
  { workbook: { names, settings } }: Excel.RequestContext,
  marker: string,
  tableName: string,
): OutputSheetQuery {
  const sheet = names.getItemOrNullObject(marker).getRangeOrNullObject().worksheet;
  sheet.load("name,visibility");
  sheet.protection.load("protected");
  const above = sheet.getRangeByIndexes(0, 0, linesAbove, columnsAbove);
  above.load("formulas,values,valueTypes");
  const merged = mergedIn(above);
  const chart = sheet.charts.getItemOrNullObject(chartName);
  chart.load("name,top,left,title/text,series/items/name");
  const record = settings.getItemOrNullObject(settingKeys.written(marker));
  record.load("value");
  const tables = likelyTableNames(tableName).map((candidate) => {
    const table = sheet.tables.getItemOrNullObject(candidate);
    table.load("name,showTotals");
    const range = table.getRange();
    range.load("rowIndex,columnIndex,formulas,values,valueTypes,numberFormat");
    table.autoFilter.load("isDataFiltered");
    if (canMeasure()) range.load("top,left,height,width");
    return { table, range };
  });
  return { marker, sheet, above, merged, chart, record, tables };
}

export function outputStateOf(query: OutputQuery): OutputState {
  return {
    shape: shapeOf(query.shape),
    sheets: query.sheets.map(sheetOf),
    recordTexts: query.sheets.map(({ record }) => settingText(record)),
  };
}

/** The chart that a run puts beside a table. */
export const chartName = "Savings bridge";
/** More lines than a title and what stands under it ever take, with some that the user has put in before them, and some columns. */
const linesAbove = 60;
const columnsAbove = 6;
/** Columns of the widest that a run writes above a table. */
const widestAbove = 3;

interface OutputQuery {
  shape: ShapeQuery;
  sheets: OutputSheetQuery[];
}

export interface OutputSheetQuery {
  marker: string;
  sheet: Excel.Worksheet;
  above: Excel.Range;
  /** Merged cells there; null where Excel is too old to say. */
  merged: Excel.RangeAreas | null;
  chart: Excel.Chart;
  record: Excel.Setting;
  tables: { table: Excel.Table; range: Excel.Range }[];
}

/** Null where there is no such sheet of ours, or its table has been renamed or removed. */
export function sheetOf({ marker, sheet, above, merged, chart, record, tables }: OutputSheetQuery): OutputSheet | null {
  if (sheet.isNullObject) return null;
  const found = tables.find(({ table }) => !table.isNullObject);
  if (!found) return null;
  const { table, range } = found;
  if ([range.formulas, range.values, range.valueTypes, range.numberFormat].some((part: unknown) => part === null))
    throw toWorkbookError({ code: "ResponsePayloadSizeLimitExceeded" });
  const inputs = inputsOf(range);
  const dataEnd = table.showTotals ? -1 : inputs.length;
  const cellsAbove = inputsOf(above).slice(0, range.rowIndex);
  const kept = settingValue<WrittenRecord>(record);
  const aboveAt = titleIn(cellsAbove, kept, { row: range.rowIndex, column: range.columnIndex });
  return {
    marker,
    sheet: sheet.name,
    isVeryHidden: sheet.visibility === "VeryHidden",
    isProtected: sheet.protection.protected,
    isFiltered: table.autoFilter.isDataFiltered,
    tableName: table.name,
    totals: table.showTotals ? (inputs.at(-1) ?? null) : null,
    row: range.rowIndex,
    column: range.columnIndex,
    contents: {
      header: (range.values[0] ?? []).map(String),
      rows: inputs.slice(1, dataEnd),
      numberFormats: range.numberFormat.slice(1, dataEnd).map((line) => line.map(String)),
    },
    ...{ aboveAt, cellsAbove, above: linesFrom(cellsAbove, aboveAt) },
    mergedAbove: mergedOf(merged),
    chart: chart.isNullObject ? null : { title: chart.title.text, seriesCount: chart.series.items.length },
    chartAt: chart.isNullObject ? null : { left: chart.left, top: chart.top },
    chartBelow: chart.isNullObject || !canMeasure() ? null : roomBetween(range, chart),
    record: kept,
  };
}

/** The cells from a place down, as many of each row as any of ours has. */
export function linesFrom(cells: readonly CellInput[][], { row, column }: OutputSheet["aboveAt"]): CellInput[][] {
  return cells.slice(row).map((line) => Array.from({ length: widestAbove }, (_, at) => line[column + at] ?? ""));
}

/** The cell that holds our title; where it has been typed over, the one that stands to the table as it did. */
function titleIn(
  cells: readonly CellInput[][],
  record: WrittenRecord | null,
  table: OutputSheet["aboveAt"],
): OutputSheet["aboveAt"] {
  const title = record?.above[0]?.slice(0, 3);
  if (!record || title === undefined) return { row: 0, column: 0 };
  const previous = record.previous?.above[0]?.slice(0, 3);
  for (const digest of [title, previous]) {
    for (const [row, line] of cells.entries()) {
      const column = line.findIndex((cell) => cellDigest(cell) === digest);
      if (column >= 0) return { row, column };
    }
  }
  return { row: Math.max(0, table.row - 1 - record.above.length), column: table.column };
}

/** A range's place in points is known from 1.10 on; without it a chart is left where it is. */
function canMeasure(): boolean {
  return Office.context.requirements.isSetSupported("ExcelApi", "1.10");
}

function roomBetween(table: Excel.Range, chart: Excel.Chart): number | null {
  const bottom = table.top + table.height;
  return chart.top >= bottom && chart.left < table.left + table.width ? chart.top - bottom : null;
}

function inputsOf({ formulas, values, valueTypes }: Excel.Range): CellInput[][] {
  return formulas.map((line, row) =>
    line.map((formula, column) => inputOf(formula, values[row]?.[column], valueTypes[row]?.[column])),
  );
}

import { settingKeys, settingText, settingValue } from "../excel/settings";
import { inputOf, type CellInput } from "../excel/cellInput";
import { markerName } from "../own/ownSheets";
import { askForShape, shapeOf, type ShapeQuery, type WorkbookShape } from "../excel/workbookShape";
import type { WrittenRecord } from "../write/record/writtenRecord";
import { chartName } from "../write/inspectOutputs";
import { headerRow } from "./liveSheet";
import { liveTable, type LiveSheetId } from "./liveTitles";

/** The sheets of a live breakdown as they stand before it is written again. */
export interface LiveState {
  shape: WorkbookShape;
  /** In the order of the ids asked for; null where there is no such sheet. */
  sheets: (LiveSheetNow | null)[];
  recordTexts: (string | null)[];
}

export interface LiveSheetNow {
  sheet: string;
  isProtected: boolean;
  isVeryHidden: boolean;
  /** Its cells from A1, as they were put in; blank outside. */
  cellAt: (row: number, column: number) => CellInput;
  /** Rows and columns that the block fills now; null where it does not spill. */
  spill: { rowCount: number; columnCount: number } | null;
  hasChart: boolean;
  record: WrittenRecord | null;
}

/** Whether formulas spill in this Excel: only then can it say how far. */
export function formulasSpill(): boolean {
  return Office.context.requirements.isSetSupported("ExcelApi", "1.12");
}

/** The hidden name that marks a sheet of a live breakdown. */
export function liveMarker(scenario: string, id: LiveSheetId): string {
  return markerName(scenario, liveTable(id));
}

export function askForLive(context: Excel.RequestContext, scenario: string, ids: readonly LiveSheetId[]): LiveQuery {
  const { names, settings } = context.workbook;
  const sheets = ids.map((id) => {
    const marker = liveMarker(scenario, id);
    const sheet = names.getItemOrNullObject(marker).getRangeOrNullObject().worksheet;
    sheet.load("name,visibility");
    sheet.protection.load("protected");
    const used = sheet.getUsedRangeOrNullObject(true);
    used.load("rowIndex,columnIndex,formulas,values,valueTypes");
    const spill = sheet.getRangeByIndexes(headerRow, 0, 1, 1).getSpillingToRangeOrNullObject();
    spill.load("rowCount,columnCount");
    const chart = sheet.charts.getItemOrNullObject(chartName);
    chart.load("name");
    const record = settings.getItemOrNullObject(settingKeys.written(marker));
    record.load("value");
    return { sheet, used, spill, chart, record };
  });
  return { shape: askForShape(context), sheets };
}

export function liveStateOf({ shape, sheets }: LiveQuery): LiveState {
  return {
    shape: shapeOf(shape),
    sheets: sheets.map(({ sheet, used, spill, chart, record }): LiveSheetNow | null => {
      if (sheet.isNullObject) return null;
      const at = (row: number, column: number): CellInput => {
        if (used.isNullObject) return "";
        const [r, c] = [row - used.rowIndex, column - used.columnIndex];
        const line = used.formulas[r];
        return line?.[c] === undefined ? "" : inputOf(line[c], used.values[r]?.[c], used.valueTypes[r]?.[c]);
      };
      return {
        sheet: sheet.name,
        isProtected: sheet.protection.protected,
        isVeryHidden: sheet.visibility === "VeryHidden",
        cellAt: at,
        spill: spill.isNullObject ? null : { rowCount: spill.rowCount, columnCount: spill.columnCount },
        hasChart: !chart.isNullObject,
        record: settingValue<WrittenRecord>(record),
      };
    }),
    recordTexts: sheets.map(({ record }) => settingText(record)),
  };
}

interface LiveQuery {
  shape: ShapeQuery;
  sheets: {
    sheet: Excel.Worksheet;
    used: Excel.Range;
    spill: Excel.Range;
    chart: Excel.Chart;
    record: Excel.Setting;
  }[];
}

import type { AreaContent, ChartAxesContent, ChartSeriesContent, ValueContent } from "@workbooks/xlsx/content";
import type { Sheet } from "../../../workbook/sheet";
import type { Workbook } from "../../../workbook/workbook";

/**
 * The series that Excel makes of an area: text in the first row names them, text in the first column (or a blank corner)
 * is the categories. `byRows`: a series a row instead of a column.
 */
export function seriesFromData(
  sheet: Sheet,
  area: AreaContent,
  byRows: boolean,
  workbook: Workbook,
): ChartSeriesContent[] {
  const isText = (row: number, column: number) => typeof sheet.value(row, column) === "string";
  const isBlankCorner = sheet.value(area.row, area.column) === null && area.rowCount > 1 && area.columnCount > 1;
  const hasHeader =
    area.rowCount > 1 && (isBlankCorner || anyIn(area.columnCount, (i) => isText(area.row, area.column + i)));
  const hasLabels =
    area.columnCount > 1 && (isBlankCorner || anyIn(area.rowCount - 1, (i) => isText(area.row + 1 + i, area.column)));
  const body = {
    row: area.row + (hasHeader ? 1 : 0),
    column: area.column + (hasLabels ? 1 : 0),
    rowCount: area.rowCount - (hasHeader ? 1 : 0),
    columnCount: area.columnCount - (hasLabels ? 1 : 0),
  };
  const reference = (part: AreaContent) => workbook.address(sheet, part, true);
  const count = byRows ? body.rowCount : body.columnCount;
  const header = { ...body, row: area.row, rowCount: 1 };
  const labels = { ...body, column: area.column, columnCount: 1 };
  const categories = byRows ? (hasHeader ? reference(header) : null) : hasLabels ? reference(labels) : null;
  return Array.from({ length: count }, (_, i) => {
    const part = byRows
      ? { ...body, row: body.row + i, rowCount: 1 }
      : { ...body, column: body.column + i, columnCount: 1 };
    const nameCell = byRows ? { row: part.row, column: area.column } : { row: area.row, column: part.column };
    const isNamed = byRows ? hasLabels : hasHeader;
    const named = isNamed ? { nameReference: reference({ ...nameCell, rowCount: 1, columnCount: 1 }) } : {};
    return { name: `Series${i + 1}`, ...named, values: reference(part), categories, color: null };
  });
}

function anyIn(count: number, test: (index: number) => boolean): boolean {
  for (let i = 0; i < count; i++) if (test(i)) return true;
  return false;
}

/** What `chart.setData` leaves of the series: their looks by their place, and everything that only concerns the data anew. */
export function redrawnSeries(before: ChartSeriesContent[], data: ChartSeriesContent[]): ChartSeriesContent[] {
  return data.map((series, place) => {
    const { name: _name, nameReference: _reference, ...looks } = before[place] ?? {};
    return { ...looks, ...series, color: before[place]?.color ?? series.color };
  });
}

/** The second pair of axes as Excel adds it: only that of the values is seen, at the far side. */
export function plainSecondaryAxes(): Required<Pick<ChartAxesContent, "secondaryCategory" | "secondaryValue">> {
  const plain = { title: null, numberFormat: null };
  return { secondaryCategory: { ...plain, hidden: true, crossedAt: "Maximum" }, secondaryValue: plain };
}

/** The values of a reference such as "Sheet1!$B$2:$B$5", row by row; none where it leads nowhere (any more). */
export function readCells(workbook: Workbook, sheet: Sheet, reference: string): ValueContent[] {
  const found = reference === "" ? null : workbook.resolve(reference, sheet);
  if (!found) return [];
  const { row, column, rowCount, columnCount } = found.area;
  return Array.from({ length: rowCount * columnCount }, (_, at) =>
    found.sheet.value(row + Math.floor(at / columnCount), column + (at % columnCount)),
  );
}

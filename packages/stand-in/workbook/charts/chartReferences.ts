import type { AreaContent, ChartSeriesContent } from "@workbooks/xlsx/content";
import type { Chart } from "./chart";
import { movedFormula, type ReferenceChange } from "../formulas/references";
import type { Sheet } from "../sheet";
import type { Happening } from "../workbookEvent";

/** What charts need of the workbook that they are in. */
export interface WorkbookOfCharts {
  readonly sheets: Sheet[];
  resolve(reference: string, sheet: Sheet): { sheet: Sheet; area: AreaContent } | null;
  address(sheet: Sheet, area: AreaContent, absolute?: boolean): string;
  emit(event: Happening): void;
}

/** Leads the references of all charts to where their cells go; what is gone is #REF!. */
export function followReferences(workbook: WorkbookOfCharts, change: ReferenceChange): void {
  eachChart(workbook, (chart, sheet) => {
    const moved = (reference: string) => {
      const after = movedFormula(reference, change, sheet.name);
      return after.startsWith("#REF!") ? "#REF!" : after;
    };
    const before = JSON.stringify(chart.series);
    for (const series of chart.series) redirect(series, moved);
    if (chart.source !== null) chart.source = moved(chart.source);
    return before !== JSON.stringify(chart.series);
  });
}

/** A chart over whole columns of a table grows and shrinks with the table's rows, from `before` to `after`. */
export function followTable(workbook: WorkbookOfCharts, on: Sheet, before: AreaContent, after: AreaContent): void {
  eachChart(workbook, (chart, sheet) => {
    const resized = (reference: string) => {
      const found = reference.includes("!") ? workbook.resolve(reference, sheet) : null;
      if (found?.sheet !== on) return reference;
      const { row, rowCount, column, columnCount } = found.area;
      const isWhole = row === before.row && rowCount === before.rowCount;
      const isInside = column >= before.column && column + columnCount <= before.column + before.columnCount;
      return isWhole && isInside ? workbook.address(on, { ...found.area, rowCount: after.rowCount }, true) : reference;
    };
    const was = JSON.stringify(chart.series);
    for (const series of chart.series) redirect(series, resized);
    return was !== JSON.stringify(chart.series);
  });
}

/** Gives a series other references. */
export function redirect(series: ChartSeriesContent, change: (reference: string) => string): void {
  if (series.values !== "") series.values = change(series.values);
  if (series.categories !== null) series.categories = change(series.categories);
  if (series.nameReference !== undefined) series.nameReference = change(series.nameReference);
}

/** Tells the page of the charts that `change` says it has changed. */
function eachChart(workbook: WorkbookOfCharts, change: (chart: Chart, sheet: Sheet) => boolean): void {
  for (const sheet of workbook.sheets) {
    const changed = sheet.charts.filter((chart) => change(chart, sheet));
    if (changed.length > 0) workbook.emit({ kind: "charts", sheet: sheet.id });
  }
}

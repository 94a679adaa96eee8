import type { BarRole, LineRole, OutputChart, OutputSeries, OutputTable } from "../../../plan/report/outputTable";
import { chartName } from "../inspectOutputs";
import { barLooks, lineLooks, palette } from "../sheet/palette";
import { action, type Action } from "../../excel/actions";

/** Where the rows stand that draw a chart: their table's first heading, its headings, and how many from the first have a bar. */
export interface BarSource {
  sheet: string;
  row: number;
  column: number;
  header: readonly string[];
  rowCount: number;
}

/** Puts the chart on a new sheet: at its place on a page, or under the table with its headings in `headerRow`. */
export function newChartActions(
  output: OutputTable,
  sheetName: string,
  headerRow: number,
  source: BarSource,
): Action[] {
  const { chart, page, rows } = output;
  if (!chart || source.rowCount === 0) return [];
  return [
    action((context) => {
      const sheet = context.workbook.worksheets.getItem(sheetName);
      const drawn = drawChart(context, sheet, chart, source);
      drawn.setPosition(
        page
          ? sheet.getRangeByIndexes(page.chart.row, page.chart.column, 1, 1)
          : cellUnder(sheet, headerRow, rows.length),
      );
      const size = page ? pageSize : usualSize;
      drawn.width = size.width;
      drawn.height = size.height;
    }),
  ];
}

/**
 * Draws a range as lines with a legend, or a bridge as stacked columns: a first series lifts the others and is drawn without colour, lines lead from bar to bar,
 * and bars are labelled with their height in the amounts' format. (Excel's own waterfall type cannot be titled or read back
 * through Office.js.)
 */
export function drawChart(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  chart: OutputChart,
  source: BarSource,
): Excel.Chart {
  const columns = chart.series.map(({ heading }) => source.header.indexOf(heading));
  const first = Math.min(...columns);
  const width = Math.max(...columns) - first + 1;
  const data = context.workbook.worksheets
    .getItem(source.sheet)
    .getRangeByIndexes(source.row, source.column + first, source.rowCount + 1, width);
  const drawn = sheet.charts.add(chart.kind === "range" ? "LineMarkers" : "ColumnStacked", data, "Columns");
  drawn.name = chartName;
  drawn.title.text = chart.title;
  drawn.title.format.font.size = 12;
  drawn.title.format.font.bold = true;
  // The steps of a bridge are named on the axis and their direction is seen; a legend would name the colourless series too.
  drawn.legend.visible = chart.kind === "range";
  if (chart.kind === "range") drawn.legend.position = "Bottom";
  drawn.plotVisibleOnly = false;
  drawn.displayBlanksAs = "NotPlotted";
  drawn.axes.valueAxis.title.text = chart.valueAxisTitle;
  drawn.axes.valueAxis.numberFormat = chart.numberFormat;
  drawn.axes.categoryAxis.tickLabelPosition = "Low";
  setSeries(context, drawn, chart, source);
  chart.series.forEach((series, index) => dressSeries(drawn.series.getItemAt(index), series));
  return drawn;
}

function dressSeries(drawn: Excel.ChartSeries, { heading, role, labels }: OutputSeries): void {
  drawn.name = heading;
  if (isLine(role)) dressLine(drawn, lineLooks[role]);
  else dressBar(drawn, role);
  if (labels === undefined) return;
  drawn.hasDataLabels = true;
  drawn.dataLabels.showValue = true;
  drawn.dataLabels.position = isLine(role) ? lineLooks[role].labels : role === "none" ? "InsideBase" : "Center";
  drawn.dataLabels.numberFormat = labels;
  drawn.dataLabels.format.font.color = palette.heading;
  drawn.dataLabels.format.font.size = 10;
}

function isLine(role: OutputSeries["role"]): role is LineRole {
  return role in lineLooks;
}

function dressLine(drawn: Excel.ChartSeries, { color, weight, style, marker }: (typeof lineLooks)[LineRole]): void {
  drawn.format.line.set({ color, weight, lineStyle: style });
  drawn.set({ markerStyle: marker, markerSize: 7, markerBackgroundColor: color, markerForegroundColor: color });
}

function dressBar(drawn: Excel.ChartSeries, role: BarRole): void {
  if (role === "link") drawn.chartType = "Line";
  else drawn.gapWidth = 40;
  const { fill, line } = barLooks[role];
  if (role !== "link" && fill === null) drawn.format.fill.clear();
  else if (fill !== null) drawn.format.fill.setSolidColor(fill);
  if (line) {
    drawn.format.line.color = line.color;
    drawn.format.line.weight = role === "link" ? 0.75 : 1.25;
    if (line.style === "Dash") drawn.format.line.lineStyle = "Dash";
  } else drawn.format.line.clear();
}

/** Points the chart's series at the table's rows again; its looks stay as the user has made them. */
export function setSeries(
  { workbook }: Excel.RequestContext,
  drawn: Excel.Chart,
  { series: wanted, categories }: OutputChart,
  { sheet, row, column, header, rowCount }: BarSource,
): void {
  const on = workbook.worksheets.getItem(sheet);
  const columnOf = (heading: string) => on.getRangeByIndexes(row + 1, column + header.indexOf(heading), rowCount, 1);
  const names = columnOf(categories);
  wanted.forEach(({ heading }, index) => {
    const series = drawn.series.getItemAt(index);
    series.setValues(columnOf(heading));
    series.setXAxisValues(names);
  });
}

/** Where the chart stands under a table with its headings in `headerRow`. */
export function cellUnder(sheet: Excel.Worksheet, headerRow: number, rowCount: number): Excel.Range {
  return sheet.getRangeByIndexes(headerRow + rowCount + 3, 0, 1, 1);
}

/** In points. */
const usualSize = { width: 720, height: 330 };
const pageSize = { width: 640, height: 300 };

import type { OutputChart, OutputSeries, OutputTable } from "../../plan/report/outputTable";
import { chartName } from "./inspectOutputs";
import { barLooks, palette } from "./palette";
import { action, type Action } from "../excel/actions";

/**
 * A bridge as stacked columns under its table: a first series lifts the others and is drawn without colour, lines lead from bar to bar,
 * and bars are labelled with their height in the amounts' format. (Excel's own waterfall type cannot be titled or read back
 * through Office.js.)
 */
export function bridgeActions(output: OutputTable, sheetName: string, headerRow: number, rowCount: number): Action[] {
  const { chart, header } = output;
  if (!chart || rowCount === 0) return [];
  return [
    action((context) => {
      const sheet = context.workbook.worksheets.getItem(sheetName);
      const drawn = drawChart(sheet, chart, { row: headerRow, column: 0 }, header, chart.barCount);
      drawn.setPosition(cellUnder(sheet, headerRow, rowCount));
      drawn.width = chartWidth;
      drawn.height = chartHeight;
    }),
  ];
}

/** @param corner the table's first heading; @param rowCount rows that have a bar */
export function drawChart(
  sheet: Excel.Worksheet,
  chart: OutputChart,
  corner: { row: number; column: number },
  header: readonly string[],
  rowCount: number,
): Excel.Chart {
  const columns = chart.series.map(({ heading }) => header.indexOf(heading));
  const first = Math.min(...columns);
  const data = sheet.getRangeByIndexes(
    corner.row,
    corner.column + first,
    rowCount + 1,
    Math.max(...columns) - first + 1,
  );
  const drawn = sheet.charts.add("ColumnStacked", data, "Columns");
  drawn.name = chartName;
  drawn.title.text = chart.title;
  drawn.title.format.font.size = 12;
  drawn.title.format.font.bold = true;
  // The steps are named on the axis and their direction is seen; a legend would name the colourless series too.
  drawn.legend.visible = false;
  drawn.plotVisibleOnly = false;
  drawn.displayBlanksAs = "NotPlotted";
  drawn.axes.valueAxis.title.text = chart.valueAxisTitle;
  drawn.axes.valueAxis.numberFormat = chart.numberFormat;
  drawn.axes.categoryAxis.tickLabelPosition = "Low";
  setSeries(drawn, chart, sheet, corner, header, rowCount);
  chart.series.forEach((series, index) => dressSeries(drawn.series.getItemAt(index), series));
  return drawn;
}

function dressSeries(drawn: Excel.ChartSeries, { heading, role, labels }: OutputSeries): void {
  drawn.name = heading;
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
  if (labels === undefined) return;
  drawn.hasDataLabels = true;
  drawn.dataLabels.showValue = true;
  drawn.dataLabels.position = role === "none" ? "InsideBase" : "Center";
  drawn.dataLabels.numberFormat = labels;
  drawn.dataLabels.format.font.color = palette.heading;
  drawn.dataLabels.format.font.size = 10;
}

/** Points the chart's series at the table's rows again; its looks stay as the user has made them. */
export function setSeries(
  drawn: Excel.Chart,
  chart: OutputChart,
  sheet: Excel.Worksheet,
  corner: { row: number; column: number },
  header: readonly string[],
  rowCount: number,
): void {
  const columnOf = (heading: string) =>
    sheet.getRangeByIndexes(corner.row + 1, corner.column + header.indexOf(heading), rowCount, 1);
  chart.series.forEach(({ heading }, index) => {
    const series = drawn.series.getItemAt(index);
    series.setValues(columnOf(heading));
    series.setXAxisValues(columnOf(chart.categories));
  });
}

/** Where the chart stands under a table with its headings in `headerRow`. */
export function cellUnder(sheet: Excel.Worksheet, headerRow: number, rowCount: number): Excel.Range {
  return sheet.getRangeByIndexes(headerRow + rowCount + 3, 0, 1, 1);
}

/** In points. */
const chartWidth = 720;
const chartHeight = 330;

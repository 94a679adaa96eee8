import type { OutputTable } from "../../plan/report/outputTable";
import { chartName } from "./inspectOutputs";
import { palette } from "./palette";
import { action, type Action } from "../excel/actions";

/**
 * A bridge as stacked columns under its table: the first series lifts the others and is drawn without colour. (Excel's own
 * waterfall type cannot be titled or read back through Office.js.)
 */
export function bridgeActions(output: OutputTable, sheetName: string, headerRow: number, rowCount: number): Action[] {
  const { chart, header } = output;
  if (!chart || rowCount === 0) return [];
  return [
    action((context) => {
      const sheet = context.workbook.worksheets.getItem(sheetName);
      const columns = chart.series.map(({ heading }) => header.indexOf(heading));
      const first = Math.min(...columns);
      const data = sheet.getRangeByIndexes(headerRow, first, rowCount + 1, Math.max(...columns) - first + 1);
      const drawn = sheet.charts.add("ColumnStacked", data, "Columns");
      drawn.name = chartName;
      drawn.title.text = chart.title;
      // The steps are named on the axis and their direction is seen; a legend would name the colourless base too.
      drawn.legend.visible = false;
      const { valueAxis } = drawn.axes;
      valueAxis.title.text = chart.valueAxisTitle;
      setSeries(drawn, output, sheet, { row: headerRow, column: 0 }, header, rowCount);
      chart.series.forEach(({ heading, role }, index) => {
        const series = drawn.series.getItemAt(index);
        series.name = heading;
        series.gapWidth = 40;
        if (role === "base") series.format.fill.clear();
        else series.format.fill.setSolidColor(palette[role]);
      });
      drawn.setPosition(cellUnder(sheet, headerRow, rowCount));
      drawn.width = chartWidth;
      drawn.height = chartHeight;
    }),
  ];
}

/** Points the chart's series at the table's rows again; its looks stay as the user has made them. */
export function setSeries(
  drawn: Excel.Chart,
  { chart }: Pick<OutputTable, "chart">,
  sheet: Excel.Worksheet,
  corner: { row: number; column: number },
  header: readonly string[],
  rowCount: number,
): void {
  if (!chart) return;
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
const chartWidth = 640;
const chartHeight = 320;

import { openAddin, type OpenAddin } from "@workbooks/stand-in/addin";
import { newWorkbook } from "@workbooks/xlsx/newWorkbook";
import { patchWorkbook } from "@workbooks/xlsx/patchWorkbook";
import { readWorkbook } from "@workbooks/xlsx/readWorkbook";
import { drawPlanCharts } from "../support/planCharts";
import { turns } from "../../../support/turns";

let addin: OpenAddin;
beforeEach(async () => void (addin = await openAddin()));
afterEach(() => addin.close());

/** Draws a chart over three rows and hands it over. */
async function withChart<T>(
  type: string,
  act: (chart: Excel.Chart, context: Excel.RequestContext) => Promise<T>,
): Promise<T> {
  return Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange("A1:C4").values = [
      ["Step", "Base", "Rise"],
      ["One", 1, 4],
      ["Two", 2, -3],
      ["Three", 3, 12],
    ];
    const chart = sheet.charts.add(type as "Line", sheet.getRange("A1:C4"), "Columns");
    await context.sync();
    return act(chart, context);
  });
}

test("a fan, a tornado and a combination are what was asked for, and so they are in the file", async () => {
  await drawPlanCharts();
  const [fan, tornado, combination] = addin.standIn.workbook.sheets.slice(1).map(({ charts }) => charts[0]!);
  expect(fan).toMatchObject({
    type: "AreaStacked",
    axes: { value: { minimum: 0, maximum: 25, majorUnit: 5, numberFormat: '"£"0"bn"' } },
    legend: { hiddenEntries: [0] },
    series: [{ color: "none" }, { color: "#9DC3E6" }, { color: "#BDD7EE" }, { type: "LineMarkers", color: "#1F4E79" }],
  });
  expect(tornado).toMatchObject({
    axes: { category: { reversed: true, labelPosition: "Low" }, value: { crossedAt: 18.1, labelPosition: "High" } },
    series: [
      { overlap: 100, gapWidth: 40 },
      { overlap: 100, gapWidth: 40 },
    ],
  });
  expect(combination).toMatchObject({
    axes: { secondaryValue: { minimum: 0, maximum: 1 }, secondaryCategory: { hidden: true } },
    series: [
      {},
      { points: { 2: { color: "#C50F1F" } } },
      { type: "LineMarkers", secondary: true, line: { style: "Dash" } },
    ],
  });
  const content = addin.standIn.content();
  const read = await readWorkbook(await patchWorkbook(newWorkbook(), content));
  const said = (book: typeof content) =>
    book.sheets.flatMap(({ charts }) =>
      charts.map(({ type, axes, legend, series }) => ({
        ...{ type, axes, legend },
        series: series.map(({ name: _name, partIndex: _index, ...each }) => each),
      })),
    );
  expect(said(read)).toEqual(said(content));
  expect(read.sheets[1]?.charts[0]?.series.map(({ name }) => name)).toEqual([
    "P10",
    "P10 to P50",
    "P50 to P90",
    "Median",
  ]);
});

test("a scale is the one that was set, or that of the axis as it is drawn; an empty string takes it back", async () => {
  const seen = await withChart("ColumnStacked", async (chart, context) => {
    const axis = chart.axes.valueAxis;
    const read = async () => {
      axis.load("minimum,maximum,majorUnit");
      await context.sync();
      return [axis.minimum, axis.maximum, axis.majorUnit] as number[];
    };
    const automatic = await read();
    axis.maximum = 40;
    axis.majorUnit = 10;
    const set = await read();
    axis.maximum = "";
    axis.majorUnit = "";
    return { automatic, set, again: await read() };
  });
  expect(seen).toEqual({ automatic: [-4, 16, 2], set: [-10, 40, 10], again: [-4, 16, 2] });
});

test("what Excel does not take is refused: scales of categories, gaps of lines, sizes of markers, places of labels, types that are not there", async () => {
  const attempts: [string, (chart: Excel.Chart) => void, string][] = [
    ["ColumnClustered", (chart) => (chart.axes.categoryAxis.maximum = 3), "InvalidArgument"],
    ["Line", (chart) => (chart.series.getItemAt(0).gapWidth = 30), "InvalidArgument"],
    ["LineMarkers", (chart) => (chart.series.getItemAt(0).markerSize = 1), "InvalidArgument"],
    ["ColumnStacked", (chart) => (chart.series.getItemAt(0).dataLabels.position = "OutsideEnd"), "InvalidArgument"],
    ["ColumnClustered", (chart) => (chart.series.getItemAt(0).overlap = 101), "InvalidArgument"],
    ["ColumnClustered", (chart) => (chart.chartType = "Waterfall"), "ApiNotFound"],
    ["Pie", (chart) => (chart.axes.valueAxis.title.text = "x"), "InvalidOperation"],
    ["ColumnClustered", (chart) => void (chart.axes.getItem("Value", "Secondary").maximum = 1), "ItemNotFound"],
    ["ColumnClustered", (chart) => (chart.style = 5), "ApiNotFound"],
    ["ColumnClustered", (chart) => chart.format.fill.setSolidColor("nonsense"), "InvalidArgument"],
  ];
  for (const [type, act, code] of attempts) {
    const attempt = withChart(type, (chart, context) => {
      act(chart);
      return context.sync();
    });
    await expect(attempt).rejects.toMatchObject({ code });
  }
  await expect(withChart("Sunburst", () => Promise.resolve())).rejects.toMatchObject({
    code: "ApiNotFound",
    message: expect.stringContaining("Sunburst") as string,
  });
});

test("charts go with their cells: rows, columns, names of sheets, tables that grow; what is gone is #REF!", async () => {
  await withChart("ColumnClustered", async (_chart, context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange("3:4").insert("Down");
    sheet.getRange("A:A").insert("Right");
    sheet.name = "It's data";
    await context.sync();
  });
  const series = () => addin.standIn.workbook.sheets.flatMap(({ charts }) => charts)[0]!.series;
  expect(series()[1]).toMatchObject({
    nameReference: "'It''s data'!$D$1",
    values: "'It''s data'!$D$2:$D$6",
    categories: "'It''s data'!$B$2:$B$6",
  });
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    const table = sheet.tables.add("B1:D6", true);
    table.resize("B1:D9");
    await context.sync();
  });
  expect(series()[1]?.values).toBe("'It''s data'!$D$2:$D$9");
  await Excel.run(async (context) => {
    const other = context.workbook.worksheets.add("Other");
    const [chart] = [context.workbook.worksheets.getFirst().charts.getItemAt(0)];
    other.getRange("A1:A3").values = [[1], [2], [3]];
    chart.series.getItemAt(0).setValues(other.getRange("A1:A3"));
    await context.sync();
    other.delete();
    await context.sync();
  });
  expect(series()[0]?.values).toBe("#REF!");
});

test("series say what they are drawn from, and points what they are worth", async () => {
  const seen = await withChart("LineMarkers", async (chart, context) => {
    const series = chart.series.getItemAt(1);
    const [values, categories, source] = [
      series.getDimensionValues("Values"),
      series.getDimensionValues("Categories"),
      series.getDimensionDataSourceString("Values"),
    ];
    series.points.load("count");
    const point = series.points.getItemAt(1);
    point.load("value,hasDataLabel");
    await context.sync();
    return [values.value, categories.value, source.value, series.points.count, point.value, point.hasDataLabel];
  });
  expect(seen).toEqual([["4", "-3", "12"], ["One", "Two", "Three"], "Sheet1!$C$2:$C$4", 3, -3, false]);
});

test("charts that come, are activated and go are told of, and the active one is known", async () => {
  const heard: string[] = [];
  const active = await Excel.run(async (context) => {
    const { charts } = context.workbook.worksheets.getFirst();
    const hear = (event: { type: string }) => Promise.resolve(void heard.push(event.type));
    charts.onAdded.add(hear);
    charts.onActivated.add(hear);
    charts.onDeactivated.add(hear);
    charts.onDeleted.add(hear);
    await context.sync();
    const none = context.workbook.getActiveChartOrNullObject();
    const chart = charts.add("Line", context.workbook.worksheets.getFirst().getRange("A1:B3"));
    chart.name = "Watched";
    chart.activate();
    await context.sync();
    const one = context.workbook.getActiveChart();
    one.load("name");
    await context.sync();
    one.delete();
    await context.sync();
    return [none.isNullObject, one.name];
  });
  await turns(50);
  expect(active).toEqual([true, "Watched"]);
  expect(heard).toEqual(["ChartAdded", "ChartActivated", "ChartDeactivated", "ChartDeleted"]);
});

test("another type keeps what is not a matter of the type", async () => {
  const seen = await withChart("ColumnClustered", async (chart, context) => {
    chart.title.text = "Kept";
    chart.axes.valueAxis.numberFormat = "0.0";
    chart.series.getItemAt(0).gapWidth = 20;
    chart.chartType = "LineMarkers";
    const first = chart.series.getItemAt(0);
    first.format.line.color = "#112233";
    first.load("chartType,gapWidth,markerStyle,smooth");
    first.format.line.load("color,weight");
    chart.load("chartType,plotBy,title/text,axes/valueAxis/numberFormat");
    await context.sync();
    return [
      chart.chartType,
      chart.plotBy,
      chart.title.text,
      chart.axes.valueAxis.numberFormat,
      first.gapWidth,
      first.markerStyle,
      first.format.line.color,
      first.format.line.weight,
    ];
  });
  expect(seen).toEqual(["LineMarkers", "Columns", "Kept", "0.0", null, "Automatic", "#112233", 2.25]);
});

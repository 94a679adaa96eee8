/** Sheets with the charts that a plan's results are drawn as: a fan of percentiles, a tornado around a base, a combination. */
export async function drawPlanCharts(): Promise<void> {
  await Excel.run(async (context) => {
    drawFan(context.workbook.worksheets.add("Fan"));
    drawTornado(context.workbook.worksheets.add("Tornado"));
    drawCombination(context.workbook.worksheets.add("Combination"));
    await context.sync();
  });
}

/** Bands between percentiles, stacked on a base that is not seen, with the median as a line. */
function drawFan(sheet: Excel.Worksheet): void {
  sheet.getRange("A1:E5").values = [
    ["Year", "P10", "P10 to P50", "P50 to P90", "Median"],
    ["2016/17", 3.1, 1.2, 1.4, 4.3],
    ["2017/18", 6.2, 2.1, 2.6, 8.3],
    ["2018/19", 9.8, 3.3, 4.1, 13.1],
    ["2019/20", 13.5, 4.6, 5.8, 18.1],
  ];
  sheet.getRange("B2:E5").numberFormat = [["0.0"]];
  const chart = sheet.charts.add("AreaStacked", sheet.getRange("A1:E5"), "Columns");
  chart.name = "Fan";
  chart.title.text = "Savings with their range, £bn";
  chart.setPosition("A8", "I26");
  const [base, low, high, median] = [0, 1, 2, 3].map((index) => chart.series.getItemAt(index));
  base!.format.fill.clear();
  low!.format.fill.setSolidColor("#9DC3E6");
  high!.format.fill.setSolidColor("#BDD7EE");
  median!.chartType = "LineMarkers";
  median!.format.line.color = "#1F4E79";
  median!.format.line.weight = 2.25;
  median!.markerStyle = "Circle";
  median!.markerSize = 6;
  median!.markerBackgroundColor = "#FFFFFF";
  median!.markerForegroundColor = "#1F4E79";
  median!.hasDataLabels = true;
  median!.dataLabels.position = "Top";
  median!.dataLabels.numberFormat = '"£"0.0"bn"';
  chart.legend.position = "Bottom";
  chart.legend.legendEntries.getItemAt(0).visible = false;
  const { valueAxis, categoryAxis } = chart.axes;
  valueAxis.minimum = 0;
  valueAxis.maximum = 25;
  valueAxis.majorUnit = 5;
  valueAxis.numberFormat = '"£"0"bn"';
  valueAxis.majorGridlines.format.line.color = "#E0E0E0";
  categoryAxis.isBetweenCategories = false;
  categoryAxis.format.font.size = 10;
}

const levers = [
  "Reference-costs benchmarking and clinically led procurement programme",
  "Agency staff",
  "Estates rationalisation and energy",
  "Length of stay in community beds",
];

/** What the total would be at either end of each lever's range: bars from the base, one over the other, the greatest on top. */
function drawTornado(sheet: Excel.Worksheet): void {
  sheet.getRange("A1:C5").values = [
    ["Lever", "At its low end", "At its high end"],
    [levers[0], 15.2, 21.4],
    [levers[1], 16.1, 19.9],
    [levers[2], 17, 18.8],
    [levers[3], 17.6, 18.5],
  ];
  const chart = sheet.charts.add("BarClustered", sheet.getRange("A1:C5"), "Columns");
  chart.name = "Tornado";
  chart.title.text = "What the total depends on, £bn";
  chart.setPosition("A8", "I26");
  const low = chart.series.getItemAt(0);
  low.overlap = 100;
  low.gapWidth = 40;
  low.format.fill.setSolidColor("#C55A11");
  chart.series.getItemAt(1).format.fill.setSolidColor("#2E75B6");
  const { categoryAxis, valueAxis } = chart.axes;
  categoryAxis.reversePlotOrder = true;
  categoryAxis.tickLabelPosition = "Low";
  valueAxis.setPositionAt(18.1);
  valueAxis.minimum = 14;
  valueAxis.maximum = 22;
  valueAxis.tickLabelPosition = "High";
  valueAxis.numberFormat = "0.0";
  valueAxis.title.text = "£bn";
}

/** Columns for the plan, a line on axes of its own for the share that is delivered; one point stands out. */
function drawCombination(sheet: Excel.Worksheet): void {
  sheet.getRange("A1:D4").values = [
    ["Scenario", "Need", "Savings", "Share"],
    ["Low", 30, 14, 0.47],
    ["Expected", 30, 18, 0.6],
    ["High", 30, -2, 0.74],
  ];
  sheet.getRange("D2:D4").numberFormat = [["0%"]];
  const chart = sheet.charts.add("ColumnClustered", sheet.getRange("A1:D4"), "Columns");
  chart.name = "Combination";
  chart.title.text = "Scenarios beside each other";
  chart.title.format.font.bold = true;
  chart.title.format.font.color = "#1F4E79";
  chart.setPosition("A8", "I26");
  const share = chart.series.getItemAt(2);
  share.chartType = "LineMarkers";
  share.axisGroup = "Secondary";
  share.format.line.color = "#107C41";
  share.format.line.lineStyle = "Dash";
  chart.axes.getItem("Value", "Secondary").minimum = 0;
  chart.axes.getItem("Value", "Secondary").maximum = 1;
  chart.axes.categoryAxis.tickLabelPosition = "Low";
  chart.series.getItemAt(1).points.getItemAt(2).format.fill.setSolidColor("#C50F1F");
  chart.series.getItemAt(1).hasDataLabels = true;
  chart.series.getItemAt(1).dataLabels.position = "OutsideEnd";
  chart.legend.position = "Right";
  chart.plotArea.format.fill.setSolidColor("#F7F7F7");
}

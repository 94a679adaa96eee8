import type { ChartAxisContent, ChartContent, ChartSeriesContent } from "@workbooks/xlsx/content";

/** A chart on a sheet: what files hold of it, with an id for the wire and what only lives while the workbook is open. */
export interface Chart extends ChartContent {
  id: string;
  /** The range that `charts.add` or `setData` was given, "Sheet1!A1:B4". */
  source: string | null;
  titleVisible: boolean;
}

/** Excel's first size of a chart, in points. */
const newChartSize = { width: 360, height: 216 };

/** A chart as a file has it, taken into the workbook. */
export function openedChart(content: ChartContent, id: string): Chart {
  return { ...structuredClone(content), id, source: null, titleVisible: content.title !== null };
}

/** A chart with the axes that Excel gives a new one. */
export function newChart(id: string, name: string, type: string, source: string, series: ChartSeriesContent[]): Chart {
  return {
    ...{ id, partId: null, name, type, title: null, titleVisible: false, left: 100, top: 50, ...newChartSize },
    ...{ legend: { visible: true, position: "Bottom" }, axes: newAxes(type), series, altText: "", source },
  };
}

/** What a file keeps of a chart. */
export function chartContent(chart: Chart): ChartContent {
  const { id: _id, source: _source, titleVisible, ...content } = structuredClone(chart);
  return { ...content, title: titleVisible ? chart.title : null };
}

/** The series' own type, or the chart's. */
export function typeOf(chart: Chart, series: ChartSeriesContent | undefined): string {
  return series?.type ?? chart.type;
}

/** Series that are strokes rather than filled shapes. */
export function isLine(type: string): boolean {
  return /^(Line|XYScatter)/.test(type);
}

/** Gives the chart, or one of its series, another type, and with it what Excel gives that type. */
export function changeType(chart: Chart, type: string, series?: ChartSeriesContent): void {
  const before = chart.type;
  for (const each of series ? [series] : chart.series) changeSeries(each, typeOf(chart, each), type);
  if (!series) {
    chart.type = type;
    for (const each of chart.series) delete each.type;
  } else if (chart.series.length === 1) {
    chart.type = type;
  } else if (type === chart.type) delete series.type;
  else series.type = type;
  if (isRound(before) && !isRound(chart.type)) chart.axes = newAxes(chart.type);
  if (/^Area/.test(chart.type)) chart.axes.category.crossedMidCategory = true;
  else if (/^Area/.test(before)) delete chart.axes.category.crossedMidCategory;
}

/** Excel's axes of a new chart: light lines across the values, none for the categories. */
function newAxes(type: string): Chart["axes"] {
  const plain: ChartAxisContent = { title: null, numberFormat: null };
  if (isRound(type)) return { category: plain, value: { ...plain } };
  const gridlines = { majorGridlines: { color: "#D9D9D9", weight: 0.75 } };
  return {
    category: {
      ...plain,
      ...(type.startsWith("XYScatter") && gridlines),
      ...(type.startsWith("Area") && { crossedMidCategory: true }),
    },
    value: { ...plain, ...gridlines },
  };
}

export function isRound(type: string): boolean {
  return type === "Pie" || type === "Doughnut";
}

function changeSeries(series: ChartSeriesContent, before: string, after: string): void {
  if (isLine(before) !== isLine(after)) {
    delete series.line;
    delete series.marker;
  }
  if (isLine(after) && typeof series.color === "string" && series.color !== "none")
    series.line = { weight: 2.25, ...series.line };
  if (after === "XYScatter") series.color = null;
  if (!/^(Column|Bar)/.test(after)) {
    delete series.gapWidth;
    delete series.invertIfNegative;
  }
  delete series.overlap;
  delete series.smooth;
  if (isRound(before) !== isRound(after)) delete series.varyByCategories;
}

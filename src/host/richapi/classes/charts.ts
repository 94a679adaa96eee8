import type { AreaContent } from "../../../xlsx/content";
import { newChartSize, type Chart } from "../../workbook/chart";
import { accessDenied, itemNotFound } from "../../workbook/excelError";
import type { Sheet } from "../../workbook/sheet";
import {
  asFlag,
  asNumber,
  asText,
  defineClass,
  oneOf,
  targetOf,
  type ClassEntry,
  type Property,
} from "../table";
import { seriesFromData } from "../chartData";
import { chartChanged, chartSeriesClasses, chartSeriesCollection, type ChartTarget } from "./chartSeries";
import { range, rangeArgument, type RangeTarget } from "./range";
import { worksheet } from "./worksheet";

/** The chart types that can be made; the names are Excel's ChartType. */
const chartTypes = [
  ...["ColumnClustered", "ColumnStacked", "ColumnStacked100", "BarClustered", "BarStacked", "BarStacked100"],
  ...[
    "Line",
    "LineMarkers",
    "LineStacked",
    "LineMarkersStacked",
    "Area",
    "AreaStacked",
    "AreaStacked100",
    "Pie",
    "Doughnut",
    "XYScatter",
    "XYScatterLines",
    "XYScatterLinesNoMarkers",
    "XYScatterSmooth",
  ],
] as const;

type AxisTarget = ChartTarget & { axis: "category" | "value" };

/** A property kept in the chart itself. */
function chartProperty<K extends keyof Chart>(key: K, into: (value: unknown) => Chart[K]): Property<ChartTarget> {
  return {
    get: ({ chart }) => chart[key],
    set: (target, value, context) => {
      target.chart[key] = into(value);
      chartChanged(context, target);
    },
  };
}

const chartTitle = defineClass<ChartTarget>("ChartTitle", {
  properties: {
    text: {
      get: ({ chart }) => chart.title ?? "",
      set: (target, text, context) => {
        target.chart.title = asText(text);
        target.chart.titleVisible = true;
        chartChanged(context, target);
      },
    },
    visible: chartProperty("titleVisible", asFlag),
  },
});

const chartLegend = defineClass<ChartTarget>("ChartLegend", {
  properties: {
    visible: {
      get: ({ chart }) => chart.legend.visible,
      set: (target, value, context) => {
        target.chart.legend.visible = asFlag(value);
        chartChanged(context, target);
      },
    },
    position: {
      get: ({ chart }) => chart.legend.position,
      set: (target, value, context) => {
        target.chart.legend.position = oneOf(value, ["Top", "Bottom", "Left", "Right", "Corner", "Custom"]);
        chartChanged(context, target);
      },
    },
  },
});

const axisTitle = defineClass<AxisTarget>("ChartAxisTitle", {
  properties: {
    text: {
      get: ({ chart, axis }) => (axis === "value" ? chart.valueAxisTitle : chart.categoryAxisTitle) ?? "",
      set: (target, text, context) => {
        target.chart[target.axis === "value" ? "valueAxisTitle" : "categoryAxisTitle"] = asText(text);
        chartChanged(context, target);
      },
    },
    visible: {
      get: ({ chart, axis }) => (axis === "value" ? chart.valueAxisTitle : chart.categoryAxisTitle) !== null,
      set: (target, value, context) => {
        const key = target.axis === "value" ? "valueAxisTitle" : "categoryAxisTitle";
        if (!asFlag(value)) target.chart[key] = null;
        else target.chart[key] ??= "Axis Title";
        chartChanged(context, target);
      },
    },
  },
});

const chartAxis = defineClass<AxisTarget>("ChartAxis", {
  properties: {
    numberFormat: {
      get: ({ chart, axis }) => (axis === "value" ? chart.valueAxisFormat : null) ?? "General",
      set: (target, format, context) => {
        if (target.axis === "value") target.chart.valueAxisFormat = asText(format);
        chartChanged(context, target);
      },
    },
    title: { object: (target) => axisTitle.of(target) },
  },
});

const chartAxes = defineClass<ChartTarget>("ChartAxes", {
  properties: {
    categoryAxis: { object: (target) => chartAxis.of({ ...target, axis: "category" }) },
    valueAxis: { object: (target) => chartAxis.of({ ...target, axis: "value" }) },
  },
});

function place(target: ChartTarget, from: RangeTarget, to: RangeTarget): void {
  const { sheet, chart } = target;
  const last = { row: to.area.row + to.area.rowCount - 1, column: to.area.column + to.area.columnCount - 1 };
  const sum = (first: number, end: number, size: (i: number) => number) =>
    Array.from({ length: Math.max(0, end - first) }, (_, i) => size(first + i)).reduce((a, b) => a + b, 0);
  chart.left = sum(0, from.area.column, (i) => sheet.columnWidth(i));
  chart.top = sum(0, from.area.row, (i) => sheet.rowHeight(i));
  chart.width = sum(from.area.column, last.column + 1, (i) => sheet.columnWidth(i));
  chart.height = sum(from.area.row, last.row + 1, (i) => sheet.rowHeight(i));
}

const chartClass: ClassEntry<ChartTarget> = defineClass<ChartTarget>("Chart", {
  id: ({ chart }) => chart.id,
  properties: {
    id: { get: ({ chart }) => chart.id },
    name: chartProperty("name", asText),
    chartType: chartProperty("type", (value) => oneOf(value, chartTypes)),
    left: chartProperty("left", asNumber),
    top: chartProperty("top", asNumber),
    width: chartProperty("width", asNumber),
    height: chartProperty("height", asNumber),
    title: { object: (target) => chartTitle.of(target) },
    legend: { object: (target) => chartLegend.of(target) },
    axes: { object: (target) => chartAxes.of(target) },
    series: { object: (target) => chartSeriesCollection.of(target) },
    worksheet: { object: ({ sheet }) => worksheet.of(sheet) },
  },
  methods: {
    delete: {
      call: (target, _args, context) => {
        const index = target.sheet.charts.indexOf(target.chart);
        if (index < 0) throw itemNotFound();
        target.sheet.charts.splice(index, 1);
        chartChanged(context, target);
      },
    },
    setData: {
      reads: true,
      call: (target, [source, seriesBy], context) => {
        const data = rangeArgument(source, context.workbook, target.sheet);
        target.chart.source = context.workbook.address(data.sheet, data.area);
        target.chart.series = seriesFromData(data.sheet, data.area, byRows(data.area, seriesBy), context.workbook);
        chartChanged(context, target);
      },
    },
    setPosition: {
      call: (target, [start, end], context) => {
        const from = rangeArgument(start, context.workbook, target.sheet);
        place(
          target,
          from,
          end === undefined || end === null ? from : rangeArgument(end, context.workbook, target.sheet),
        );
        chartChanged(context, target);
      },
    },
    activate: { call: ({ sheet }, _args, { workbook }) => workbook.activate(sheet) },
  },
});

/** "Auto" makes series of whatever there is less of. */
function byRows(area: AreaContent, seriesBy: unknown): boolean {
  const by = oneOf(seriesBy ?? "Auto", ["Auto", "Columns", "Rows"]);
  return by === "Rows" || (by === "Auto" && area.columnCount > area.rowCount);
}

export const chartCollection: ClassEntry<Sheet> = defineClass<Sheet>("ChartCollection", {
  properties: { count: { get: (sheet) => sheet.charts.length } },
  items: (sheet) => sheet.charts.map((chart) => chartClass.of({ chart, sheet })),
  methods: {
    getCount: { call: (sheet) => sheet.charts.length },
    getItem: {
      orNull: true,
      call: (sheet, [key]) => {
        const chart = sheet.charts.find(
          (each) => each.id === key || each.name.toLowerCase() === asText(key).toLowerCase(),
        );
        if (!chart) throw itemNotFound();
        return chartClass.of({ chart, sheet });
      },
    },
    getItemAt: {
      call: (sheet, [index]) => {
        const chart = sheet.charts[asNumber(index)];
        if (!chart) throw itemNotFound();
        return chartClass.of({ chart, sheet });
      },
    },
    add: {
      reads: true,
      call: (sheet, [type, source, seriesBy], context) => {
        const { workbook } = context;
        const data = targetOf(source, range);
        if (sheet.isProtected) throw accessDenied();
        const chart: Chart = {
          ...{
            id: workbook.chartId(),
            partId: null,
            name: freeName(sheet),
            type: oneOf(type, chartTypes),
            title: null,
            titleVisible: false,
          },
          ...{ left: 100, top: 50, ...newChartSize, legend: { visible: true, position: "Bottom" } },
          ...{ categoryAxisTitle: null, valueAxisTitle: null, valueAxisFormat: null, gapWidth: null, altText: "" },
          source: workbook.address(data.sheet, data.area),
          series: seriesFromData(data.sheet, data.area, byRows(data.area, seriesBy), workbook),
        };
        sheet.charts.push(chart);
        chartChanged(context, { chart, sheet });
        return chartClass.of({ chart, sheet });
      },
    },
  },
});

function freeName(sheet: Sheet): string {
  let n = sheet.charts.length + 1;
  while (sheet.charts.some((chart) => chart.name === `Chart ${n}`)) n++;
  return `Chart ${n}`;
}

export const chartClasses = [
  ...([
    chartTitle,
    chartLegend,
    axisTitle,
    chartAxis,
    chartAxes,
    chartClass,
    chartCollection,
  ] as unknown as ClassEntry[]),
  ...chartSeriesClasses,
];

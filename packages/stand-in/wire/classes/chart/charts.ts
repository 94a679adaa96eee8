import type { AreaContent } from "@workbooks/xlsx/content";
import { changeType, newChart, type Chart } from "../../../workbook/charts/chart";
import { accessDenied, invalidArgument, invalidOperation, itemNotFound } from "../../../workbook/excelError";
import type { Sheet } from "../../../workbook/sheet";
import type { Workbook } from "../../../workbook/workbook";
import { asFlag, asNumber, asText, oneOf } from "../../arguments";
import { defineClass, objectOf, targetOf } from "../../registry";
import type { Property } from "../../table";
import type { ChartTarget, RangeTarget } from "../../targets";
import { rangeArgument } from "../range/rangeArguments";
import { redrawnSeries, seriesFromData } from "./chartData";
import { chartChanged, looksIn, setOrForget } from "./chartLooks";
import { labelsOf } from "./chartParts";
import { asChartType } from "./chartTypes";

/** How blank cells are drawn, by the names of ChartDisplayBlanksAs. @throws InvalidArgument */
function asBlanks(value: unknown): "Zero" | "Interplotted" | undefined {
  const blanks = oneOf(value, ["NotPlotted", "Zero", "Interplotted"]);
  return blanks === "NotPlotted" ? undefined : blanks;
}

/** A size in points. @throws InvalidArgument */
function asSize(value: unknown): number {
  if (asNumber(value) <= 0) throw invalidArgument();
  return asNumber(value);
}

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

function place(target: ChartTarget, from: RangeTarget, to: RangeTarget | null): void {
  const { sheet, chart } = target;
  const sum = (first: number, end: number, size: (i: number) => number) =>
    Array.from({ length: Math.max(0, end - first) }, (_, i) => size(first + i)).reduce((a, b) => a + b, 0);
  chart.left = sum(0, from.area.column, (i) => sheet.columnWidth(i));
  chart.top = sum(0, from.area.row, (i) => sheet.rowHeight(i));
  if (!to) return;
  const last = { row: to.area.row + to.area.rowCount - 1, column: to.area.column + to.area.columnCount - 1 };
  chart.width = sum(from.area.column, last.column + 1, (i) => sheet.columnWidth(i));
  chart.height = sum(from.area.row, last.row + 1, (i) => sheet.rowHeight(i));
}

defineClass("Chart", {
  id: ({ chart }) => chart.id,
  events: ["Activated", "Deactivated"],
  properties: {
    id: { get: ({ chart }) => chart.id },
    name: chartProperty("name", asText),
    chartType: {
      get: ({ chart }) => chart.type,
      set: (target, value, context) => {
        changeType(target.chart, asChartType(value));
        chartChanged(context, target);
      },
    },
    left: chartProperty("left", asNumber),
    top: chartProperty("top", asNumber),
    width: chartProperty("width", asSize),
    height: chartProperty("height", asSize),
    plotBy: {
      get: (target, { workbook }) => plotBy(target, workbook),
      set: (target, value, context) => {
        const wanted = oneOf(value, ["Rows", "Columns"]);
        if (wanted === plotBy(target, context.workbook)) return;
        const data = target.chart.source === null ? null : context.workbook.resolve(target.chart.source, target.sheet);
        if (!data) throw invalidOperation("Where the chart's data stand as a whole is not known.");
        const series = seriesFromData(data.sheet, data.area, wanted === "Rows", context.workbook);
        target.chart.series = redrawnSeries(target.chart.series, series);
        chartChanged(context, target);
      },
    },
    plotVisibleOnly: {
      get: ({ chart }) => !chart.drawsHiddenCells,
      set: (target, value, context) => {
        setOrForget(target.chart, "drawsHiddenCells", asFlag(value) ? undefined : true);
        chartChanged(context, target);
      },
    },
    displayBlanksAs: {
      get: ({ chart }) => chart.blanks ?? "NotPlotted",
      set: (target, value, context) => {
        setOrForget(target.chart, "blanks", asBlanks(value));
        chartChanged(context, target);
      },
    },
    title: { object: (target) => objectOf("ChartTitle", target) },
    legend: { object: (target) => objectOf("ChartLegend", target) },
    axes: { object: (target) => objectOf("ChartAxes", target) },
    series: { object: (target) => objectOf("ChartSeriesCollection", target) },
    dataLabels: {
      object: (target) =>
        objectOf(
          "ChartDataLabels",
          labelsOf(
            target,
            target.chart.series.map((_, index) => index),
          ),
        ),
    },
    format: {
      object: (target) =>
        objectOf(
          "ChartAreaFormat",
          looksIn(target, target.chart, "format", { line: { color: "#D9D9D9", weight: 0.75 } }),
        ),
    },
    plotArea: { object: (target) => objectOf("ChartPlotArea", target) },
    worksheet: { object: ({ sheet }) => objectOf("Worksheet", sheet) },
  },
  methods: {
    delete: {
      call: (target, _args, { workbook }) => {
        if (target.sheet.isProtected) throw accessDenied();
        workbook.charts.delete(target.sheet, target.chart);
      },
    },
    setData: {
      reads: true,
      call: (target, [source, seriesBy], context) => {
        const data = rangeArgument(source, context.workbook, target.sheet);
        const series = seriesFromData(data.sheet, data.area, byRows(data.area, seriesBy), context.workbook);
        target.chart.source = context.workbook.address(data.sheet, data.area);
        target.chart.series = redrawnSeries(target.chart.series, series);
        chartChanged(context, target);
      },
    },
    setPosition: {
      call: (target, [start, end], context) => {
        const from = rangeArgument(start, context.workbook, target.sheet);
        const to = end === undefined || end === null ? null : rangeArgument(end, context.workbook, target.sheet);
        place(target, from, to);
        chartChanged(context, target);
      },
    },
    activate: {
      call: ({ sheet, chart }, _args, { workbook }) => {
        workbook.activate(sheet);
        workbook.charts.activate(chart);
      },
    },
  },
});

/** Whether the series stand in rows or in columns, by the first that is more than a cell. */
function plotBy({ chart, sheet }: ChartTarget, workbook: Workbook): "Rows" | "Columns" {
  for (const { values } of chart.series) {
    const area = values === "" ? undefined : workbook.resolve(values, sheet)?.area;
    if (area && area.rowCount !== area.columnCount) return area.columnCount > area.rowCount ? "Rows" : "Columns";
  }
  return "Columns";
}

/** "Auto" makes series of whatever there is less of. */
function byRows(area: AreaContent, seriesBy: unknown): boolean {
  const by = oneOf(seriesBy ?? "Auto", ["Auto", "Columns", "Rows"]);
  return by === "Rows" || (by === "Auto" && area.columnCount > area.rowCount);
}

defineClass("ChartCollection", {
  events: ["Added", "Deleted", "Activated", "Deactivated"],
  eventId: (sheet) => sheet.id,
  properties: { count: { get: (sheet) => sheet.charts.length } },
  items: (sheet) => sheet.charts.map((chart) => objectOf("Chart", { chart, sheet })),
  methods: {
    getCount: { call: (sheet) => sheet.charts.length },
    getItem: {
      orNull: true,
      call: (sheet, [key]) => {
        const chart = sheet.charts.find(
          (each) => each.id === key || each.name.toLowerCase() === asText(key).toLowerCase(),
        );
        if (!chart) throw itemNotFound();
        return objectOf("Chart", { chart, sheet });
      },
    },
    getItemAt: {
      call: (sheet, [index]) => {
        const chart = sheet.charts[asNumber(index)];
        if (!chart) throw itemNotFound();
        return objectOf("Chart", { chart, sheet });
      },
    },
    add: {
      reads: true,
      call: (sheet, [wanted, source, seriesBy], { workbook }) => {
        const type = asChartType(wanted);
        const data = targetOf(source, "Range");
        if (sheet.isProtected) throw accessDenied();
        const series = seriesFromData(data.sheet, data.area, byRows(data.area, seriesBy), workbook);
        const chart = newChart(
          workbook.charts.newId(),
          freeName(sheet),
          type,
          workbook.address(data.sheet, data.area),
          series,
        );
        workbook.charts.add(sheet, chart);
        return objectOf("Chart", { chart, sheet });
      },
    },
  },
});

function freeName(sheet: Sheet): string {
  let n = sheet.charts.length + 1;
  while (sheet.charts.some((chart) => chart.name === `Chart ${n}`)) n++;
  return `Chart ${n}`;
}

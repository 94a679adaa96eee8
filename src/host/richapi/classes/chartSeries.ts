import type { Chart } from "../../workbook/chart";
import { itemNotFound } from "../../workbook/excelError";
import type { Sheet } from "../../workbook/sheet";
import type { Workbook } from "../../workbook/workbook";
import { asColor, asNumber, asText, defineClass, targetOf, type ClassEntry, type Context } from "../table";
import { range } from "./range";
import { wireValue } from "./rangeValues";

/** A chart on its sheet. */
export interface ChartTarget {
  chart: Chart;
  sheet: Sheet;
}

interface SeriesTarget extends ChartTarget {
  index: number;
}

/** Tells the page that a chart is to be drawn again. */
export function chartChanged({ workbook }: Context, { sheet }: ChartTarget): void {
  workbook.emit({ kind: "charts", sheet: sheet.id });
}

const chartFill = defineClass<SeriesTarget>("ChartFill", {
  properties: {},
  methods: {
    setSolidColor: { call: (target, [color], context) => paint(target, asColor(color), context) },
    clear: { call: (target, _args, context) => paint(target, "none", context) },
  },
});

/** Lines around the bars are not kept: a line without a colour is what the add-in's charts have. */
const chartLine = defineClass<SeriesTarget>("ChartLineFormat", {
  properties: {
    color: {
      get: ({ chart, index }) => (isLine(chart) ? (chart.series[index]?.color ?? "") : ""),
      set: (target, color, context) => {
        if (isLine(target.chart)) paint(target, asColor(color), context);
      },
    },
  },
  methods: {
    clear: { call: (target, _args, context) => (isLine(target.chart) ? paint(target, "none", context) : undefined) },
  },
});

function isLine(chart: Chart): boolean {
  return /^(Line|XYScatter)/.test(chart.type);
}

function paint(target: SeriesTarget, color: string, context: Context): void {
  const series = target.chart.series[target.index];
  if (!series) throw itemNotFound();
  series.color = color;
  chartChanged(context, target);
}

const seriesFormat = defineClass<SeriesTarget>("ChartSeriesFormat", {
  properties: {
    fill: { object: (target) => chartFill.of(target) },
    line: { object: (target) => chartLine.of(target) },
  },
});

function seriesOf({ chart, index }: SeriesTarget) {
  const series = chart.series[index];
  if (!series) throw itemNotFound();
  return series;
}

const chartSeries = defineClass<SeriesTarget>("ChartSeries", {
  properties: {
    name: {
      get: (target, { workbook }) => shownName(seriesOf(target).name, workbook, target.sheet),
      set: (target, name, context) => {
        seriesOf(target).name = asText(name);
        chartChanged(context, target);
      },
    },
    gapWidth: {
      get: ({ chart }) => chart.gapWidth ?? 150,
      set: (target, width, context) => {
        target.chart.gapWidth = asNumber(width);
        chartChanged(context, target);
      },
    },
    format: { object: (target) => seriesFormat.of(target) },
  },
  methods: {
    setValues: {
      call: (target, [values], context) => {
        const { sheet, area } = targetOf(values, range);
        seriesOf(target).values = context.workbook.address(sheet, area, true);
        chartChanged(context, target);
      },
    },
    setXAxisValues: {
      call: (target, [values], context) => {
        const { sheet, area } = targetOf(values, range);
        seriesOf(target).categories = context.workbook.address(sheet, area, true);
        chartChanged(context, target);
      },
    },
    delete: {
      call: (target, _args, context) => {
        target.chart.series.splice(target.index, 1);
        chartChanged(context, target);
      },
    },
  },
});

/** A series may be named by a cell. */
function shownName(name: string, workbook: Workbook, sheet: Sheet): string {
  const cell = name.includes("!") ? workbook.resolve(name, sheet) : null;
  return cell ? String(wireValue(cell.sheet.value(cell.area.row, cell.area.column))) : name;
}

export const chartSeriesCollection: ClassEntry<ChartTarget> = defineClass<ChartTarget>("ChartSeriesCollection", {
  properties: { count: { get: ({ chart }) => chart.series.length } },
  items: (target) => target.chart.series.map((_, index) => chartSeries.of({ ...target, index })),
  methods: {
    getCount: { call: ({ chart }) => chart.series.length },
    getItemAt: {
      call: (target, [index]) => {
        if (!target.chart.series[asNumber(index)]) throw itemNotFound();
        return chartSeries.of({ ...target, index: asNumber(index) });
      },
    },
    add: {
      call: (target, [name, index], context) => {
        const at = typeof index === "number" ? index : target.chart.series.length;
        const series = {
          name: typeof name === "string" ? name : `Series${at + 1}`,
          values: "",
          categories: target.chart.series[0]?.categories ?? null,
          color: null,
        };
        target.chart.series.splice(at, 0, series);
        chartChanged(context, target);
        return chartSeries.of({ ...target, index: at });
      },
    },
  },
});

export const chartSeriesClasses = [
  chartFill,
  chartLine,
  seriesFormat,
  chartSeries,
  chartSeriesCollection,
] as unknown as ClassEntry[];

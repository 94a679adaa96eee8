import { invalidArgument, itemNotFound } from "../../workbook/excelError";
import { asFlag, asNumber, asText, defineClass, oneOf, type ClassEntry } from "../table";
import { chartChanged, formatClass, looksIn, setOrForget, type ChartTarget } from "./chartFormats";

const titleFormat = formatClass("ChartTitleFormat", "font", "fill", "border");

export const chartTitle = defineClass<ChartTarget>("ChartTitle", {
  properties: {
    text: {
      get: ({ chart }) => chart.title ?? "",
      set: (target, text, context) => {
        target.chart.title = asText(text);
        target.chart.titleVisible = true;
        chartChanged(context, target);
      },
    },
    visible: {
      get: ({ chart }) => chart.titleVisible,
      set: (target, value, context) => {
        target.chart.titleVisible = asFlag(value);
        if (asFlag(value)) target.chart.title ??= "Chart Title";
        chartChanged(context, target);
      },
    },
    overlay: {
      get: ({ chart }) => chart.titleOverlay ?? false,
      set: (target, value, context) => {
        setOrForget(target.chart, "titleOverlay", asFlag(value) ? true : undefined);
        chartChanged(context, target);
      },
    },
    format: { object: (target) => titleFormat.of(looksIn(target, target.chart, "titleFormat", { font: { size: 14 } })) },
  },
});

interface EntryTarget extends ChartTarget {
  place: number;
}

const legendEntry = defineClass<EntryTarget>("ChartLegendEntry", {
  properties: {
    index: { get: ({ place }) => place },
    visible: {
      get: ({ chart, place }) => !chart.legend.hiddenEntries?.includes(place),
      set: (target, value, context) => {
        const { legend } = target.chart;
        const others = (legend.hiddenEntries ?? []).filter((place) => place !== target.place);
        const hidden = asFlag(value) ? others : [...others, target.place].sort((one, other) => one - other);
        setOrForget(legend, "hiddenEntries", hidden.length === 0 ? undefined : hidden);
        chartChanged(context, target);
      },
    },
  },
});

const legendEntries = defineClass<ChartTarget>("ChartLegendEntryCollection", {
  properties: {},
  items: (target) => target.chart.series.map((_, place) => legendEntry.of({ ...target, place })),
  methods: {
    getCount: { call: ({ chart }) => chart.series.length },
    getItemAt: {
      call: (target, [index]) => {
        if (!target.chart.series[asNumber(index)]) throw itemNotFound();
        return legendEntry.of({ ...target, place: asNumber(index) });
      },
    },
  },
});

const legendFormat = formatClass("ChartLegendFormat", "font", "fill", "border");

export const chartLegend = defineClass<ChartTarget>("ChartLegend", {
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
        target.chart.legend.position = oneOf(value, ["Top", "Bottom", "Left", "Right", "Corner"]);
        chartChanged(context, target);
      },
    },
    overlay: {
      get: ({ chart }) => chart.legend.overlay ?? false,
      set: (target, value, context) => {
        setOrForget(target.chart.legend, "overlay", asFlag(value) ? true : undefined);
        chartChanged(context, target);
      },
    },
    legendEntries: { object: (target) => legendEntries.of(target) },
    format: { object: (target) => legendFormat.of(looksIn(target, target.chart.legend, "format")) },
  },
});

const areaFormat = formatClass("ChartAreaFormat", "fill", "font", "border");
const plotAreaFormat = formatClass("ChartPlotAreaFormat", "fill", "border");

export function chartAreaFormat(target: ChartTarget) {
  return areaFormat.of(looksIn(target, target.chart, "format", { line: { color: "#D9D9D9", weight: 0.75 } }));
}

/** Its looks; where it lies is worked out when it is drawn, so that its measures are refused. */
export const chartPlotArea = defineClass<ChartTarget>("ChartPlotArea", {
  properties: {
    format: { object: (target) => plotAreaFormat.of(looksIn(target, target.chart, "plotFormat")) },
  },
});

/** How blank cells are drawn, by the names of ChartDisplayBlanksAs. @throws InvalidArgument */
export function asBlanks(value: unknown): "Zero" | "Interplotted" | undefined {
  const blanks = oneOf(value, ["NotPlotted", "Zero", "Interplotted"]);
  return blanks === "NotPlotted" ? undefined : blanks;
}

/** A size in points. @throws InvalidArgument */
export function asSize(value: unknown): number {
  if (asNumber(value) <= 0) throw invalidArgument();
  return asNumber(value);
}

export const chartAreaClasses = [
  chartTitle,
  titleFormat,
  legendEntry,
  legendEntries,
  chartLegend,
  legendFormat,
  areaFormat,
  plotAreaFormat,
  chartPlotArea,
] as unknown as ClassEntry[];

import { itemNotFound } from "../../../workbook/excelError";
import { asFlag, asNumber, asText, oneOf } from "../../arguments";
import { defineClass, objectOf } from "../../registry";
import { chartChanged, lookMembers, looksIn, setOrForget } from "./chartLooks";

defineClass("ChartTitleFormat", lookMembers("font", "fill", "border"));

defineClass("ChartTitle", {
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
    format: {
      object: (target) =>
        objectOf("ChartTitleFormat", looksIn(target, target.chart, "titleFormat", { font: { size: 14 } })),
    },
  },
});

defineClass("ChartLegendEntry", {
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

defineClass("ChartLegendEntryCollection", {
  properties: {},
  items: (target) => target.chart.series.map((_, place) => objectOf("ChartLegendEntry", { ...target, place })),
  methods: {
    getCount: { call: ({ chart }) => chart.series.length },
    getItemAt: {
      call: (target, [index]) => {
        if (!target.chart.series[asNumber(index)]) throw itemNotFound();
        return objectOf("ChartLegendEntry", { ...target, place: asNumber(index) });
      },
    },
  },
});

defineClass("ChartLegendFormat", lookMembers("font", "fill", "border"));

defineClass("ChartLegend", {
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
    legendEntries: { object: (target) => objectOf("ChartLegendEntryCollection", target) },
    format: { object: (target) => objectOf("ChartLegendFormat", looksIn(target, target.chart.legend, "format")) },
  },
});

defineClass("ChartAreaFormat", lookMembers("fill", "font", "border"));
defineClass("ChartPlotAreaFormat", lookMembers("fill", "border"));

/** Its looks; where it lies is worked out when it is drawn, so that its measures are refused. */
defineClass("ChartPlotArea", {
  properties: {
    format: { object: (target) => objectOf("ChartPlotAreaFormat", looksIn(target, target.chart, "plotFormat")) },
  },
});

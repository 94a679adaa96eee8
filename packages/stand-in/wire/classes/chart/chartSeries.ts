import { changeType, isLine, typeOf } from "../../../workbook/charts/chart";
import { automaticColor } from "../../../workbook/charts/chartPalette";
import { seriesName } from "../../../workbook/charts/seriesName";
import { invalidArgument, itemNotFound } from "../../../workbook/excelError";
import { asFlag, asNumber, asText, oneOf } from "../../arguments";
import { defineClass, objectOf, targetOf } from "../../registry";
import type { Property } from "../../table";
import type { LooksTarget, SeriesTarget } from "../../targets";
import { wireValue } from "../range/rangeValues";
import { plainSecondaryAxes, readCells } from "./chartData";
import { chartChanged, setOrForget } from "./chartLooks";
import { markerProperties, markerStyles, type Marked } from "./chartMarkers";
import { hasLabels, labelsOf, seriesOf, setHasLabels } from "./chartParts";
import { asChartType } from "./chartTypes";

function seriesType(target: SeriesTarget): string {
  return typeOf(target.chart, seriesOf(target));
}

/** Bars are filled, lines are strokes whose fill is that of their markers. */
function seriesLooks(target: SeriesTarget): LooksTarget {
  const series = seriesOf(target);
  const asLine = isLine(seriesType(target));
  return {
    ...{ chart: target.chart, sheet: target.sheet },
    usual: { line: asLine ? { color: automaticColor(target.index), weight: 2.25 } : { weight: 0.75 } },
    looks: () => {
      const fill = asLine ? series.marker?.fill : (series.color ?? undefined);
      const color = seriesType(target) === "XYScatter" ? "none" : series.color;
      const line =
        asLine && (series.line || color !== null) ? { ...series.line, ...(color !== null && { color }) } : series.line;
      return { ...(fill !== undefined && { fill }), ...(line && { line }) };
    },
    change: ({ fill, line }) => {
      if (!asLine) {
        series.color = fill ?? null;
        return setOrForget(series, "line", line);
      }
      if (fill !== undefined) series.marker = { ...series.marker, fill };
      const { color, ...rest } = line ?? {};
      const lines = seriesType(target).startsWith("XYScatter");
      if (lines && color !== undefined) setLines(target, color !== "none");
      series.color = lines && color === "none" ? null : (color ?? null);
      // A stroke of a colour of its own keeps the width that Excel's have.
      const weighted = series.color !== null && series.color !== "none" ? { weight: 2.25, ...rest } : rest;
      setOrForget(series, "line", Object.keys(weighted).length === 0 ? undefined : weighted);
    },
  };
}

/** A scatter without lines is a type of its own. */
function setLines(target: SeriesTarget, drawn: boolean): void {
  const series = seriesOf(target);
  const type = seriesType(target);
  if (drawn === (type !== "XYScatter")) return;
  const { line } = series;
  changeType(target.chart, drawn ? "XYScatterLines" : "XYScatter", series);
  setOrForget(series, "line", line);
}

defineClass("ChartSeriesFormat", {
  properties: {
    fill: { object: (target) => objectOf("ChartFill", seriesLooks(target)) },
    line: { object: (target) => objectOf("ChartLineFormat", seriesLooks(target)) },
  },
});

function markedSeries(target: SeriesTarget): Marked {
  const series = seriesOf(target);
  return {
    ...{ chart: target.chart, sheet: target.sheet },
    marker: () => series.marker,
    changeMarker: (marker, context) => {
      if (!isLine(seriesType(target))) throw invalidArgument("Only lines and scatters have markers.");
      setOrForget(series, "marker", Object.keys(marker).length === 0 ? undefined : marker);
      chartChanged(context, target);
    },
    color: series.color ?? automaticColor(target.index),
  };
}

/** The same type with or without markers. */
function withMarkers(type: string, shown: boolean): string {
  if (type.startsWith("Line")) return type.replace(/^Line(Markers)?/, shown ? "LineMarkers" : "Line");
  if (type === "XYScatter") return type;
  return type.replace(/(NoMarkers)?$/, shown ? "" : "NoMarkers");
}

function hasMarkers(type: string): boolean {
  return type.startsWith("Line")
    ? type.includes("Markers")
    : type.startsWith("XYScatter") && !type.endsWith("NoMarkers");
}

/** Space between bars is that of all bars which stand on the same axes. */
function barSpace(
  key: "gapWidth" | "overlap",
  least: number,
  most: number,
  usual: (type: string) => number,
): Property<SeriesTarget> {
  return {
    get: (target) => (isBar(seriesType(target)) ? (seriesOf(target)[key] ?? usual(seriesType(target))) : null),
    set: (target, value, context) => {
      const width = asNumber(value);
      if (!isBar(seriesType(target)) || width < least || width > most)
        throw invalidArgument(`${key} is a number from ${least} to ${most}, of columns and bars.`);
      for (const series of target.chart.series) {
        const isNeighbour = isBar(typeOf(target.chart, series)) && series.secondary === seriesOf(target).secondary;
        if (isNeighbour) series[key] = width;
      }
      chartChanged(context, target);
    },
  };
}

function isBar(type: string): boolean {
  return /^(Column|Bar)/.test(type);
}

defineClass("ChartSeries", {
  properties: {
    name: {
      get: (target, { workbook }) => seriesName(workbook, target.sheet, seriesOf(target)),
      set: (target, name, context) => {
        if (asText(name).length > 255) throw invalidArgument("The name of a series has at most 255 characters.");
        const series = seriesOf(target);
        series.name = asText(name);
        delete series.nameReference;
        chartChanged(context, target);
      },
    },
    chartType: {
      get: seriesType,
      set: (target, value, context) => {
        changeType(target.chart, asChartType(value), seriesOf(target));
        chartChanged(context, target);
      },
    },
    axisGroup: {
      get: (target) => (seriesOf(target).secondary ? "Secondary" : "Primary"),
      set: (target, value, context) => {
        setOrForget(
          seriesOf(target),
          "secondary",
          oneOf(value, ["Primary", "Secondary"]) === "Secondary" ? true : undefined,
        );
        const { chart } = target;
        if (chart.series.every(({ secondary }) => secondary))
          throw invalidArgument("One series has to stay on the primary axes.");
        if (!chart.series.some(({ secondary }) => secondary)) {
          delete chart.axes.secondaryCategory;
          delete chart.axes.secondaryValue;
        } else if (!chart.axes.secondaryValue) Object.assign(chart.axes, plainSecondaryAxes());
        chartChanged(context, target);
      },
    },
    gapWidth: barSpace("gapWidth", 0, 500, () => 150),
    overlap: barSpace("overlap", -100, 100, (type) => (type.includes("Stacked") ? 100 : 0)),
    smooth: {
      get: (target) => seriesOf(target).smooth ?? seriesType(target).startsWith("XYScatterSmooth"),
      set: (target, value, context) => {
        const type = seriesType(target);
        if (!isLine(type)) throw invalidArgument("Only lines and scatters are smooth.");
        if (type.startsWith("Line")) setOrForget(seriesOf(target), "smooth", asFlag(value) ? true : undefined);
        else if (type !== "XYScatter")
          changeType(target.chart, type.replace(/Lines|Smooth/, asFlag(value) ? "Smooth" : "Lines"), seriesOf(target));
        chartChanged(context, target);
      },
    },
    invertIfNegative: {
      get: (target) => seriesOf(target).invertIfNegative ?? false,
      set: (target, value, context) => {
        if (!isBar(seriesType(target))) throw invalidArgument("Only columns and bars are inverted.");
        setOrForget(seriesOf(target), "invertIfNegative", asFlag(value) ? true : undefined);
        chartChanged(context, target);
      },
    },
    varyByCategories: {
      get: (target) => seriesOf(target).varyByCategories ?? /^(Pie|Doughnut)/.test(seriesType(target)),
      set: (target, value, context) => {
        const isUsual = /^(Pie|Doughnut)/.test(seriesType(target)) === asFlag(value);
        setOrForget(seriesOf(target), "varyByCategories", isUsual ? undefined : asFlag(value));
        chartChanged(context, target);
      },
    },
    plotOrder: {
      get: ({ index }) => index + 1,
      set: (target, value, context) => {
        const to = asNumber(value) - 1;
        const { series } = target.chart;
        if (!Number.isInteger(to) || to < 0 || to >= series.length) throw invalidArgument();
        series.splice(to, 0, ...series.splice(target.index, 1));
        chartChanged(context, target);
      },
    },
    markerStyle: {
      get: (target) => (hasMarkers(seriesType(target)) ? (seriesOf(target).marker?.style ?? "Automatic") : "None"),
      set: (target, value, context) => {
        const style = oneOf(value, ["None", ...markerStyles]);
        const { line, marker } = seriesOf(target);
        const marked = markedSeries(target);
        marked.changeMarker(marker ?? {}, context);
        changeType(target.chart, withMarkers(seriesType(target), style !== "None"), seriesOf(target));
        setOrForget(seriesOf(target), "line", line);
        const { style: _style, ...rest } = marker ?? {};
        marked.changeMarker(style === "None" || style === "Automatic" ? rest : { ...rest, style }, context);
      },
    },
    ...markerProperties<SeriesTarget>(markedSeries),
    hasDataLabels: {
      get: (target) => hasLabels(labelsOf(target, [target.index])),
      set: (target, value, context) => setHasLabels(labelsOf(target, [target.index]), value, context),
    },
    dataLabels: { object: (target) => objectOf("ChartDataLabels", labelsOf(target, [target.index])) },
    points: { object: (target) => objectOf("ChartPointsCollection", target) },
    format: { object: (target) => objectOf("ChartSeriesFormat", target) },
  },
  methods: {
    setValues: {
      call: (target, [values], context) => {
        const { sheet, area } = targetOf(values, "Range");
        seriesOf(target).values = context.workbook.address(sheet, area, true);
        chartChanged(context, target);
      },
    },
    setXAxisValues: {
      call: (target, [values], context) => {
        const { sheet, area } = targetOf(values, "Range");
        seriesOf(target).categories = context.workbook.address(sheet, area, true);
        chartChanged(context, target);
      },
    },
    getDimensionValues: {
      reads: true,
      call: (target, [dimension], { workbook }) => {
        const reference = dataSource(target, dimension);
        return reference === ""
          ? []
          : readCells(workbook, target.sheet, reference).map((value) => String(wireValue(value)));
      },
    },
    getDimensionDataSourceString: { call: (target, [dimension]) => dataSource(target, dimension) },
    getDimensionDataSourceType: {
      call: (target, [dimension]) => {
        const reference = dataSource(target, dimension);
        return reference.includes("[") ? "ExternalRange" : reference.includes("!") ? "LocalRange" : "Unknown";
      },
    },
    delete: {
      call: (target, _args, context) => {
        target.chart.series.splice(target.index, 1);
        const { legend } = target.chart;
        const hidden = (legend.hiddenEntries ?? [])
          .filter((place) => place !== target.index)
          .map((place) => (place > target.index ? place - 1 : place));
        setOrForget(legend, "hiddenEntries", hidden.length === 0 ? undefined : hidden);
        chartChanged(context, target);
      },
    },
  },
});

/** Where a dimension of the series comes from; scatters call theirs by other names. */
function dataSource(target: SeriesTarget, value: unknown): string {
  const dimension = oneOf(value, ["Categories", "Values", "XValues", "YValues", "BubbleSizes"]);
  if (dimension === "BubbleSizes") throw invalidArgument("Only bubble charts have sizes of bubbles.");
  const series = seriesOf(target);
  return dimension === "Values" || dimension === "YValues" ? series.values : (series.categories ?? "");
}

defineClass("ChartSeriesCollection", {
  properties: { count: { get: ({ chart }) => chart.series.length } },
  items: (target) => target.chart.series.map((_, index) => objectOf("ChartSeries", { ...target, index })),
  methods: {
    getCount: { call: ({ chart }) => chart.series.length },
    getItemAt: {
      call: (target, [index]) => {
        if (!target.chart.series[asNumber(index)]) throw itemNotFound();
        return objectOf("ChartSeries", { ...target, index: asNumber(index) });
      },
    },
    add: {
      call: (target, [name, index], context) => {
        const { series } = target.chart;
        const at = typeof index === "number" ? index : series.length;
        if (at < 0 || at > series.length) throw invalidArgument();
        const { gapWidth, overlap } = series.find((each) => isBar(typeOf(target.chart, each))) ?? {};
        series.splice(at, 0, {
          name: typeof name === "string" ? name : `Series${at + 1}`,
          values: "",
          categories: series[0]?.categories ?? null,
          color: null,
          ...(isBar(target.chart.type) && gapWidth !== undefined && { gapWidth }),
          ...(isBar(target.chart.type) && overlap !== undefined && { overlap }),
        });
        chartChanged(context, target);
        return objectOf("ChartSeries", { ...target, index: at });
      },
    },
  },
});

import type { ChartPointContent } from "@workbooks/xlsx/content";
import { isLine, typeOf } from "../../../workbook/charts/chart";
import { automaticColor } from "../../../workbook/charts/chartPalette";
import { itemNotFound } from "../../../workbook/excelError";
import { asNumber, oneOf } from "../../arguments";
import { defineClass, objectOf } from "../../registry";
import type { Context } from "../../table";
import type { LooksTarget, PointTarget, SeriesTarget } from "../../targets";
import { wireValue } from "../range/rangeValues";
import { readCells } from "./chartData";
import { chartChanged } from "./chartLooks";
import { markerProperties, markerStyles, type Marked } from "./chartMarkers";
import { hasLabels, pointLabel, seriesOf, setHasLabels } from "./chartParts";

function pointOf(target: PointTarget): ChartPointContent {
  return seriesOf(target).points?.[target.at] ?? {};
}

function changePoint(target: PointTarget, change: Partial<ChartPointContent>): void {
  const series = seriesOf(target);
  series.points = { ...series.points, [target.at]: { ...series.points?.[target.at], ...change } };
}

function markedPoint(target: PointTarget): Marked {
  return {
    ...{ chart: target.chart, sheet: target.sheet },
    marker: () => pointOf(target).marker,
    changeMarker: (marker, context) => {
      changePoint(target, { marker });
      chartChanged(context, target);
    },
    color: seriesOf(target).color ?? automaticColor(target.index),
  };
}

/** A point of a line has its fill in the marker, its border is the stroke that leads to it. */
function pointLooks(target: PointTarget): LooksTarget {
  const asLine = isLine(typeOf(target.chart, seriesOf(target)));
  return {
    ...{ chart: target.chart, sheet: target.sheet },
    usual: { line: { color: automaticColor(target.index), weight: asLine ? 2.25 : 0.75 } },
    looks: () => {
      const { color, line, marker } = pointOf(target);
      const fill = asLine ? marker?.fill : color;
      const stroke =
        asLine && (color !== undefined || line) ? { ...line, ...(color !== undefined && { color }) } : line;
      return { ...(fill !== undefined && { fill }), ...(stroke && { line: stroke }) };
    },
    change: ({ fill, line }) => {
      if (!asLine) return changePoint(target, { ...(fill !== undefined && { color: fill }), ...(line && { line }) });
      if (fill !== undefined) changePoint(target, { marker: { ...pointOf(target).marker, fill } });
      const { color, ...rest } = line ?? {};
      changePoint(target, {
        ...(color !== undefined && { color }),
        ...(Object.keys(rest).length > 0 && { line: rest }),
      });
    },
  };
}

defineClass("ChartPointFormat", {
  properties: {
    fill: { object: (target) => objectOf("ChartFill", target) },
    border: { object: (target) => objectOf("ChartBorder", target) },
  },
});

defineClass("ChartPoint", {
  properties: {
    value: {
      get: (target, { workbook }) =>
        wireValue(readCells(workbook, target.sheet, seriesOf(target).values)[target.at] ?? null),
    },
    hasDataLabel: {
      get: (target) => hasLabels(pointLabel(target, target.index, target.at)),
      set: (target, value, context) => setHasLabels(pointLabel(target, target.index, target.at), value, context),
    },
    markerStyle: {
      get: (target) => pointOf(target).marker?.style ?? seriesOf(target).marker?.style ?? "Automatic",
      set: (target, value, context) =>
        markedPoint(target).changeMarker({ ...pointOf(target).marker, style: oneOf(value, markerStyles) }, context),
    },
    ...markerProperties<PointTarget>(markedPoint),
    format: { object: (target) => objectOf("ChartPointFormat", pointLooks(target)) },
    dataLabel: { object: (target) => objectOf("ChartDataLabel", pointLabel(target, target.index, target.at)) },
  },
});

defineClass("ChartPointsCollection", {
  properties: { count: { get: (target, { workbook }) => countOf(target, workbook) } },
  items: (target, { workbook }) =>
    Array.from({ length: countOf(target, workbook) }, (_, at) => objectOf("ChartPoint", { ...target, at })),
  methods: {
    getCount: { call: (target, _args, { workbook }) => countOf(target, workbook) },
    getItemAt: {
      call: (target, [at], { workbook }) => {
        const place = asNumber(at);
        if (!Number.isInteger(place) || place < 0 || place >= countOf(target, workbook)) throw itemNotFound();
        return objectOf("ChartPoint", { ...target, at: place });
      },
    },
  },
});

function countOf(target: SeriesTarget, workbook: Context["workbook"]): number {
  return readCells(workbook, target.sheet, seriesOf(target).values).length;
}

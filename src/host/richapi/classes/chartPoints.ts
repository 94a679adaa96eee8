import type { ChartMarkerContent, ChartPointContent } from "../../../xlsx/content";
import { isLine, typeOf } from "../../workbook/charts/chart";
import { automaticColor } from "../../workbook/charts/chartPalette";
import { invalidArgument, itemNotFound } from "../../workbook/excelError";
import { asNumber, defineClass, oneOf, type ClassEntry, type Context, type Property } from "../table";
import { readCells } from "../chartData";
import { asColor, chartBorder, chartChanged, chartFill, shownColor, type ChartTarget, type LooksTarget } from "./chartFormats";
import { chartDataLabel, hasLabels, pointLabel, setHasLabels } from "./chartLabels";
import { wireValue } from "./rangeValues";

export interface SeriesTarget extends ChartTarget {
  index: number;
}

interface PointTarget extends SeriesTarget {
  at: number;
}

/** Markers of a series or a point. */
export interface Marked extends ChartTarget {
  marker(): ChartMarkerContent | undefined;
  changeMarker(marker: ChartMarkerContent, context: Context): void;
  /** What is drawn where nothing was chosen. */
  color: string;
}

/** Excel's names; "None" is no marker at all, which a series says by its type. */
export const markerStyles = ["Automatic", "Square", "Diamond", "Triangle", "X", "Star", "Dot", "Dash", "Circle", "Plus"] as const;

/** Size and colours of markers, the same for series and points; `of` finds what is meant. */
export function markerProperties<T extends ChartTarget>(of: (target: T) => Marked): Record<string, Property<T>> {
  const change = (target: T, part: ChartMarkerContent, context: Context) => {
    const marked = of(target);
    marked.changeMarker({ ...marked.marker(), ...part }, context);
  };
  return {
    markerSize: {
      get: (target) => of(target).marker()?.size ?? 5,
      set: (target, value, context) => {
        const size = asNumber(value);
        if (!Number.isInteger(size) || size < 2 || size > 72) throw invalidArgument("A marker's size is 2 to 72.");
        change(target, { size }, context);
      },
    },
    markerBackgroundColor: {
      get: (target) => shownColor(of(target).marker()?.fill ?? of(target).color),
      set: (target, value, context) => change(target, { fill: asColor(value) }, context),
    },
    markerForegroundColor: {
      get: (target) => shownColor(of(target).marker()?.line ?? of(target).color),
      set: (target, value, context) => change(target, { line: asColor(value) }, context),
    },
  };
}

function seriesOf({ chart, index }: SeriesTarget) {
  const series = chart.series[index];
  if (!series) throw itemNotFound();
  return series;
}

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
      const stroke = asLine && (color !== undefined || line) ? { ...line, ...(color !== undefined && { color }) } : line;
      return { ...(fill !== undefined && { fill }), ...(stroke && { line: stroke }) };
    },
    change: ({ fill, line }) => {
      if (!asLine) return changePoint(target, { ...(fill !== undefined && { color: fill }), ...(line && { line }) });
      if (fill !== undefined) changePoint(target, { marker: { ...pointOf(target).marker, fill } });
      const { color, ...rest } = line ?? {};
      changePoint(target, { ...(color !== undefined && { color }), ...(Object.keys(rest).length > 0 && { line: rest }) });
    },
  };
}

const pointFormat = defineClass<LooksTarget>("ChartPointFormat", {
  properties: {
    fill: { object: (target) => chartFill.of(target) },
    border: { object: (target) => chartBorder.of(target) },
  },
});

const chartPoint = defineClass<PointTarget>("ChartPoint", {
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
    format: { object: (target) => pointFormat.of(pointLooks(target)) },
    dataLabel: { object: (target) => chartDataLabel.of(pointLabel(target, target.index, target.at)) },
  },
});

export const chartPoints = defineClass<SeriesTarget>("ChartPointsCollection", {
  properties: { count: { get: (target, { workbook }) => countOf(target, workbook) } },
  items: (target, { workbook }) =>
    Array.from({ length: countOf(target, workbook) }, (_, at) => chartPoint.of({ ...target, at })),
  methods: {
    getCount: { call: (target, _args, { workbook }) => countOf(target, workbook) },
    getItemAt: {
      call: (target, [at], { workbook }) => {
        const place = asNumber(at);
        if (!Number.isInteger(place) || place < 0 || place >= countOf(target, workbook)) throw itemNotFound();
        return chartPoint.of({ ...target, at: place });
      },
    },
  },
});

function countOf(target: SeriesTarget, workbook: Context["workbook"]): number {
  return readCells(workbook, target.sheet, seriesOf(target).values).length;
}

export const chartPointClasses = [pointFormat, chartPoint, chartPoints] as unknown as ClassEntry[];

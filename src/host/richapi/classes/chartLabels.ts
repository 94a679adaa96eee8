import type { ChartLabelPart, ChartLabelsContent } from "../../../xlsx/content";
import { labelPositions } from "../../../xlsx/charts/chartLabels";
import { typeOf } from "../../workbook/charts/chart";
import { invalidArgument } from "../../workbook/excelError";
import { asFlag, asText, defineClass, oneOf, type ClassEntry, type Context, type Property } from "../table";
import { chartChanged, formatClass, type ChartTarget, type LooksTarget } from "./chartFormats";

/** Labels of series, or of one of their points; where there are none, undefined or null. */
export interface LabelsTarget extends ChartTarget {
  type: string;
  labels(): ChartLabelsContent | null | undefined;
  change(labels: ChartLabelsContent | null): void;
}

/** The labels of the series at these places, which are given the same. */
export function labelsOf(target: ChartTarget, places: readonly number[]): LabelsTarget {
  const { chart, sheet } = target;
  const first = chart.series[places[0] ?? 0];
  return {
    ...{ chart, sheet, type: typeOf(chart, first) },
    labels: () => first?.labels,
    change: (labels) => {
      for (const place of places) {
        const series = chart.series[place];
        if (series && labels) series.labels = structuredClone(labels);
        else if (series) delete series.labels;
      }
    },
  };
}

/** The label of one point: its own, or what its series says. */
export function pointLabel(target: ChartTarget, place: number, at: number): LabelsTarget {
  const { chart, sheet } = target;
  const series = chart.series[place];
  return {
    ...{ chart, sheet, type: typeOf(chart, series) },
    labels: () => (series?.points?.[at]?.label === undefined ? series?.labels : series.points[at].label),
    change: (labels) => {
      if (!series) return;
      series.points ??= {};
      series.points[at] = { ...series.points[at], label: labels };
    },
  };
}

export function hasLabels(target: LabelsTarget): boolean {
  return Boolean(target.labels());
}

/** Labels that are turned on show the value. */
export function setHasLabels(target: LabelsTarget, value: unknown, context: Context): void {
  if (asFlag(value) !== hasLabels(target)) target.change(asFlag(value) ? justValues : null);
  chartChanged(context, target);
}

const justValues: ChartLabelsContent = { shows: ["value"] };

function edit(target: LabelsTarget, context: Context, change: (labels: ChartLabelsContent) => void): void {
  const labels = structuredClone(target.labels() ?? justValues);
  change(labels);
  target.change(labels.shows.length === 0 ? null : labels);
  chartChanged(context, target);
}

function shows(part: ChartLabelPart): Property<LabelsTarget> {
  return {
    get: (target) => target.labels()?.shows.includes(part) ?? false,
    set: (target, value, context) => {
      const isWanted = asFlag(value);
      if (!isWanted && !hasLabels(target)) return;
      edit(target, context, (labels) => {
        const others = hasLabels(target) ? labels.shows.filter((each) => each !== part) : [];
        labels.shows = order.filter((each) => (each === part ? isWanted : others.includes(each)));
      });
    },
  };
}

const order: ChartLabelPart[] = ["legendKey", "value", "category", "series", "percentage"];

const looks = (target: LabelsTarget): LooksTarget => ({
  ...{ chart: target.chart, sheet: target.sheet, usual: {} },
  looks: () => target.labels()?.format,
  change: (format) => {
    const labels = structuredClone(target.labels() ?? justValues);
    target.change({ ...labels, format });
  },
});

const labelFormat = formatClass("ChartDataLabelFormat", "font", "fill", "border");

const members: Record<string, Property<LabelsTarget>> = {
  showValue: shows("value"),
  showSeriesName: shows("series"),
  showCategoryName: shows("category"),
  showPercentage: shows("percentage"),
  showLegendKey: shows("legendKey"),
  position: {
    get: (target) => target.labels()?.position ?? usualPosition(target.type),
    set: (target, value, context) => {
      const allowed = labelPositions(target.type);
      const position = oneOf(value, ["Center", "InsideEnd", "InsideBase", "OutsideEnd", "Left", "Right", "Top", "Bottom", "BestFit"]);
      if (!allowed.includes(position))
        throw invalidArgument(
          allowed.length === 0
            ? `Labels of the type ${target.type} have no position of their own.`
            : `Labels of the type ${target.type} stand at ${allowed.join(", ")}.`,
        );
      edit(target, context, (labels) => void (labels.position = position));
    },
  },
  numberFormat: {
    get: (target) => target.labels()?.numberFormat ?? "General",
    set: (target, value, context) => edit(target, context, (labels) => void (labels.numberFormat = asText(value))),
  },
  linkNumberFormat: {
    get: (target) => target.labels()?.numberFormat === undefined,
    set: (target, value, context) =>
      edit(target, context, (labels) => {
        if (asFlag(value)) delete labels.numberFormat;
        else labels.numberFormat ??= "General";
      }),
  },
  separator: {
    get: (target) => target.labels()?.separator ?? ", ",
    set: (target, value, context) => edit(target, context, (labels) => void (labels.separator = asText(value))),
  },
  format: { object: (target) => labelFormat.of(looks(target)) },
};

function usualPosition(type: string): string {
  if (/Stacked|Area|Doughnut/.test(type)) return "Center";
  if (type === "Pie") return "BestFit";
  return /^(Column|Bar)/.test(type) ? "OutsideEnd" : "Right";
}

export const chartDataLabels = defineClass<LabelsTarget>("ChartDataLabels", { properties: members });
export const chartDataLabel = defineClass<LabelsTarget>("ChartDataLabel", { properties: members });

export const chartLabelClasses = [labelFormat, chartDataLabels, chartDataLabel] as unknown as ClassEntry[];

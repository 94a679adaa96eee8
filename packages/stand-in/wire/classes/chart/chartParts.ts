import type { ChartLabelsContent } from "@workbooks/xlsx/content";
import { typeOf } from "../../../workbook/charts/chart";
import { itemNotFound } from "../../../workbook/excelError";
import { asFlag } from "../../arguments";
import type { Context } from "../../table";
import type { ChartTarget, LabelsTarget, SeriesTarget } from "../../targets";
import { chartChanged } from "./chartLooks";

/** @throws ItemNotFound where the series is gone */
export function seriesOf({ chart, index }: SeriesTarget) {
  const series = chart.series[index];
  if (!series) throw itemNotFound();
  return series;
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

export const justValues: ChartLabelsContent = { shows: ["value"] };

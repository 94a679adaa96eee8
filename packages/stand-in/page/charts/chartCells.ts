import type { ChartContent, ChartSeriesContent, ValueContent } from "@workbooks/xlsx/content";
import { labelOf } from "./chartText";

/** The workbook as a chart sees it. */
export interface ChartCells {
  /** Values of a reference such as "Sheet1!$B$2:$B$5", row by row; without those of hidden rows and columns where they are not drawn. */
  values(reference: string, drawsHidden: boolean): ValueContent[];
  /** The number format of a reference's first filled cell. */
  numberFormat(reference: string): string;
  /** A number in a number format such as "#,##0.0". */
  shown(value: number, format: string): string;
}

/** A series with what its cells hold now. */
export interface DrawnSeries {
  content: ChartSeriesContent;
  place: number;
  name: string;
  values: (number | null)[];
  type: string;
}

export function drawnSeries(chart: ChartContent, cells: ChartCells): DrawnSeries[] {
  const drawsHidden = chart.drawsHiddenCells ?? false;
  return chart.series.map((content, place) => ({
    content,
    place,
    name:
      content.nameReference === undefined
        ? content.name
        : labelOf(cells.values(content.nameReference, true)[0] ?? null),
    values: cells
      .values(content.values, drawsHidden)
      .map((value) => (typeof value === "number" ? value : chart.blanks === "Zero" && value === null ? 0 : null)),
    type: content.type ?? chart.type,
  }));
}

/** The labels of the categories: texts as they are, numbers in their format, 1, 2, 3 … where there are none. */
export function categoryLabels(
  chart: ChartContent,
  series: readonly DrawnSeries[],
  cells: ChartCells,
  secondary: boolean,
): string[] {
  const own = series.filter(({ content }) => (content.secondary ?? false) === secondary);
  const length = Math.max(0, ...own.map(({ values }) => values.length));
  const reference = own.find(({ content }) => content.categories !== null)?.content.categories ?? null;
  const found = reference === null ? [] : cells.values(reference, chart.drawsHiddenCells ?? false);
  if (reference === null || found.length === 0) return Array.from({ length }, (_, index) => String(index + 1));
  const axis = secondary ? chart.axes.secondaryCategory : chart.axes.category;
  const format = axis?.numberFormat ?? cells.numberFormat(reference);
  // A reference of several columns gives levels; a level to a line, the innermost last.
  const levels = length > 0 && found.length > length && found.length % length === 0 ? found.length / length : 1;
  return Array.from({ length: found.length / levels }, (_, at) =>
    found
      .slice(at * levels, at * levels + levels)
      .map((value) => (typeof value === "number" ? cells.shown(value, format) : labelOf(value)))
      .filter((label) => label !== "")
      .join(" · "),
  );
}

/** The number format of a value axis: its own, or that of the first cell that it shows. */
export function valueFormat(chart: ChartContent, cells: ChartCells, secondary: boolean): string {
  const axis = secondary ? chart.axes.secondaryValue : chart.axes.value;
  if (axis && axis.numberFormat !== null) return axis.numberFormat;
  const first = chart.series.find((series) => (series.secondary ?? false) === secondary && series.values !== "");
  if ((first?.type ?? chart.type).includes("100")) return "0%";
  return first ? cells.numberFormat(first.values) : "General";
}

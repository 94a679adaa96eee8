import type { ChartAxisContent, ChartContent, ChartLineContent } from "@workbooks/xlsx/content";
import { scaleOf } from "../../workbook/charts/chartScale";
import { axisValues } from "../../workbook/charts/chartValues";
import { categoryLabels, valueFormat, type ChartCells, type DrawnSeries } from "./chartCells";
import type { ChartKind } from "./chartKind";
import { isMarked, pixels, textStyle, type ChartLook } from "./chartLook";
import { lineStyle } from "./chartLines";
import { atSpaces, LETTER } from "./chartText";

/** The axes as ECharts names them; a pair for the secondary axes comes second. */
export function axesOption(
  chart: ChartContent,
  kind: ChartKind,
  series: readonly DrawnSeries[],
  cells: ChartCells,
  look: ChartLook,
): { xAxis: object[]; yAxis: object[] } {
  const pairs = [false, ...(series.some(({ content }) => content.secondary) ? [true] : [])];
  const categories = pairs.map((secondary) =>
    kind.shape === "scatter" && !secondary
      ? valueAxis(chart, chart.axes.category, false, kind, series, cells, look, true)
      : categoryAxis(chart, secondary, kind, categoryLabels(chart, series, cells, secondary), look),
  );
  const values = pairs.map((secondary) =>
    valueAxis(
      chart,
      (secondary ? chart.axes.secondaryValue : chart.axes.value) ?? PLAIN,
      secondary,
      kind,
      series,
      cells,
      look,
      false,
    ),
  );
  return kind.isHorizontal ? { xAxis: values, yAxis: categories } : { xAxis: categories, yAxis: values };
}

const PLAIN: ChartAxisContent = { title: null, numberFormat: null };

function categoryAxis(
  chart: ChartContent,
  secondary: boolean,
  kind: ChartKind,
  labels: string[],
  look: ChartLook,
): object {
  const axis = (secondary ? chart.axes.secondaryCategory : chart.axes.category) ?? PLAIN;
  const other = (secondary ? chart.axes.secondaryValue : chart.axes.value) ?? PLAIN;
  const style = textStyle(look, axis.format?.font ?? chart.format?.font, 9);
  return {
    type: "category",
    show: !axis.hidden,
    data: labels,
    inverse: axis.reversed ?? false,
    boundaryGap: !axis.crossedMidCategory,
    position: sideOf(axis, other, kind.isHorizontal),
    axisTick: tick(axis, look),
    axisLine: {
      show: true,
      onZero: other.crossedAt === undefined,
      lineStyle: { ...lineStyle(axis.format?.line, look.line, look) },
    },
    axisLabel: {
      ...style,
      ...(axis.labelPosition === "None" ? { show: false } : labelRoom(chart, kind, labels)),
      ...(axis.labelSpacing !== undefined && { interval: axis.labelSpacing - 1 }),
      ...(axis.labelAngle !== undefined && { rotate: axis.labelAngle, interval: 0, width: 120 }),
    },
    splitLine: splitLine(axis.majorGridlines, look),
    ...axisTitle(chart, axis, kind.isHorizontal, look),
  };
}

function valueAxis(
  chart: ChartContent,
  axis: ChartAxisContent,
  secondary: boolean,
  kind: ChartKind,
  series: readonly DrawnSeries[],
  cells: ChartCells,
  look: ChartLook,
  isX: boolean,
): object {
  const { axes } = chart;
  const other = secondary ? axes.secondaryCategory : isX ? axes.value : axes.category;
  const numbers = isX
    ? xValues(series, cells)
    : axisValues(chart, secondary, (reference) => cells.values(reference, chart.drawsHiddenCells ?? false));
  const scale = scaleOf(axis, numbers);
  const format = isX ? (axis.numberFormat ?? "General") : valueFormat(chart, cells, secondary);
  const lies = isX ? true : kind.isHorizontal;
  const isPercent = kind.isPercent && !isX;
  return {
    type: axis.logBase === undefined ? "value" : "log",
    ...(axis.logBase !== undefined && { logBase: axis.logBase }),
    show: !axis.hidden,
    inverse: axis.reversed ?? false,
    ...(axis.logBase === undefined && {
      min: isPercent ? Math.max(-1, scale.minimum) : scale.minimum,
      max: isPercent ? Math.min(1, scale.maximum) : scale.maximum,
      interval: scale.majorUnit,
      minInterval: 0,
    }),
    ...(typeof axis.crossedAt === "number" && { startValue: axis.crossedAt }),
    position: sideOf(axis, other ?? PLAIN, !lies),
    axisTick: tick(axis, look),
    axisLine: {
      show: axis.format?.line !== undefined && axis.format.line.color !== "none",
      onZero: false,
      lineStyle: lineStyle(axis.format?.line, look.line, look),
    },
    splitLine: splitLine(axis.majorGridlines, look),
    minorTick: { show: axis.minorGridlines !== undefined, length: 0, splitNumber: minorSteps(scale) },
    minorSplitLine: splitLine(axis.minorGridlines, look),
    axisLabel: {
      ...textStyle(look, axis.format?.font ?? chart.format?.font, 9),
      show: axis.labelPosition !== "None",
      hideOverlap: true,
      formatter: (value: number) => cells.shown(value, format),
      ...(axis.labelAngle !== undefined && { rotate: axis.labelAngle }),
    },
    ...axisTitle(chart, axis, !lies, look),
  };
}

function xValues(series: readonly DrawnSeries[], cells: ChartCells): number[] {
  return series.flatMap(({ content, values }) => {
    const found = content.categories === null ? [] : cells.values(content.categories, true);
    return values.map((_, at) => (typeof found[at] === "number" ? found[at] : at + 1));
  });
}

/** Where an axis and its labels stand: at the end of the other axis at which it crosses, or at which its labels are to be. */
function sideOf(axis: ChartAxisContent, other: ChartAxisContent, upright: boolean): string {
  const atEnd = axis.labelPosition === "High" || (axis.labelPosition === undefined && other.crossedAt === "Maximum");
  const isFar = atEnd !== (other.reversed ?? false);
  return upright ? (isFar ? "right" : "left") : isFar ? "top" : "bottom";
}

function tick({ majorTickMark }: ChartAxisContent, look: ChartLook): object {
  return { show: majorTickMark !== undefined, inside: majorTickMark === "Inside", lineStyle: { color: look.line } };
}

function splitLine(line: ChartLineContent | undefined, look: ChartLook): object {
  if (!line || line.color === "none") return { show: false };
  const { color, ...rest } = line;
  // Lines that are faint on white would be the brightest of all in the dark.
  const isOwn = color !== undefined && isMarked(color, look);
  return { show: true, lineStyle: lineStyle(isOwn ? line : rest, look.grid, look) };
}

function minorSteps({ majorUnit, minorUnit }: { majorUnit: number; minorUnit: number }): number {
  return Math.min(20, Math.max(1, Math.round(majorUnit / minorUnit)));
}

/** Labels below the columns are broken into lines, as Excel does, as long as each has room for a word. */
function labelRoom(chart: ChartContent, kind: ChartKind, labels: string[]): object {
  if (kind.isHorizontal) {
    const longest = Math.max(0, ...labels.map((label) => label.length)) * LETTER;
    const width = Math.min(longest, Math.max(60, Math.round(pixels(chart.width) * 0.36)));
    const room = (pixels(chart.height) - 90) / Math.max(1, labels.length);
    return {
      interval: room < 12 ? "auto" : 0,
      lineHeight: 15,
      formatter: (label: string) => shortened(atSpaces(label, width), Math.max(1, Math.floor(room / 15))),
    };
  }
  const width = Math.floor(((pixels(chart.width) - 80) / Math.max(1, labels.length)) * 0.98);
  if (width < 60) {
    const isLong = labels.some((label) => label.length * LETTER > width);
    // Turned, as Excel does where there is no room for a word.
    return isLong ? { rotate: 45, hideOverlap: true, width: 130, overflow: "truncate" } : { hideOverlap: true };
  }
  const isBroken = labels.some((label) => label.split(" ").some((word) => word.length * LETTER > width));
  const within = isBroken ? { width, overflow: "break" } : {};
  return { interval: 0, ...within, lineHeight: 15, formatter: (label: string) => atSpaces(label, width) };
}

/** As many lines as there is room for; what is left out is told by an ellipsis. */
function shortened(label: string, lines: number): string {
  const all = label.split("\n");
  return all.length <= lines ? label : `${all.slice(0, lines).join("\n")}…`;
}

function axisTitle(chart: ChartContent, axis: ChartAxisContent, upright: boolean, look: ChartLook): object {
  if (axis.title === null || axis.title === "" || axis.hidden) return {};
  return {
    name: axis.title,
    nameLocation: "middle",
    nameGap: upright ? 12 : 10,
    nameTextStyle: textStyle(look, axis.titleFormat?.font ?? chart.format?.font, 10),
  };
}

import type { ChartContent, ChartLabelsContent, ChartMarkerContent, ChartPointContent } from "@workbooks/xlsx/content";
import { automaticColor } from "../../workbook/charts/chartPalette";
import { categoryLabels, valueFormat, type ChartCells, type DrawnSeries } from "./chartCells";
import { readKind, type ChartKind } from "./chartKind";
import { lineStyle } from "./chartLines";
import { background, pixels, textStyle, type ChartLook } from "./chartLook";
import { labelOf } from "./chartText";
import { wordTable } from "@workbooks/xlsx/xml/wordTable";

interface Drawing {
  chart: ChartContent;
  all: readonly DrawnSeries[];
  cells: ChartCells;
  look: ChartLook;
  categories: string[];
}

/** The series of a chart with axes, in ECharts' words. A series of the colour "none" carries the others and is not seen. */
export function seriesOption(
  chart: ChartContent,
  all: readonly DrawnSeries[],
  cells: ChartCells,
  look: ChartLook,
): object[] {
  const categories = categoryLabels(chart, all, cells, false);
  const drawing = { chart, all, cells, look, categories };
  return all.map((series) => {
    const kind = readKind(series.type);
    return kind.shape === "bar" ? barOption(drawing, series, kind) : lineOption(drawing, series, kind);
  });
}

/** Slices in colours of their own, with the labels of the series. */
export function pieOption(
  chart: ChartContent,
  series: DrawnSeries | undefined,
  cells: ChartCells,
  look: ChartLook,
): object {
  const categories = series ? categoryLabels(chart, [series], cells, false) : [];
  const { content, values = [] } = series ?? {};
  const isSame = content?.varyByCategories === false;
  const data = values.map((value, at) => {
    const point = content?.points?.[at];
    const color =
      point?.color ?? (isSame ? (content?.color ?? automaticColor(0)) : (content?.color ?? automaticColor(at)));
    const itemStyle = { color: color === "none" ? "transparent" : color, borderColor: look.surface, borderWidth: 1 };
    return { value: value ?? 0, name: categories[at] ?? "", itemStyle };
  });
  const labels = content?.labels;
  const formatter = ({ dataIndex, percent, value }: { dataIndex: number; percent: number; value: number }) =>
    labels && series
      ? labelText({ chart, all: [series], cells, look, categories }, series, labels, dataIndex, value, percent / 100)
      : "";
  const inside = labels?.position === "Center" || labels?.position === "InsideEnd" || readKind(chart.type).isDoughnut;
  return {
    type: "pie",
    startAngle: 90,
    radius: readKind(chart.type).isDoughnut ? ["38%", "76%"] : "76%",
    center: ["50%", "52%"],
    label: labels
      ? {
          show: true,
          position: inside ? "inside" : "outside",
          formatter,
          ...textStyle(look, labels.format?.font, 9, inside ? "#FFFFFF" : look.faint),
        }
      : { show: false },
    labelLine: { show: Boolean(labels) && !inside },
    data,
  };
}

function barOption(drawing: Drawing, series: DrawnSeries, kind: ChartKind): object {
  const { look, chart } = drawing;
  const { content } = series;
  const color = colorOf(series);
  const outline =
    content.line?.color !== undefined && content.line.color !== "none" ? lineStyle(content.line, color, look) : null;
  const border = outline
    ? {
        borderColor: (outline as { color: string }).color,
        borderWidth: (outline as { width: number }).width,
        borderType: (outline as { type: string }).type,
      }
    : look.isContrast && color !== "transparent"
      ? { borderColor: look.text, borderWidth: 1 }
      : {};
  const data = shares(drawing, series, kind).map((value, at) => {
    const own = content.points?.[at];
    const varied = content.varyByCategories && drawing.all.length === 1 ? automaticColor(at) : undefined;
    const isInverted = content.invertIfNegative && value !== null && value < 0;
    const painted = own?.color ?? varied;
    const label = pointLabel(drawing, series, own);
    if (painted === undefined && !isInverted && label === undefined) return value;
    const itemStyle = isInverted
      ? { color: look.surface, borderColor: color, borderWidth: 1 }
      : painted === undefined
        ? {}
        : { color: painted === "none" ? "transparent" : painted };
    return { value, itemStyle, ...(label !== undefined && { label }) };
  });
  return {
    ...common(drawing, series, kind),
    type: "bar",
    data,
    itemStyle: color === "transparent" ? { color, borderColor: color } : { color, ...border },
    ...barSpace(chart, series, drawing.all),
    ...baseLine(chart, series, look),
  };
}

/** The axis itself where bars start at a value that is not zero. */
function baseLine(chart: ChartContent, { place, content }: DrawnSeries, look: ChartLook): object {
  const at = chart.axes.value.crossedAt;
  if (place !== 0 || content.secondary || typeof at !== "number" || chart.axes.category.hidden) return {};
  const axis = readKind(chart.type).isHorizontal ? "xAxis" : "yAxis";
  return {
    markLine: {
      ...{ silent: true, symbol: "none", animation: false, label: { show: false } },
      lineStyle: lineStyle(chart.axes.category.format?.line, look.line, look),
      data: [{ [axis]: at }],
    },
  };
}

function lineOption(drawing: Drawing, series: DrawnSeries, kind: ChartKind): object {
  const { look, chart, cells } = drawing;
  const { content } = series;
  const color = colorOf(series);
  const values = shares(drawing, series, kind);
  const xs =
    kind.shape === "scatter" && content.categories !== null
      ? cells.values(content.categories, chart.drawsHiddenCells ?? false)
      : [];
  const data = values.map((value, at) => {
    const point = content.points?.[at];
    const x = typeof xs[at] === "number" ? xs[at] : at + 1;
    const label = pointLabel(drawing, series, point);
    const marker = point?.marker ? { ...markerOption(point.marker, point.color ?? color, look) } : {};
    const plain = kind.shape === "scatter" ? [x, value] : value;
    return point === undefined ? plain : { value: plain, ...marker, ...(label !== undefined && { label }) };
  });
  const stroke = lineStyle(content.line, color, look, 2.25);
  return {
    ...common(drawing, series, kind),
    type: "line",
    data,
    smooth: kind.isSmooth || (content.smooth ?? false) ? 0.4 : false,
    connectNulls: chart.blanks === "Interplotted",
    lineStyle: kind.hasLine && kind.shape !== "area" ? { ...stroke, color } : { width: 0, color: "transparent" },
    ...(kind.hasMarkers ? markerOption(content.marker, color, look) : { symbol: "none", itemStyle: { color } }),
    ...(kind.shape === "area" && {
      areaStyle: { color, opacity: color === "transparent" ? 0 : 1 },
      // An outline on the surface's side keeps bands of near colours apart where only the system's colours are seen.
      ...(look.isContrast && color !== "transparent" && { lineStyle: { width: 1, color: look.text } }),
    }),
  };
}

function common({ chart, all, look, ...drawing }: Drawing, series: DrawnSeries, kind: ChartKind): object {
  const { content } = series;
  const labels = content.labels;
  const axis = content.secondary ? 1 : 0;
  return {
    name: series.name,
    ...{ xAxisIndex: axis, yAxisIndex: axis },
    stack: kind.isStacked ? `${kind.shape}${axis}` : undefined,
    // Bars go to both sides of zero; lines and areas are laid on one another as they are.
    stackStrategy: kind.shape === "bar" ? "samesign" : "all",
    stackOrder: "seriesAsc",
    silent: content.color === "none",
    z: kind.shape === "area" ? 2 : kind.shape === "bar" ? 3 : 4,
    label: labels ? labelOption({ chart, all, look, ...drawing }, series, labels, kind) : { show: false },
  };
}

function colorOf({ content, place }: DrawnSeries): string {
  return content.color === "none" ? "transparent" : (content.color ?? automaticColor(place));
}

/** Values, or their shares where the stack adds up to a hundred percent. */
function shares({ all }: Drawing, series: DrawnSeries, kind: ChartKind): (number | null)[] {
  if (!kind.isPercent) return series.values;
  const stack = all.filter(
    ({ type, content }) => type === series.type && content.secondary === series.content.secondary,
  );
  return series.values.map((value, at) => {
    const total = stack.reduce((sum, { values }) => sum + Math.abs(values[at] ?? 0), 0);
    return value === null || total === 0 ? null : value / total;
  });
}

/**
 * Excel's gap is a share of a bar's width: at 50 the gap between two columns is half a column; overlap is the share by
 * which neighbours lie over one another.
 */
function barSpace(chart: ChartContent, series: DrawnSeries, all: readonly DrawnSeries[]): object {
  const neighbours = all.filter(
    ({ type, content }) => readKind(type).shape === "bar" && content.secondary === series.content.secondary,
  );
  const isStacked = readKind(series.type).isStacked;
  const bars = isStacked ? 1 : Math.max(1, neighbours.length);
  const gap = (series.content.gapWidth ?? 150) / 100;
  const overlap = isStacked ? 0 : (series.content.overlap ?? 0) / 100;
  const widths = bars - (bars - 1) * overlap + gap;
  return { barCategoryGap: `${Math.round((100 * gap) / widths)}%`, barGap: `${overlap === 0 ? 0 : -overlap * 100}%` };
}

function markerOption(marker: ChartMarkerContent | undefined, color: string, look: ChartLook): object {
  const fill = marker?.fill ?? color;
  const line = marker?.line ?? (look.isContrast ? look.text : fill);
  return {
    symbol: SYMBOLS[marker?.style ?? "Circle"] ?? "circle",
    showAllSymbol: true,
    symbolSize: pixels(marker?.size ?? 5),
    itemStyle: {
      color: fill === "none" ? "transparent" : fill,
      borderColor: line === "none" ? "transparent" : line,
      borderWidth: 1,
    },
  };
}

const SYMBOLS = wordTable<string>({
  Circle: "circle",
  Square: "rect",
  Diamond: "diamond",
  Triangle: "triangle",
  Dash: "path://M0 4H10V6H0Z",
  Dot: "path://M3 4H7V6H3Z",
  Plus: "path://M4 0H6V4H10V6H6V10H4V6H0V4H4Z",
  X: "path://M1 0L5 4L9 0L10 1L6 5L10 9L9 10L5 6L1 10L0 9L4 5L0 1Z",
  Star: "path://M4.4 0H5.6V4L9 1L10 2L6.4 5L10 8L9 9L5.6 6V10H4.4V6L1 9L0 8L3.6 5L0 2L1 1L4.4 4Z",
});

// ---- labels

function pointLabel(drawing: Drawing, series: DrawnSeries, point: ChartPointContent | undefined): object | undefined {
  if (!point || point.label === undefined) return undefined;
  return point.label === null ? { show: false } : labelOption(drawing, series, point.label, readKind(series.type));
}

function labelOption(drawing: Drawing, series: DrawnSeries, labels: ChartLabelsContent, kind: ChartKind): object {
  const { look } = drawing;
  const fill = background(look, labels.format?.fill);
  const place =
    labels.position ??
    (kind.shape === "bar" ? (kind.isStacked ? "Center" : "OutsideEnd") : kind.shape === "area" ? "Center" : "Right");
  const position = (kind.isHorizontal ? LYING : STANDING)[place] ?? "outside";
  const isInside = position.startsWith("inside");
  return {
    show: true,
    position,
    ...textStyle(
      look,
      labels.format?.font,
      9,
      isInside && kind.shape === "bar" ? onColor(colorOf(series), look) : look.faint,
    ),
    // A rim in the colour of the chart keeps letters apart from bands and lines that they lie on.
    ...(fill !== undefined
      ? { backgroundColor: fill, padding: [1, 3] }
      : !(isInside && kind.shape === "bar") && { textBorderColor: look.surface, textBorderWidth: 3 }),
    formatter: ({ dataIndex, value }: { dataIndex: number; value: unknown }) =>
      labelText(
        drawing,
        series,
        labels,
        dataIndex,
        typeof value === "number" ? value : Array.isArray(value) ? Number(value[1]) : NaN,
        null,
      ),
  };
}

const STANDING = wordTable<string>({
  ...{ Center: "inside", InsideEnd: "insideTop", InsideBase: "insideBottom", OutsideEnd: "outside" },
  ...{ Left: "left", Right: "right", Top: "top", Bottom: "bottom" },
});
const LYING = wordTable<string>({ ...STANDING, InsideEnd: "insideRight", InsideBase: "insideLeft" });

/** Letters on a bar: light on dark colours, dark on light ones. */
function onColor(color: string, look: ChartLook): string {
  if (!/^#[0-9A-Fa-f]{6}$/.test(color)) return look.faint;
  const [red, green, blue] = [1, 3, 5].map((from) => parseInt(color.slice(from, from + 2), 16)) as [
    number,
    number,
    number,
  ];
  return 0.299 * red + 0.587 * green + 0.114 * blue > 150 ? "#242424" : "#FFFFFF";
}

function labelText(
  { chart, cells, categories }: Drawing,
  series: DrawnSeries,
  labels: ChartLabelsContent,
  at: number,
  value: number,
  share: number | null,
): string {
  const format = labels.numberFormat ?? cells.numberFormat(series.content.values) ?? valueFormat(chart, cells, false);
  const number = series.values[at] ?? (Number.isFinite(value) ? value : null);
  const texts = labels.shows.map((part) => {
    switch (part) {
      case "series":
        return series.name;
      case "category":
        return labelOf(categories[at] ?? null);
      case "value":
        return number === null ? "" : cells.shown(number, format);
      case "percentage":
        return share === null ? "" : cells.shown(share, "0%");
      case "legendKey":
        return "";
    }
  });
  return texts.filter((text) => text !== "").join(labels.separator ?? ", ");
}

import type { EChartsCoreOption } from "echarts/core";
import type { ChartContent } from "@workbooks/xlsx/content";
import { axesOption } from "./chartAxisOption";
import { categoryLabels, drawnSeries, valueFormat, type ChartCells, type DrawnSeries } from "./chartCells";
import { readKind, type ChartKind } from "./chartKind";
import { background, chartLooks, FONT, lookOf, pixels, textStyle, type ChartLook } from "./chartLook";
import { pieOption, seriesOption } from "./chartSeriesOption";
import { atSpaces, escaped } from "./chartText";

/** What ECharts draws for a chart of the workbook on a page of that look. */
export function chartOption(
  chart: ChartContent,
  cells: ChartCells,
  page: ChartLook = chartLooks.light,
): EChartsCoreOption {
  const kind = readKind(chart.type);
  const look = lookOf(chart, page);
  const series = drawnSeries(chart, cells);
  const title = titleLines(chart);
  const common = {
    animation: false,
    backgroundColor: look.surface,
    textStyle: { fontFamily: FONT },
    title: titleOption(chart, title, look),
    legend: legendOption(chart, legendNames(chart, kind, series, cells), title.length, look),
    tooltip: tooltipOption(chart, kind, series, cells, look),
  };
  if (kind.shape === "pie") return { ...common, series: [pieOption(chart, series[0], cells, look)] };
  const plot = background(look, chart.plotFormat?.fill);
  return {
    ...common,
    grid: {
      ...margins(chart, title.length),
      ...(plot !== undefined && { show: true, backgroundColor: plot, borderColor: "transparent" }),
      outerBoundsMode: "same",
      outerBoundsContain: "all",
    },
    ...axesOption(chart, kind, series, cells, look),
    series: seriesOption(chart, series, cells, look),
  };
}

/** A sentence for those who do not see the chart: its own alternative text, or what can be said of it. */
export function chartDescription(chart: ChartContent, cells: ChartCells): string {
  if (chart.altText) return chart.altText;
  const names = drawnSeries(chart, cells)
    .filter(({ content }) => content.color !== "none")
    .map(({ name }) => name);
  return `Chart${chart.title === null ? "" : `: ${chart.title}`}. Series: ${names.join(", ")}.`;
}

/** A title as long as the chart is wide goes on in another line. */
function titleLines(chart: ChartContent): string[] {
  if (chart.title === null) return [];
  const letter = pixels(chart.titleFormat?.font?.size ?? 14) * 0.54;
  return chart.title.split("\n").flatMap((line) => atSpaces(line, pixels(chart.width) - 32, letter).split("\n"));
}

function titleOption(chart: ChartContent, lines: string[], look: ChartLook): object {
  if (lines.length === 0) return { show: false };
  const style = textStyle(look, chart.titleFormat?.font ?? chart.format?.font, 14);
  return {
    text: lines.join("\n"),
    left: "center",
    top: 8,
    padding: 0,
    backgroundColor: background(look, chart.titleFormat?.fill) ?? "transparent",
    textStyle: { ...style, lineHeight: titleHeight(chart) },
  };
}

function titleHeight(chart: ChartContent): number {
  return Math.round(pixels(chart.titleFormat?.font?.size ?? 14) * 1.25);
}

function topSpace(chart: ChartContent, lines: number): number {
  return lines === 0 ? 16 : 18 + lines * titleHeight(chart);
}

/** Those of the series, of a pie its slices; who was left out of the legend is not in it. */
function legendNames(chart: ChartContent, kind: ChartKind, series: DrawnSeries[], cells: ChartCells): string[] {
  const names =
    kind.shape === "pie"
      ? series[0]
        ? categoryLabels(chart, [series[0]], cells, false)
        : []
      : series.map(({ name }) => name);
  return names.filter((_, place) => !chart.legend.hiddenEntries?.includes(place));
}

function legendOption(chart: ChartContent, names: string[], titleLines: number, look: ChartLook): object {
  if (!chart.legend.visible || names.length === 0) return { show: false };
  const place = {
    Top: { top: topSpace(chart, titleLines) - 6 },
    Left: { left: 8, top: "middle" },
    Right: { right: 8, top: "middle" },
    Corner: { right: 8, top: 8 },
    Bottom: { bottom: 6 },
  }[chart.legend.position] ?? { bottom: 6 };
  const isColumn = ["Left", "Right", "Corner"].includes(chart.legend.position);
  const fill = background(look, chart.legend.format?.fill);
  return {
    show: true,
    data: names,
    orient: isColumn ? "vertical" : "horizontal",
    itemWidth: 10,
    itemHeight: 10,
    // Hiding a series by a click would be the preview's own doing.
    selectedMode: false,
    textStyle: {
      ...textStyle(look, chart.legend.format?.font ?? chart.format?.font, 9),
      ...(isColumn && { width: legendWidth(chart, names) - 24, overflow: "break" }),
    },
    ...(fill !== undefined && { backgroundColor: fill }),
    pageTextStyle: { color: look.faint },
    type: "scroll",
    ...place,
  };
}

function legendWidth(chart: ChartContent, names: string[]): number {
  const longest = Math.max(0, ...names.map((name) => name.length)) * 6.6 + 30;
  return Math.round(Math.min(longest, pixels(chart.width) * 0.3));
}

/** Room beside the plot for title and legend; the labels and titles of axes find their own. */
function margins(chart: ChartContent, titleLines: number): object {
  const { legend } = chart;
  const shown = legend.visible && !legend.overlay ? legend.position : "";
  const column =
    legendWidth(
      chart,
      chart.series.map(({ name }) => name),
    ) + 12;
  return {
    left: 12 + (shown === "Left" ? column : 0),
    right: 18 + (shown === "Right" || shown === "Corner" ? column : 0),
    top: (chart.titleOverlay ? 16 : topSpace(chart, titleLines)) + (shown === "Top" ? 26 : 0),
    bottom: 10 + (shown === "Bottom" ? 24 : 0),
  };
}

// ---- tooltips

interface TooltipItem {
  seriesIndex?: number;
  seriesName?: string;
  name?: string;
  axisValueLabel?: string;
  marker?: string;
  value?: unknown;
}

function tooltipOption(
  chart: ChartContent,
  kind: ChartKind,
  series: DrawnSeries[],
  cells: ChartCells,
  look: ChartLook,
): object {
  const format = (item: TooltipItem, value: number) =>
    escaped(cells.shown(value, valueFormat(chart, cells, series[item.seriesIndex ?? 0]?.content.secondary ?? false)));
  const isHidden = (item: TooltipItem) =>
    series[item.seriesIndex ?? -1]?.content.color === "none" ||
    series.some(
      ({ name, content }) => item.seriesIndex === undefined && name === item.seriesName && content.color === "none",
    );
  return {
    trigger: kind.shape === "pie" || kind.shape === "scatter" ? "item" : "axis",
    confine: true,
    backgroundColor: look.surface,
    borderColor: look.line,
    textStyle: { color: look.text },
    axisPointer: { type: kind.shape === "bar" ? "shadow" : "line" },
    formatter: (items: unknown) => {
      const list = (Array.isArray(items) ? items : [items]) as TooltipItem[];
      const lines = list.flatMap((item) => {
        const value = Array.isArray(item.value) ? (item.value as unknown[])[1] : item.value;
        if (typeof value !== "number" || (list.length > 1 && isHidden(item))) return [];
        return [`${item.marker ?? ""}${escaped(item.seriesName ?? "")} <b>${format(item, value)}</b>`];
      });
      return [escaped(list[0]?.name ?? ""), ...lines].join("<br>");
    },
  };
}

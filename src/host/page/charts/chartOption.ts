import type { EChartsCoreOption } from "echarts/core";
import type { ChartContent, ValueContent } from "../../../xlsx/content";

/** Values of a reference such as "Sheet1!$B$2:$B$5", row by row. */
export type ReadValues = (reference: string) => ValueContent[];

/** How a number is shown in a number format such as "#,##0.0". */
export type FormatNumber = (value: number, format: string) => string;

/** What ECharts draws for a chart of the workbook. A series of the colour "none" carries the others and is not seen. */
export function chartOption(chart: ChartContent, read: ReadValues, format: FormatNumber): EChartsCoreOption {
  const kind = readKind(chart.type);
  const series = chart.series.map((one, index) => ({
    name: nameOf(one.name, read),
    values: read(one.values).map(numberOrGap),
    color: one.color === "none" ? null : (one.color ?? PALETTE[index % PALETTE.length] ?? "#000000"),
    isHidden: one.color === "none",
  }));
  const labels = (chart.series.find((one) => one.categories)?.categories ?? null) as string | null;
  const categories =
    labels === null ? series[0]?.values.map((_, index) => String(index + 1)) : read(labels).map(labelOf);
  const valueFormat = chart.valueAxisFormat ?? "General";
  const shown = series.filter((one) => !one.isHidden);
  const common = {
    animation: false,
    textStyle: { fontFamily: FONT },
    title: chart.title === null ? { show: false } : titleOption(chart.title),
    legend: legendOption(
      chart,
      shown.map((one) => one.name),
    ),
    tooltip: {
      trigger: kind.shape === "pie" ? "item" : "axis",
      confine: true,
      axisPointer: { type: kind.shape === "bar" ? "shadow" : "line" },
      formatter: (items: unknown) =>
        tooltip(items, new Set(shown.map((one) => one.name)), (value) => format(value, valueFormat)),
    },
  };
  if (kind.shape === "pie")
    return { ...common, series: [pieSeries(shown[0]?.values ?? [], categories ?? [], kind.isDoughnut)] };
  const categoryAxis = {
    type: "category",
    data: categories ?? [],
    inverse: kind.isHorizontal,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: LINE } },
    axisLabel: { color: FAINT, ...labelRoom(chart, kind, categories?.length ?? 0) },
    ...axisTitle(chart.categoryAxisTitle, kind.isHorizontal ? "left" : "bottom"),
  };
  const valueAxis = {
    type: "value",
    ...(kind.isPercent ? { max: 1 } : {}),
    splitLine: { lineStyle: { color: "#e6e6e6" } },
    axisLabel: { color: FAINT, formatter: (value: number) => format(value, kind.isPercent ? "0%" : valueFormat) },
    ...axisTitle(chart.valueAxisTitle, kind.isHorizontal ? "bottom" : "left"),
  };
  const totals = kind.isPercent ? totalsOf(series.map((one) => one.values)) : null;
  return {
    ...common,
    grid: {
      left: 12,
      right: 16,
      top: chart.title === null ? 16 : 44,
      bottom: bottomSpace(chart),
      outerBoundsMode: "same",
      outerBoundsContain: "all",
    },
    [kind.isHorizontal ? "yAxis" : "xAxis"]: categoryAxis,
    [kind.isHorizontal ? "xAxis" : "yAxis"]: valueAxis,
    series: series.map((one) => ({
      type: kind.shape === "bar" ? "bar" : "line",
      name: one.name,
      data: totals === null ? one.values : one.values.map((value, index) => share(value, totals[index] ?? 0)),
      stack: kind.isStacked ? "all" : undefined,
      // Excel stacks a negative value from the other side of the axis; a bridge's invisible base must carry it as it is.
      stackStrategy: series.some((each) => each.isHidden) ? "all" : "samesign",
      silent: one.isHidden,
      itemStyle: one.isHidden ? { color: "transparent", borderColor: "transparent" } : { color: one.color },
      ...(kind.shape === "bar" ? barWidth(chart.gapWidth, kind.isStacked ? 1 : Math.max(1, shown.length)) : {}),
      ...(kind.shape === "area" ? { areaStyle: { opacity: 0.85 } } : {}),
      ...(kind.shape !== "bar"
        ? { symbol: kind.hasMarkers ? "circle" : "none", lineStyle: { color: one.color ?? "transparent" } }
        : {}),
    })),
  };
}

/** A sentence for those who do not see the chart: its own alternative text, or what can be said of it. */
export function chartDescription(chart: ChartContent): string {
  if (chart.altText) return chart.altText;
  const names = chart.series.filter((series) => series.color !== "none").map((series) => series.name);
  return `Chart${chart.title === null ? "" : `: ${chart.title}`}. Series: ${names.join(", ")}.`;
}

const FONT = '"Segoe UI", system-ui, sans-serif';
const FAINT = "#595959";
const LINE = "#bfbfbf";
const PALETTE = ["#4472c4", "#ed7d31", "#a5a5a5", "#ffc000", "#5b9bd5", "#70ad47"];

interface Kind {
  shape: "bar" | "line" | "area" | "pie";
  isStacked: boolean;
  isPercent: boolean;
  isHorizontal: boolean;
  hasMarkers: boolean;
  isDoughnut: boolean;
}

/** From Excel's name of a chart type: "ColumnStacked", "BarClustered", "LineMarkers". */
function readKind(type: string): Kind {
  const has = (word: string): boolean => type.includes(word);
  const shape =
    has("Pie") || has("Doughnut") ? "pie" : has("Area") ? "area" : has("Line") || has("XY") ? "line" : "bar";
  return {
    shape,
    isStacked: has("Stacked"),
    isPercent: has("100"),
    isHorizontal: type.startsWith("Bar"),
    hasMarkers: has("Markers") || has("XY"),
    isDoughnut: has("Doughnut"),
  };
}

/** Excel's gap is a share of a bar's width: at 50 the gap between two columns is half a column. */
function barWidth(gapWidth: number | null, bars: number): { barCategoryGap: string; barGap: string } {
  const gap = (gapWidth ?? 150) / 100;
  return { barCategoryGap: `${Math.round((100 * gap) / (bars + gap))}%`, barGap: "0%" };
}

function pieSeries(values: (number | null)[], categories: string[], isDoughnut: boolean): object {
  const data = values.map((value, index) => ({ value: value ?? 0, name: categories[index] ?? "" }));
  return { type: "pie", radius: isDoughnut ? ["45%", "70%"] : "65%", center: ["50%", "52%"], data };
}

/** Labels below the columns are broken into lines, as Excel does, as long as each has room for a word. */
function labelRoom(chart: ChartContent, kind: Kind, count: number): object {
  if (kind.isHorizontal) return { interval: 0, width: 140, overflow: "break", lineHeight: 15 };
  const width = Math.floor((((chart.width * 96) / 72 - 80) / Math.max(1, count)) * 0.98);
  if (width < 60) return { hideOverlap: true };
  return { interval: 0, width, overflow: "break", lineHeight: 15, formatter: (label: string) => atSpaces(label, width) };
}

/** Breaks a label into lines at its spaces, before the chart would break it within "2020/21". */
function atSpaces(label: string, width: number): string {
  const most = Math.floor(width / LETTER);
  const lines: string[] = [];
  for (const word of label.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.join("\n");
}

/** Pixels that a letter of the labels takes, a little above the average. */
const LETTER = 7;

function titleOption(text: string): object {
  return { text, left: "center", top: 10, textStyle: { fontSize: 16, fontWeight: 400, color: FAINT } };
}

function legendOption(chart: ChartContent, names: string[]): object {
  if (!chart.legend.visible || names.length === 0) return { show: false };
  const side = chart.legend.position.toLowerCase();
  const place =
    side === "top"
      ? { top: 34 }
      : side === "left"
        ? { left: 8, top: "middle" }
        : side === "right"
          ? { right: 8, top: "middle" }
          : { bottom: 6 };
  const orient = side === "left" || side === "right" ? "vertical" : "horizontal";
  return {
    show: true,
    data: names,
    orient,
    itemWidth: 10,
    itemHeight: 10,
    icon: "rect",
    textStyle: { color: FAINT },
    type: "scroll",
    ...place,
  };
}

function bottomSpace(chart: ChartContent): number {
  const legend = chart.legend.visible && chart.legend.position.toLowerCase() === "bottom" ? 26 : 6;
  return 6 + legend + (chart.categoryAxisTitle === null ? 0 : 20);
}

function axisTitle(title: string | null, side: "left" | "bottom"): object {
  if (title === null || title === "") return {};
  return { name: title, nameLocation: "middle", nameGap: side === "left" ? 12 : 10, nameTextStyle: { color: FAINT } };
}

interface TooltipItem {
  seriesName?: string;
  name?: string;
  marker?: string;
  value?: unknown;
}

function tooltip(items: unknown, shown: Set<string>, format: (value: number) => string): string {
  const list = (Array.isArray(items) ? items : [items]) as TooltipItem[];
  const lines = list
    .filter((item) => typeof item.value === "number" && (list.length === 1 || shown.has(item.seriesName ?? "")))
    .map(
      (item) => `${item.marker ?? ""}${escaped(item.seriesName ?? "")} <b>${escaped(format(item.value as number))}</b>`,
    );
  return [escaped(list[0]?.name ?? ""), ...lines].join("<br>");
}

function totalsOf(series: (number | null)[][]): number[] {
  const length = Math.max(0, ...series.map((values) => values.length));
  return Array.from({ length }, (_, index) => series.reduce((sum, values) => sum + Math.abs(values[index] ?? 0), 0));
}

function share(value: number | null, total: number): number | null {
  return value === null || total === 0 ? null : value / total;
}

/** A series is named by text, or by the cell that holds its name. */
function nameOf(name: string, read: ReadValues): string {
  return /^='?[^=]*!\$?[A-Z]+\$?\d+$/.test(name) ? labelOf(read(name.slice(1))[0] ?? null) : name;
}

function numberOrGap(value: ValueContent): number | null {
  return typeof value === "number" ? value : null;
}

function labelOf(value: ValueContent): string {
  if (value === null) return "";
  return typeof value === "object" ? value.error : String(value);
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

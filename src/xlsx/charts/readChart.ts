import type { ChartContent, ChartSeriesContent } from "../content";
import { applyTint } from "../styles/colors";
import { child, children, descendants, flag, type XmlElement } from "../xml/parseXml";
import { brokenPart } from "../xlsxError";
import { chartTypeOf } from "./chartType";

/** What a chart part says about itself; its place and name stand in the drawing. */
export type ChartBody = Omit<ChartContent, "partId" | "name" | "left" | "top" | "width" | "height" | "altText">;

/** `root` is the `<c:chartSpace>`, `scheme` the theme's colours by name. */
export function readChart(root: XmlElement, part: string, scheme: Record<string, string | null>): ChartBody {
  const chart = child(root, "chart");
  const plot = child(chart, "plotArea");
  if (!chart || !plot) throw brokenPart(part, "describes no chart");
  const groups = chartGroups(plot);
  const series = groups.flatMap((group) => children(group, "ser").map((one) => readSeries(one, group, scheme)));
  const valueAxes = children(plot, "valAx");
  const categoryAxis = child(plot, "catAx") ?? child(plot, "dateAx") ?? valueAxes[0];
  const valueAxis = categoryAxis === valueAxes[0] ? valueAxes[1] : valueAxes[0];
  const legend = child(chart, "legend");
  const format = child(valueAxis, "numFmt")?.attributes;
  const gap = groups.map((group) => child(group, "gapWidth")?.attributes["val"]).find((value) => value !== undefined);
  return {
    type: groups[0] ? chartTypeOf(groups[0]) : "Invalid",
    title: readChartTitle(chart, series),
    legend: {
      visible: legend !== undefined,
      position: POSITIONS[child(legend, "legendPos")?.attributes["val"] ?? "r"] ?? "Right",
    },
    categoryAxisTitle: titleText(child(categoryAxis, "title")),
    valueAxisTitle: titleText(child(valueAxis, "title")),
    valueAxisFormat: format && !flag(format["sourceLinked"]) ? (format["formatCode"] ?? null) : null,
    gapWidth: gap === undefined ? null : parseInt(gap, 10),
    series,
  };
}

/** The groups of a plot area: one for each kind of mark ("barChart", "lineChart"). */
export function chartGroups(plot: XmlElement): XmlElement[] {
  return plot.children.filter((candidate) => candidate.local.endsWith("Chart"));
}

const POSITIONS: Record<string, string> = { b: "Bottom", l: "Left", r: "Right", t: "Top", tr: "Corner" };

/** A title without text of its own shows the only series' name. */
function readChartTitle(chart: XmlElement, series: ChartSeriesContent[]): string | null {
  const title = child(chart, "title");
  if (!title) return null;
  return titleText(title) ?? (series.length === 1 ? series[0]!.name : "Chart Title");
}

function titleText(title: XmlElement | undefined): string | null {
  const text = child(title, "tx");
  if (!text) return null;
  const cached = child(text, "strRef");
  if (cached)
    return descendants(cached, "v")
      .map((value) => value.text)
      .join(" ");
  return children(child(text, "rich"), "p")
    .map((paragraph) =>
      descendants(paragraph, "t")
        .map((run) => run.text)
        .join(""),
    )
    .join("\n");
}

function readSeries(series: XmlElement, group: XmlElement, scheme: Record<string, string | null>): ChartSeriesContent {
  const order = Number(child(series, "idx")?.attributes["val"] ?? 0);
  const text = child(series, "tx");
  const name =
    text &&
    descendants(text, "v")
      .map((value) => value.text)
      .join(" ");
  const values = child(series, "val") ?? child(series, "yVal");
  const categories = child(series, "cat") ?? child(series, "xVal");
  return {
    name: name ?? `Series${order + 1}`,
    values: referenceOf(values) ?? "",
    categories: referenceOf(categories),
    color: readColor(child(series, "spPr"), isDrawnAsLine(group), scheme),
  };
}

/** The reference (`<c:f>`) of a data source. */
export function referenceOf(source: XmlElement | undefined): string | null {
  return (source && descendants(source, "f")[0]?.text) ?? null;
}

export function isDrawnAsLine(group: XmlElement): boolean {
  return group.local === "lineChart" || group.local === "scatterChart" || group.local === "radarChart";
}

function readColor(shape: XmlElement | undefined, line: boolean, scheme: Record<string, string | null>): string | null {
  const drawn = line ? child(shape, "ln") : shape;
  if (child(drawn, "noFill")) return "none";
  const color = child(drawn, "solidFill")?.children[0];
  if (!color) return null;
  const value = color.attributes["val"] ?? "";
  if (color.local === "srgbClr") return `#${value.toUpperCase()}`;
  const base = color.local === "sysClr" ? `#${color.attributes["lastClr"] ?? "000000"}` : scheme[value];
  return base ? withLuminance(base, color) : null;
}

/** lumMod and lumOff scale and raise the lightness, as tints do. */
function withLuminance(base: string, color: XmlElement): string {
  const share = (local: string) => Number(child(color, local)?.attributes["val"] ?? NaN) / 100_000;
  const scaled = share("lumMod");
  const raised = share("lumOff");
  if (!Number.isNaN(raised)) return applyTint(base, raised);
  return Number.isNaN(scaled) ? base : applyTint(base, scaled - 1);
}

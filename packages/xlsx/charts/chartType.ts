import { child, flag, type XmlElement } from "../xml/parseXml";
import { wordTable } from "../xml/wordTable";

/** Excel's ChartType name of a series in its group (`<c:barChart>` …); "Invalid" for kinds it has no name for. */
export function seriesType(group: XmlElement, series: XmlElement | undefined): string {
  const value = (local: string) => child(group, local)?.attributes["val"];
  const grouping = value("grouping") ?? "";
  switch (group.local) {
    case "barChart":
      return (value("barDir") === "bar" ? "Bar" : "Column") + barGrouping(grouping);
    case "bar3DChart":
      return `3D${value("barDir") === "bar" ? "Bar" : "Column"}${grouping === "standard" ? "" : barGrouping(grouping)}`;
    case "lineChart":
      return (hasMarkers(group, series) ? "LineMarkers" : "Line") + stacking(grouping);
    case "areaChart":
      return `Area${stacking(grouping)}`;
    case "area3DChart":
      return `3DArea${stacking(grouping)}`;
    case "scatterChart":
      return scatterType(series, value("scatterStyle") ?? "lineMarker");
    case "radarChart":
      return value("radarStyle") === "filled" ? "RadarFilled" : hasMarkers(group, series) ? "RadarMarkers" : "Radar";
    case "ofPieChart":
      return value("ofPieType") === "bar" ? "BarOfPie" : "PieOfPie";
    default:
      return PLAIN[group.local] ?? "Invalid";
  }
}

/** What a type is in a file: the group's mark, how its bars lie and how its series are put on one another. */
export interface Kind {
  mark: "bar" | "line" | "area" | "pie" | "doughnut" | "scatter";
  direction: "col" | "bar" | null;
  grouping: string | null;
}

/** The kind of a type that can be written; null for others (3-D, radar, bubble, …). */
export function kindOf(type: string): Kind | null {
  const bar = /^(Column|Bar)(Clustered|Stacked|Stacked100)$/.exec(type);
  if (bar) return { mark: "bar", direction: bar[1] === "Bar" ? "bar" : "col", grouping: GROUPINGS[bar[2]!]! };
  const line = /^Line(Markers)?(Stacked100|Stacked|)$/.exec(type);
  if (line) return { mark: "line", direction: null, grouping: GROUPINGS[line[2]!]! };
  const area = /^Area(Stacked100|Stacked|)$/.exec(type);
  if (area) return { mark: "area", direction: null, grouping: GROUPINGS[area[1]!]! };
  if (/^XYScatter((Lines|Smooth)(NoMarkers)?)?$/.test(type))
    return { mark: "scatter", direction: null, grouping: null };
  if (type === "Pie") return { mark: "pie", direction: null, grouping: null };
  return type === "Doughnut" ? { mark: "doughnut", direction: null, grouping: null } : null;
}

/** Whether the series of a group (by its local name) are strokes rather than filled shapes. */
export function isDrawnAsLine(group: string): boolean {
  return group === "lineChart" || group === "scatterChart" || group === "radarChart";
}

/** By how many percent of their width bars lie over one another where nothing else is said of them. */
export function usualOverlap(type: string): number {
  return /Stacked/.test(type) ? 100 : 0;
}

const GROUPINGS = wordTable<string>({
  Clustered: "clustered",
  Stacked: "stacked",
  Stacked100: "percentStacked",
  "": "standard",
});

const PLAIN = wordTable<string>({
  line3DChart: "3DLine",
  pieChart: "Pie",
  pie3DChart: "3DPie",
  doughnutChart: "Doughnut",
  bubbleChart: "Bubble",
  stockChart: "StockHLC",
  surfaceChart: "SurfaceTopView",
  surface3DChart: "Surface",
});

function barGrouping(grouping: string): string {
  return grouping === "stacked" ? "Stacked" : grouping === "percentStacked" ? "Stacked100" : "Clustered";
}

function stacking(grouping: string): string {
  return grouping === "stacked" ? "Stacked" : grouping === "percentStacked" ? "Stacked100" : "";
}

function hasMarkers(group: XmlElement, series: XmlElement | undefined): boolean {
  const symbol = child(series, "marker", "symbol")?.attributes["val"];
  if (symbol !== undefined) return symbol !== "none";
  return group.local !== "lineChart" || child(group, "marker") !== undefined;
}

function scatterType(series: XmlElement | undefined, style: string): string {
  const said = child(series, "smooth");
  const smooth = said ? flag(said.attributes["val"], true) : style.startsWith("smooth");
  if (child(series, "spPr", "ln", "noFill")) return "XYScatter";
  const bare = child(series, "marker", "symbol")?.attributes["val"] === "none";
  return `XYScatter${smooth ? "Smooth" : "Lines"}${bare ? "NoMarkers" : ""}`;
}

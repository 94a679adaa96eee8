import { child, children, type XmlElement } from "../xml/parseXml";

/** Excel's ChartType name of a chart group (`<c:barChart>` …); "Invalid" for kinds it has no name for. */
export function chartTypeOf(group: XmlElement): string {
  const value = (local: string) => child(group, local)?.attributes["val"];
  const grouping = value("grouping") ?? "";
  switch (group.local) {
    case "barChart":
      return (value("barDir") === "bar" ? "Bar" : "Column") + barGrouping(grouping);
    case "bar3DChart":
      return `3D${value("barDir") === "bar" ? "Bar" : "Column"}${grouping === "standard" ? "" : barGrouping(grouping)}`;
    case "lineChart":
      return (hasMarkers(group) ? "LineMarkers" : "Line") + stacking(grouping);
    case "areaChart":
      return `Area${stacking(grouping)}`;
    case "area3DChart":
      return `3DArea${stacking(grouping)}`;
    case "scatterChart":
      return scatterType(group, value("scatterStyle") ?? "lineMarker");
    case "radarChart":
      return value("radarStyle") === "filled" ? "RadarFilled" : hasMarkers(group) ? "RadarMarkers" : "Radar";
    case "ofPieChart":
      return value("ofPieType") === "bar" ? "BarOfPie" : "PieOfPie";
    default:
      return PLAIN[group.local] ?? "Invalid";
  }
}

const PLAIN: Record<string, string> = {
  line3DChart: "3DLine",
  pieChart: "Pie",
  pie3DChart: "3DPie",
  doughnutChart: "Doughnut",
  bubbleChart: "Bubble",
  stockChart: "StockHLC",
  surfaceChart: "SurfaceTopView",
  surface3DChart: "Surface",
};

function barGrouping(grouping: string): string {
  return grouping === "stacked" ? "Stacked" : grouping === "percentStacked" ? "Stacked100" : "Clustered";
}

function stacking(grouping: string): string {
  return grouping === "stacked" ? "Stacked" : grouping === "percentStacked" ? "Stacked100" : "";
}

function hasMarkers(group: XmlElement): boolean {
  const series = children(group, "ser");
  const isBare = (one: XmlElement) => child(one, "marker", "symbol")?.attributes["val"] === "none";
  if (series.length > 0 && series.every(isBare)) return false;
  return group.local !== "lineChart" || child(group, "marker") !== undefined;
}

function scatterType(group: XmlElement, style: string): string {
  const smooth = style.startsWith("smooth");
  const bare = children(group, "ser").every((one) => child(one, "marker", "symbol")?.attributes["val"] === "none");
  const lineless = children(group, "ser").every((one) => child(one, "spPr", "ln", "noFill") !== undefined);
  if (lineless && !smooth) return "XYScatter";
  return `XYScatter${smooth ? "Smooth" : "Lines"}${bare ? "NoMarkers" : ""}`;
}

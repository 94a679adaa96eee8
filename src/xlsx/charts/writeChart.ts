import type { ChartContent, ChartSeriesContent, WorkbookContent } from "../content";
import { XlsxError } from "../xlsxError";
import {
  axisFormatXml,
  categoriesXml,
  fillXml,
  legendXml,
  numbersXml,
  seriesNameXml,
  shapeXml,
  titleXml,
} from "./chartParts";

/**
 * A chart part (DrawingML chart, ECMA-376 part 1, 21.2) for columns, bars, lines, areas, pies and scatters.
 * Throws an XlsxError for other types.
 */
export function chartXml(chart: ChartContent, content: WorkbookContent): string {
  const kind = kindOf(chart.type);
  if (!kind)
    throw new XlsxError(`The chart "${chart.name}" is of type ${chart.type}, which cannot be written to a file.`);
  const title = chart.title === null ? "" : titleXml(chart.title);
  const deleted = `<c:autoTitleDeleted val="${chart.title === null ? 1 : 0}"/>`;
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n` +
    `<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"` +
    ` xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"` +
    ` xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">` +
    `<c:date1904 val="${content.date1904 ? 1 : 0}"/><c:roundedCorners val="0"/><c:chart>${title}${deleted}` +
    `<c:plotArea><c:layout/>${groupXml(kind, chart, content)}${axesXml(kind, chart)}</c:plotArea>` +
    `${legendXml(chart)}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart></c:chartSpace>`
  );
}

type Kind =
  | { mark: "bar"; direction: "col" | "bar"; grouping: string }
  | { mark: "line" | "area"; grouping: string; markers: boolean }
  | { mark: "pie" | "doughnut" }
  | { mark: "scatter"; lines: boolean; smooth: boolean; markers: boolean };

const GROUPINGS: Record<string, string> = {
  Clustered: "clustered",
  Stacked: "stacked",
  Stacked100: "percentStacked",
  "": "standard",
};

function kindOf(type: string): Kind | null {
  const bar = /^(Column|Bar)(Clustered|Stacked|Stacked100)$/.exec(type);
  if (bar) return { mark: "bar", direction: bar[1] === "Bar" ? "bar" : "col", grouping: GROUPINGS[bar[2]!]! };
  const line = /^Line(Markers)?(Stacked100|Stacked|)$/.exec(type);
  if (line) return { mark: "line", grouping: GROUPINGS[line[2]!]!, markers: line[1] !== undefined };
  const area = /^Area(Stacked100|Stacked|)$/.exec(type);
  if (area) return { mark: "area", grouping: GROUPINGS[area[1]!]!, markers: false };
  const scatter = /^XYScatter(Lines|Smooth|)(NoMarkers|)$/.exec(type);
  if (scatter) {
    return { mark: "scatter", lines: scatter[1] !== "", smooth: scatter[1] === "Smooth", markers: scatter[2] === "" };
  }
  return type === "Pie" ? { mark: "pie" } : type === "Doughnut" ? { mark: "doughnut" } : null;
}

const AXIS_IDS = `<c:axId val="500000001"/><c:axId val="500000002"/>`;

function groupXml(kind: Kind, chart: ChartContent, content: WorkbookContent): string {
  const series = chart.series.map((one, index) => seriesXml(kind, one, index, content)).join("");
  const gap = chart.gapWidth === null ? "" : `<c:gapWidth val="${chart.gapWidth}"/>`;
  switch (kind.mark) {
    case "bar": {
      const overlap = kind.grouping === "clustered" ? "" : `<c:overlap val="100"/>`;
      const head = `<c:barDir val="${kind.direction}"/><c:grouping val="${kind.grouping}"/><c:varyColors val="0"/>`;
      return `<c:barChart>${head}${series}${gap}${overlap}${AXIS_IDS}</c:barChart>`;
    }
    case "line":
      return `<c:lineChart><c:grouping val="${kind.grouping}"/><c:varyColors val="0"/>${series}<c:marker val="1"/>${AXIS_IDS}</c:lineChart>`;
    case "area":
      return `<c:areaChart><c:grouping val="${kind.grouping}"/><c:varyColors val="0"/>${series}${AXIS_IDS}</c:areaChart>`;
    case "scatter": {
      const style = kind.smooth ? "smoothMarker" : "lineMarker";
      return `<c:scatterChart><c:scatterStyle val="${style}"/><c:varyColors val="0"/>${series}${AXIS_IDS}</c:scatterChart>`;
    }
    case "pie":
      return `<c:pieChart><c:varyColors val="1"/>${series}<c:firstSliceAng val="0"/></c:pieChart>`;
    case "doughnut":
      return `<c:doughnutChart><c:varyColors val="1"/>${series}<c:firstSliceAng val="0"/><c:holeSize val="50"/></c:doughnutChart>`;
  }
}

function seriesXml(kind: Kind, series: ChartSeriesContent, index: number, content: WorkbookContent): string {
  const head = `<c:idx val="${index}"/><c:order val="${index}"/>${seriesNameXml(content, series)}`;
  const asLine = kind.mark === "line" || kind.mark === "scatter";
  const lineless = kind.mark === "scatter" && !kind.lines && series.color === null;
  const shape = lineless ? `<c:spPr><a:ln w="19050"><a:noFill/></a:ln></c:spPr>` : shapeXml(series.color, asLine);
  const categories = series.categories === null ? "" : categoriesXml(content, series.categories);
  const values = numbersXml(content, series.values);
  const marker = asLine ? markerXml(kind.markers && series.color !== "none", series.color) : "";
  if (kind.mark === "scatter") {
    const x = categories === "" ? "" : `<c:xVal>${categories}</c:xVal>`;
    return `<c:ser>${head}${shape}${marker}${x}<c:yVal>${values}</c:yVal><c:smooth val="${kind.smooth ? 1 : 0}"/></c:ser>`;
  }
  const invert = kind.mark === "bar" ? `<c:invertIfNegative val="0"/>` : "";
  const smooth = kind.mark === "line" ? `<c:smooth val="0"/>` : "";
  const cat = categories === "" ? "" : `<c:cat>${categories}</c:cat>`;
  return `<c:ser>${head}${shape}${invert}${marker}${cat}<c:val>${values}</c:val>${smooth}</c:ser>`;
}

function markerXml(drawn: boolean, color: string | null): string {
  if (!drawn) return `<c:marker><c:symbol val="none"/></c:marker>`;
  const fill = color === null ? "" : `<c:spPr>${fillXml(color)}<a:ln>${fillXml(color)}</a:ln></c:spPr>`;
  return `<c:marker><c:symbol val="circle"/><c:size val="5"/>${fill}</c:marker>`;
}

function axesXml(kind: Kind, chart: ChartContent): string {
  if (kind.mark === "pie" || kind.mark === "doughnut") return "";
  const sideways = kind.mark === "bar" && kind.direction === "bar";
  const categoryTitle = chart.categoryAxisTitle === null ? "" : titleXml(chart.categoryAxisTitle);
  const valueTitle = chart.valueAxisTitle === null ? "" : titleXml(chart.valueAxisTitle);
  const head = (id: number, place: string) =>
    `<c:axId val="50000000${id}"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="${place}"/>`;
  // Labels stand below the plot, not across bars that go below zero.
  const ticks = (labels: string) =>
    `<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="${labels}"/>`;
  const cross = (id: number) => `<c:crossAx val="50000000${id}"/><c:crosses val="autoZero"/>`;
  const plain = `<c:numFmt formatCode="General" sourceLinked="1"/>`;
  const first = head(1, sideways ? "l" : "b") + categoryTitle + plain + ticks("low") + cross(2);
  const categoryAxis =
    kind.mark === "scatter"
      ? `<c:valAx>${first}<c:crossBetween val="midCat"/></c:valAx>`
      : `<c:catAx>${first}<c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/></c:catAx>`;
  const lines = `<c:majorGridlines><c:spPr><a:ln w="9525"><a:solidFill><a:srgbClr val="D9D9D9"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>`;
  const between = kind.mark === "bar" || kind.mark === "line" ? "between" : "midCat";
  const valueAxis =
    `<c:valAx>${head(2, sideways ? "b" : "l")}${lines}${valueTitle}${axisFormatXml(chart.valueAxisFormat)}` +
    `${ticks("nextTo")}${cross(1)}<c:crossBetween val="${between}"/></c:valAx>`;
  return categoryAxis + valueAxis;
}

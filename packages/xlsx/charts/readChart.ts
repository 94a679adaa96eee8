import type { ChartContent } from "../content";
import { brokenPart } from "../xlsxError";
import { child, children, flag, type XmlElement } from "../xml/parseXml";
import { readAxes } from "./chartAxes";
import { readFormat, type Scheme } from "./chartFormat";
import { chartGroups, isSecondary, seriesElements } from "./series/chartGroups";
import { readSeries } from "./series/chartSeries";
import { titleFormat, titleText } from "./chartTitle";
import { seriesType } from "./chartType";
import { wordTable } from "../xml/wordTable";

/** What a chart part says about itself; its place and name stand in the drawing. */
export type ChartBody = Omit<ChartContent, "partId" | "name" | "left" | "top" | "width" | "height" | "altText">;

/** `root` is the `<c:chartSpace>`, `scheme` the theme's colours by name. */
export function readChart(root: XmlElement, part: string, scheme: Scheme): ChartBody {
  const chart = child(root, "chart");
  const plot = child(chart, "plotArea");
  if (!chart || !plot) throw brokenPart(part, "describes no chart");
  const elements = seriesElements(plot);
  const group = elements[0]?.group ?? chartGroups(plot)[0];
  const type = group ? seriesType(group, elements[0]?.element) : "Invalid";
  const series = elements.map((each) => ({
    ...readSeries(each.element, each.group, type, scheme),
    ...(isSecondary(plot, each.group) && { secondary: true }),
  }));
  const title = child(chart, "title");
  const looks = titleFormat(title, scheme);
  const format = readFormat(child(root, "spPr"), child(root, "txPr"), scheme);
  const plotFormat = readFormat(child(plot, "spPr"), undefined, scheme);
  const blanks = BLANKS[child(chart, "dispBlanksAs")?.attributes["val"] ?? "zero"];
  return {
    type,
    title: title ? (titleText(title) ?? (series.length === 1 ? series[0]!.name : "Chart Title")) : null,
    ...(looks && { titleFormat: looks }),
    ...(title && flag(child(title, "overlay")?.attributes["val"]) && { titleOverlay: true }),
    legend: readLegend(child(chart, "legend"), scheme),
    axes: readAxes(plot, scheme),
    series,
    ...(format && { format }),
    ...(plotFormat && { plotFormat }),
    ...(child(chart, "plotVisOnly") &&
      !flag(child(chart, "plotVisOnly")!.attributes["val"], true) && { drawsHiddenCells: true }),
    ...(blanks && { blanks }),
  };
}

/** The file's words for blank cells; where it has none they count as zero. */
const BLANKS = wordTable<ChartContent["blanks"]>({ zero: "Zero", span: "Interplotted" });

function readLegend(legend: XmlElement | undefined, scheme: Scheme): ChartContent["legend"] {
  const format = readFormat(child(legend, "spPr"), child(legend, "txPr"), scheme);
  const hidden = children(legend, "legendEntry")
    .filter((entry) => child(entry, "delete") && flag(child(entry, "delete")?.attributes["val"], true))
    .map((entry) => Number(child(entry, "idx")?.attributes["val"] ?? 0));
  return {
    visible: legend !== undefined,
    position: POSITIONS[child(legend, "legendPos")?.attributes["val"] ?? "r"] ?? "Right",
    ...(legend && flag(child(legend, "overlay")?.attributes["val"]) && { overlay: true }),
    ...(format && { format }),
    ...(hidden.length > 0 && { hiddenEntries: hidden.sort((one, other) => one - other) }),
  };
}

const POSITIONS = wordTable<string>({ b: "Bottom", l: "Left", r: "Right", t: "Top", tr: "Corner" });

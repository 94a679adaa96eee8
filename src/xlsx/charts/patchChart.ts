import type { ChartContent, ChartSeriesContent, WorkbookContent } from "../content";
import { child, children, descendants, type XmlElement } from "../xml/parseXml";
import type { XmlEditor } from "../xml/xmlEditor";
import { escapeText } from "../xml/xmlText";
import {
  axisFormatXml,
  categoriesXml,
  fillXml,
  legendPosition,
  legendXml,
  numbersXml,
  seriesNameXml,
  shapeXml,
  titleXml,
} from "./chartParts";
import { chartGroups, isDrawnAsLine } from "./readChart";
import { chartXml } from "./writeChart";

const CHART_ORDER =
  "title autoTitleDeleted pivotFmts view3D floor sideWall backWall plotArea legend plotVisOnly dispBlanksAs extLst".split(
    " ",
  );
const AXIS_ORDER =
  `axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr
  txPr crossAx crosses crossesAt crossBetween auto lblAlgn lblOffset noMultiLvlLbl`.split(/\s+/);
const BAR_ORDER = "barDir grouping varyColors ser dLbls gapWidth overlap serLines axId extLst".split(" ");
const SERIES_ORDER =
  `idx order tx spPr invertIfNegative pictureOptions marker explosion dPt dLbls trendline errBars cat xVal val yVal
  smooth shape bubbleSize bubble3D extLst`.split(/\s+/);

/**
 * The text of a chart part that says `after`: patched in place, with everything else the user gave the chart;
 * written anew only where its type or the number of its series changes.
 */
export function patchedChart(
  editor: XmlEditor,
  before: ChartContent,
  after: ChartContent,
  content: WorkbookContent,
): string {
  if (before.type !== after.type || before.series.length !== after.series.length) return chartXml(after, content);
  const chart = child(editor.root, "chart")!;
  const plot = child(chart, "plotArea")!;
  const groups = chartGroups(plot);
  patchMainTitle(editor, chart, before.title, after.title);
  patchLegend(editor, chart, before, after);
  const valueAxes = children(plot, "valAx");
  const categoryAxis = child(plot, "catAx") ?? child(plot, "dateAx") ?? valueAxes[0];
  const valueAxis = categoryAxis === valueAxes[0] ? valueAxes[1] : valueAxes[0];
  if (categoryAxis) patchTitle(editor, categoryAxis, before.categoryAxisTitle, after.categoryAxisTitle, AXIS_ORDER);
  if (valueAxis) {
    patchTitle(editor, valueAxis, before.valueAxisTitle, after.valueAxisTitle, AXIS_ORDER);
    if (before.valueAxisFormat !== after.valueAxisFormat) {
      put(editor, valueAxis, "numFmt", axisFormatXml(after.valueAxisFormat), AXIS_ORDER);
    }
  }
  if (before.gapWidth !== after.gapWidth) {
    const xml = after.gapWidth === null ? "" : `<c:gapWidth val="${after.gapWidth}"/>`;
    groups
      .filter(({ local }) => local.startsWith("bar"))
      .forEach((group) => put(editor, group, "gapWidth", xml, BAR_ORDER));
  }
  const series = groups.flatMap((group) => children(group, "ser").map((element) => ({ element, group })));
  series.forEach(({ element, group }, index) => {
    patchSeries(editor, element, group, before.series[index]!, after.series[index]!, content);
  });
  return editor.result();
}

/** Everything but the place on the sheet and the name, which stand in the drawing. */
export function chartBodyDiffers(before: ChartContent, after: ChartContent): boolean {
  const key = (chart: ChartContent) =>
    JSON.stringify([
      chart.type,
      chart.title,
      chart.legend.visible,
      chart.legend.visible ? chart.legend.position : "",
      chart.categoryAxisTitle,
      chart.valueAxisTitle,
      chart.valueAxisFormat,
      chart.gapWidth,
      chart.series.map(({ name, values, categories, color }) => [name, values, categories, color]),
    ]);
  return key(before) !== key(after);
}

/** Pieces are written with "c:" and "a:"; a part with other prefixes gets them declared on the spot. */
function withPrefixes(editor: XmlEditor, xml: string): string {
  const declared = editor.root.attributes;
  const missing = [
    declared["xmlns:c"] === undefined && ` xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"`,
    declared["xmlns:a"] === undefined && ` xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"`,
  ].filter((declaration) => declaration !== false);
  return missing.length === 0 ? xml : xml.replace(/^<[^\s/>]+/, (opening) => opening + missing.join(""));
}

function put(editor: XmlEditor, parent: XmlElement, local: string, xml: string, order: string[]): void {
  const old = child(parent, local);
  const written = xml === "" ? "" : withPrefixes(editor, xml);
  if (old) editor.replace(old, written);
  else if (written !== "") editor.insertInOrder(parent, local, written, order);
}

function patchMainTitle(editor: XmlEditor, chart: XmlElement, before: string | null, after: string | null): void {
  if (before === after) return;
  patchTitle(editor, chart, before, after, CHART_ORDER);
  const deleted = child(chart, "autoTitleDeleted");
  if (deleted) editor.setAttributes(deleted, { val: after === null ? "1" : "0" });
}

/** A title of one run keeps its look and gets the new words. */
function patchTitle(
  editor: XmlEditor,
  parent: XmlElement,
  before: string | null,
  after: string | null,
  order: string[],
): void {
  if (before === after) return;
  const title = child(parent, "title");
  const runs = title ? descendants(title, "t") : [];
  if (after !== null && runs.length === 1 && !after.includes("\n")) editor.setContent(runs[0]!, escapeText(after));
  else put(editor, parent, "title", after === null ? "" : titleXml(after), order);
}

function patchLegend(editor: XmlEditor, chart: XmlElement, before: ChartContent, after: ChartContent): void {
  const same = before.legend.visible === after.legend.visible && before.legend.position === after.legend.position;
  if (same) return;
  const position = child(chart, "legend", "legendPos");
  if (before.legend.visible && after.legend.visible && position) {
    editor.setAttributes(position, { val: legendPosition(after.legend.position) });
  } else put(editor, chart, "legend", legendXml(after), CHART_ORDER);
}

function patchSeries(
  editor: XmlEditor,
  element: XmlElement,
  group: XmlElement,
  before: ChartSeriesContent,
  after: ChartSeriesContent,
  content: WorkbookContent,
): void {
  if (before.name !== after.name) put(editor, element, "tx", seriesNameXml(content, after), SERIES_ORDER);
  const scatter = group.local === "scatterChart" || group.local === "bubbleChart";
  if (before.values !== after.values) {
    const local = scatter ? "yVal" : "val";
    put(editor, element, local, `<c:${local}>${numbersXml(content, after.values)}</c:${local}>`, SERIES_ORDER);
  }
  if (before.categories !== after.categories) {
    const local = scatter ? "xVal" : "cat";
    const xml = after.categories === null ? "" : `<c:${local}>${categoriesXml(content, after.categories)}</c:${local}>`;
    put(editor, element, local, xml, SERIES_ORDER);
  }
  if (before.color !== after.color) patchColor(editor, element, isDrawnAsLine(group), after.color);
}

const FILLS = new Set(["noFill", "solidFill", "gradFill", "blipFill", "pattFill", "grpFill"]);

/** Changes the fill alone where the series has a shape of its own already (its outline stays). */
function patchColor(editor: XmlEditor, series: XmlElement, asLine: boolean, color: string | null): void {
  const shape = child(series, "spPr");
  const drawn = asLine ? child(shape, "ln") : shape;
  const fill = drawn?.children.find(({ local }) => FILLS.has(local));
  if (fill) editor.replace(fill, color === null ? "" : withPrefixes(editor, fillXml(color)));
  else put(editor, series, "spPr", shapeXml(color, asLine), SERIES_ORDER);
}

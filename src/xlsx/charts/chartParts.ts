import type { ChartContent, ChartSeriesContent, WorkbookContent } from "../content";
import { escapeAttribute, escapeText } from "../xml/xmlText";
import { cachedText, nameReference, referencedCells } from "./referencedCells";

/** Pieces of chart parts; all take the prefix "c:" for charts and "a:" for drawings as declared by chartXml. */

export function titleXml(text: string): string {
  const paragraphs = text
    .split("\n")
    .map((line) => `<a:p><a:r><a:rPr lang="en-GB"/><a:t>${escapeText(line)}</a:t></a:r></a:p>`);
  return `<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/>${paragraphs.join("")}</c:rich></c:tx><c:overlay val="0"/></c:title>`;
}

const LEGEND_POSITIONS: Record<string, string> = { Bottom: "b", Left: "l", Right: "r", Top: "t", Corner: "tr" };

export function legendPosition(position: string): string {
  return LEGEND_POSITIONS[position] ?? "r";
}

/** Series that draw nothing, such as the base of a bridge, have no entry in the legend either. */
export function legendXml({ legend, series }: ChartContent): string {
  if (!legend.visible) return "";
  const hidden = series.map(({ color }, index) =>
    color === "none" ? `<c:legendEntry><c:idx val="${index}"/><c:delete val="1"/></c:legendEntry>` : "",
  );
  return `<c:legend><c:legendPos val="${legendPosition(legend.position)}"/>${hidden.join("")}<c:overlay val="0"/></c:legend>`;
}

/** Fill of bars, areas and slices, or the stroke of lines; "" for automatic. */
export function shapeXml(color: string | null, asLine: boolean): string {
  if (color === null) return "";
  if (asLine) return `<c:spPr>${strokeXml(color)}</c:spPr>`;
  if (color === "none") return `<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>`;
  return `<c:spPr>${fillXml(color)}</c:spPr>`;
}

export function fillXml(color: string): string {
  return color === "none" ? "<a:noFill/>" : `<a:solidFill><a:srgbClr val="${color.slice(1)}"/></a:solidFill>`;
}

function strokeXml(color: string): string {
  return color === "none" ? "<a:ln><a:noFill/></a:ln>" : `<a:ln w="28575" cap="rnd">${fillXml(color)}<a:round/></a:ln>`;
}

/** A series' name: the heading cell beside its values where that says it, else the text. */
export function seriesNameXml(content: WorkbookContent, series: ChartSeriesContent): string {
  const reference = nameReference(content, series.values, series.name);
  const text = escapeText(series.name);
  if (reference === null) return `<c:tx><c:v>${text}</c:v></c:tx>`;
  const cache = `<c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>${text}</c:v></c:pt></c:strCache>`;
  return `<c:tx><c:strRef><c:f>${escapeText(reference)}</c:f>${cache}</c:strRef></c:tx>`;
}

/** Numbers by reference, with what the cells show now, for readers that do not calculate. */
export function numbersXml(content: WorkbookContent, reference: string): string {
  const cells = referencedCells(content, reference);
  const points = (cells ?? []).map((cell, index) =>
    typeof cell?.value === "number" ? `<c:pt idx="${index}"><c:v>${cell.value}</c:v></c:pt>` : "",
  );
  const format = content.styles[cells?.[0]?.style ?? 0]?.numberFormat ?? "General";
  const cache = cells
    ? `<c:numCache><c:formatCode>${escapeText(format)}</c:formatCode><c:ptCount val="${cells.length}"/>${points.join("")}</c:numCache>`
    : "";
  return `<c:numRef><c:f>${escapeText(reference)}</c:f>${cache}</c:numRef>`;
}

/** Categories by reference: numbers where every filled cell is one, else texts. */
export function categoriesXml(content: WorkbookContent, reference: string): string {
  const cells = referencedCells(content, reference);
  const filled = (cells ?? []).filter((cell) => cell !== undefined && cell.value !== null);
  if (filled.length > 0 && filled.every((cell) => typeof cell!.value === "number"))
    return numbersXml(content, reference);
  const points = (cells ?? []).map((cell, index) =>
    cell && cell.value !== null ? `<c:pt idx="${index}"><c:v>${escapeText(cachedText(cell.value))}</c:v></c:pt>` : "",
  );
  const cache = cells ? `<c:strCache><c:ptCount val="${cells.length}"/>${points.join("")}</c:strCache>` : "";
  return `<c:strRef><c:f>${escapeText(reference)}</c:f>${cache}</c:strRef>`;
}

export function axisFormatXml(format: string | null): string {
  return format === null
    ? `<c:numFmt formatCode="General" sourceLinked="1"/>`
    : `<c:numFmt formatCode="${escapeAttribute(format)}" sourceLinked="0"/>`;
}

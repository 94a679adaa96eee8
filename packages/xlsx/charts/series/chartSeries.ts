import type { ChartLineContent, ChartMarkerContent, ChartPointContent, ChartSeriesContent } from "../../content";
import { child, children, descendants, flag, type XmlElement } from "../../xml/parseXml";
import type { XmlDraft } from "../../xml/xmlDraft";
import { paintXml, readFill, readLine, updateFill, updateLine, type Scheme } from "../chartFormat";
import { readVaries } from "./chartGroups";
import { readLabels, updateLabels } from "./chartLabels";
import { isDrawnAsLine, seriesType, usualOverlap } from "../chartType";
import { wordTable } from "../../xml/wordTable";

/** A `<c:ser>` of a chart whose type is `chartType`. */
export function readSeries(
  series: XmlElement,
  group: XmlElement,
  chartType: string,
  scheme: Scheme,
): ChartSeriesContent {
  const index = Number(child(series, "idx")?.attributes["val"] ?? 0);
  const text = child(series, "tx");
  const reference = child(text, "strRef", "f")?.text;
  const name =
    text &&
    descendants(text, "v")
      .map((value) => value.text)
      .join(" ");
  const type = seriesType(group, series);
  const asLine = isDrawnAsLine(group.local);
  const percent = (local: string) => {
    const value = child(group, local)?.attributes["val"];
    return value === undefined ? undefined : parseInt(value, 10);
  };
  const shape = child(series, "spPr");
  const line = readLine(child(shape, "ln"), scheme);
  const isLineless = type === "XYScatter";
  const optional: { [K in keyof ChartSeriesContent]?: ChartSeriesContent[K] | undefined } = {
    nameReference: reference,
    type: type === chartType ? undefined : type,
    line: asLine ? withoutColor(line) : line,
    gapWidth: percent("gapWidth"),
    overlap: group.local === "barChart" ? unusual(percent("overlap") ?? 0, usualOverlap(type)) : undefined,
    smooth: group.local === "lineChart" && readsAsSet(child(series, "smooth")) ? true : undefined,
    invertIfNegative: readsAsSet(child(series, "invertIfNegative")) ? true : undefined,
    varyByCategories: readVaries(group),
    marker: readMarker(child(series, "marker"), scheme),
    labels: readLabels(child(series, "dLbls"), scheme) ?? undefined,
    points: readPoints(series, asLine, scheme),
  };
  const known = Object.entries(optional).filter(([, value]) => value !== undefined);
  return {
    name: name ?? `Series${index + 1}`,
    values: referenceOf(child(series, "val") ?? child(series, "yVal")) ?? "",
    categories: referenceOf(child(series, "cat") ?? child(series, "xVal")),
    color: isLineless ? null : asLine ? (line?.color ?? null) : readFill(shape, scheme),
    ...(Object.fromEntries(known) as Partial<ChartSeriesContent>),
    partIndex: index,
  };
}

/** Looks, labels and points of a series; what it is drawn from is the matter of updateData. */
export function updateSeries(
  draft: XmlDraft,
  series: XmlElement,
  group: XmlElement,
  before: ChartSeriesContent,
  after: ChartSeriesContent,
  type: string,
): void {
  updateShape(draft, series, isDrawnAsLine(group.local), type === "XYScatter", before, after);
  const bars = group.local === "barChart" || group.local === "bar3DChart";
  if (before.invertIfNegative !== after.invertIfNegative && bars)
    draft.value(series, "c:invertIfNegative", after.invertIfNegative ? 1 : 0);
  if (before.smooth !== after.smooth && group.local === "lineChart")
    draft.value(series, "c:smooth", after.smooth ? 1 : 0);
  if (isDrawnAsLine(group.local)) updateMarker(draft, series, before.marker, after.marker);
  const isLabelled = Object.values(after.points ?? {}).some(({ label }) => label !== undefined);
  if (!after.labels && !isLabelled) {
    if (before.labels) draft.drop(series, "dLbls");
  } else {
    const labels = child(series, "dLbls") ?? draft.put(series, NO_LABELS);
    updateLabels(draft, labels, before.labels ?? NONE, after.labels ?? NONE);
  }
  const places = new Set([...Object.keys(before.points ?? {}), ...Object.keys(after.points ?? {})].map(Number));
  for (const at of [...places].sort((one, other) => one - other)) {
    updatePoint(draft, series, group, at, before.points?.[at] ?? {}, after.points?.[at] ?? {});
  }
}

/** What is left of a series that comes to a group of another kind; see arrangeSeries. */
export function withoutLooks(content: ChartSeriesContent): ChartSeriesContent {
  const { line: _line, marker: _marker, smooth: _smooth, invertIfNegative: _invert, points, ...rest } = content;
  const labels = Object.entries(points ?? {}).flatMap(([at, { label }]) =>
    label === undefined ? [] : [[at, { label }] as const],
  );
  return { ...rest, color: null, ...(labels.length > 0 && { points: Object.fromEntries(labels) }) };
}

/** The reference (`<c:f>`) of a data source. */
function referenceOf(source: XmlElement | undefined): string | null {
  return (source && descendants(source, "f")[0]?.text) ?? null;
}

interface Shape {
  color?: string | null;
  line?: ChartLineContent;
}

function updateShape(
  draft: XmlDraft,
  owner: XmlElement,
  asLine: boolean,
  isLineless: boolean,
  before: Shape,
  after: Shape,
): void {
  const [was, is] = [before.color ?? undefined, after.color ?? undefined];
  if (!asLine) {
    if (was !== is) updateFill(draft, owner, is ?? null);
    updateLine(draft, owner, before.line, after.line);
    return;
  }
  const painted = isLineless ? "none" : is;
  const inFile = child(owner, "spPr", "ln", "noFill") ? "none" : was;
  updateLine(
    draft,
    owner,
    { ...before.line, ...(inFile !== undefined && { color: inFile }) },
    { ...after.line, ...(painted !== undefined && { color: painted }) },
  );
}

function withoutColor(line: ChartSeriesContent["line"]): ChartSeriesContent["line"] {
  if (!line) return undefined;
  const { color: _color, ...rest } = line;
  return Object.keys(rest).length === 0 ? undefined : rest;
}

// ---- markers

function readMarker(marker: XmlElement | undefined, scheme: Scheme): ChartMarkerContent | undefined {
  const symbol = child(marker, "symbol")?.attributes["val"];
  const size = child(marker, "size")?.attributes["val"];
  const fill = readFill(child(marker, "spPr"), scheme);
  const line = readLine(child(marker, "spPr", "ln"), scheme)?.color;
  const style = symbol === undefined ? undefined : MARKERS[symbol];
  if (style === undefined && size === undefined && fill === null && line === undefined) return undefined;
  return {
    ...(style !== undefined && { style }),
    ...(size !== undefined && { size: Number(size) }),
    ...(fill !== null && { fill }),
    ...(line !== undefined && { line }),
  };
}

/** Whether there are markers at all is said by the type of the series; see chartGroups.ts. */
function updateMarker(
  draft: XmlDraft,
  owner: XmlElement,
  before: ChartMarkerContent = {},
  after: ChartMarkerContent = {},
): void {
  if (JSON.stringify(before) === JSON.stringify(after)) return;
  const marker = draft.ensure(owner, "c:marker");
  // A series without markers has the symbol "none".
  if (before.style !== after.style && child(marker, "symbol")?.attributes["val"] !== "none") {
    draft.value(marker, "c:symbol", after.style === undefined ? null : (markerInFile(after.style) ?? null));
  }
  if (before.size !== after.size) draft.value(marker, "c:size", after.size ?? null);
  if (before.fill !== after.fill) updateFill(draft, marker, after.fill ?? null);
  if (before.line !== after.line) {
    const line = draft.ensure(marker, "c:spPr", "a:ln");
    for (const local of ["noFill", "solidFill", "gradFill", "pattFill"]) draft.drop(line, local);
    if (after.line !== undefined) draft.put(line, paintXml(after.line));
  }
  if (marker.children.length === 0) draft.remove(owner, marker);
}

/** "none" is no style of a marker but the lack of one. */
const MARKERS = wordTable<string | undefined>({
  auto: "Automatic",
  circle: "Circle",
  dash: "Dash",
  diamond: "Diamond",
  dot: "Dot",
  plus: "Plus",
  square: "Square",
  star: "Star",
  triangle: "Triangle",
  x: "X",
  picture: "Picture",
});

function markerInFile(style: string): string | undefined {
  return Object.keys(MARKERS).find((key) => MARKERS[key] === style);
}

// ---- points

function readPoints(series: XmlElement, asLine: boolean, scheme: Scheme): ChartSeriesContent["points"] {
  const points: Record<number, ChartPointContent> = {};
  const at = (element: XmlElement): number => Number(child(element, "idx")?.attributes["val"] ?? 0);
  for (const element of children(series, "dPt")) {
    const shape = child(element, "spPr");
    const line = readLine(child(shape, "ln"), scheme);
    const color = asLine ? (line?.color ?? null) : readFill(shape, scheme);
    const outline = asLine ? withoutColor(line) : line;
    const marker = readMarker(child(element, "marker"), scheme);
    const point = { ...(color !== null && { color }), ...(outline && { line: outline }), ...(marker && { marker }) };
    if (Object.keys(point).length > 0) points[at(element)] = point;
  }
  for (const element of children(child(series, "dLbls"), "dLbl")) {
    points[at(element)] = { ...points[at(element)], label: readLabels(element, scheme) };
  }
  return Object.keys(points).length === 0 ? undefined : points;
}

function updatePoint(
  draft: XmlDraft,
  series: XmlElement,
  group: XmlElement,
  at: number,
  before: ChartPointContent,
  after: ChartPointContent,
): void {
  const find = (parent: XmlElement | undefined, local: string) =>
    children(parent, local).find((each) => Number(child(each, "idx")?.attributes["val"]) === at);
  const { label: labelBefore, ...looksBefore } = before;
  const { label, ...looks } = after;
  if (JSON.stringify(looksBefore) !== JSON.stringify(looks)) {
    const asLine = isDrawnAsLine(group.local);
    const point = find(series, "dPt") ?? draft.add(series, `<c:dPt><c:idx val="${at}"/></c:dPt>`);
    updateShape(draft, point, asLine, false, looksBefore, looks);
    if (asLine) updateMarker(draft, point, before.marker, after.marker);
    if (point.children.length === 1) draft.remove(series, point);
  }
  if (JSON.stringify(labelBefore) === JSON.stringify(label)) return;
  const labels = child(series, "dLbls") ?? draft.put(series, NO_LABELS);
  const old = find(labels, "dLbl");
  if (label === undefined) draft.remove(labels, old);
  else
    updateLabels(draft, old ?? draft.add(labels, `<c:dLbl><c:idx val="${at}"/></c:dLbl>`), labelBefore ?? null, label);
  if (label === null && !old) draft.value(find(labels, "dLbl")!, "c:delete", 1);
}

const NONE = { shows: [] };

/** Labels of single points only. */
const NO_LABELS =
  `<c:dLbls><c:showLegendKey val="0"/><c:showVal val="0"/><c:showCatName val="0"/><c:showSerName val="0"/>` +
  `<c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>`;

function unusual(value: number, usual: number): number | undefined {
  return value === usual ? undefined : value;
}

function readsAsSet(element: XmlElement | undefined): boolean {
  return element !== undefined && flag(element.attributes["val"], true);
}

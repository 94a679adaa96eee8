import type { ChartContent, ChartSeriesContent } from "../../content";
import { child, children, flag, type XmlElement } from "../../xml/parseXml";
import type { XmlDraft } from "../../xml/xmlDraft";
import { XlsxError } from "../../xlsxError";
import { renameData } from "./chartData";
import { kindOf, seriesType, usualOverlap, type Kind } from "../chartType";
import { wordTable } from "../../xml/wordTable";

/** A series of the part: its element and the group that holds it. */
interface SeriesElement {
  element: XmlElement;
  group: XmlElement;
  /** It was in a group of another kind before. */
  moved?: true;
}

/** The groups of a plot area: one for each kind of mark ("barChart", "lineChart"). */
export function chartGroups(plot: XmlElement): XmlElement[] {
  return plot.children.filter((candidate) => candidate.local.endsWith("Chart"));
}

/** The series in the order in which they are plotted. */
export function seriesElements(plot: XmlElement): SeriesElement[] {
  const all = chartGroups(plot).flatMap((group) => children(group, "ser").map((element) => ({ element, group })));
  return all.sort((one, other) => numberIn(one.element, "order") - numberIn(other.element, "order"));
}

/** The ids of the axes that a group stands on. */
export function axisIds(group: XmlElement): string[] {
  return children(group, "axId").map((id) => id.attributes["val"] ?? "");
}

/** Whether a group stands on other axes than the first one that has any. */
export function isSecondary(plot: XmlElement, group: XmlElement): boolean {
  const primary = chartGroups(plot)
    .map(axisIds)
    .find((ids) => ids.length > 0);
  const own = axisIds(group)[0];
  return own !== undefined && primary !== undefined && own !== primary[0];
}

/** The ids of both pairs of axes; a pair that is not there yet gets new ones. */
export interface AxisPairs {
  primary: [string, string];
  secondary: [string, string];
}

/**
 * Puts every series of `after` into a group of its kind: those that have one stay where they are, with all that stands
 * in them; others are moved or made; what `after` has no more is taken out. Answers the elements in the order of `after`.
 */
export function arrangeSeries(
  draft: XmlDraft,
  plot: XmlElement,
  after: ChartContent,
  pairs: AxisPairs,
): SeriesElement[] {
  const old = seriesElements(plot);
  const byIndex = new Map(old.map((each) => [numberIn(each.element, "idx"), each]));
  const secondary = new Set(chartGroups(plot).filter((group) => isSecondary(plot, group)));
  let highest = Math.max(-1, ...byIndex.keys());
  const wanted = after.series.map((series, place) => {
    const known = series.partIndex === undefined ? undefined : byIndex.get(series.partIndex);
    return { series, place, known, type: series.type ?? after.type };
  });
  for (const { element, group } of old) {
    if (!wanted.some(({ known }) => known?.element === element)) draft.remove(group, element);
  }
  retagGroups(draft, plot, wanted, secondary);
  const placed = wanted.map(({ series, known, type, place }) => {
    const kind = kindOf(type);
    const stays =
      known && isOfKind(known.group, known.element, type) && secondary.has(known.group) === (series.secondary ?? false);
    if (known && stays) return known;
    if (!kind)
      throw new XlsxError(`The chart "${after.name}" has a series of type ${type}, which cannot be written to a file.`);
    const group = groupFor(draft, plot, kind, series.secondary ?? false, secondary, pairs);
    if (!known) {
      const smooth = kind.mark === "line" || kind.mark === "scatter" ? `<c:smooth val="0"/>` : "";
      const xml = `<c:ser><c:idx val="${++highest}"/><c:order val="${place}"/>${smooth}</c:ser>`;
      return { group, element: draft.add(group, xml) };
    }
    draft.remove(known.group, known.element);
    draft.insert(group, known.element);
    // Fills, strokes and markers would mean something else there.
    for (const looks of known.element.children.filter(({ local }) => LOOKS.includes(local)))
      draft.remove(known.element, looks);
    if (kind.mark === "line" || kind.mark === "scatter") draft.value(known.element, "c:smooth", 0);
    return { group, element: known.element, moved: true as const };
  });
  const groups = chartGroups(plot);
  if (placed.length === 0 && groups.length === 0) {
    const kind = kindOf(after.type);
    if (!kind)
      throw new XlsxError(`The chart "${after.name}" is of type ${after.type}, which cannot be written to a file.`);
    groupFor(draft, plot, kind, false, secondary, pairs);
  }
  for (const group of groups) {
    if (placed.length > 0 && children(group, "ser").length === 0) draft.remove(plot, group);
  }
  const isInOrder =
    old.length === placed.length && placed.every(({ element }, place) => element === old[place]?.element);
  placed.forEach(({ element, group }, place) => {
    fitSeries(draft, element, group.local);
    if (!isInOrder) draft.value(element, "c:order", place);
    showMarks(draft, element, group, wanted[place]!.type);
  });
  return placed;
}

/** Space between bars, and colours by point, are said once for all series of a group. */
export function updateGroups(draft: XmlDraft, plot: XmlElement, placed: SeriesElement[], after: ChartContent): void {
  for (const group of chartGroups(plot)) {
    const place = placed.findIndex((each) => each.group === group);
    const first = after.series[place];
    if (!first) continue;
    const type = first.type ?? after.type;
    if (group.local === "barChart") {
      const inFile = (local: string) => parseInt(child(group, local)?.attributes["val"] ?? "", 10);
      const overlap = first.overlap ?? usualOverlap(type);
      if (first.gapWidth === undefined) draft.drop(group, "gapWidth");
      else if (first.gapWidth !== inFile("gapWidth")) draft.value(group, "c:gapWidth", first.gapWidth);
      if (overlap !== (inFile("overlap") || 0)) draft.value(group, "c:overlap", overlap);
    }
    if (first.varyByCategories !== readVaries(group))
      draft.value(group, "c:varyColors", (first.varyByCategories ?? isRound(group)) ? 1 : 0);
  }
}

/** Pies vary their colours unless told not to, the others do if told to; undefined is as usual. */
export function readVaries(group: XmlElement): boolean | undefined {
  const said = child(group, "varyColors");
  const varies = said !== undefined && flag(said.attributes["val"], true);
  if (isRound(group)) return said && !varies ? false : undefined;
  return varies ? true : undefined;
}

function isRound({ local }: XmlElement): boolean {
  return local.startsWith("pie") || local === "doughnutChart" || local === "ofPieChart";
}

interface Wanted {
  series: ChartSeriesContent;
  known: SeriesElement | undefined;
  type: string;
}

/** A group whose series all become of one other kind with the same mark is made that kind, with all that stands in it. */
function retagGroups(draft: XmlDraft, plot: XmlElement, wanted: Wanted[], secondary: Set<XmlElement>): void {
  for (const group of chartGroups(plot)) {
    const own = wanted.filter(({ known }) => known?.group === group);
    const kind = own[0] && kindOf(own[0].type);
    if (!kind || `${kind.mark}Chart` !== group.local || kind.grouping === null) continue;
    const isWhole = own.every(({ type, series }) => {
      const other = kindOf(type);
      return (
        other?.mark === kind.mark &&
        other.grouping === kind.grouping &&
        other.direction === kind.direction &&
        (series.secondary ?? false) === secondary.has(group)
      );
    });
    if (!isWhole || isOfKind(group, own[0]!.known!.element, own[0]!.type)) continue;
    if (kind.direction) draft.value(group, "c:barDir", kind.direction);
    draft.value(group, "c:grouping", kind.grouping);
  }
}

const LOOKS = ["spPr", "marker", "dPt", "smooth", "invertIfNegative"];

/** Areas lie behind columns, columns behind lines. */
const RANKS = ["areaChart", "barChart", "lineChart", "scatterChart"];

function isOfKind(group: XmlElement, series: XmlElement, type: string): boolean {
  if (seriesType(group, series) === type) return true;
  const kind = kindOf(type);
  return kind !== null && `${kind.mark}Chart` === group.local && says(group, kind);
}

function says(group: XmlElement, { direction, grouping }: Kind): boolean {
  const value = (local: string) => child(group, local)?.attributes["val"];
  if (direction !== null && (value("barDir") ?? "col") !== direction) return false;
  return grouping === null || (value("grouping") ?? "standard") === grouping;
}

function groupFor(
  draft: XmlDraft,
  plot: XmlElement,
  kind: Kind,
  onSecondary: boolean,
  secondary: Set<XmlElement>,
  pairs: AxisPairs,
): XmlElement {
  const found = chartGroups(plot).find(
    (group) => group.local === `${kind.mark}Chart` && says(group, kind) && secondary.has(group) === onSecondary,
  );
  if (found) return found;
  const ids = pairs[onSecondary ? "secondary" : "primary"].map((id) => `<c:axId val="${id}"/>`).join("");
  const grouping = `<c:grouping val="${kind.grouping ?? ""}"/>`;
  const plain = `<c:varyColors val="0"/>`;
  const xml = {
    bar: `<c:barChart><c:barDir val="${kind.direction ?? "col"}"/>${grouping}${plain}${ids}</c:barChart>`,
    line: `<c:lineChart>${grouping}${plain}<c:marker val="1"/>${ids}</c:lineChart>`,
    area: `<c:areaChart>${grouping}${plain}${ids}</c:areaChart>`,
    scatter: `<c:scatterChart><c:scatterStyle val="lineMarker"/>${plain}${ids}</c:scatterChart>`,
    pie: `<c:pieChart><c:varyColors val="1"/><c:firstSliceAng val="0"/></c:pieChart>`,
    doughnut: `<c:doughnutChart><c:varyColors val="1"/><c:firstSliceAng val="0"/><c:holeSize val="50"/></c:doughnutChart>`,
  }[kind.mark];
  // The groups on the first axes come first: by that a reader knows which those are.
  const groups = chartGroups(plot);
  const rank = (local: string) => RANKS.indexOf(local);
  const next =
    groups.find((each) => secondary.has(each) === onSecondary && rank(each.local) > rank(`${kind.mark}Chart`)) ??
    (onSecondary ? undefined : groups.find((each) => secondary.has(each)));
  const last = groups.at(-1);
  const group = last && !next ? draft.addBehind(plot, xml, last) : draft.add(plot, xml, next);
  if (onSecondary) secondary.add(group);
  return group;
}

/** Takes out of a series what its group's schema does not know. */
function fitSeries(draft: XmlDraft, series: XmlElement, group: string): void {
  if (!(group in FOREIGN)) return;
  for (const local of FOREIGN[group]!) {
    for (const element of children(series, local)) draft.remove(series, element);
  }
  renameData(draft, series, group === "scatterChart");
}

const FOREIGN = wordTable<string[]>({
  barChart: ["marker", "explosion", "smooth", "bubbleSize", "bubble3D"],
  lineChart: ["invertIfNegative", "explosion", "shape", "pictureOptions", "bubbleSize", "bubble3D"],
  areaChart: ["invertIfNegative", "marker", "explosion", "smooth", "shape", "bubbleSize", "bubble3D"],
  scatterChart: ["invertIfNegative", "explosion", "shape", "pictureOptions", "bubbleSize", "bubble3D"],
  pieChart: ["invertIfNegative", "marker", "smooth", "shape", "trendline", "errBars", "bubbleSize", "bubble3D"],
  doughnutChart: ["invertIfNegative", "marker", "smooth", "shape", "trendline", "errBars", "bubbleSize", "bubble3D"],
});

/** Markers and, in scatters, lines and curves, by which types of one group differ. */
function showMarks(draft: XmlDraft, series: XmlElement, group: XmlElement, type: string): void {
  if (group.local !== "lineChart" && group.local !== "scatterChart") return;
  if (seriesType(group, series) === type) return;
  const isBare = group.local === "lineChart" ? !type.includes("Markers") : type.endsWith("NoMarkers");
  const symbol = child(series, "marker", "symbol")?.attributes["val"];
  if (isBare) draft.value(draft.ensure(series, "c:marker"), "c:symbol", "none");
  else if (symbol === "none") {
    const marker = child(series, "marker")!;
    draft.drop(marker, "symbol");
    if (marker.children.length === 0) draft.remove(series, marker);
  }
  if (group.local === "lineChart") {
    if (!isBare && !child(group, "marker")) draft.value(group, "c:marker", 1);
    return;
  }
  draft.value(series, "c:smooth", type.startsWith("XYScatterSmooth") ? 1 : 0);
}

function numberIn(series: XmlElement, local: string): number {
  return Number(child(series, local)?.attributes["val"] ?? 0);
}

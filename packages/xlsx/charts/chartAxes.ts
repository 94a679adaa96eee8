import type { ChartAxesContent, ChartAxisContent } from "../content";
import { child, type XmlElement } from "../xml/parseXml";
import type { XmlDraft } from "../xml/xmlDraft";
import { plainAxis, readAxis, updateAxis } from "./chartAxis";
import type { Scheme } from "./chartFormat";
import { axisIds, chartGroups, isSecondary, type AxisPairs } from "./series/chartGroups";

type Pair = "primary" | "secondary";

/** The axes of a plot area by what they do: the first of a pair holds the categories (or the x values), the other the values. */
export function readAxes(plot: XmlElement, scheme: Scheme): ChartAxesContent {
  const pair = (which: Pair) => {
    const [category, value] = axesOf(plot, idsOf(plot, which));
    return { category: readAxis(category, value, scheme), value: readAxis(value, category, scheme) };
  };
  const hasSecondary = chartGroups(plot).some((group) => isSecondary(plot, group));
  const secondary = hasSecondary ? pair("secondary") : null;
  return {
    ...pair("primary"),
    ...(secondary && { secondaryCategory: secondary.category, secondaryValue: secondary.value }),
  };
}

/** The ids of the axes, before the series are arranged: where there are none yet, new ones. */
export function axisPairs(plot: XmlElement): AxisPairs {
  const taken = plot.children.map((each) => Number(child(each, "axId")?.attributes["val"] ?? 0));
  let next = Math.max(500_000_000, ...taken.filter(Number.isFinite));
  const ids = (which: Pair): [string, string] => {
    const [one, other] = idsOf(plot, which);
    return one !== undefined && other !== undefined ? [one, other] : [String(++next), String(++next)];
  };
  return { primary: ids("primary"), secondary: ids("secondary") };
}

/**
 * Makes the axes that the arranged groups need, takes out the others, and brings each from `before` to `after`. `isTurned`:
 * bars that stood now lie, or the other way round.
 */
export function updateAxes(
  draft: XmlDraft,
  plot: XmlElement,
  pairs: AxisPairs,
  before: ChartAxesContent,
  after: ChartAxesContent,
  isTurned: boolean,
): void {
  for (const which of ["primary", "secondary"] as const) {
    const group = chartGroups(plot).find((each) => axisIds(each)[0] === pairs[which][0]);
    const old = axesOf(plot, pairs[which]);
    const fits =
      group !== undefined &&
      old[0] !== undefined &&
      old[1] !== undefined &&
      old[0].local.startsWith("val") === isScatter(group);
    if (!fits) old.forEach((axis) => draft.remove(plot, axis));
    if (!group) continue;
    if (!fits) for (const xml of axesXml(pairs[which], isScatter(group))) draft.add(plot, xml);
    const [category, value] = axesOf(plot, pairs[which]) as [XmlElement, XmlElement];
    if (!fits || isTurned) standAxes(draft, group, which, category, value);
    const [wasCategory, wasValue] = fits ? contentsOf(before, which) : [plainAxis, plainAxis];
    const [isCategory, isValue] = contentsOf(after, which);
    updateAxis(draft, category, value, wasCategory, isCategory);
    updateAxis(draft, value, category, wasValue, isValue);
  }
}

/** What Excel does with the second pair of axes: only the values' is seen, at the far side. */
const plainSecondaryCategory: ChartAxisContent = { ...plainAxis, hidden: true, crossedAt: "Maximum" };

function contentsOf(axes: ChartAxesContent, which: Pair): [ChartAxisContent, ChartAxisContent] {
  if (which === "primary") return [axes.category, axes.value];
  return [axes.secondaryCategory ?? plainSecondaryCategory, axes.secondaryValue ?? plainAxis];
}

function idsOf(plot: XmlElement, which: Pair): string[] {
  const groups = chartGroups(plot).filter((group) => axisIds(group).length > 0);
  const group = groups.find((each) => isSecondary(plot, each) === (which === "secondary"));
  return group ? axisIds(group) : [];
}

/** The axis of the categories and that of the values; a file may name them in either order. */
function axesOf(plot: XmlElement, ids: readonly string[]): [XmlElement | undefined, XmlElement | undefined] {
  const [one, other] = ids.map((id) =>
    plot.children.find((axis) => axis.local.endsWith("Ax") && child(axis, "axId")?.attributes["val"] === id),
  );
  return one?.local === "valAx" && other !== undefined && other.local !== "valAx" ? [other, one] : [one, other];
}

function isScatter(group: XmlElement): boolean {
  return group.local === "scatterChart" || group.local === "bubbleChart";
}

/** On which sides the axes stand: bars lie, so that their categories are at the left. */
function standAxes(draft: XmlDraft, group: XmlElement, which: Pair, category: XmlElement, value: XmlElement): void {
  const lies = child(group, "barDir")?.attributes["val"] === "bar";
  const far = which === "secondary";
  draft.value(category, "c:axPos", lies ? "l" : "b");
  draft.value(value, "c:axPos", lies ? (far ? "t" : "b") : far ? "r" : "l");
}

function axesXml([category, value]: readonly [string, string], scatter: boolean): string[] {
  const head = (id: string) =>
    `<c:axId val="${id}"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/>` +
    `<c:numFmt formatCode="General" sourceLinked="1"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>` +
    `<c:tickLblPos val="nextTo"/>`;
  const cross = (id: string) => `<c:crossAx val="${id}"/><c:crosses val="autoZero"/>`;
  const ofValues = (id: string, other: string) =>
    `<c:valAx>${head(id)}${cross(other)}<c:crossBetween val="${scatter ? "midCat" : "between"}"/></c:valAx>`;
  const ofCategories =
    `<c:catAx>${head(category)}${cross(value)}<c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/>` +
    `<c:noMultiLvlLbl val="0"/></c:catAx>`;
  return [scatter ? ofValues(category, value) : ofCategories, ofValues(value, category)];
}

import type { ChartContent, ChartLegendContent } from "../content";
import { child, children, type XmlElement } from "../xml/parseXml";
import { XmlDraft } from "../xml/xmlDraft";
import { XlsxError } from "../xlsxError";
import { axisPairs, updateAxes } from "./chartAxes";
import { updateData, type ChartCells } from "./series/chartData";
import { updateFormat } from "./chartFormat";
import { arrangeSeries, updateGroups } from "./series/chartGroups";
import { chartFormat } from "./chartOrder";
import { updateSeries, withoutLooks } from "./series/chartSeries";
import { updateTitle } from "./chartTitle";
import { kindOf } from "./chartType";
import { readChart, type ChartBody } from "./readChart";
import { wordTable } from "../xml/wordTable";

/** The text of a new chart part (DrawingML chart, ECMA-376 part 1, 21.2). Throws an XlsxError for types that cannot be written. */
export function chartXml(chart: ChartContent, cells: ChartCells): string {
  if (!kindOf(chart.type))
    throw new XlsxError(`The chart "${chart.name}" is of type ${chart.type}, which cannot be written to a file.`);
  const series = chart.series.map(({ partIndex: _partIndex, ...each }) => each);
  const draft = new XmlDraft(blankChart(cells.content.date1904 ?? false), chart.name, chartFormat);
  return updated(draft, readChart(draft.root, chart.name, {}), { ...chart, series }, cells);
}

/** The text of a chart part that says `after`: changed in place, with everything else that the user gave the chart. */
export function updatedChart(
  source: string,
  part: string,
  before: ChartContent,
  after: ChartContent,
  cells: ChartCells,
): string {
  return updated(new XmlDraft(source, part, chartFormat), before, after, cells);
}

/** Everything but the place on the sheet and the name, which stand in the drawing, and cells that are not as they were. */
export function chartBodyDiffers(before: ChartContent, after: ChartContent, cells: ChartCells): boolean {
  const frame = { partId: null, name: "", left: 0, top: 0, width: 0, height: 0, altText: "" };
  const body = (chart: ChartContent) => JSON.stringify(sorted({ ...chart, ...frame }));
  const references = after.series.flatMap(({ values, categories, nameReference }) => [
    values,
    categories ?? "",
    nameReference ?? "",
  ]);
  return (
    body(before) !== body(after) || references.some((reference) => reference !== "" && cells.haveChanged(reference))
  );
}

function updated(draft: XmlDraft, before: ChartBody, after: ChartContent, cells: ChartCells): string {
  const chart = child(draft.root, "chart")!;
  const plot = child(chart, "plotArea")!;
  updateTitle(draft, chart, before, after);
  const title = child(chart, "title");
  if (title && before.titleOverlay !== after.titleOverlay) draft.value(title, "c:overlay", after.titleOverlay ? 1 : 0);
  if ((before.title === null) !== (after.title === null))
    draft.value(chart, "c:autoTitleDeleted", after.title === null ? 1 : 0);
  const pairs = axisPairs(plot);
  const placed = arrangeSeries(draft, plot, after, pairs);
  after.series.forEach((series, place) => {
    const { element, group, moved } = placed[place]!;
    const old =
      before.series.find(({ partIndex }) => partIndex !== undefined && partIndex === series.partIndex) ?? null;
    updateData(draft, element, group.local === "scatterChart" || group.local === "bubbleChart", old, series, cells);
    const plain = { name: "", values: "", categories: null, color: null };
    const looked = old === null ? plain : moved ? withoutLooks(old) : old;
    updateSeries(draft, element, group, looked, series, series.type ?? after.type);
  });
  updateGroups(draft, plot, placed, after);
  const lies = ({ type }: ChartBody) => type.startsWith("Bar");
  updateAxes(draft, plot, pairs, before.axes, after.axes, lies(before) !== lies(after));
  updateFormat(draft, plot, before.plotFormat, after.plotFormat);
  updateLegend(draft, chart, before.legend, after.legend);
  updateFormat(draft, draft.root, before.format, after.format);
  if (before.drawsHiddenCells !== after.drawsHiddenCells)
    draft.value(chart, "c:plotVisOnly", after.drawsHiddenCells ? 0 : 1);
  if (before.blanks !== after.blanks) {
    draft.value(
      chart,
      "c:dispBlanksAs",
      { Zero: "zero", Interplotted: "span", NotPlotted: "gap" }[after.blanks ?? "NotPlotted"],
    );
  }
  return draft.result();
}

function updateLegend(draft: XmlDraft, chart: XmlElement, before: ChartLegendContent, after: ChartLegendContent): void {
  if (!after.visible) return draft.drop(chart, "legend");
  const isNew = !before.visible;
  const legend = child(chart, "legend") ?? draft.put(chart, `<c:legend><c:overlay val="0"/></c:legend>`);
  if (isNew || before.position !== after.position) draft.value(legend, "c:legendPos", SIDES[after.position] ?? "r");
  const was: ChartLegendContent = isNew ? { ...after, format: {}, overlay: false, hiddenEntries: [] } : before;
  if ((was.overlay ?? false) !== (after.overlay ?? false)) draft.value(legend, "c:overlay", after.overlay ? 1 : 0);
  updateFormat(draft, legend, was.format, after.format);
  const hidden = after.hiddenEntries ?? [];
  const entries = children(legend, "legendEntry");
  const place = (entry: XmlElement) => Number(child(entry, "idx")?.attributes["val"] ?? 0);
  for (const entry of entries) {
    if ((was.hiddenEntries ?? []).includes(place(entry)) && !hidden.includes(place(entry))) draft.remove(legend, entry);
  }
  for (const at of hidden.filter((each) => !(was.hiddenEntries ?? []).includes(each))) {
    const entry =
      entries.find((each) => place(each) === at) ??
      draft.add(legend, `<c:legendEntry><c:idx val="${at}"/></c:legendEntry>`);
    draft.value(entry, "c:delete", 1);
  }
}

const SIDES = wordTable<string>({ Bottom: "b", Left: "l", Right: "r", Top: "t", Corner: "tr" });

function blankChart(date1904: boolean): string {
  const { c, a } = chartFormat.namespaces;
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<c:chartSpace xmlns:c="${c}" xmlns:a="${a}"` +
    ` xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">` +
    `<c:date1904 val="${date1904 ? 1 : 0}"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/>` +
    `<c:plotArea><c:layout/></c:plotArea><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart></c:chartSpace>`
  );
}

/** The same value with all keys in one order and nothing that is undefined. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const known = Object.entries(value).filter(([, each]) => each !== undefined);
  return Object.fromEntries(
    known.sort(([one], [other]) => (one < other ? -1 : 1)).map(([key, each]) => [key, sorted(each)]),
  );
}

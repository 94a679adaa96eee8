import type { ChartSeriesContent, WorkbookContent } from "../../content";
import { child, type XmlElement } from "../../xml/parseXml";
import type { XmlDraft } from "../../xml/xmlDraft";
import { escapeText } from "../../xml/xmlText";
import { cachedText, referencedArea, referencedCells } from "./referencedCells";

/** Cells of which a chart shows something are kept beside the reference to them, for readers that do not calculate. */
export interface ChartCells {
  content: WorkbookContent;
  /** The cells of a reference are not those that the chart was saved with. */
  haveChanged(reference: string): boolean;
}

/** Brings the name, the categories and the values of a series from `before` (null for a new one) to `after`. */
export function updateData(
  draft: XmlDraft,
  series: XmlElement,
  isScatter: boolean,
  before: ChartSeriesContent | null,
  after: ChartSeriesContent,
  cells: ChartCells,
): void {
  const isStale = (local: string, reference: string | null) =>
    reference !== null && CACHES.some((cache) => child(series, local, ...cache)) && cells.haveChanged(reference);
  const { name, nameReference } = after;
  const isRenamed = before?.nameReference !== nameReference || (nameReference === undefined && before?.name !== name);
  if (isRenamed || before === null || (nameReference !== undefined && cells.haveChanged(nameReference)))
    draft.put(series, nameXml(after, cells.content));
  const [categories, values] = isScatter ? (["xVal", "yVal"] as const) : (["cat", "val"] as const);
  if (before?.categories !== after.categories || isStale(categories, after.categories)) {
    if (after.categories === null) draft.drop(series, categories);
    else draft.put(series, `<c:${categories}>${categoriesXml(cells.content, after.categories)}</c:${categories}>`);
  }
  if (before?.values !== after.values || isStale(values, after.values)) {
    if (after.values === "") draft.drop(series, values);
    else draft.put(series, `<c:${values}>${numbersXml(cells.content, after.values)}</c:${values}>`);
  }
}

const CACHES = [
  ["numRef", "numCache"],
  ["strRef", "strCache"],
  ["multiLvlStrRef", "multiLvlStrCache"],
];

/** Gives a series of another kind the names that its data have there. */
export function renameData(draft: XmlDraft, series: XmlElement, isScatter: boolean): void {
  for (const [plain, scatter] of [
    ["cat", "xVal"],
    ["val", "yVal"],
  ] as const) {
    const element = child(series, isScatter ? plain : scatter);
    if (element) draft.rename(element, isScatter ? scatter : plain);
  }
}

function nameXml({ name, nameReference }: ChartSeriesContent, content: WorkbookContent): string {
  if (nameReference === undefined) return `<c:tx><c:v>${escapeText(name)}</c:v></c:tx>`;
  const cell = referencedCells(content, nameReference)?.[0];
  const text = escapeText(cell ? cachedText(cell.value) : name);
  const cache = `<c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>${text}</c:v></c:pt></c:strCache>`;
  return `<c:tx><c:strRef><c:f>${escapeText(nameReference)}</c:f>${cache}</c:strRef></c:tx>`;
}

function numbersXml(content: WorkbookContent, reference: string): string {
  const cells = referencedCells(content, reference);
  const points = (cells ?? []).map((cell, index) =>
    typeof cell?.value === "number" ? `<c:pt idx="${index}"><c:v>${cell.value}</c:v></c:pt>` : "",
  );
  const format = content.styles[cells?.find((cell) => cell !== undefined)?.style ?? 0]?.numberFormat ?? "General";
  const cache = cells
    ? `<c:numCache><c:formatCode>${escapeText(format)}</c:formatCode><c:ptCount val="${cells.length}"/>${points.join("")}</c:numCache>`
    : "";
  return `<c:numRef><c:f>${escapeText(reference)}</c:f>${cache}</c:numRef>`;
}

/** Numbers where every filled cell is one, else texts; several columns of texts are levels, the innermost first. */
function categoriesXml(content: WorkbookContent, reference: string): string {
  const cells = referencedCells(content, reference);
  const filled = (cells ?? []).filter((cell) => cell !== undefined && cell.value !== null);
  const area = referencedArea(reference);
  const f = `<c:f>${escapeText(reference)}</c:f>`;
  const levels = area ? Math.min(area.right - area.left, area.bottom - area.top) + 1 : 1;
  const points = (each: typeof cells) =>
    (each ?? []).map((cell, index) =>
      cell && cell.value !== null ? `<c:pt idx="${index}"><c:v>${escapeText(cachedText(cell.value))}</c:v></c:pt>` : "",
    );
  if (cells && area && levels > 1) {
    const width = area.right - area.left + 1;
    const isTall = cells.length / levels >= levels && width === levels;
    const inLevel = (level: number) =>
      cells.filter((_, index) => (isTall ? index % width : Math.floor(index / width)) === level);
    const texts = Array.from(
      { length: levels },
      (_, i) => `<c:lvl>${points(inLevel(levels - 1 - i)).join("")}</c:lvl>`,
    );
    const cache = `<c:multiLvlStrCache><c:ptCount val="${cells.length / levels}"/>${texts.join("")}</c:multiLvlStrCache>`;
    return `<c:multiLvlStrRef>${f}${cache}</c:multiLvlStrRef>`;
  }
  if (filled.length > 0 && filled.every((cell) => typeof cell!.value === "number"))
    return numbersXml(content, reference);
  const cache = cells ? `<c:strCache><c:ptCount val="${cells.length}"/>${points(cells).join("")}</c:strCache>` : "";
  return `<c:strRef>${f}${cache}</c:strRef>`;
}

/** The cells of `content`, and where they are not those of `before`, with which the charts were saved. */
export function chartCells(before: WorkbookContent, content: WorkbookContent): ChartCells {
  const shown = (book: WorkbookContent, reference: string) =>
    referencedCells(book, reference)
      ?.map((cell) => cachedText(cell?.value))
      .join("\n");
  const known = new Map<string, boolean>();
  return {
    content,
    haveChanged(reference) {
      let changed = known.get(reference);
      if (changed === undefined)
        known.set(reference, (changed = shown(before, reference) !== shown(content, reference)));
      return changed;
    },
  };
}

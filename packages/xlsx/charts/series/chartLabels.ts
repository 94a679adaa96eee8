import type { ChartLabelPart, ChartLabelsContent } from "../../content";
import { child, flag, type XmlElement } from "../../xml/parseXml";
import type { XmlDraft } from "../../xml/xmlDraft";
import { escapeAttribute } from "../../xml/xmlText";
import { readFormat, updateFormat, type Scheme } from "../chartFormat";

/** What a `dLbls` or `dLbl` shows; null where it takes the labels away or shows nothing. */
export function readLabels(labels: XmlElement | undefined, scheme: Scheme): ChartLabelsContent | null {
  if (!labels || flag(child(labels, "delete")?.attributes["val"])) return null;
  const shows = PARTS.filter(
    ([, local]) => child(labels, local) && flag(child(labels, local)?.attributes["val"], true),
  );
  if (shows.length === 0) return null;
  const position = POSITIONS.find(([, inFile]) => inFile === child(labels, "dLblPos")?.attributes["val"])?.[0];
  const format = child(labels, "numFmt")?.attributes;
  const separator = child(labels, "separator")?.text;
  const looks = readFormat(child(labels, "spPr"), child(labels, "txPr"), scheme);
  return {
    shows: shows.map(([part]) => part),
    ...(position && { position }),
    ...(format?.["formatCode"] !== undefined &&
      !flag(format["sourceLinked"]) && { numberFormat: format["formatCode"] }),
    ...(separator !== undefined && { separator }),
    ...(looks && { format: looks }),
  };
}

/** Brings a `dLbls` or `dLbl` to say `after`; null takes the labels away and keeps nothing of them. */
export function updateLabels(
  draft: XmlDraft,
  labels: XmlElement,
  before: ChartLabelsContent | null,
  after: ChartLabelsContent | null,
): void {
  if (JSON.stringify(before) === JSON.stringify(after)) return;
  // Labels that were not seen may have had looks all the same, which those that are shown now shall not inherit.
  if (after === null || before === null || before.shows.length === 0) {
    for (const each of labels.children.filter(({ local }) => local !== "idx" && local !== "dLbl"))
      draft.remove(labels, each);
  }
  if (after === null) return draft.value(labels, "c:delete", 1);
  draft.drop(labels, "delete");
  if (before?.numberFormat !== after.numberFormat) {
    draft.drop(labels, "numFmt");
    if (after.numberFormat !== undefined)
      draft.put(labels, `<c:numFmt formatCode="${escapeAttribute(after.numberFormat)}" sourceLinked="0"/>`);
  }
  if (before?.position !== after.position) {
    draft.value(labels, "c:dLblPos", POSITIONS.find(([name]) => name === after.position)?.[1] ?? null);
  }
  // All of them have to be said: what is missing counts as shown.
  for (const [part, local] of PARTS) draft.value(labels, `c:${local}`, after.shows.includes(part) ? 1 : 0);
  if (!child(labels, "showBubbleSize")) draft.value(labels, "c:showBubbleSize", 0);
  if (before?.separator !== after.separator) {
    draft.drop(labels, "separator");
    if (after.separator !== undefined) draft.setText(draft.ensure(labels, "c:separator"), after.separator);
  }
  updateFormat(draft, labels, before?.format, after.format);
}

const PARTS: [ChartLabelPart, string][] = [
  ["legendKey", "showLegendKey"],
  ["value", "showVal"],
  ["category", "showCatName"],
  ["series", "showSerName"],
  ["percentage", "showPercent"],
];

/** Office.js's names of places, and the file's. */
const POSITIONS: [string, string][] = [
  ["Center", "ctr"],
  ["InsideEnd", "inEnd"],
  ["InsideBase", "inBase"],
  ["OutsideEnd", "outEnd"],
  ["Left", "l"],
  ["Right", "r"],
  ["Top", "t"],
  ["Bottom", "b"],
  ["BestFit", "bestFit"],
];

/** Where labels of a type may stand; Excel takes a file with another place for damaged. */
export function labelPositions(type: string): string[] {
  if (/^(Column|Bar)/.test(type)) {
    const inside = ["Center", "InsideEnd", "InsideBase"];
    return type.includes("Stacked") ? inside : [...inside, "OutsideEnd"];
  }
  if (/^(Line|XYScatter)/.test(type)) return ["Center", "Left", "Right", "Top", "Bottom"];
  return type === "Pie" ? ["Center", "InsideEnd", "OutsideEnd", "BestFit"] : [];
}

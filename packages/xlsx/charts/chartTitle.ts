import type { ChartFormatContent } from "../content";
import { child, descendants, type XmlElement } from "../xml/parseXml";
import type { XmlDraft } from "../xml/xmlDraft";
import { escapeText } from "../xml/xmlText";
import { readFormat, richText, updateFormat, type Scheme } from "./chartFormat";

/** The words of a title; null where it has none of its own. */
export function titleText(title: XmlElement | undefined): string | null {
  const text = child(title, "tx");
  if (!text) return null;
  const cached = child(text, "strRef");
  if (!cached) return richText(child(text, "rich"));
  return descendants(cached, "v")
    .map((value) => value.text)
    .join(" ");
}

export function titleFormat(title: XmlElement | undefined, scheme: Scheme): ChartFormatContent | undefined {
  return readFormat(child(title, "spPr"), child(title, "tx", "rich") ?? child(title, "txPr"), scheme);
}

interface Titled {
  title: string | null;
  titleFormat?: ChartFormatContent;
}

/** Brings the title of a chart or an axis from `before` to `after`. A title of one run keeps its look and gets the new words. */
export function updateTitle(draft: XmlDraft, parent: XmlElement, before: Titled, after: Titled): void {
  if (after.title === null) return draft.drop(parent, "title");
  const old = child(parent, "title");
  let format = old ? before.titleFormat : {};
  if (before.title !== after.title) {
    const runs = old ? descendants(old, "t") : [];
    if (old && runs.length === 1 && !after.title.includes("\n")) draft.setText(runs[0]!, after.title);
    else if (old) {
      draft.put(old, textXml(after.title));
      const { font: _font, ...rest } = format ?? {};
      format = rest;
    } else draft.put(parent, `<c:title>${textXml(after.title)}<c:overlay val="0"/></c:title>`);
  }
  const title = child(parent, "title");
  if (title) updateFormat(draft, title, format, after.titleFormat);
}

function textXml(text: string): string {
  const paragraphs = text
    .split("\n")
    .map((line) => `<a:p><a:r><a:rPr lang="en-GB"/><a:t>${escapeText(line)}</a:t></a:r></a:p>`);
  return `<c:tx><c:rich><a:bodyPr/><a:lstStyle/>${paragraphs.join("")}</c:rich></c:tx>`;
}

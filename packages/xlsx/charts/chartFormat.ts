import type { ChartFontContent, ChartFormatContent, ChartLineContent } from "../content";
import { applyTint } from "../styles/colors";
import { child, descendants, flag, type XmlElement } from "../xml/parseXml";
import type { XmlDraft } from "../xml/xmlDraft";
import { escapeAttribute } from "../xml/xmlText";
import { wordTable } from "../xml/wordTable";

/** Colours of the theme by their scheme names ("accent1", "tx1"). */
export type Scheme = Record<string, string | null>;

/** What the `spPr` and the text properties of a part of a chart say; undefined where they say nothing of it. */
export function readFormat(
  shape: XmlElement | undefined,
  text: XmlElement | undefined,
  scheme: Scheme,
): ChartFormatContent | undefined {
  const fill = readFill(shape, scheme);
  const line = readLine(child(shape, "ln"), scheme);
  const font = readFont(text, scheme);
  if (fill === null && !line && !font) return undefined;
  return { ...(fill === null ? {} : { fill }), ...(line && { line }), ...(font && { font }) };
}

/** "#RRGGBB", "none", or null where nothing or nothing plain is said (gradients, pictures). */
export function readFill(shape: XmlElement | undefined, scheme: Scheme): string | null {
  if (child(shape, "noFill")) return "none";
  return readColor(child(shape, "solidFill")?.children[0], scheme);
}

export function readLine(line: XmlElement | undefined, scheme: Scheme): ChartLineContent | undefined {
  if (!line) return undefined;
  const color = readFill(line, scheme);
  const width = line.attributes["w"];
  const dash = DASHES[child(line, "prstDash")?.attributes["val"] ?? "solid"];
  if (color === null && width === undefined && !dash) return undefined;
  return {
    ...(color === null ? {} : { color }),
    ...(width === undefined ? {} : { weight: Number(width) / EMU_PER_POINT }),
    ...(dash && { style: dash }),
  };
}

/** Brings fill, outline and font of `owner` (an axis, a title, …) from `before` to `after`. */
export function updateFormat(
  draft: XmlDraft,
  owner: XmlElement,
  before: ChartFormatContent = {},
  after: ChartFormatContent = {},
): void {
  if (before.fill !== after.fill) updateFill(draft, owner, after.fill ?? null);
  updateLine(draft, owner, before.line, after.line);
  updateFont(draft, owner, before.font, after.font);
}

/** Fill of an element's shape, the outline left as it is; null is automatic. */
export function updateFill(draft: XmlDraft, owner: XmlElement, fill: string | null): void {
  const shape = child(owner, "spPr");
  if (fill === null && !shape) return;
  paint(draft, draft.ensure(owner, "c:spPr"), fill);
  tidyShape(draft, owner);
}

export function updateLine(
  draft: XmlDraft,
  owner: XmlElement,
  before: ChartLineContent = {},
  after: ChartLineContent = {},
): void {
  if (before.color === after.color && before.weight === after.weight && before.style === after.style) return;
  const line = draft.ensure(owner, "c:spPr", "a:ln");
  if (before.color !== after.color) paint(draft, line, after.color ?? null);
  if (before.weight !== after.weight) {
    draft.setAttribute(line, "w", after.weight === undefined ? null : String(Math.round(after.weight * EMU_PER_POINT)));
  }
  if (before.style !== after.style) {
    draft.drop(line, "custDash");
    draft.value(line, "a:prstDash", after.style === undefined ? null : dashOf(after.style));
  }
  tidyShape(draft, owner);
}

export function paintXml(color: string): string {
  return color === "none" ? "<a:noFill/>" : `<a:solidFill><a:srgbClr val="${color.slice(1)}"/></a:solidFill>`;
}

/** A `spPr` or `ln` that says nothing any more is taken out. */
function tidyShape(draft: XmlDraft, owner: XmlElement): void {
  const shape = child(owner, "spPr");
  const line = child(shape, "ln");
  if (shape && line && line.children.length === 0 && Object.keys(line.attributes).length === 0)
    draft.remove(shape, line);
  if (shape && shape.children.length === 0) draft.remove(owner, shape);
}

const FILLS = ["noFill", "solidFill", "gradFill", "blipFill", "pattFill", "grpFill"];

function paint(draft: XmlDraft, shape: XmlElement, color: string | null): void {
  for (const local of FILLS) draft.drop(shape, local);
  if (color !== null) draft.put(shape, paintXml(color));
}

// ---- fonts

/** Text properties: a `txPr`, or a title's `rich`. The first run says how the text looks, else the paragraph's defaults. */
function readFont(text: XmlElement | undefined, scheme: Scheme): ChartFontContent | undefined {
  if (!text) return undefined;
  const paragraph = child(text, "p");
  const layers = [child(paragraph, "pPr", "defRPr"), child(paragraph, "r", "rPr")];
  const font: ChartFontContent = {};
  for (const layer of layers) {
    if (!layer) continue;
    const { sz, b, i, u } = layer.attributes;
    const color = readColor(child(layer, "solidFill")?.children[0], scheme);
    const name = child(layer, "latin")?.attributes["typeface"];
    // "+mn-lt" is the theme's font.
    if (name !== undefined && !name.startsWith("+")) font.name = name;
    if (sz !== undefined) font.size = Number(sz) / 100;
    if (color !== null) font.color = color;
    if (b !== undefined) font.bold = flag(b);
    if (i !== undefined) font.italic = flag(i);
    if (u !== undefined) font.underline = u !== "none";
  }
  return Object.keys(font).length === 0 ? undefined : font;
}

function updateFont(
  draft: XmlDraft,
  owner: XmlElement,
  before: ChartFontContent = {},
  after: ChartFontContent = {},
): void {
  const differ = (["name", "size", "color", "bold", "italic", "underline"] as const).filter(
    (key) => before[key] !== after[key],
  );
  if (differ.length === 0) return;
  const rich = child(owner, "tx", "rich");
  const body = rich ?? child(owner, "txPr") ?? draft.put(owner, EMPTY_TEXT);
  const layers: XmlElement[] = [];
  for (const paragraph of body.children.filter(({ local }) => local === "p")) {
    layers.push(draft.ensure(paragraph, "a:pPr", "a:defRPr"));
    for (const run of paragraph.children.filter(({ local }) => local === "r")) layers.push(draft.ensure(run, "a:rPr"));
  }
  for (const layer of layers) {
    for (const key of differ) updateRun(draft, layer, key, after);
  }
}

const EMPTY_TEXT = `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr/></a:pPr><a:endParaRPr lang="en-US"/></a:p></c:txPr>`;

function updateRun(draft: XmlDraft, run: XmlElement, key: keyof ChartFontContent, font: ChartFontContent): void {
  const attribute = (name: string, value: string | undefined) => draft.setAttribute(run, name, value ?? null);
  const flagged = (value: boolean | undefined) => (value === undefined ? undefined : value ? "1" : "0");
  switch (key) {
    case "name":
      draft.drop(run, "latin");
      if (font.name !== undefined) draft.put(run, `<a:latin typeface="${escapeAttribute(font.name)}"/>`);
      break;
    case "size":
      attribute("sz", font.size === undefined ? undefined : String(Math.round(font.size * 100)));
      break;
    case "color":
      paint(draft, run, font.color ?? null);
      break;
    case "bold":
      attribute("b", flagged(font.bold));
      break;
    case "italic":
      attribute("i", flagged(font.italic));
      break;
    case "underline":
      attribute("u", font.underline === undefined ? undefined : font.underline ? "sng" : "none");
  }
}

// ---- colours and lines

function readColor(color: XmlElement | undefined, scheme: Scheme): string | null {
  if (!color) return null;
  const value = color.attributes["val"] ?? "";
  if (color.local === "srgbClr") return `#${value.toUpperCase()}`;
  const base = color.local === "sysClr" ? `#${color.attributes["lastClr"] ?? "000000"}` : scheme[value];
  return base ? withLuminance(base, color) : null;
}

/** lumMod and lumOff scale and raise the lightness, as tints do. */
function withLuminance(base: string, color: XmlElement): string {
  const share = (local: string) => Number(child(color, local)?.attributes["val"] ?? NaN) / 100_000;
  const scaled = share("lumMod");
  const raised = share("lumOff");
  if (!Number.isNaN(raised)) return applyTint(base, raised);
  return Number.isNaN(scaled) ? base : applyTint(base, scaled - 1);
}

const EMU_PER_POINT = 12_700;

/** Office.js's names of the file's dashes; a solid line is not said. "Dot" is the square dot of Excel's menu. */
const DASHES = wordTable<string | undefined>({
  dash: "Dash",
  lgDash: "Dash",
  dashDot: "DashDot",
  lgDashDot: "DashDot",
  sysDashDot: "DashDot",
  lgDashDotDot: "DashDotDot",
  sysDashDotDot: "DashDotDot",
  dot: "Dot",
  sysDash: "Dot",
  sysDot: "RoundDot",
});

function dashOf(style: string): string {
  return (
    { Dash: "dash", DashDot: "dashDot", DashDotDot: "lgDashDotDot", Dot: "sysDash", RoundDot: "sysDot" }[style] ??
    "solid"
  );
}

/** Every text (`a:t`) of an element, joined; paragraphs by line breaks. */
export function richText(rich: XmlElement | undefined): string {
  return (rich?.children ?? [])
    .filter(({ local }) => local === "p")
    .map((paragraph) =>
      descendants(paragraph, "t")
        .map((run) => run.text)
        .join(""),
    )
    .join("\n");
}

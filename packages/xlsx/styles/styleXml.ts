import type { BorderContent, StyleContent } from "../content";
import { child, type XmlElement } from "../xml/parseXml";
import type { XmlEditor } from "../xml/xmlEditor";
import { escapeAttribute } from "../xml/xmlText";

/** An opening (or self-closing) tag; attributes that are null are left out. */
export function openTag(name: string, attributes: Record<string, string | null>, selfClosing: boolean): string {
  const written = Object.entries(attributes).map(([attribute, value]) =>
    value === null ? "" : ` ${attribute}="${escapeAttribute(value)}"`,
  );
  return `<${name}${written.join("")}${selfClosing ? "/" : ""}>`;
}

const FONT_ORDER = "b i strike condense extend outline shadow u vertAlign sz color name family charset scheme".split(
  " ",
);

/** A font that looks as `style` says; what did not change since `looked` keeps the base font's own words (theme colours). */
export function fontXml(
  editor: XmlEditor,
  base: XmlElement | undefined,
  style: StyleContent,
  looked: StyleContent,
): string {
  const { prefix, source } = editor;
  const renamed = style.fontName !== looked.fontName;
  const written: Record<string, string | undefined> = {};
  const say = (local: string, changed: boolean, xml: string) => {
    if (changed || !base) written[local] = xml;
  };
  say("b", style.bold !== looked.bold, style.bold ? `<${prefix}b/>` : "");
  say("i", style.italic !== looked.italic, style.italic ? `<${prefix}i/>` : "");
  say("u", style.underline !== looked.underline, style.underline ? `<${prefix}u/>` : "");
  say("sz", style.fontSize !== looked.fontSize, `<${prefix}sz val="${style.fontSize}"/>`);
  say("color", style.fontColor !== looked.fontColor, style.fontColor ? colorXml(prefix, style.fontColor) : "");
  say("name", renamed, `<${prefix}name val="${escapeAttribute(style.fontName)}"/>`);
  // A scheme or family would bring the theme's font back.
  for (const local of ["family", "charset", "scheme"]) say(local, renamed, "");
  const pieces = FONT_ORDER.map((local) => {
    const element = child(base, local);
    return written[local] ?? (element ? source.slice(element.start, element.end) : "");
  });
  return `<${prefix}font>${pieces.join("")}</${prefix}font>`;
}

export function fillXml(prefix: string, color: string): string {
  const foreground = `<${prefix}fgColor rgb="${argb(color)}"/><${prefix}bgColor indexed="64"/>`;
  return `<${prefix}fill><${prefix}patternFill patternType="solid">${foreground}</${prefix}patternFill></${prefix}fill>`;
}

/** A border with these sides; diagonals and inner lines stay as the base had them. */
export function borderXml(editor: XmlEditor, base: XmlElement | undefined, sides: StyleContent["borders"]): string {
  const { prefix, source } = editor;
  const kept = (local: string) => {
    const element = child(base, local);
    return element ? source.slice(element.start, element.end) : "";
  };
  const content =
    sideXml(prefix, "left", sides.left) +
    sideXml(prefix, "right", sides.right) +
    sideXml(prefix, "top", sides.top) +
    sideXml(prefix, "bottom", sides.bottom) +
    (kept("diagonal") || `<${prefix}diagonal/>`) +
    kept("vertical") +
    kept("horizontal");
  return `${openTag(`${prefix}border`, base?.attributes ?? {}, false)}${content}</${prefix}border>`;
}

function sideXml(prefix: string, local: string, side: BorderContent): string {
  if (!side) return `<${prefix}${local}/>`;
  const color = side.color ? colorXml(prefix, side.color) : `<${prefix}color auto="1"/>`;
  return `<${prefix}${local} style="${escapeAttribute(side.style)}">${color}</${prefix}${local}>`;
}

function colorXml(prefix: string, color: string): string {
  return `<${prefix}color rgb="${argb(color)}"/>`;
}

function argb(color: string): string {
  return `FF${color.slice(1).toUpperCase()}`;
}

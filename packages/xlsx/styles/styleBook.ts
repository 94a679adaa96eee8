import type { StyleContent } from "../content";
import { XlsxError } from "../xlsxError";
import { child, children, numberOr, type XmlElement } from "../xml/parseXml";
import type { XmlEditor } from "../xml/xmlEditor";
import { escapeAttribute } from "../xml/xmlText";
import { BUILT_IN_FORMATS, FIRST_CUSTOM_FORMAT } from "./numberFormats";
import { borderXml, fillXml, fontXml, openTag } from "./styleXml";

const ORDER = "numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst".split(" ");
/** Formats with a currency, which a file names by id only where the reader's own currency is meant. */
const LOCAL_CURRENCY = new Set([5, 6, 7, 8, 42, 44]);

/**
 * Finds or appends the cell format (cellXfs entry) of a style. Existing entries are never changed or renumbered.
 * A new entry is derived from the format that the cell had, so that what a StyleContent does not say
 * (locking, theme fonts, gradients) stays.
 */
export class StyleBook {
  private readonly formats: XmlElement[];
  private readonly keys: string[];
  private readonly firstByKey = new Map<string, number>();
  private readonly derived = new Map<string, number>();
  /** New entries by container: their XML in order, with the place that each has. */
  private readonly appended = new Map<string, Map<string, number>>();
  private lastFormatId: number;
  private readonly customFormats: Map<string, number>;
  private readonly afterKeys: string[];

  /** `before`: the styles as read from the same part; `after`: the styles that content cells point to. */
  constructor(
    private readonly editor: XmlEditor,
    private readonly before: StyleContent[],
    private readonly after: StyleContent[],
  ) {
    this.formats = children(child(editor.root, "cellXfs"), "xf");
    this.keys = before.map(styleKey);
    this.afterKeys = after.map(styleKey);
    this.keys.forEach((key, index) => this.firstByKey.has(key) || this.firstByKey.set(key, index));
    this.customFormats = new Map(
      children(child(editor.root, "numFmts"), "numFmt").map(({ attributes }) => [
        attributes["formatCode"] ?? "",
        numberOr(attributes["numFmtId"], 0),
      ]),
    );
    this.lastFormatId = FIRST_CUSTOM_FORMAT - 1;
    for (const id of this.customFormats.values()) this.lastFormatId = Math.max(this.lastFormatId, id);
  }

  /** Whether a cell in the file's format `fileIndex` already looks as style `contentIndex` says. */
  looksAs(fileIndex: number, contentIndex: number): boolean {
    return this.keys[fileIndex] !== undefined && this.keys[fileIndex] === this.afterKeys[contentIndex];
  }

  /** Index of the cell format for content style `contentIndex`; `had` is the file format the cell had, null for a new cell. */
  indexOf(contentIndex: number, had: number | null): number {
    const key = this.afterKeys[contentIndex];
    if (key === undefined)
      throw new XlsxError(`A cell refers to style number ${contentIndex}, which the workbook does not have.`);
    if (this.keys[contentIndex] === key && contentIndex < this.formats.length) return contentIndex;
    if (had !== null && this.keys[had] === key) return had;
    if (had === null) {
      const same = this.firstByKey.get(key);
      if (same !== undefined && same < this.formats.length) return same;
    }
    const base = had !== null && had < this.formats.length ? had : 0;
    const known = this.derived.get(`${base} ${key}`);
    if (known !== undefined) return known;
    const index = this.append("cellXfs", this.formats.length, this.formatXml(base, this.after[contentIndex]!));
    this.derived.set(`${base} ${key}`, index);
    return index;
  }

  /** Puts everything appended into the part; nothing where no new style was needed. */
  flush(): void {
    const { editor } = this;
    for (const [container, places] of this.appended) {
      const items = [...places.keys()];
      const element = child(editor.root, container);
      if (element) {
        editor.setAttributes(element, { count: String(element.children.length + items.length) });
        editor.append(element, items.join(""));
      } else {
        const name = editor.prefix + container;
        editor.insertInOrder(
          editor.root,
          container,
          `<${name} count="${items.length}">${items.join("")}</${name}>`,
          ORDER,
        );
      }
    }
    this.appended.clear();
  }

  private append(container: string, present: number, xml: string): number {
    const places = this.appended.get(container) ?? new Map<string, number>();
    this.appended.set(container, places);
    const place = places.get(xml) ?? present + places.size;
    places.set(xml, place);
    return place;
  }

  private formatXml(base: number, style: StyleContent): string {
    const { editor } = this;
    const xf = this.formats[base];
    const looked = this.before[base] ?? style;
    const attributes: Record<string, string> = {
      numFmtId: "0",
      fontId: "0",
      fillId: "0",
      borderId: "0",
      ...xf?.attributes,
    };
    const isNew = xf === undefined;
    if (isNew || style.numberFormat !== looked.numberFormat) {
      attributes["numFmtId"] = String(this.formatId(style.numberFormat));
      attributes["applyNumberFormat"] = "1";
    }
    if (isNew || FONT_FACETS.some((facet) => style[facet] !== looked[facet])) {
      attributes["fontId"] = String(
        this.item("fonts", attributes["fontId"]!, (font) => fontXml(editor, font, style, looked)),
      );
      attributes["applyFont"] = "1";
    }
    if (isNew || style.fillColor !== looked.fillColor) {
      const none = style.fillColor === null;
      attributes["fillId"] = none
        ? "0"
        : String(this.item("fills", "0", () => fillXml(editor.prefix, style.fillColor!)));
      attributes["applyFill"] = "1";
    }
    if (isNew || JSON.stringify(style.borders) !== JSON.stringify(looked.borders)) {
      attributes["borderId"] = String(
        this.item("borders", attributes["borderId"]!, (border) => borderXml(editor, border, style.borders)),
      );
      attributes["applyBorder"] = "1";
    }
    const alignmentChanged = ALIGNMENT_FACETS.some((facet) => style[facet] !== looked[facet]);
    if (alignmentChanged) attributes["applyAlignment"] = "1";
    const alignment = alignmentChanged
      ? this.alignmentXml(child(xf, "alignment"), style, looked)
      : this.raw(child(xf, "alignment"));
    const others = (xf?.children ?? [])
      .filter(({ local }) => local !== "alignment")
      .map((element) => this.raw(element));
    const name = `${editor.prefix}xf`;
    const content = alignment + others.join("");
    return content === "" ? openTag(name, attributes, true) : `${openTag(name, attributes, false)}${content}</${name}>`;
  }

  private item(container: string, baseId: string, build: (base: XmlElement | undefined) => string): number {
    const present = child(this.editor.root, container)?.children ?? [];
    const xml = build(present[Number(baseId)]);
    const same = present.findIndex((element) => this.raw(element) === xml);
    return same >= 0 ? same : this.append(container, present.length, xml);
  }

  private formatId(code: string): number {
    for (const [id, builtIn] of BUILT_IN_FORMATS) if (builtIn === code && !LOCAL_CURRENCY.has(id)) return id;
    const known = this.customFormats.get(code);
    if (known !== undefined) return known;
    const id = ++this.lastFormatId;
    this.customFormats.set(code, id);
    this.append("numFmts", 0, `<${this.editor.prefix}numFmt numFmtId="${id}" formatCode="${escapeAttribute(code)}"/>`);
    return id;
  }

  private alignmentXml(base: XmlElement | undefined, style: StyleContent, looked: StyleContent): string {
    const { horizontal, vertical, wrapText, indent, ...others } = base?.attributes ?? {};
    const said = (
      facet: (typeof ALIGNMENT_FACETS)[number],
      before: string | undefined,
      usual: boolean,
      text: string,
    ) => (style[facet] === looked[facet] ? before : usual ? undefined : text);
    const attributes = withoutUndefined({
      horizontal: said("horizontal", horizontal, style.horizontal === "general", style.horizontal),
      vertical: said("vertical", vertical, style.vertical === "bottom", style.vertical),
      wrapText: said("wrap", wrapText, !style.wrap, "1"),
      indent: said("indent", indent, style.indent === 0, String(style.indent)),
      ...others,
    });
    return Object.keys(attributes).length === 0 ? "" : openTag(`${this.editor.prefix}alignment`, attributes, true);
  }

  private raw(element: XmlElement | undefined): string {
    return element ? this.editor.source.slice(element.start, element.end) : "";
  }
}

const FONT_FACETS = ["fontName", "fontSize", "bold", "italic", "underline", "fontColor"] as const;
const ALIGNMENT_FACETS = ["horizontal", "vertical", "wrap", "indent"] as const;

function withoutUndefined(attributes: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(attributes).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

/** Two styles with the same key look the same. */
function styleKey(style: StyleContent): string {
  const {
    numberFormat,
    fontName,
    fontSize,
    bold,
    italic,
    underline,
    fontColor,
    fillColor,
    horizontal,
    vertical,
    wrap,
    indent,
  } = style;
  const sides = [style.borders.top, style.borders.bottom, style.borders.left, style.borders.right];
  return JSON.stringify([
    numberFormat,
    fontName,
    fontSize,
    bold,
    italic,
    underline,
    fontColor,
    fillColor,
    horizontal,
    vertical,
    wrap,
    indent,
    ...sides.map((side) => side && [side.style, side.color]),
  ]);
}

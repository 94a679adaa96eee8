import type { BorderContent, StyleContent } from "../content";
import { child, children, flag, numberOr, type XmlElement } from "../xml/parseXml";
import type { ColorResolver } from "./colors";
import { BUILT_IN_FORMATS } from "./numberFormats";
import { wordTable } from "../xml/wordTable";

/** Excel's look for a cell that nothing was said about. */
export const DEFAULT_STYLE: StyleContent = {
  numberFormat: "General",
  fontName: "Calibri",
  fontSize: 11,
  bold: false,
  italic: false,
  underline: false,
  fontColor: null,
  fillColor: null,
  horizontal: "general",
  vertical: "bottom",
  wrap: false,
  indent: 0,
  borders: { top: null, bottom: null, left: null, right: null },
};

/** The cell formats (cellXfs) in file order, so that a cell's style index is its index here. `root` is the styles part. */
export function readStyles(root: XmlElement | undefined, colorOf: ColorResolver): StyleContent[] {
  const formats = new Map(BUILT_IN_FORMATS);
  for (const format of children(child(root, "numFmts"), "numFmt")) {
    formats.set(Number(format.attributes["numFmtId"]), format.attributes["formatCode"] ?? "General");
  }
  const fonts = children(child(root, "fonts"), "font").map((font) => readFont(font, colorOf));
  const fills = children(child(root, "fills"), "fill").map((fill) => readFill(fill, colorOf));
  const borders = children(child(root, "borders"), "border").map((border) => readBorders(border, colorOf));
  const styles = children(child(root, "cellXfs"), "xf").map((xf): StyleContent => {
    const index = (name: string) => Number(xf.attributes[name] ?? 0);
    return {
      ...DEFAULT_STYLE,
      numberFormat: formats.get(index("numFmtId")) ?? "General",
      ...fonts[index("fontId")],
      fillColor: fills[index("fillId")] ?? null,
      borders: borders[index("borderId")] ?? DEFAULT_STYLE.borders,
      ...readAlignment(child(xf, "alignment")),
    };
  });
  return styles.length > 0 ? styles : [DEFAULT_STYLE];
}

function readFont(font: XmlElement, colorOf: ColorResolver) {
  const on = (local: string) => {
    const element = child(font, local);
    return element !== undefined && flag(element.attributes["val"], true);
  };
  const underline = child(font, "u");
  return {
    fontName: (child(font, "name") ?? child(font, "rFont"))?.attributes["val"] ?? DEFAULT_STYLE.fontName,
    fontSize: numberOr(child(font, "sz")?.attributes["val"], DEFAULT_STYLE.fontSize),
    bold: on("b"),
    italic: on("i"),
    underline: underline !== undefined && underline.attributes["val"] !== "none",
    fontColor: colorOf(child(font, "color")),
  };
}

/** Only a solid fill has one colour; a pattern shows its background, a gradient its first stop. */
function readFill(fill: XmlElement, colorOf: ColorResolver): string | null {
  const gradient = child(fill, "gradientFill");
  if (gradient) return colorOf(child(gradient, "stop", "color"));
  const pattern = child(fill, "patternFill");
  const type = pattern?.attributes["patternType"] ?? "none";
  if (type === "none") return null;
  return colorOf(child(pattern, type === "solid" ? "fgColor" : "bgColor"));
}

function readBorders(border: XmlElement, colorOf: ColorResolver): StyleContent["borders"] {
  const side = (...names: string[]): BorderContent => {
    const element = names.map((name) => child(border, name)).find((found) => found !== undefined);
    const style = element?.attributes["style"] ?? "none";
    return element && style !== "none" ? { style, color: colorOf(child(element, "color")) } : null;
  };
  return { top: side("top"), bottom: side("bottom"), left: side("left", "start"), right: side("right", "end") };
}

function readAlignment(alignment: XmlElement | undefined) {
  const { horizontal, vertical, wrapText, indent } = alignment?.attributes ?? {};
  return {
    horizontal: HORIZONTAL[horizontal ?? ""] ?? ("general" as const),
    vertical: VERTICAL[vertical ?? ""] ?? ("bottom" as const),
    wrap: flag(wrapText),
    indent: numberOr(indent, 0),
  };
}

const HORIZONTAL = wordTable<StyleContent["horizontal"]>({
  left: "left",
  center: "center",
  right: "right",
  centerContinuous: "center",
  justify: "left",
});

const VERTICAL = wordTable<StyleContent["vertical"]>({
  top: "top",
  center: "center",
  justify: "top",
  distributed: "center",
});

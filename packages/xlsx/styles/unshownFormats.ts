import { child, children, flag, type XmlElement } from "../xml/parseXml";

/** Numbers of the cell formats (cellXfs) that Excel shows otherwise than a StyleContent can say. `root` is the styles part. */
export function unshownFormats(root: XmlElement | undefined): ReadonlySet<number> {
  const fonts = children(child(root, "fonts"), "font").map(hasUnshownLook);
  const fills = children(child(root, "fills"), "fill").map(isPatterned);
  const borders = children(child(root, "borders"), "border").map(isCrossed);
  const found = new Set<number>();
  children(child(root, "cellXfs"), "xf").forEach((xf, index) => {
    const { fontId, fillId, borderId } = xf.attributes;
    const isUnshown =
      fonts[Number(fontId ?? 0)] ||
      fills[Number(fillId ?? 0)] ||
      borders[Number(borderId ?? 0)] ||
      isTurned(child(xf, "alignment"));
    if (isUnshown) found.add(index);
  });
  return found;
}

function hasUnshownLook(font: XmlElement): boolean {
  const strike = child(font, "strike");
  const position = child(font, "vertAlign")?.attributes["val"] ?? "baseline";
  const underline = child(font, "u")?.attributes["val"] ?? "single";
  return (
    (strike !== undefined && flag(strike.attributes["val"], true)) ||
    position !== "baseline" ||
    (underline !== "single" && underline !== "none")
  );
}

function isPatterned(fill: XmlElement): boolean {
  const pattern = child(fill, "patternFill")?.attributes["patternType"] ?? "none";
  return child(fill, "gradientFill") !== undefined || (pattern !== "none" && pattern !== "solid");
}

function isCrossed(border: XmlElement): boolean {
  return (child(border, "diagonal")?.attributes["style"] ?? "none") !== "none";
}

function isTurned(alignment: XmlElement | undefined): boolean {
  const { textRotation, shrinkToFit, horizontal, vertical } = alignment?.attributes ?? {};
  const isSpread = [horizontal, vertical].some((value) => ["fill", "justify", "distributed"].includes(value ?? ""));
  return (textRotation ?? "0") !== "0" || flag(shrinkToFit) || isSpread;
}

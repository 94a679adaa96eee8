import type { PageContent, PageTextsContent } from "../../content";
import { child, flag, numberOr, type XmlElement } from "../../xml/parseXml";

/** How a worksheet part says that it is printed; the rows repeated on each page stand in the workbook's names. */
export function readPage(worksheet: XmlElement): PageContent {
  const setup = child(worksheet, "pageSetup")?.attributes ?? {};
  const isFitted = flag(child(worksheet, "sheetPr", "pageSetUpPr")?.attributes["fitToPage"]);
  const scale = numberOr(setup["scale"], 100);
  const paperSize = numberOr(setup["paperSize"], null);
  const texts = child(worksheet, "headerFooter");
  const header = pageTexts(child(texts, "oddHeader")?.text ?? "");
  const footer = pageTexts(child(texts, "oddFooter")?.text ?? "");
  return {
    ...(setup["orientation"] === "landscape" ? { isLandscape: true } : {}),
    ...(paperSize === null ? {} : { paperSize }),
    ...(isFitted ? { fit: { wide: numberOr(setup["fitToWidth"], 1), tall: numberOr(setup["fitToHeight"], 1) } } : {}),
    ...(!isFitted && scale !== 100 ? { scale } : {}),
    ...(saysAnything(header) ? { header } : {}),
    ...(saysAnything(footer) ? { footer } : {}),
  };
}

export const noTexts: PageTextsContent = { left: "", center: "", right: "" };

export function saysAnything({ left, center, right }: PageTextsContent): boolean {
  return left !== "" || center !== "" || right !== "";
}

/** "&Lleft&Ccentre&Rright" in its parts; what stands before the first of them is in the centre (ECMA-376 part 1, 18.3.1.39). */
function pageTexts(text: string): PageTextsContent {
  const parts = { ...noTexts };
  let part: keyof PageTextsContent = "center";
  for (const [piece] of text.matchAll(/&[\s\S]?|[^&]+/g)) {
    const next = sections[piece.toUpperCase()];
    if (next) part = next;
    else parts[part] += piece;
  }
  return parts;
}

const sections: Record<string, keyof PageTextsContent | undefined> = { "&L": "left", "&C": "center", "&R": "right" };

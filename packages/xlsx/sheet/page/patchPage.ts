import type { PageContent, PageTextsContent, SheetContent } from "../../content";
import { openTag } from "../../styles/styleXml";
import { child } from "../../xml/parseXml";
import type { XmlEditor } from "../../xml/xmlEditor";
import { escapeText } from "../../xml/xmlText";
import { SHEET_ORDER } from "../sheetOrder";
import { noTexts, saysAnything } from "./readPage";

/** Whether a sheet is printed another way; the rows repeated on each page are in the workbook's part. */
export function pageDiffers(before: SheetContent, after: SheetContent): boolean {
  return JSON.stringify(inPart(before.page)) !== JSON.stringify(inPart(after.page));
}

/** Patches how a sheet is printed; margins, breaks, the printer's own settings and the texts of first and even pages stay. */
export function patchPage(editor: XmlEditor, before: SheetContent, after: SheetContent): void {
  if (!pageDiffers(before, after)) return;
  const page = after.page ?? {};
  patchSetup(editor, before.page ?? {}, page);
  const texts = (["header", "footer"] as const).filter(
    (which) => JSON.stringify(before.page?.[which]) !== JSON.stringify(page[which]),
  );
  if (texts.length > 0) patchTexts(editor, page, texts);
}

/** Always in this order, so that equal settings are equal texts. */
function inPart({ isLandscape, paperSize, scale, fit, header, footer }: PageContent = {}): unknown[] {
  return [isLandscape, paperSize, scale, fit?.wide, fit?.tall, header, footer];
}

function patchSetup(editor: XmlEditor, before: PageContent, after: PageContent): void {
  const [was, is] = [setupAttributes(before), setupAttributes(after)];
  const changed = Object.fromEntries(Object.entries(is).filter(([name, value]) => value !== was[name]));
  if (Object.keys(changed).length === 0) return;
  const setup = child(editor.root, "pageSetup");
  if (setup) editor.setAttributes(setup, changed);
  else {
    editor.insertInOrder(editor.root, "pageSetup", openTag(`${editor.prefix}pageSetup`, changed, true), SHEET_ORDER);
  }
}

function setupAttributes({ isLandscape, paperSize, scale, fit }: PageContent): Record<string, string | null> {
  // One page is what a file means that does not say.
  const pages = (count: number | undefined) => (count === 1 ? null : numberText(count));
  return {
    orientation: isLandscape ? "landscape" : null,
    paperSize: numberText(paperSize),
    scale: numberText(scale),
    fitToWidth: pages(fit?.wide),
    fitToHeight: pages(fit?.tall),
  };
}

function numberText(value: number | undefined): string | null {
  return value === undefined ? null : String(value);
}

function patchTexts(editor: XmlEditor, page: PageContent, which: readonly ("header" | "footer")[]): void {
  const { prefix, root } = editor;
  const element = child(root, "headerFooter");
  const order = ["oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter"];
  const xmlOf = (part: "header" | "footer"): string => {
    const texts = page[part] ?? noTexts;
    const tag = `${prefix}${elementOf[part]}`;
    return saysAnything(texts) ? `<${tag}>${escapeText(codes(texts))}</${tag}>` : "";
  };
  if (!element) {
    const xml = which.map(xmlOf).join("");
    if (xml !== "")
      editor.insertInOrder(root, "headerFooter", `<${prefix}headerFooter>${xml}</${prefix}headerFooter>`, SHEET_ORDER);
    return;
  }
  for (const part of which) {
    const old = child(element, elementOf[part]);
    if (old) editor.replace(old, xmlOf(part));
    else editor.insertInOrder(element, elementOf[part], xmlOf(part), order);
  }
}

const elementOf = { header: "oddHeader", footer: "oddFooter" } as const;

function codes({ left, center, right }: PageTextsContent): string {
  return [
    ["&L", left],
    ["&C", center],
    ["&R", right],
  ]
    .map(([code, text]) => (text === "" ? "" : `${code}${text}`))
    .join("");
}

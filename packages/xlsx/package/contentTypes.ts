import { parseXml, type XmlElement } from "../xml/parseXml";
import { XmlEditor } from "../xml/xmlEditor";
import { escapeAttribute } from "../xml/xmlText";
import type { WorkbookPackage } from "./workbookPackage";

const PART = "[Content_Types].xml";
const SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

/** Content types of the parts this package writer creates. */
const CONTENT_TYPES = {
  worksheet: `${SPREADSHEET}worksheet+xml`,
  styles: `${SPREADSHEET}styles+xml`,
  table: `${SPREADSHEET}table+xml`,
  sheetMetadata: `${SPREADSHEET}sheetMetadata+xml`,
  drawing: "application/vnd.openxmlformats-officedocument.drawing+xml",
  chart: "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
  customXmlProperties: "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
  webExtension: "application/vnd.ms-office.webextension+xml",
  webExtensionTaskPanes: "application/vnd.ms-office.webextensiontaskpanes+xml",
} as const;

/** The root of the list of content types, without which Excel opens no package. Throws an XlsxError where it is broken. */
export async function contentTypesRoot(pkg: WorkbookPackage): Promise<XmlElement> {
  return parseXml(await pkg.text(PART), PART);
}

/** The content type of each part that differs from its extension's default. */
export class ContentTypes {
  private readonly added = new Map<string, string>();
  private readonly removed = new Set<string>();

  constructor(private readonly pkg: WorkbookPackage) {}

  add(part: string, type: keyof typeof CONTENT_TYPES): void {
    this.added.set(part, CONTENT_TYPES[type]);
  }

  remove(part: string): void {
    this.removed.add(`/${part}`.toLowerCase());
  }

  async save(): Promise<void> {
    if (this.added.size === 0 && this.removed.size === 0) return;
    const editor = XmlEditor.parse(await this.pkg.text(PART), PART);
    for (const element of editor.root.children) {
      if (this.removed.has((element.attributes["PartName"] ?? "").toLowerCase())) editor.remove(element);
    }
    for (const [part, type] of this.added) {
      editor.append(
        editor.root,
        `<${editor.prefix}Override PartName="/${escapeAttribute(part)}" ContentType="${type}"/>`,
      );
    }
    this.pkg.write(PART, editor.result());
  }
}

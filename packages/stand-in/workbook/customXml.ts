import { SaxesParser } from "saxes";
import type { CustomXmlContent } from "@workbooks/xlsx/content";
import { invalidArgument, itemNotFound } from "./excelError";

/** The custom XML parts of a workbook. */
export class CustomXmlParts {
  constructor(
    readonly parts: CustomXmlContent[],
    private readonly changed: () => void,
  ) {}

  add(xml: string): CustomXmlContent {
    rootNamespace(xml);
    const part = { id: `{${guid()}}`, xml };
    this.parts.push(part);
    this.changed();
    return part;
  }

  /** @throws ItemNotFound where the part is gone. */
  set(part: CustomXmlContent, xml: string): void {
    if (!this.parts.includes(part)) throw itemNotFound();
    rootNamespace(xml);
    part.xml = xml;
    this.changed();
  }

  delete(part: CustomXmlContent): void {
    const index = this.parts.indexOf(part);
    if (index < 0) throw itemNotFound();
    this.parts.splice(index, 1);
    this.changed();
  }
}

/** The namespace of the root element. @throws InvalidArgument where the text is not well-formed XML. */
export function rootNamespace(xml: string): string {
  const parser = new SaxesParser({ xmlns: true });
  let uri: string | null = null;
  parser.on("error", () => {
    throw invalidArgument();
  });
  parser.on("opentag", (tag) => (uri ??= tag.uri));
  parser.write(xml).close();
  if (uri === null) throw invalidArgument();
  return uri;
}

function guid(): string {
  return crypto.randomUUID().toUpperCase();
}

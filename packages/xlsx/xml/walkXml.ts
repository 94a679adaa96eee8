import { SaxesParser } from "saxes";
import { brokenPart } from "../xlsxError";

/** Positions are indexes into the text: `start` of "<", `openEnd` after the opening tag's ">". */
export interface XmlHandlers {
  open(local: string, attributes: Record<string, string>, start: number, openEnd: number, name: string): void;
  /** `end` is after the closing tag (or after "/>"). */
  close(local: string, end: number): void;
  text(text: string): void;
}

/** Walks an XML part once. Names lose their prefix: makers choose prefixes freely. Throws an XlsxError on broken XML. */
export function walkXml(text: string, part: string, handlers: XmlHandlers): void {
  const parser = new SaxesParser({ xmlns: false, position: true });
  let start = 0;
  let depth = 0;
  parser.on("error", () => {
    throw brokenPart(part, `is not well-formed XML near line ${parser.line}`);
  });
  parser.on("doctype", () => {
    throw brokenPart(part, "declares a document type, which workbooks do not");
  });
  parser.on("opentagstart", (tag) => {
    start = parser.position - tag.name.length - 2;
  });
  parser.on("opentag", (tag) => {
    if (++depth > DEEPEST) throw brokenPart(part, `nests more than ${DEEPEST} elements in one another`);
    handlers.open(localName(tag.name), tag.attributes as Record<string, string>, start, parser.position, tag.name);
  });
  parser.on("closetag", (tag) => {
    depth--;
    handlers.close(localName(tag.name), parser.position);
  });
  parser.on("text", (run) => handlers.text(run));
  parser.on("cdata", (run) => handlers.text(run));
  parser.write(text).close();
}

/** Far more than any part needs, and few enough for functions that call themselves on each level. */
const DEEPEST = 500;

function localName(name: string): string {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
}

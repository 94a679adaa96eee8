import type { CustomXmlContent } from "@workbooks/xlsx/content";
import type { CustomXmlParts } from "../customXml";
import type { UndoPart } from "./undoParts";

/** Custom XML as a part of undo, which it is not in Excel: for the belief that it is not, turned round. */
export function customXmlPart({ customXml }: { readonly customXml: CustomXmlParts }): UndoPart<CustomXmlContent> {
  return {
    name: "customXml",
    read: () => new Map(customXml.parts.map((part) => [part.id, part])),
    write: (items) => void customXml.parts.splice(0, customXml.parts.length, ...items.values()),
  };
}

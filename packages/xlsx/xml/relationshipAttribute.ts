import type { XmlElement } from "./parseXml";

/** Writes `r:id="rId5"` for an element of a part, declaring the namespace on the spot where the part's root does not. */
export function relationshipAttribute(root: XmlElement, id: string, local = "id"): string {
  for (const [name, value] of Object.entries(root.attributes)) {
    if (name.startsWith("xmlns:") && value.endsWith("/relationships")) return ` ${name.slice(6)}:${local}="${id}"`;
  }
  return ` xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:${local}="${id}"`;
}

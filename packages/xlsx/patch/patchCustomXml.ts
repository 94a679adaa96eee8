import type { CustomXmlContent } from "../content";
import type { ContentTypes } from "../package/contentTypes";
import { RelationshipEditor } from "../package/relationshipEditor";
import { relationshipPart } from "../package/relationships";
import type { WorkbookPackage } from "../package/workbookPackage";
import { XlsxError } from "../xlsxError";
import { parseXml, type XmlElement } from "../xml/parseXml";
import { escapeAttribute } from "../xml/xmlText";
import type { CustomXmlPart } from "../workbook/customXml";

/** Writes custom XML parts that are new or changed and removes those that are gone. */
export async function patchCustomXml(
  pkg: WorkbookPackage,
  types: ContentTypes,
  workbookRelationships: RelationshipEditor,
  before: CustomXmlPart[],
  after: CustomXmlContent[],
): Promise<void> {
  const wanted = new Map(after.map((part) => [part.id.toLowerCase(), part]));
  for (const old of before) {
    const kept = wanted.get(old.id.toLowerCase());
    wanted.delete(old.id.toLowerCase());
    if (!kept) removeCustomXml(pkg, types, workbookRelationships, old);
    else if (kept.xml !== old.xml) {
      const namespace = namespaceOf(kept);
      pkg.writeAsIs(old.itemPart, kept.xml);
      if (namespace !== namespaceOf(old)) pkg.write(old.propertiesPart, propertiesXml(kept.id, namespace));
    }
  }
  for (const part of wanted.values()) await addCustomXml(pkg, types, workbookRelationships, part);
}

async function addCustomXml(
  pkg: WorkbookPackage,
  types: ContentTypes,
  workbookRelationships: RelationshipEditor,
  part: CustomXmlContent,
): Promise<void> {
  const namespace = namespaceOf(part);
  const itemPart = pkg.freeName("customXml/item", ".xml");
  const propertiesPart = pkg.freeName("customXml/itemProps", ".xml");
  pkg.writeAsIs(itemPart, part.xml);
  pkg.write(propertiesPart, propertiesXml(part.id, namespace));
  types.add(propertiesPart, "customXmlProperties");
  const relationships = await RelationshipEditor.of(pkg, itemPart);
  relationships.add("customXmlProps", propertiesPart);
  await relationships.save();
  workbookRelationships.add("customXml", itemPart);
}

function removeCustomXml(
  pkg: WorkbookPackage,
  types: ContentTypes,
  workbookRelationships: RelationshipEditor,
  part: CustomXmlPart,
): void {
  for (const { id, target, external } of workbookRelationships.present) {
    if (!external && target.toLowerCase() === part.itemPart.toLowerCase()) workbookRelationships.remove(id);
  }
  for (const name of [part.itemPart, part.propertiesPart]) {
    pkg.remove(name);
    types.remove(name);
  }
  pkg.remove(relationshipPart(part.itemPart));
}

/** The store item's properties: its id, and the root's namespace as the schema that readers look it up by. */
function propertiesXml(id: string, namespace: string | null): string {
  const reference = namespace === null ? "" : `<ds:schemaRef ds:uri="${escapeAttribute(namespace)}"/>`;
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n` +
    `<ds:datastoreItem ds:itemID="${escapeAttribute(id)}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml">` +
    `<ds:schemaRefs>${reference}</ds:schemaRefs></ds:datastoreItem>`
  );
}

function namespaceOf(part: CustomXmlContent): string | null {
  let root: XmlElement;
  try {
    root = parseXml(part.xml, part.id);
  } catch {
    throw new XlsxError(`The custom XML part ${part.id} is not well-formed XML.`);
  }
  const prefix = root.name.slice(0, root.name.length - root.local.length);
  return root.attributes[prefix === "" ? "xmlns" : `xmlns:${prefix.slice(0, -1)}`] ?? null;
}

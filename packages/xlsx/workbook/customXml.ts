import type { CustomXmlContent } from "../content";
import { relationshipsOf } from "../package/relationships";
import type { WorkbookPackage } from "../package/workbookPackage";
import { attribute, parseXml } from "../xml/parseXml";

/** A custom XML part with the names of its two package parts. */
export interface CustomXmlPart extends CustomXmlContent {
  itemPart: string;
  propertiesPart: string;
}

/** The custom XML parts that have an id, in the order of their names. `targets`: those that the workbook points to. */
export async function readCustomXml(pkg: WorkbookPackage, targets: string[]): Promise<CustomXmlPart[]> {
  const loose = pkg.partNames().filter((name) => /^customxml\/item\d+\.xml$/i.test(name));
  const items = [...new Map([...targets, ...loose].map((name) => [name.toLowerCase(), name])).values()];
  const found: CustomXmlPart[] = [];
  for (const itemPart of items.filter((item) => pkg.has(item))) {
    const properties = (await relationshipsOf(pkg, itemPart)).find(
      (relationship) => relationship.kind === "customXmlProps",
    );
    if (!properties || !pkg.has(properties.target)) continue;
    const root = parseXml(await pkg.text(properties.target), properties.target);
    const id = attribute(root, "itemID");
    if (!id) continue;
    found.push({
      id,
      xml: (await pkg.text(itemPart)).replace(/^\ufeff/, ""),
      itemPart,
      propertiesPart: properties.target,
    });
  }
  return found;
}

import { child, children, descendants, flag, type XmlElement } from "../xml/parseXml";

/**
 * Which cell metadata indexes (`cm`, counted from 1) mark dynamic arrays: a cellMetadata block points to a metadata
 * type (XLDAPR) and to a block of its future metadata that says fDynamic ([MS-XLSX] 2.3.3). `root` is xl/metadata.xml.
 */
export function dynamicArrayMarks(root: XmlElement | undefined): Set<number> {
  const marks = new Set<number>();
  const types = children(child(root, "metadataTypes"), "metadataType").map((type) => type.attributes["name"]);
  const future = children(root, "futureMetadata").find((block) => block.attributes["name"] === "XLDAPR");
  const dynamic = children(future, "bk").map((block) =>
    descendants(block, "dynamicArrayProperties").some((properties) => flag(properties.attributes["fDynamic"])),
  );
  children(child(root, "cellMetadata"), "bk").forEach((block, index) => {
    const marksDynamic = children(block, "rc").some(
      ({ attributes }) => types[Number(attributes["t"]) - 1] === "XLDAPR" && dynamic[Number(attributes["v"])],
    );
    if (marksDynamic) marks.add(index + 1);
  });
  return marks;
}

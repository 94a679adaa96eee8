import type { Relationship } from "../../package/relationships";
import type { WorkbookPackage } from "../../package/workbookPackage";
import { attribute, child, children, descendants, parseXml, type XmlElement } from "../../xml/parseXml";
import { wordTable } from "../../xml/wordTable";

/**
 * What stands behind a cell's value metadata index (`vm`, counted from 1): the error that Excel shows where the file
 * itself only says #VALUE! ("#SPILL!"), or "other" for what is only kept: a data type, its error, a picture in the cell.
 */
export type RichValues = Map<number, { error: string } | "other">;

/** Numbers of the errors that came after the file format, in the rich value structure "_error" ([MS-XLSX] 2.3.6). */
const ERRORS = wordTable<string>({
  "8": "#SPILL!",
  "9": "#CONNECT!",
  "10": "#BLOCKED!",
  "11": "#UNKNOWN!",
  "12": "#FIELD!",
  "13": "#CALC!",
  "14": "#BUSY!",
  "18": "#EXTERNAL!",
  "19": "#TIMEOUT!",
});

/** `metadata` is the root of xl/metadata.xml. Where a part is missing or a number leads nowhere, the file's own value stands. */
export async function readRichValues(
  pkg: WorkbookPackage,
  relationships: Relationship[],
  metadata: XmlElement | undefined,
): Promise<RichValues> {
  const found: RichValues = new Map();
  const blocks = children(child(metadata, "valueMetadata"), "bk");
  if (blocks.length === 0) return found;
  const root = async (kind: string) => {
    const part = relationships.find((one) => one.kind === kind && !one.external && pkg.has(one.target))?.target;
    return part === undefined ? undefined : parseXml(await pkg.text(part), part);
  };
  const values = children(await root("rdRichValue"), "rv");
  const structures = children(await root("rdRichValueStructure"), "s");
  const types = children(child(metadata, "metadataTypes"), "metadataType").map((type) => type.attributes["name"]);
  const future = children(metadata, "futureMetadata").find((block) => block.attributes["name"] === "XLRICHVALUE");
  const numbers = children(future, "bk").map((block) => {
    const [value] = descendants(block, "rvb");
    return attribute(value, "i");
  });

  blocks.forEach((block, index) => {
    const record = children(block, "rc").find(({ attributes }) => types[Number(attributes["t"]) - 1] === "XLRICHVALUE");
    const value = record && values[Number(numbers[Number(record.attributes["v"])])];
    const structure = value && structures[Number(value.attributes["s"])];
    if (!value || !structure) return;
    found.set(index + 1, richError(value, structure) ?? "other");
  });
  return found;
}

/** Null for rich values that are no errors, and for errors that are not read by their name. */
function richError(value: XmlElement, structure: XmlElement): { error: string } | null {
  if (structure.attributes["t"] !== "_error") return null;
  const place = children(structure, "k").findIndex(({ attributes }) => attributes["n"] === "errorType");
  const error = ERRORS[children(value, "v")[place]?.text.trim() ?? ""];
  return error === undefined ? null : { error };
}

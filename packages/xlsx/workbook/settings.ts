import { relationshipsOf } from "../package/relationships";
import type { WorkbookPackage } from "../package/workbookPackage";
import { child, children, parseXml, type XmlElement } from "../xml/parseXml";

/** One add-in that left something in the workbook ([MS-OWEXML] 2.2: webextension), with its settings by key. */
export interface WebExtension {
  part: string;
  /** Id of the add-in by its manifest (or its number in the store). */
  addInId: string;
  properties: Map<string, unknown>;
}

/** The web extension parts, in the order of the task panes that name them. */
export async function readWebExtensions(pkg: WorkbookPackage): Promise<WebExtension[]> {
  const panes = (await relationshipsOf(pkg, "")).find((relationship) => relationship.kind === "webextensiontaskpanes");
  if (!panes || !pkg.has(panes.target)) return [];
  const extensions: WebExtension[] = [];
  for (const { kind, target } of await relationshipsOf(pkg, panes.target)) {
    if (kind !== "webextension" || !pkg.has(target)) continue;
    const root = parseXml(await pkg.text(target), target);
    const addInId = child(root, "reference")?.attributes["id"] ?? "";
    extensions.push({ part: target, addInId, properties: readProperties(root) });
  }
  return extensions;
}

function readProperties(root: XmlElement): Map<string, unknown> {
  const properties = children(child(root, "properties"), "property");
  return new Map(
    properties.map(({ attributes }) => [attributes["name"] ?? "", settingValue(attributes["value"] ?? "")]),
  );
}

/** Office keeps each value as JSON; what is not JSON is a plain text. */
function settingValue(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

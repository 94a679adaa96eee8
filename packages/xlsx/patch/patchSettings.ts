import type { WorkbookContent } from "../content";
import type { ContentTypes } from "../package/contentTypes";
import { RelationshipEditor } from "../package/relationshipEditor";
import type { WorkbookPackage } from "../package/workbookPackage";
import { openTag } from "../styles/styleXml";
import { child, children } from "../xml/parseXml";
import { XmlEditor } from "../xml/xmlEditor";
import { relationshipAttribute } from "../xml/relationshipAttribute";
import { escapeAttribute } from "../xml/xmlText";
import type { WebExtension } from "../workbook/settings";

const EXTENSION = "http://schemas.microsoft.com/office/webextensions/webextension/2010/11";
const PANES = "http://schemas.microsoft.com/office/webextensions/taskpanes/2010/11";
const RELATIONSHIP = "http://schemas.microsoft.com/office/2011/relationships/webextension";
const ORDER = "reference alternateReferences properties bindings snapshot extLst".split(" ");

/**
 * Writes add-in settings into the web extension part that holds them. A new key goes to the part of the content's add-in
 * (the first part, where the content does not say which it is); where there is none, one is made, with a task pane entry
 * that stays closed. Settings that are gone are removed.
 */
export async function patchSettings(
  pkg: WorkbookPackage,
  types: ContentTypes,
  extensions: WebExtension[],
  after: WorkbookContent,
): Promise<void> {
  const known = new Map(extensions.flatMap(({ properties }) => [...properties]));
  const isSame = (key: string) =>
    known.has(key) && JSON.stringify(known.get(key)) === JSON.stringify(after.settings[key]);
  const keys = Object.keys(after.settings);
  const added = keys.filter((key) => !known.has(key));
  if (added.length === 0 && keys.length === known.size && keys.every(isSame)) return;
  const { addIn } = after;
  const own = addIn
    ? extensions.find(({ addInId }) => addInId.toLowerCase() === addIn.id.toLowerCase())
    : extensions[0];
  if (!own && added.length > 0) await createExtension(pkg, types, after, added);

  for (const extension of extensions) {
    const { part, properties } = extension;
    const editor = XmlEditor.parse(await pkg.text(part), part);
    const container = child(editor.root, "properties");
    for (const element of children(container, "property")) {
      const key = element.attributes["name"] ?? "";
      if (!Object.hasOwn(after.settings, key)) editor.remove(element);
      else if (!isSame(key) && properties.has(key))
        editor.setAttributes(element, { value: jsonText(after.settings[key]) });
    }
    const xml =
      extension === own ? added.map((key) => propertyXml(editor.prefix, key, after.settings[key])).join("") : "";
    if (xml !== "" && container) editor.append(container, xml);
    else if (xml !== "") {
      const tag = `${editor.prefix}properties`;
      editor.insertInOrder(editor.root, "properties", `<${tag}>${xml}</${tag}>`, ORDER);
    }
    if (editor.changed) pkg.write(part, editor.result());
  }
}

async function createExtension(
  pkg: WorkbookPackage,
  types: ContentTypes,
  { settings, addIn }: WorkbookContent,
  keys: string[],
): Promise<void> {
  const part = pkg.freeName("xl/webextensions/webextension", ".xml");
  const properties = keys.map((key) => propertyXml("we:", key, settings[key]));
  const { id, version } = addIn ?? unnamedAddin;
  const reference = openTag("we:reference", { id, version, store: "developer", storeType: "Registry" }, true);
  pkg.write(
    part,
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<we:webextension xmlns:we="${EXTENSION}" id="{${escapeAttribute(id.replace(/[{}]/g, ""))}}">` +
      `${reference}<we:alternateReferences/><we:properties>${properties.join("")}</we:properties><we:bindings/>` +
      `<we:snapshot xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/></we:webextension>`,
  );
  types.add(part, "webExtension");

  const root = await RelationshipEditor.of(pkg, "");
  const present = root.present.find(({ kind, target }) => kind === "webextensiontaskpanes" && pkg.has(target));
  const panes =
    present?.target ?? pkg.freeName("xl/webextensions/taskpanes", ".xml").replace("taskpanes1.xml", "taskpanes.xml");
  const relationships = await RelationshipEditor.of(pkg, panes);
  const relationshipId = relationships.add(RELATIONSHIP, part);
  const blank = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<wetp:taskpanes xmlns:wetp="${PANES}"></wetp:taskpanes>`;
  const editor = XmlEditor.parse(present ? await pkg.text(panes) : blank, panes);
  const attributes = { dockstate: "right", visibility: "0", width: "350", row: "0" };
  const extension = `<wetp:webextensionref${relationshipAttribute(editor.root, relationshipId)}/>`;
  const pane = `${openTag("wetp:taskpane", { "xmlns:wetp": PANES, ...attributes }, false)}${extension}</wetp:taskpane>`;
  editor.append(editor.root, pane);
  pkg.write(panes, editor.result());
  await relationships.save();
  if (!present) {
    types.add(panes, "webExtensionTaskPanes");
    root.add("http://schemas.microsoft.com/office/2011/relationships/webextensiontaskpanes", panes);
    await root.save();
  }
}

/** Whose settings they are where the content does not say: no add-in has this id. */
const unnamedAddin = { id: "00000000-0000-0000-0000-000000000000", version: "1.0.0.0" };

function propertyXml(prefix: string, key: string, value: unknown): string {
  return openTag(`${prefix}property`, { name: key, value: jsonText(value) }, true);
}

/** JSON in a part: what XML cannot carry is escaped as JSON has it. */
function jsonText(value: unknown): string {
  return JSON.stringify(value).replace(/[\ufffe\uffff]/g, (character) => `\\u${character.charCodeAt(0).toString(16)}`);
}

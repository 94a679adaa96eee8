import type { StructureProtectionContent } from "../content";
import { structureProtectionAttributes } from "../protection/protectionXml";
import { openTag } from "../styles/styleXml";
import { child } from "../xml/parseXml";
import type { XmlEditor } from "../xml/xmlEditor";
import { WORKBOOK_ORDER } from "../workbook/workbookOrder";

/** Protects or unprotects the workbook's structure. A lock of shared revisions is another matter and stays. */
export function patchStructureProtection(
  editor: XmlEditor,
  before: StructureProtectionContent | undefined,
  after: StructureProtectionContent | undefined,
): void {
  if (JSON.stringify(before) === JSON.stringify(after)) return;
  const element = child(editor.root, "workbookProtection");
  const attributes = structureProtectionAttributes(after ?? null);
  const keeps = Object.keys(element?.attributes ?? {}).some((name) => !(name in attributes));
  if (element && (after || keeps)) editor.setAttributes(element, attributes);
  else if (element) editor.remove(element);
  else if (after) {
    const tag = openTag(`${editor.prefix}workbookProtection`, attributes, true);
    editor.insertInOrder(editor.root, "workbookProtection", tag, WORKBOOK_ORDER);
  }
}

import type { WorkbookPackage } from "../package/workbookPackage";
import { descendants } from "../xml/parseXml";
import { XmlEditor } from "../xml/xmlEditor";

/** Pivot tables name the sheet that they draw on. `parts`: the pivot cache definitions; `renamed` as in renameSheets. */
export async function renameInPivots(
  pkg: WorkbookPackage,
  parts: string[],
  renamed: Map<string, string>,
): Promise<void> {
  if (renamed.size === 0) return;
  for (const part of parts.filter((name) => pkg.has(name))) {
    const editor = XmlEditor.parse(await pkg.text(part), part);
    for (const source of descendants(editor.root, "worksheetSource")) {
      const newName = renamed.get((source.attributes["sheet"] ?? "").toLowerCase());
      if (newName !== undefined) editor.setAttributes(source, { sheet: newName });
    }
    if (editor.changed) pkg.write(part, editor.result());
  }
}

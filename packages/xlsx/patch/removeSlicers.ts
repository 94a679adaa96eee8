import type { ContentTypes } from "../package/contentTypes";
import { RelationshipEditor } from "../package/relationshipEditor";
import { relationshipsOf, type Relationship } from "../package/relationships";
import type { WorkbookPackage } from "../package/workbookPackage";
import { attribute, descendants, parseXml, type XmlElement } from "../xml/parseXml";
import { XmlEditor } from "../xml/xmlEditor";

/** A slicer's cache whose table, or whose last pivot table, is gone; Excel repairs a file that keeps one. */
interface GoneSlicerCache {
  relationshipId: string;
  /** By which slicers, and a name of the workbook, speak of it. */
  name: string;
}

/** What is no longer there: ids of tables, and sheets by the ids that the workbook's list gives them. */
export interface GoneSources {
  tableIds: ReadonlySet<string>;
  sheetIds: ReadonlySet<string>;
}

/** `relationships`: the workbook's. */
export async function goneSlicerCaches(
  pkg: WorkbookPackage,
  relationships: Relationship[],
  gone: GoneSources,
): Promise<GoneSlicerCache[]> {
  if (gone.tableIds.size + gone.sheetIds.size === 0) return [];
  const found: GoneSlicerCache[] = [];
  for (const { id, kind, target } of relationships) {
    if (kind !== "slicerCache" || !pkg.has(target)) continue;
    const root = parseXml(await pkg.text(target), target);
    const tables = descendants(root, "tableSlicerCache").map(({ attributes }) => attributes["tableId"] ?? "");
    const pivots = descendants(root, "pivotTable").map(({ attributes }) => attributes["tabId"] ?? "");
    const isGone = [...tables.map((one) => gone.tableIds.has(one)), ...pivots.map((one) => gone.sheetIds.has(one))];
    if (isGone.length > 0 && isGone.every(Boolean))
      found.push({ relationshipId: id, name: root.attributes["name"] ?? "" });
  }
  return found;
}

/** Takes the caches out of the workbook's list of them. */
export function removeSlicerCaches(
  workbook: XmlEditor,
  relationships: RelationshipEditor,
  caches: readonly GoneSlicerCache[],
): void {
  if (caches.length === 0) return;
  const ids = new Set(caches.map(({ relationshipId }) => relationshipId));
  ids.forEach((id) => relationships.remove(id));
  removeWithContainers(
    workbook,
    (element) => element.local === "slicerCache" && ids.has(attribute(element, "id") ?? ""),
  );
}

/** Takes their slicers off the sheets that they stand on, as Excel does when a table is removed. */
export async function removeSlicersFromSheets(
  pkg: WorkbookPackage,
  types: ContentTypes,
  sheetParts: readonly string[],
  caches: readonly GoneSlicerCache[],
): Promise<void> {
  const names = new Set(caches.map(({ name }) => name));
  for (const sheetPart of names.size === 0 ? [] : sheetParts) {
    const removed = new Set<string>();
    const emptied = new Set<string>();
    const relationships = await RelationshipEditor.of(pkg, sheetPart);
    for (const { id, kind, target } of relationships.present) {
      if (kind !== "slicer" || !pkg.has(target)) continue;
      const slicers = XmlEditor.parse(await pkg.text(target), target);
      const gone = slicers.root.children.filter((slicer) => names.has(slicer.attributes["cache"] ?? ""));
      gone.forEach((slicer) => removed.add(slicer.attributes["name"] ?? ""));
      if (gone.length === slicers.root.children.length) {
        emptied.add(id);
        relationships.remove(id);
        pkg.remove(target);
        types.remove(target);
      } else if (gone.length > 0) {
        gone.forEach((slicer) => slicers.remove(slicer));
        pkg.write(target, slicers.result());
      }
    }
    if (removed.size === 0) continue;
    await relationships.save();
    const isListed = (element: XmlElement) => element.local === "slicer" && emptied.has(attribute(element, "id") ?? "");
    await edit(pkg, sheetPart, (sheet) => removeWithContainers(sheet, isListed));
    for (const { kind, target } of await relationshipsOf(pkg, sheetPart)) {
      if (kind === "drawing" && pkg.has(target)) await edit(pkg, target, (drawing) => removeFrames(drawing, removed));
    }
  }
}

/** The slicers' places on a drawing. */
function removeFrames(drawing: XmlEditor, names: ReadonlySet<string>): void {
  for (const anchor of drawing.root.children) {
    const shown = descendants(anchor, "slicer").map(({ attributes }) => attributes["name"] ?? "");
    if (shown.length > 0 && shown.every((name) => names.has(name))) drawing.remove(anchor);
  }
}

async function edit(pkg: WorkbookPackage, part: string, change: (editor: XmlEditor) => void): Promise<void> {
  const editor = XmlEditor.parse(await pkg.text(part), part);
  change(editor);
  if (editor.changed) pkg.write(part, editor.result());
}

/** Removes elements, and the lists and extensions around them that hold nothing else. */
function removeWithContainers(editor: XmlEditor, isGone: (element: XmlElement) => boolean): void {
  const removable = (element: XmlElement): XmlElement[] => {
    if (isGone(element)) return [element];
    const inside = element.children.map(removable);
    const goesWhole = inside.every((found, index) => found[0] === element.children[index]);
    return CONTAINERS.has(element.local) && inside.length > 0 && goesWhole ? [element] : inside.flat();
  };
  removable(editor.root).forEach((element) => editor.remove(element));
}

const CONTAINERS = new Set(["slicerCaches", "slicerList", "ext", "extLst"]);

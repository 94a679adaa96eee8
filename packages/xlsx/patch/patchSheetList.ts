import type { WorkbookContent } from "../content";
import { openTag } from "../styles/styleXml";
import { child, children, numberOr } from "../xml/parseXml";
import { relationshipAttribute } from "../xml/relationshipAttribute";
import type { XmlEditor } from "../xml/xmlEditor";
import { WORKBOOK_ORDER } from "../workbook/workbookOrder";

/** One sheet in the new order: a content sheet, or one that is not shown (a chart sheet), with its old place if it had one. */
export interface PlacedSheet {
  content: number | null;
  fileIndex: number | null;
}

/** The new order of all sheets: the content's, with sheets that are not shown staying behind the sheet they followed. */
export function placeSheets(
  fileSheets: number,
  known: { fileIndex: number }[],
  before: WorkbookContent,
  after: WorkbookContent,
): PlacedSheet[] {
  const placed: PlacedSheet[] = after.sheets.map((sheet, content) => {
    const index = sheet.partId === null ? -1 : before.sheets.findIndex(({ partId }) => partId === sheet.partId);
    return { content, fileIndex: known[index]?.fileIndex ?? null };
  });
  const shown = new Set(known.map(({ fileIndex }) => fileIndex));
  for (let fileIndex = 0; fileIndex < fileSheets; fileIndex++) {
    if (shown.has(fileIndex)) continue;
    const behind = placed.findIndex((sheet) => sheet.fileIndex === fileIndex - 1);
    placed.splice(fileIndex === 0 ? 0 : behind < 0 ? placed.length : behind + 1, 0, { content: null, fileIndex });
  }
  return placed;
}

/** Writes the list of sheets where order, names, visibility or number changed. `newIds`: relationship ids of new sheets, by content index. */
export function patchSheetList(
  editor: XmlEditor,
  placed: PlacedSheet[],
  after: WorkbookContent,
  newIds: Map<number, string>,
): void {
  const list = child(editor.root, "sheets")!;
  const elements = children(list, "sheet");
  let nextId = Math.max(0, ...elements.map(({ attributes }) => numberOr(attributes["sheetId"], 0)));
  const written = placed.map(({ content, fileIndex }) => {
    const sheet = content === null ? null : after.sheets[content]!;
    if (fileIndex === null) {
      const state = sheet!.visibility === "visible" ? {} : { state: sheet!.visibility };
      const tag = openTag(`${editor.prefix}sheet`, { name: sheet!.name, sheetId: String(++nextId), ...state }, true);
      return tag.replace(/\/>$/, `${relationshipAttribute(editor.root, newIds.get(content!)!)}/>`);
    }
    const element = elements[fileIndex]!;
    const raw = editor.source.slice(element.start, element.end);
    if (!sheet) return raw;
    const state = sheet.visibility === "visible" ? null : sheet.visibility;
    const stateSame = (element.attributes["state"] ?? "visible") === sheet.visibility;
    if (element.attributes["name"] === sheet.name && stateSame) return raw;
    const attributes: Record<string, string> = { ...element.attributes, name: sheet.name };
    if (state === null) delete attributes["state"];
    else attributes["state"] = state;
    return openTag(element.name, attributes, true);
  });
  const same =
    written.length === elements.length &&
    written.every((xml, index) => xml === editor.source.slice(elements[index]!.start, elements[index]!.end));
  if (!same) editor.setContent(list, written.join(""));
}

/** Sets which sheet is in front, by its place among all sheets. The first tab in view stays where it can. */
export function patchActiveTab(editor: XmlEditor, place: number, sheetCount: number): void {
  const { prefix, root } = editor;
  const view = child(root, "bookViews", "workbookView");
  if (view) {
    const values: Record<string, string | null> = {};
    const isMoved = Number(view.attributes["activeTab"] ?? 0) !== place;
    const firstInView = Number(view.attributes["firstSheet"] ?? 0);
    if (isMoved) values["activeTab"] = String(place);
    if (firstInView >= sheetCount || (isMoved && firstInView > place)) values["firstSheet"] = null;
    editor.setAttributes(view, values);
  } else if (place > 0) {
    const xml = `<${prefix}bookViews><${prefix}workbookView activeTab="${place}"/></${prefix}bookViews>`;
    editor.insertInOrder(root, "bookViews", xml, WORKBOOK_ORDER);
  }
}

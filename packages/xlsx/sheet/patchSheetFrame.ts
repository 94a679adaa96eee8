import type { SheetContent } from "../content";
import { sheetProtectionAttributes } from "../protection/protectionXml";
import { openTag } from "../styles/styleXml";
import { child, children, type XmlElement } from "../xml/parseXml";
import type { XmlEditor } from "../xml/xmlEditor";
import { addressOf, areaReference } from "./address";
import { sameArea, usedArea } from "./cells/cellChanges";
import { marksDiffer } from "./marks";
import { pageDiffers, patchPage } from "./page/patchPage";
import { SHEET_ORDER } from "./sheetOrder";

/** Patches what a worksheet part says around its rows: tab colour, view, columns, merged cells, protection, page. */
export function patchSheetFrame(
  editor: XmlEditor,
  before: SheetContent,
  after: SheetContent,
  styles: ColumnStyles,
): void {
  patchProperties(editor, before, after);
  patchDimension(editor, before, after);
  patchView(editor, before, after);
  patchDefaultSizes(editor, before, after);
  if (!sameColumns(before.columns, after.columns, styles)) patchColumns(editor, after.columns, styles);
  if (!sameProtection(before.protection, after.protection)) patchProtection(editor, after.protection);
  if (!sameMerges(before.merges, after.merges)) patchMerges(editor, after.merges);
  patchPage(editor, before, after);
  const filter = child(editor.root, "autoFilter");
  if (filter && after.filter && !sameArea(before.filter, after.filter))
    editor.setAttributes(filter, { ref: areaReference(after.filter) });
}

/** The two questions that columns have about styles; see StyleBook. */
interface ColumnStyles {
  looksAs(fileStyle: number, contentStyle: number): boolean;
  indexOf(contentStyle: number, had: number | null): number;
}

/** Whether anything around the rows differs. */
export function frameDiffers(before: SheetContent, after: SheetContent, styles: ColumnStyles): boolean {
  return (
    before.tabColor !== after.tabColor ||
    before.frozen.rows !== after.frozen.rows ||
    before.frozen.columns !== after.frozen.columns ||
    before.showGridlines !== after.showGridlines ||
    !sameProtection(before.protection, after.protection) ||
    (after.defaultColumnWidth ?? before.defaultColumnWidth) !== before.defaultColumnWidth ||
    (after.defaultRowHeight ?? before.defaultRowHeight) !== before.defaultRowHeight ||
    !sameColumns(before.columns, after.columns, styles) ||
    !sameMerges(before.merges, after.merges) ||
    (before.filter !== undefined && after.filter !== undefined && !sameArea(before.filter, after.filter)) ||
    marksDiffer(before.marks, after.marks) ||
    pageDiffers(before, after)
  );
}

function sameColumns(before: SheetContent["columns"], after: SheetContent["columns"], styles: ColumnStyles): boolean {
  const sameStyle = (old: number | null, now: number | null) =>
    old === null || now === null ? old === now : styles.looksAs(old, now);
  return (
    before.length === after.length &&
    before.every(({ from, to, width, hidden, style }, index) => {
      const now = after[index]!;
      const sameShape = from === now.from && to === now.to && Object.is(width, now.width) && hidden === now.hidden;
      return sameShape && sameStyle(style, now.style);
    })
  );
}

function sameMerges(before: SheetContent["merges"], after: SheetContent["merges"]): boolean {
  return before.length === after.length && before.every((merge, index) => sameArea(merge, after[index]));
}

/** The sheet's properties: the tab's colour, and whether it is printed to fit. */
function patchProperties(editor: XmlEditor, before: SheetContent, after: SheetContent): void {
  const { prefix, root } = editor;
  const properties = child(root, "sheetPr");
  const isFitted = Boolean(after.page?.fit);
  const parts: [string, string | null][] = [];
  if (before.tabColor !== after.tabColor)
    parts.push(["tabColor", after.tabColor && `<${prefix}tabColor rgb="FF${after.tabColor.slice(1)}"/>`]);
  const setUp = child(properties, "pageSetUpPr");
  if (Boolean(before.page?.fit) !== isFitted) {
    if (setUp) editor.setAttributes(setUp, { fitToPage: isFitted ? "1" : null });
    else parts.push(["pageSetUpPr", `<${prefix}pageSetUpPr fitToPage="1"/>`]);
  }
  const xml = parts.map(([, part]) => part ?? "").join("");
  if (!properties && xml !== "")
    return editor.insertInOrder(root, "sheetPr", `<${prefix}sheetPr>${xml}</${prefix}sheetPr>`, SHEET_ORDER);
  for (const [local, part] of parts) {
    const old = child(properties, local);
    if (old) editor.replace(old, part ?? "");
    else if (properties && part) editor.insertInOrder(properties, local, part, PROPERTIES_ORDER);
  }
}

const PROPERTIES_ORDER = ["tabColor", "outlinePr", "pageSetUpPr"];

function patchDimension(editor: XmlEditor, before: SheetContent, after: SheetContent): void {
  const dimension = child(editor.root, "dimension");
  const area = usedArea(after.cells);
  if (dimension && area && !sameArea(usedArea(before.cells) ?? undefined, area)) {
    editor.setAttributes(dimension, { ref: areaReference(area) });
  }
}

function patchView(editor: XmlEditor, before: SheetContent, after: SheetContent): void {
  const { prefix, root } = editor;
  const frozenSame = before.frozen.rows === after.frozen.rows && before.frozen.columns === after.frozen.columns;
  if (frozenSame && before.showGridlines === after.showGridlines) return;
  const view = child(root, "sheetViews", "sheetView");
  const gridlines = after.showGridlines ? null : "0";
  if (!view) {
    const attributes = { ...(gridlines ? { showGridLines: gridlines } : {}), workbookViewId: "0" };
    const inner = `${openTag(`${prefix}sheetView`, attributes, false)}${paneXml(prefix, after.frozen)}</${prefix}sheetView>`;
    editor.insertInOrder(root, "sheetViews", `<${prefix}sheetViews>${inner}</${prefix}sheetViews>`, SHEET_ORDER);
    return;
  }
  if (before.showGridlines !== after.showGridlines) editor.setAttributes(view, { showGridLines: gridlines });
  if (frozenSame) return;
  // Selections belong to the panes: those of the old division make no sense in the new one.
  children(view, "pane")
    .concat(children(view, "selection"))
    .forEach((element) => editor.remove(element));
  const first = view.children.find(({ local }) => local !== "pane" && local !== "selection");
  const pane = paneXml(prefix, after.frozen);
  if (first) editor.splice(first.start, first.start, pane);
  else editor.append(view, pane);
}

function paneXml(prefix: string, { rows, columns }: SheetContent["frozen"]): string {
  if (rows === 0 && columns === 0) return "";
  const active = rows > 0 && columns > 0 ? "bottomRight" : rows > 0 ? "bottomLeft" : "topRight";
  const attributes = {
    ...(columns > 0 ? { xSplit: String(columns) } : {}),
    ...(rows > 0 ? { ySplit: String(rows) } : {}),
    topLeftCell: addressOf(rows, columns),
    activePane: active,
    state: "frozen",
  };
  return `${openTag(`${prefix}pane`, attributes, true)}<${prefix}selection pane="${active}"/>`;
}

function patchDefaultSizes(editor: XmlEditor, before: SheetContent, after: SheetContent): void {
  const width = after.defaultColumnWidth;
  const height = after.defaultRowHeight;
  const changed: Record<string, string> = {};
  if (width !== undefined && width !== before.defaultColumnWidth) changed["defaultColWidth"] = String(width);
  if (height !== undefined && height !== before.defaultRowHeight) {
    Object.assign(changed, { defaultRowHeight: String(height), customHeight: "1" });
  }
  if (Object.keys(changed).length === 0) return;
  const format = child(editor.root, "sheetFormatPr");
  if (format) editor.setAttributes(format, changed);
  else {
    const tag = openTag(`${editor.prefix}sheetFormatPr`, { defaultRowHeight: "15", ...changed }, true);
    editor.insertInOrder(editor.root, "sheetFormatPr", tag, SHEET_ORDER);
  }
}

/** Writes the columns anew; what a column said besides (outline level, collapsed) goes to the columns cut from it. */
function patchColumns(editor: XmlEditor, columns: SheetContent["columns"], styles: ColumnStyles): void {
  const { prefix, root } = editor;
  const element = child(root, "cols");
  const old = children(element, "col");
  const written = columns.map(({ from, to, width, hidden, style }) => {
    const source = old.find(
      ({ attributes }) => Number(attributes["min"]) - 1 <= from && from < Number(attributes["max"]),
    );
    const { width: oldWidth, customWidth, hidden: _hidden, style: _style, ...kept } = source?.attributes ?? {};
    const attributes: Record<string, string> = { ...kept, min: String(from + 1), max: String(to + 1) };
    if (width !== null) {
      const asBefore = oldWidth !== undefined && Number(oldWidth) === width;
      attributes["width"] = asBefore ? oldWidth : String(width);
      if (!asBefore || customWidth !== undefined) attributes["customWidth"] = "1";
    }
    if (style !== null) attributes["style"] = String(styles.indexOf(style, null));
    if (hidden) attributes["hidden"] = "1";
    return openTag(`${prefix}col`, attributes, true);
  });
  const xml = columns.length === 0 ? "" : `<${prefix}cols>${written.join("")}</${prefix}cols>`;
  replaceOrInsert(editor, element, "cols", xml);
}

function sameProtection(before: SheetContent["protection"], after: SheetContent["protection"]): boolean {
  return before === after || JSON.stringify(before) === JSON.stringify(after);
}

function patchProtection(editor: XmlEditor, protection: SheetContent["protection"]): void {
  const element = child(editor.root, "sheetProtection");
  if (protection && element) return editor.setAttributes(element, sheetProtectionAttributes(protection));
  const tag = (attributes: Record<string, string | null>) =>
    openTag(`${editor.prefix}sheetProtection`, attributes, true);
  const xml = protection ? tag(sheetProtectionAttributes(protection)) : "";
  replaceOrInsert(editor, element, "sheetProtection", xml);
}

function patchMerges(editor: XmlEditor, merges: SheetContent["merges"]): void {
  const { prefix } = editor;
  const written = merges.map((merge) => `<${prefix}mergeCell ref="${areaReference(merge)}"/>`);
  const xml =
    merges.length === 0
      ? ""
      : `<${prefix}mergeCells count="${merges.length}">${written.join("")}</${prefix}mergeCells>`;
  replaceOrInsert(editor, child(editor.root, "mergeCells"), "mergeCells", xml);
}

function replaceOrInsert(editor: XmlEditor, element: XmlElement | undefined, local: string, xml: string): void {
  if (element) editor.replace(element, xml);
  else if (xml !== "") editor.insertInOrder(editor.root, local, xml, SHEET_ORDER);
}

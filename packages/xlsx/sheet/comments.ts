import type { MarkContent } from "../content";
import type { Relationship } from "../package/relationships";
import type { WorkbookPackage } from "../package/workbookPackage";
import { descendants, parseXml, type XmlElement } from "../xml/parseXml";
import { XmlEditor } from "../xml/xmlEditor";
import { addressOf, parseArea } from "./address";

type Comments = Pick<MarkContent, "id" | "areas">;

/** The cells that the sheet's comments stand on, by the addresses that the file gives them. */
export async function readComments(
  pkg: WorkbookPackage,
  relationships: readonly Relationship[],
): Promise<MarkContent[]> {
  const marks: MarkContent[] = [];
  for (const part of partsOf(pkg, relationships, "comments")) {
    for (const { attributes } of descendants(parseXml(await pkg.text(part), part), "comment")) {
      const area = parseArea(attributes["ref"] ?? "");
      if (area) marks.push({ id: `comment ${attributes["ref"]}`, areas: [area], formulas: [] });
    }
  }
  return marks;
}

/** Moves comments, the talks under them and the boxes in which they are drawn to where their cells are now. */
export async function patchComments(
  pkg: WorkbookPackage,
  relationships: readonly Relationship[],
  marks: readonly Comments[],
): Promise<void> {
  const now = new Map(marks.map(({ id, areas }) => [id, areas[0] ?? null]));
  const place = (reference: string | undefined) => now.get(`comment ${reference ?? ""}`);
  for (const [kind, local] of [
    ["comments", "comment"],
    ["threadedComment", "threadedComment"],
  ] as const) {
    for (const part of partsOf(pkg, relationships, kind)) {
      const editor = XmlEditor.parse(await pkg.text(part), part);
      for (const element of descendants(editor.root, local)) {
        const to = place(element.attributes["ref"]);
        if (to === undefined) continue;
        if (to === null) editor.remove(element);
        else if (addressOf(to.row, to.column) !== element.attributes["ref"])
          editor.setAttributes(element, { ref: addressOf(to.row, to.column) });
      }
      if (editor.changed) pkg.write(part, editor.result());
    }
  }
  for (const part of partsOf(pkg, relationships, "vmlDrawing")) {
    const editor = XmlEditor.parse(await pkg.text(part), part);
    for (const shape of descendants(editor.root, "shape")) moveBox(editor, shape, place);
    if (editor.changed) pkg.write(part, editor.result());
  }
}

/** A comment's box says its row and column twice: as numbers, and in where it is drawn. */
function moveBox(
  editor: XmlEditor,
  shape: XmlElement,
  place: (reference: string) => MarkContent["areas"][number] | null | undefined,
): void {
  const [rowElement] = descendants(shape, "Row");
  const [columnElement] = descendants(shape, "Column");
  if (!rowElement || !columnElement) return;
  const [row, column] = [Number(rowElement.text), Number(columnElement.text)];
  const to = place(addressOf(row, column));
  if (to === undefined) return;
  if (to === null) return editor.remove(shape);
  if (to.row === row && to.column === column) return;
  editor.setContent(rowElement, String(to.row));
  editor.setContent(columnElement, String(to.column));
  const [anchor] = descendants(shape, "Anchor");
  const at = anchor?.text.split(",").map(Number) ?? [];
  if (!anchor || at.length !== 8 || at.some((one) => !Number.isFinite(one))) return;
  const by = [to.column - column, 0, to.row - row, 0];
  editor.setContent(anchor, at.map((one, index) => Math.max(0, one + (by[index % 4] ?? 0))).join(", "));
}

function partsOf(pkg: WorkbookPackage, relationships: readonly Relationship[], kind: string): string[] {
  return relationships.flatMap(({ kind: own, target, external }) =>
    own === kind && !external && target && pkg.has(target) ? [target] : [],
  );
}

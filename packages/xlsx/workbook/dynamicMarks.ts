import { BLANK_METADATA } from "../blankParts";
import type { ContentTypes } from "../package/contentTypes";
import type { RelationshipEditor } from "../package/relationshipEditor";
import type { WorkbookPackage } from "../package/workbookPackage";
import { child, children } from "../xml/parseXml";
import { XmlEditor } from "../xml/xmlEditor";
import { dynamicArrayMarks } from "./metadata";

const ORDER = "metadataTypes metadataStrings mdxMetadata futureMetadata cellMetadata valueMetadata extLst".split(" ");
const TYPE = "XLDAPR";

/** Gives the cell metadata index that marks a dynamic array, and adds one to the metadata part when first asked for. */
export class DynamicMarks {
  private mark: number | null;
  private readonly isNew: boolean;

  private constructor(
    private readonly part: string,
    private readonly editor: XmlEditor,
    isNew: boolean,
  ) {
    this.isNew = isNew;
    this.mark = [...dynamicArrayMarks(editor.root)][0] ?? null;
  }

  static async of(pkg: WorkbookPackage, workbookRelationships: RelationshipEditor): Promise<DynamicMarks> {
    const present = workbookRelationships.present.find(
      ({ kind, target }) => kind === "sheetMetadata" && pkg.has(target),
    );
    const part = present?.target ?? pkg.freeName("xl/metadata", ".xml").replace("metadata1.xml", "metadata.xml");
    const source = present ? await pkg.text(part) : BLANK_METADATA;
    return new DynamicMarks(part, XmlEditor.parse(source, part), !present);
  }

  index(): number {
    return (this.mark ??= this.append());
  }

  save(pkg: WorkbookPackage, types: ContentTypes, workbookRelationships: RelationshipEditor): void {
    if (!this.editor.changed) return;
    pkg.write(this.part, this.editor.result());
    if (!this.isNew) return;
    types.add(this.part, "sheetMetadata");
    workbookRelationships.add("sheetMetadata", this.part);
  }

  private append(): number {
    const { prefix: p, root } = this.editor;
    const types = child(root, "metadataTypes");
    const names = children(types, "metadataType").map(({ attributes }) => attributes["name"]);
    const known = names.indexOf(TYPE);
    const type = (known < 0 ? names.length : known) + 1;
    if (known < 0) this.add("metadataTypes", `<${p}metadataType ${TYPE_ATTRIBUTES}/>`);

    const future = children(root, "futureMetadata").find(({ attributes }) => attributes["name"] === TYPE);
    const block =
      `<${p}bk><${p}extLst><${p}ext uri="{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}">` +
      `<xda:dynamicArrayProperties xmlns:xda="http://schemas.microsoft.com/office/spreadsheetml/2017/dynamicarray"` +
      ` fDynamic="1" fCollapsed="0"/></${p}ext></${p}extLst></${p}bk>`;
    const value = children(future, "bk").length;
    if (future) {
      this.editor.setAttributes(future, { count: String(value + 1) });
      this.editor.append(future, block);
    } else {
      const xml = `<${p}futureMetadata name="${TYPE}" count="1">${block}</${p}futureMetadata>`;
      this.editor.insertInOrder(root, "futureMetadata", xml, ORDER);
    }
    const marks = children(child(root, "cellMetadata"), "bk").length;
    this.add("cellMetadata", `<${p}bk><${p}rc t="${type}" v="${value}"/></${p}bk>`);
    return marks + 1;
  }

  /** Adds to a counted list of the part, which may not exist yet. */
  private add(local: string, xml: string): void {
    const { editor } = this;
    const list = child(editor.root, local);
    if (list) {
      editor.setAttributes(list, { count: String(list.children.length + 1) });
      editor.append(list, xml);
    } else {
      const name = editor.prefix + local;
      editor.insertInOrder(editor.root, local, `<${name} count="1">${xml}</${name}>`, ORDER);
    }
  }
}

/** As Excel writes it ([MS-XLSX] 2.3.3): the mark travels with the cell through copying and pasting. */
const TYPE_ATTRIBUTES =
  `name="${TYPE}" minSupportedVersion="120000" copy="1" pasteAll="1" pasteValues="1" merge="1" splitFirst="1" rowColShift="1"` +
  ` clearFormats="1" clearComments="1" assign="1" coerce="1" cellMeta="1"`;
